//! Codes of writing a channel's documents.

use super::{Code, error};

pub(super) const CODES: &[Code] = &[
    error(
        "lost-content",
        "a field is neither published in this channel nor left out for a reason",
        "Nothing vanishes: each field appears in each channel, or is left out by its \
         `channels`, its audience, the panels of the brochure, or a published rule of the \
         channel. This one was dropped by accident, most often because a template of your own \
         no longer prints it. Print it there, or say `{{omit}}` with the reason.",
        "<h1>{{title}}</h1>        <!-- and nothing prints main_message -->\n\
         \n\
         <h1>{{title}}</h1>\n\
         <p>{{main_message}}</p>",
    ),
    error(
        "nothing-said",
        "this channel would publish a document without words",
        "Every item is kept from this channel by its `channels` or its audience, so that \
         nothing would be left on the page. Let some of them in, or don't publish this \
         channel.",
        "title: { text: Foot care, channels: [html] }        # and a brochure is asked for\n\
         \n\
         title: Foot care",
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
    error(
        "unknown-panel-section",
        "a panel of the brochure names a section that there isn't",
        "`brochure.panels` says which sections stand on which panel, by their names or by the \
         ids of their items. A misspelled one would leave the panel empty.",
        "panels:\n\
         \x20 cover: [titel, one_line]\n\
         \n\
         panels:\n\
         \x20 cover: [title, one_line]",
    ),
];
