//! Codes of writing a channel's documents.

use super::{Code, error, warning};

pub(super) const CODES: &[Code] = &[
    warning(
        "translation-address",
        "a page has the same address in two languages",
        "Search engines and readers find the page in their language by its address. As long as two languages share one, \
         neither page says that the other exists, and the second to be published takes the place of the first.",
        "html: { path: \"/{id}\" }\n\
         \n\
         html: { path: \"/{language}/{id}\" }",
    ),
    error(
        "lost-content",
        "a field is neither published in this channel nor left out for a reason",
        "Nothing vanishes: each field appears in each channel, or is left out by its \
         `channels`, its audience, the panels of the brochure, or a published rule of the \
         channel. This one did neither. `serviceline coverage` shows each field in each \
         channel. If it shows this one as lost, the channel has a fault, and leaving the \
         field out by its `channels` is a way round it.",
        "reasons:\n\
         \x20 - title: One team\n\
         \n\
         reasons:\n\
         \x20 - title: One team\n\
         \x20   channels: [html, brochure]",
    ),
];
