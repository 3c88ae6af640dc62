//! Codes of reading a file.

use super::{Code, error};

pub(super) const CODES: &[Code] = &[
    error(
        "empty-file",
        "the file has nothing in it",
        "A file describes one service line or one organization, and this one holds no words. \
         Perhaps it was saved before anything was typed, or everything in it is a comment.",
        "# a file with only this line is empty\n\
         \n\
         id: foot-care\n\
         title: Foot care",
    ),
    error(
        "not-utf8",
        "the file is not written in UTF-8",
        "Letters with accents, curly quotes and dashes are stored differently by different \
         programs. UTF-8 is the one way in which this product reads them; in any other, `é` \
         would be printed as something else. Save the file again and choose UTF-8 as its \
         encoding.",
        "title: Caf\\xe9        # saved as Latin-1 or Windows-1252\n\
         \n\
         title: Café        # saved as UTF-8",
    ),
    error(
        "source-too-large",
        "the file holds more than a description ever does",
        "A description of a service line has some hundreds of values. A file may hold 20,000 \
         of them and one megabyte of text; values that are repeated by an alias count each \
         time. Whatever is larger is no description, and might be made to exhaust the \
         machine.",
        "a: &a [x, x, x, x, x, x, x, x]\n\
         b: &b [*a, *a, *a, *a, *a, *a, *a, *a]\n\
         c: [*b, *b, *b, *b, *b, *b, *b, *b]        # and so on: a few lines for a million values\n\
         \n\
         a: [x, x]        # written out, and only what is needed",
    ),
    error(
        "source-too-deep",
        "values are nested deeper than any description needs",
        "Lists in lists and groups in groups may go 32 levels deep. The deepest part of a \
         real description is about eight levels down, so that a file which exceeds this has \
         brackets or indentation gone wrong.",
        "steps: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Check in]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n\
         \n\
         steps: [Check in]",
    ),
    error(
        "too-many-faults",
        "there are more problems than are shown",
        "After a hundred problems in one file the rest are not listed: they often have one \
         cause, such as a wrong indentation or a file of another kind. Mend the first ones \
         and look again.",
        "price: 12        # a hundred fields that a service line doesn't have\n\
         colour: blue\n\
         \n\
         title: Foot care",
    ),
    error(
        "control-character",
        "a character that nobody can see, or half of one",
        "Some characters have no shape: they ring a bell, turn the direction of the text, or \
         end it. They come along when text is copied from a PDF, a word processor or a chat, \
         and would change or break what is printed and read aloud. The diamond with a \
         question mark (U+FFFD) stands for a letter that was lost in a conversion. Delete the \
         character, or type the one that was meant.",
        "title: \"Foot\\u202e care\"\n\
         one_line: Caf� for feet\n\
         \n\
         title: Foot care\n\
         one_line: Café for feet",
    ),
    error(
        "syntax",
        "the file can't be read from here on",
        "YAML has few rules, and one of them is broken here: a quotation mark or a bracket \
         that isn't closed, lines that don't begin in the same column, or a text with `: ` in \
         it that stands without quotes. What follows in the file was not read, so that there \
         may be more to report once this is mended. A text that stands in quotes, or indented \
         below a `|`, can hold anything.",
        "title: Foot care: the team\n\
         \n\
         title: \"Foot care: the team\"\n\
         summary: |\n\
         \x20 Foot care: the team.",
    ),
    error(
        "duplicate-field",
        "a field is given twice",
        "Only one of the two could be published, and the other would vanish without anybody \
         noticing. Keep the one that is right. For several items write one field with a list.",
        "title: Foot care\n\
         title: Foot clinic\n\
         \n\
         title: Foot care\n\
         aka: [Foot clinic]",
    ),
    error(
        "key-not-text",
        "something else stands where the name of a field belongs",
        "Before a colon stands the name of a field, and a name is a word. A list, a group in \
         braces, or nothing at all can't be one. Most often a text begins with a bracket or a \
         brace, and needs quotes.",
        "[new] Foot care: open\n\
         \n\
         title: \"[new] Foot care: open\"",
    ),
    error(
        "empty-text",
        "a field or an item is given, but there is nothing in it",
        "An empty field could mean that there is nothing to say, or that somebody meant to \
         fill it in. A published page can't ask which. Remove the field if there is nothing \
         to say. If the words are still to come, write `todo: ` with a note: drafts show it, \
         and publication waits for it.",
        "plain_name:\n\
         preparation: \"\"\n\
         \n\
         plain_name: { todo: \"ask Dr. Reyes what people call it\" }",
    ),
    error(
        "yaml-feature",
        "a part of YAML that has no meaning in a description",
        "YAML can do much that a description doesn't need: tags that begin with `!`, groups \
         that are merged with `<<`, several documents in one file. They would be read \
         differently than they look. Write plain fields, and put a text that begins with such \
         a sign in quotes.",
        "title: !New Foot care\n\
         ---\n\
         title: Another one\n\
         \n\
         title: \"!New Foot care\"",
    ),
    error(
        "alias-cycle",
        "a value repeats itself within itself",
        "`*name` repeats the value that `&name` stands before. Within that very value it \
         would go on forever. Write out what you mean.",
        "steps: &steps [Check in, *steps]\n\
         \n\
         steps: [Check in, See the doctor]",
    ),
    error(
        "alias-unknown",
        "`*name` repeats a value that is nowhere",
        "A star before a word asks for a value that has this name, and none before it in the \
         file has. Most often the star belongs to the text, as emphasis or as a footnote \
         sign; then the text needs quotes.",
        "title: *Now* open\n\
         \n\
         title: \"*Now* open\"",
    ),
    error(
        "hidden-text",
        "words that YAML takes for a comment or a name, and hides",
        "Everything after a space and `#` is a comment, and `&word` at the start is a name \
         for the value. Neither is published. So `Ranked #1 in Ohio` would come out as \
         `Ranked`. Put such a text in quotes, or below a `|`. A comment that is meant as one \
         has a space after its `#`.",
        "title: Ranked #1 in Ohio        # read as \"Ranked\"\n\
         name: &Joint care\n\
         \n\
         title: \"Ranked #1 in Ohio\"\n\
         name: \"&Joint care\"",
    ),
    error(
        "unquoted-reference",
        "a reference in a text without quotes",
        "Braces have a meaning in YAML: they hold a group of fields. At the start of a text, \
         and anywhere within `{ }` or `[ ]`, a reference such as `{phone:appointments}` is \
         taken for such a group. Put the whole text in quotes, or write it below a `|`.",
        "how: {phone:appointments}\n\
         steps: [Call {phone:appointments}]\n\
         \n\
         how: \"{phone:appointments}\"\n\
         steps: [\"Call {phone:appointments}\"]\n\
         summary: |\n\
         \x20 Call {phone:appointments}.",
    ),
];
