//! Codes of texts and the references in them.

use super::{Code, error};

pub(super) const CODES: &[Code] = &[
    error(
        "prose-not-allowed",
        "markup that a text can't have",
        "A text appears on a page, in print, and is read aloud on the phone. Paragraphs, \
         lists, emphasis, links and references work in all of them. A heading, a table, a \
         picture, code or HTML means nothing on a phone. Titles, pictures and quotations have \
         fields of their own.",
        "summary: |\n\
         \x20 # About us\n\
         \x20 We care for <b>feet</b>.\n\
         \n\
         title: About us\n\
         summary: |\n\
         \x20 We care for **feet**.",
    ),
    error(
        "prose-by-accident",
        "a sign of a text that Markdown would take for its own",
        "Texts are Markdown, in which some signs do something: a number and a full stop begin \
         a numbered list, stars make emphasis, a hyphen at the start of a line begins a list. \
         Here that was most likely not meant, and the sign would vanish from what is printed, \
         or another number would stand there. A backslash before the sign keeps it.",
        "summary: |\n\
         \x20 2026. That is when we open.\n\
         \x20 The insoles are 2*3*4 inches.\n\
         \n\
         summary: |\n\
         \x20 2026\\. That is when we open.\n\
         \x20 The insoles are 2\\*3\\*4 inches.",
    ),
    error(
        "prose-bad-reference",
        "braces with something in them that is no reference",
        "`{phone:appointments}` is replaced by the number: a link on the page, digits in \
         print, words on the phone. There are five kinds: phone, claim, term, hours and link. \
         After the colon stands the id, without spaces. A brace that is meant as a brace has \
         a backslash before it.",
        "Call {fone:appointments}, or {{phone: referrals}}.\n\
         \n\
         Call {phone:appointments}, or {phone:referrals}.",
    ),
    error(
        "reference-label-not-allowed",
        "words of its own for a fact that has none",
        "Words after a `|` stand in the text instead of the name of a term or a link: \
         `{term:chordoma|chordomas}`. A phone number, a claim or opening hours read the same \
         everywhere, so that they can be kept true in one place.",
        "Call {phone:appointments|our desk}.\n\
         \n\
         Call our desk at {phone:appointments}.",
    ),
    error(
        "fill-in-not-allowed",
        "a blank to fill in, outside of the phone script",
        "`{AGENT NAME}` is filled in by the person who reads a script aloud. On a page or in \
         a brochure nobody would fill it in.",
        "main_message: Ask for {AGENT NAME}.\n\
         \n\
         script:\n\
         \x20 greeting: This is {AGENT NAME}.",
    ),
    error(
        "unknown-reference",
        "a reference to something that there isn't",
        "The id is not among the phones, claims, terms, schedules, places or links of this \
         service line and its organization. So there would be nothing to say here. The help \
         shows the nearest id, if there is one.",
        "Call {phone:appointment}.\n\
         \n\
         Call {phone:appointments}.",
    ),
    error(
        "variant-adds-reference",
        "a short or spoken text refers to something that the full text doesn't",
        "The full text is what was reviewed. Its variants may say less of it, and never more: \
         otherwise a brochure would name a fact that nobody checked with the page.",
        "body: We plan your care as one team.\n\
         short: One team. Call {phone:appointments}.\n\
         \n\
         body: We plan your care as one team. Call {phone:appointments}.\n\
         short: One team. Call {phone:appointments}.",
    ),
    error(
        "variant-adds-number",
        "a short or spoken text has a number that the full text doesn't",
        "A number is a promise, and the full text is where it was checked. Say it there too, \
         or leave it out of the variant. `1,200` and `1200` are the same number; `two` and \
         `2` are not, so write it in the same way in both.",
        "body: Most people go home soon.\n\
         short: Home in 2 days.\n\
         \n\
         body: Most people go home in 2 days.\n\
         short: Home in 2 days.",
    ),
];
