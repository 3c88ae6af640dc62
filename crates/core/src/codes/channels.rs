//! Codes of single channels: their templates, their brand, their space.

use super::{Code, error, warning};

pub(super) const CODES: &[Code] = &[
    error(
        "template-syntax",
        "a template of the page can't be read",
        "The page is made by templates in the Handlebars language. Braces that don't match, a \
         helper that there isn't, or a file that is missing stop it. Compare with the \
         built-in template of the same name.",
        "<h1>{{title</h1>\n\
         \n\
         <h1>{{title}}</h1>",
    ),
    error(
        "template-name",
        "a template asks for a field or a part that there isn't",
        "A misspelled name would print nothing, and nobody would notice. So every name in a \
         template is checked before the first page is made.",
        "<h1>{{titel}}</h1>\n\
         \n\
         <h1>{{title}}</h1>",
    ),
    error(
        "template-place",
        "a template puts words where no reader would find them",
        "Words of a description may stand in the text of a page, and in attributes that are \
         read out, such as `alt`. In a comment nobody reads them; in a script or a style \
         sheet a browser would carry them out.",
        "<!-- {{title}} -->\n\
         \n\
         <h1>{{title}}</h1>",
    ),
    error(
        "template-drop",
        "a template prints less than there is to say",
        "Nothing vanishes, also when a hospital has templates of its own. Print the field, or \
         say where it would stand that it is left out, and why.",
        "<h1>{{title}}</h1>\n\
         \n\
         <h1>{{title}}</h1>\n\
         {{omit plain_name \"the title says it already\"}}",
    ),
    error(
        "page-markup",
        "a template writes tags that browsers nest otherwise",
        "A tag that is not closed, or that can't stand where it does, is moved by the browser: the page \
         then looks and reads otherwise than it was written. Prose brings paragraphs of its own, so it \
         stands in a `div` and never in a `p`.",
        "<p>{{body}}</p>\n\
         \n\
         <div class=\"sl-prose\">{{body}}</div>",
    ),
    error(
        "page-headings",
        "the headings of the page are no outline",
        "Many readers who can't see the page go from heading to heading (WCAG 2.2, 1.3.1 and 2.4.6). A page \
         has one h1, no level is skipped, and no heading is empty.",
        "<h2>{{title}}</h2> ... <h4>{{name}}</h4>\n\
         \n\
         <h2>{{title}}</h2> ... <h3>{{name}}</h3>",
    ),
    error(
        "page-landmarks",
        "a landmark of the page is missing, or there twice",
        "Header, main part and footer are what screen readers offer to jump to, and the language is how they \
         pronounce (WCAG 2.2, 1.3.1, 2.4.1 and 3.1.1). There is one of each; several `nav` have names of their own.",
        "<nav>...</nav> <nav>...</nav>\n\
         \n\
         <nav aria-label=\"{{name}}\">...</nav>",
    ),
    error(
        "page-names",
        "a picture, a link or a field without a name",
        "What has no name is read out as \"link\" or \"button\", and nobody can tell what it does (WCAG 2.2, \
         1.1.1, 2.4.4 and 4.1.2).",
        "<a href=\"{{href}}\"><svg>...</svg></a>\n\
         \n\
         <a href=\"{{href}}\"><svg aria-hidden=\"true\">...</svg>{{label}}</a>",
    ),
    error(
        "page-ids",
        "an id that is there twice, or that nothing has",
        "Links within the page, labels and descriptions find what they mean by its id.",
        "<a href=\"#locatons\">{{label}}</a>\n\
         \n\
         <a href=\"#locations\">{{label}}</a>",
    ),
    error(
        "page-policy",
        "a template writes what the page's security policy refuses",
        "A page about an illness loads nothing from elsewhere, so that nobody else learns who reads it, and runs \
         no code but its own. Styles stand in files of `templates/html/css`, pictures in the page.",
        "<img src=\"https://example.org/pixel.gif\" alt=\"\">\n\
         \n\
         <p style=\"color: red\">   becomes   <p class=\"note\">",
    ),
    warning(
        "page-heavy",
        "a page is larger than a poor line carries well",
        "Many patients read on a phone with a weak signal, and a page that is half there tells half of what they need. 60 kB \
         without pictures are about 2,000 words with all that stands around them. The warning names the largest parts.",
        "html: { page_kilobytes: 60 } # and a page of 77 kB\n\
         \n\
         html: { page_kilobytes: 80 } # if so many words are meant",
    ),
    warning(
        "picture-size",
        "a picture has another size than the description says",
        "A browser keeps room for a picture before it has come, and takes the size that fits the screen. \
         `px` is what the file has, and all `sizes` show the same picture, larger or smaller. The page uses \
         what the files say.",
        "images:\n\
         \x20 - { id: team, file: assets/team.jpg, px: [640, 480] } # and a file of 1600 x 1200\n\
         \n\
         images:\n\
         \x20 - { id: team, file: assets/team.jpg, sizes: [assets/team-640.jpg] }",
    ),
    error(
        "brand-token",
        "a value of the page's design that there isn't, or that is no colour",
        "`brand.tokens` replaces single colours of the page. Their names are fixed, and their \
         values are written as six hexadecimal digits, in quotes because of the `#`.",
        "tokens: { link-colour: blue }\n\
         \n\
         tokens: { link: \"#0B5563\" }",
    ),
    error(
        "brand-contrast",
        "two colours of the page that are too near to each other",
        "Text has to differ from its ground by 4.5 to 1, and large text and signs by 3 to 1 \
         (WCAG 2.2, 1.4.3 and 1.4.11). With less, people with low vision can't read it, and \
         in poor light nobody can. The help names the nearest colour that can be read.",
        "tokens: { ink: \"#9AA5B1\" }\n\
         \n\
         tokens: { ink: \"#1F2933\" }",
    ),
    warning(
        "changed-color",
        "a brand colour that had to give way to legibility",
        "The brand colour is too pale for text and for grounds that carry white text, or a \
         highlight is too dark for black text. The brochure prints the nearest colour with \
         which everything can be read. Choose such a colour to decide it yourself.",
        "colors:\n\
         \x20 primary: { rgb: \"#9ADBE8\" }\n\
         \n\
         colors:\n\
         \x20 primary: { rgb: \"#0B5563\" }",
    ),
    error(
        "unknown-section",
        "a panel of the brochure names a section that there isn't",
        "`brochure.panels` says which sections stand on which panel, by their names or by the \
         ids of their items. A misspelled one would leave the panel empty.",
        "brochure:\n\
         \x20 panels:\n\
         \x20   back: [locatons]\n\
         \n\
         brochure:\n\
         \x20 panels:\n\
         \x20   back: [locations]",
    ),
    error(
        "overset",
        "there are more words than fit into the space",
        "A panel of a brochure has a fixed size, and type below a certain size can't be read \
         by many patients. The lines named here would be cut off. Shorten the text, give it a \
         `short` form, or move a section to another panel.",
        "body: A long paragraph that fills the panel and goes on.\n\
         \n\
         body: A long paragraph that fills the panel and goes on.\n\
         short: A paragraph that fits.",
    ),
    error(
        "missing-glyph",
        "the font has no shape for a character",
        "An empty box would be printed in its place. Write the word with other characters, or \
         set it in a font that has them: `brand.type` names the fonts.",
        "title: Foot care 🦶\n\
         \n\
         title: Foot care",
    ),
    warning(
        "nearly-empty",
        "a panel of the brochure is mostly empty",
        "White space is fine, and half a panel of it looks like a mistake. Name more sections \
         for the panel, or give it a larger picture.",
        "brochure:\n\
         \x20 panels:\n\
         \x20   flap: [main_message]\n\
         \n\
         brochure:\n\
         \x20 panels:\n\
         \x20   flap: [main_message, conditions]",
    ),
    error(
        "long-address",
        "an address that is too long for the code that phones scan",
        "The brochure prints the address as a code. The longer the address, the finer the \
         code, and a phone no longer reads it from paper. Give the link a short address of \
         your own that leads on to the long one.",
        "links:\n\
         \x20 - id: visit\n\
         \x20   url: https://visits.example.org/departments/orthopedics/clinics/feet/schedule\n\
         \n\
         links:\n\
         \x20 - id: visit\n\
         \x20   url: https://example.org/feet",
    ),
    error(
        "text-size",
        "running text of the brochure that is too small or too large",
        "Many patients can't read small type, and large type leaves no room for what they \
         need to know. 12 points are easy to read for most people.",
        "brochure:\n\
         \x20 body_pt: 7\n\
         \n\
         brochure:\n\
         \x20 body_pt: 12",
    ),
    error(
        "unreadable-picture",
        "a picture that can't be read",
        "The file is there, and is no picture of a kind that can be printed, or it was \
         damaged on the way. Open it in a picture program and save it again as PNG or JPEG.",
        "images:\n\
         \x20 - { id: hero, file: assets/team.heic }\n\
         \n\
         images:\n\
         \x20 - { id: hero, file: assets/team.jpg }",
    ),
    error(
        "coarse-picture",
        "a picture has too few pixels to be printed",
        "Printed at its size on the paper, the picture has fewer pixels an inch than an eye sees. \
         Under 250 it looks soft, which is a warning; under 150 it looks broken, which stops the \
         file for the press. Use a picture with more pixels: enlarging this one adds none.",
        "images:\n\
         \x20 - { id: hero, file: assets/team-small.jpg, px: [640, 480] }\n\
         \n\
         images:\n\
         \x20 - { id: hero, file: assets/team.jpg, px: [1600, 1200] }",
    ),
    error(
        "unreadable-profile",
        "a profile of a press that can't be read",
        "`brand.profile` names an ICC profile that tells how inks look on one press and paper. The \
         file is no such profile, or one of a screen or a camera. Ask the printer for it, or leave \
         `profile` out: then the file names a registered printing condition.",
        "brand:\n\
         \x20 profile: assets/monitor.icc\n\
         \n\
         brand:\n\
         \x20 profile: assets/coated-press.icc",
    ),
    warning(
        "missing-inks",
        "a brand colour has no inks",
        "A screen and a press make colours in different ways. Without CMYK values the press prints \
         what comes near the RGB value by arithmetic, and the brand's colour is off. Brand books \
         give both.",
        "primary: { rgb: \"#0B5563\" }\n\
         \n\
         primary: { rgb: \"#0B5563\", cmyk: [92, 45, 42, 32] }",
    ),
    error(
        "unreadable-font",
        "a font that can't be read",
        "Print needs the shapes of the letters themselves. A font file has to be a TrueType \
         or OpenType font of one weight, and its maker has to allow that it is embedded. Text needs two weights, \
         for what is emphasized.",
        "type: { body: { file: fonts/body.woff2 } }\n\
         \n\
         type: { body: { file: fonts/body.ttf, bold: fonts/body-bold.ttf } }",
    ),
    error(
        "unreadable-template",
        "a file of the brochure's design that can't be read",
        "Formats, colours and sizes of the brochure are files. One that was laid over the \
         built-in ones has to have the same form. Compare it with the built-in file of the \
         same name.",
        "{ \"panels\": 6, }\n\
         \n\
         { \"panels\": 6 }",
    ),
    error(
        "unwritten",
        "the PDF can't be written",
        "Everything was set, and the file that came of it would be faulty. This is a fault of \
         the product and not of the content; please report it, with the content if you may.",
        "serviceline build foot-care.yaml        # stops with this code\n\
         \n\
         report it, and publish the other channels meanwhile",
    ),
    error(
        "script-flow",
        "the phone script has a step that leads nowhere, or that nothing leads to",
        "A person in need is on the line: every choice leads to a step that is there, every way \
         ends in a code for how the call ended, and every step that asks something offers the \
         way to the emergency step. This is a fault of the channel, not of the content.",
        "# nothing in the content can cause it: please report it\n\
         \n\
         # every choice leads on",
    ),
    error(
        "script-bare-answer",
        "an answer on the phone that opens with yes or no",
        "An agent finds an answer under a few words of the question. \"No.\" is right under \"Is a \
         spine tumor always cancer?\" and wrong to a caller who asked \"Is it cancer?\". A `spoken` \
         answer says the whole sentence. Without one, an answer that opens so is a warning.",
        "spoken: No.\n\
         \n\
         spoken: A spine tumor is not always cancer.",
    ),
    error(
        "script-telling-greeting",
        "a greeting that tells strangers what the call was about",
        "A message on an answering machine leaves a number and no reason. Whoever calls that number back hears the greeting: \
         a husband, an employer. If it names the service or a condition, it tells what the message did not.",
        "greeting: Thank you for calling the Foot Care Center.\n\
         \n\
         greeting: Thank you for calling Pinefield Health.",
    ),
    warning(
        "script-long-step",
        "a step of the phone script is longer than a screen",
        "With a worried person on the line an agent must see the whole step, and the way to the \
         emergency step, without scrolling. A step has at most 45 lines, or as many as \
         `step_lines` under `script:` in `serviceline.yaml` says. The lists of the content make it \
         long: signs, offices, what to bring.",
        "script: { step_lines: 20 }   # and a step with 24 lines\n\
         \n\
         script: { step_lines: 45 }",
    ),
    warning(
        "script-too-long",
        "a text of the phone script is too long to be read aloud",
        "A listener can't look back. A sentence has at most 20 words, what is read word for word \
         at most 60, a quick answer takes at most 20 seconds, the key messages 75. Write a \
         shorter `spoken` wording; the page keeps the full one. With `strict: true` under \
         `script:` in `serviceline.yaml`, sentences and cues that are too long are errors.",
        "answer: |\n\
         \x20 A sentence with many words, and with more, and with so many more after those that \n\
         \x20 nobody who hears it once can tell at its end how it began.\n\
         \n\
         spoken: It has a few words.",
    ),
];
