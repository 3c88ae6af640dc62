//! Codes of fields and what they hold.

use super::{Code, error, warning};

pub(super) const CODES: &[Code] = &[
    error(
        "unknown-field",
        "a field that there isn't in this place",
        "A misspelled field would be left out of everything without a word. So every name is \
         checked. If the name is right, it may stand in the wrong place: look at its \
         indentation. If the report shows the beginning of a sentence, the text has a colon \
         in it and needs quotes.",
        "titel: Foot care\n\
         bring:\n\
         \x20 - Note: your insurance card\n\
         \n\
         title: Foot care\n\
         bring:\n\
         \x20 - \"Note: your insurance card\"",
    ),
    error(
        "unknown-choice",
        "a word that is none of the choices",
        "Some fields take one word out of a few, because what is done with them depends on \
         it: the level of an emergency card, the kind of a test. The help names the choices.",
        "level: urgnet\n\
         \n\
         level: urgent",
    ),
    error(
        "wrong-type",
        "a list, a group or a single value stands where another is expected",
        "A list has its items on lines of their own, each after `- `. A group has named \
         fields, indented below its name. A text is neither. The help shows which one belongs \
         here.",
        "reasons: One team\n\
         title: [Foot care]\n\
         \n\
         reasons:\n\
         \x20 - title: One team\n\
         title: Foot care",
    ),
    error(
        "wrong-value",
        "a value that can't be read as what the field holds",
        "The field holds a number, a yes or no, or something else of a fixed form, and this \
         can't be read as that. Write numbers without commas or units, and `true` or `false` \
         for yes or no.",
        "value: 1,200\n\
         fictional: yes\n\
         \n\
         value: 1200\n\
         fictional: true",
    ),
    error(
        "invalid-date",
        "there is no such day, or it is written in another order",
        "Dates are written year, month, day, with two digits for month and day. 03/04/2026 is \
         a day in March to some readers and one in April to others. Each channel writes the \
         date as its language does.",
        "last_reviewed: 2/30/26\n\
         \n\
         last_reviewed: 2026-02-28",
    ),
    error(
        "invalid-time",
        "there is no such time of day, or it is written otherwise",
        "Times are written with hours and minutes of the 24-hour clock, in quotes. Each \
         channel writes them as its language does, such as \"5 p.m.\".",
        "close: 5 pm\n\
         \n\
         close: \"17:00\"",
    ),
    error(
        "invalid-phone",
        "a phone number that can't be dialled",
        "A number is dialled from the page, printed, and spoken to callers. It is written \
         once, with its ten digits, or as one of the short codes such as 911 and 988. An \
         extension goes into a field of its own.",
        "number: 614-555-014\n\
         \n\
         number: 614-555-0142\n\
         extension: \"213\"",
    ),
    error(
        "invalid-language",
        "a language that is not written as a language tag",
        "Screen readers choose their voice, and browsers their translation, by this tag. It \
         has two or three letters for the language, and two for the region if that matters: \
         `en-US`, `es`, `zh-Hans`.",
        "language: English\n\
         \n\
         language: en-US",
    ),
    error(
        "invalid-url",
        "an address that leads nowhere, or may not be linked to",
        "Addresses of other sites are written in full, with `https://`. A page of the \
         organization's own site may begin with `/`. Anything else, such as `javascript:`, is \
         refused, since it could harm those who click on it.",
        "url: www.larkmere.example.org\n\
         \n\
         url: https://www.larkmere.example.org",
    ),
    error(
        "invalid-color",
        "a colour that isn't written as six hexadecimal digits",
        "Colours are computed with, to see whether text can be read on them. So they are \
         written as numbers, in quotes because of the `#`. The values of the four printing \
         inks stand beside them as numbers from 0 to 100.",
        "rgb: teal\n\
         rgb: #0B5563        # without quotes this is a comment\n\
         \n\
         rgb: \"#0B5563\"",
    ),
    error(
        "invalid-id",
        "an id with characters that ids don't have",
        "Ids are parts of web addresses and of references. They have small letters, digits, \
         and single hyphens between words. Readers never see them.",
        "id: Foot Care\n\
         \n\
         id: foot-care",
    ),
    error(
        "duplicate-id",
        "two items have the same id",
        "A reference to this id could mean either. Give one of them another id. Conditions, \
         tests, treatments, roles and the glossary share their ids, because `{term:id}` looks \
         in all of them.",
        "conditions:\n\
         \x20 - { id: bunion, name: Bunion }\n\
         treatments:\n\
         \x20 - { id: bunion, name: Bunion surgery }\n\
         \n\
         treatments:\n\
         \x20 - { id: bunion-surgery, name: Bunion surgery }",
    ),
    error(
        "missing-field",
        "a field that every description needs is missing",
        "Without it a page would have a hole, or somebody would not be told what they need to \
         know. Write it. If it isn't known yet, write `todo: ` with a note in its place: then \
         drafts can be made, and publication waits.",
        "id: foot-care\n\
         \n\
         id: foot-care\n\
         title: Foot care",
    ),
    error(
        "gap",
        "something is marked as not known yet",
        "`todo: ` stands where words or facts are still to come. Drafts show it plainly; \
         nothing is published with it. Replace it by what it asks for.",
        "owner: { team: { todo: \"who answers for this page?\" } }\n\
         \n\
         owner: { team: Web team }",
    ),
    error(
        "unknown-channel",
        "a channel that there isn't",
        "`channels` lists where an item appears. With a misspelled channel it would appear \
         nowhere. `serviceline channels` lists all of them.",
        "channels: [html, brochur]\n\
         \n\
         channels: [html, brochure]",
    ),
    error(
        "organization-missing",
        "there is no organization.yaml",
        "Phones, places, notices and the brand are the same for all service lines. They stand \
         in one file, `organization.yaml`, in the folder of the service line or in one above \
         it.",
        "services/foot-care.yaml        # and no organization.yaml beside or above it\n\
         \n\
         organization.yaml\n\
         services/foot-care.yaml",
    ),
    error(
        "empty-section",
        "a section has a title and nothing under it",
        "A heading promises something. One without a text or an item below it sends readers of the page, and those \
         who listen to it, looking for what is not there. A section of which some channels may show nothing is no \
         fault: there its title is left out too.",
        "sections:\n\
         \x20 tests: { title: How we find it } # and no `tests`\n\
         \n\
         sections:\n\
         \x20 tests: { title: How we find it }\n\
         tests:\n\
         \x20 - { id: mri, name: MRI scan, plain: A picture of your back made with magnets. }",
    ),
    error(
        "picture-missing",
        "a picture or a font that the content names is not there",
        "The file is looked for in the folder of `organization.yaml` and below. Its name has \
         to agree letter by letter, capitals included. Nothing is taken from outside of that \
         folder.",
        "images:\n\
         \x20 - { id: hero, file: assets/Team.JPG }\n\
         \n\
         images:\n\
         \x20 - { id: hero, file: assets/team.jpg }",
    ),
    error(
        "claim-expired",
        "a claim is used after the day on which it expires",
        "A rank, a count or a rate holds for a time, and is advertising that has to be true \
         on the day it is read. Bring the claim and its source up to date, or take it out of \
         the texts.",
        "claims:\n\
         \x20 volume: { text: \"2,000 operations a year\", expires: 2024-12-31 }\n\
         \n\
         claims:\n\
         \x20 volume: { text: \"2,300 operations a year\", as_of: 2026-01-31, expires: 2027-03-31 }",
    ),
    error(
        "unsafe-testimonial",
        "a quote lacks what has to stand behind it or beside it",
        "What a patient said about care may be printed with that person's written authorization only, \
         and only as long as it holds (45 CFR 164.508). A quote that tells of a result has to say what \
         most people can expect, and what the person received for it, or it misleads (16 CFR 255.2 and \
         255.5).",
        "testimonials:\n\
         \x20 - { quote: \"I walked again in a week.\", name: Maria }\n\
         \n\
         testimonials:\n\
         \x20 - quote: I walked again in a week.\n\
         \x20   name: Maria\n\
         \x20   consent: release form 2026-014\n\
         \x20   authorization_expires: 2028-05-31\n\
         \x20   typical_result: Most people need more time than Maria did.",
    ),
    warning(
        "closed-place",
        "something is said to be at a place that is closed",
        "A place with `status: closed` is closed in every channel. A group that meets there, or a \
         service line that has no other place, sends people to a locked door. It can still be \
         published: every channel says that the place is closed.",
        "support: { groups: [{ id: circle, place: riverside }] } # riverside has status: closed\n\
         \n\
         support: { groups: [{ id: circle, place: main }] }",
    ),
    warning(
        "review-overdue",
        "the day of the next review has passed",
        "People decide about their health by this content, and somebody promised to look at \
         it again by that day. It can still be published. Have it reviewed, then set both \
         dates.",
        "review: { last_reviewed: 2024-09-01, next_review: 2025-09-01 }\n\
         \n\
         review: { last_reviewed: 2026-09-01, next_review: 2027-09-01 }",
    ),
];
