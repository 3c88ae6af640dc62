//! Codes of templates, phrases and locales.

use super::{Code, error};

pub(super) const CODES: &[Code] = &[
    error(
        "bad-locale",
        "a written form lacks a value, or asks for one that there isn't",
        "A pattern that leaves out a value would lose it: a date without its day reads well and is wrong. The pattern has \
         to ask for every value that its form is given, and for no other.",
        "# locales/en/forms.yaml\n\
         month_day: \"{{month}}\"\n\n\
         # with all its values\n\
         month_day: \"{{month}} {{day}}\"",
    ),
    error(
        "lost-value",
        "a phrase leaves out a value that the built-in one says",
        "A value is a fact of the content: a number to call, an hour, a name. A phrase that leaves it out loses the fact for \
         whoever reads or hears it there, and the sentence around it may read well all the same.",
        "# script/en/phrases.yaml\n\
         s0a.hang_up: Please hang up and call for help *now*.\n\n\
         # with its value\n\
         s0a.hang_up: Please hang up and call {{emergency}} *now*.",
    ),
    error(
        "missing-template",
        "a file that a channel works with is not there",
        "Words, forms and pages are files. Without this one nothing can be published in this language or channel.",
        "locales/es/forms.yaml is there, locales/es/phrases.yaml is not",
    ),
    error(
        "missing-value",
        "a phrase asks for a value that it isn't given",
        "It would print nothing there, and nobody would see it. The names of the values of a phrase are fixed; the built-in \
         file shows them.",
        "# locales/en/phrases.yaml\n\
         place.floor: floor {{number}}\n\n\
         # as it is given\n\
         place.floor: floor {{floor}}",
    ),
    error(
        "unknown-language",
        "there are no words for the language of this content",
        "Every word of the product's own, from the names of the months to the headings, is a file of its language. Choose a \
         language that has them, or write the files.",
        "language: tlh",
    ),
    error(
        "unknown-phrase",
        "there is no phrase under this key",
        "Phrases are found by their key; one that nobody asks for is a slip of the pen.",
        "# locales/en/phrases.yaml\n\
         section.contacts: Contact\n\n\
         # as it is asked for\n\
         section.contact: Contact",
    ),
];
