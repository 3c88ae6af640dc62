//! What a template can name: the fields of the page, and of what lies in them.

/// What stands under a name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Text that is no words of the content: an id, an address, a date for machines.
    Text,
    /// Yes or no.
    Flag,
    /// Words of the content or of a phrase.
    Words,
    /// Words in paragraphs and lists.
    Passage,
    /// A group of fields.
    Group(&'static [Field]),
    /// A list, whose items all have one shape.
    List(fn() -> Shape),
}

/// A field of a group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its name, as templates write it.
    pub(crate) name: &'static str,
    /// What it is, in a few words.
    pub(crate) about: &'static str,
    /// Whether it may be absent.
    pub(crate) optional: bool,
    /// What stands there.
    pub(crate) shape: fn() -> Shape,
}

impl Shape {
    /// The field of this name, if this is a group that has it.
    pub(super) fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The fields, if this is a group.
    pub(super) fn fields(self) -> &'static [Field] {
        if let Self::Group(fields) = self { fields } else { &[] }
    }

    /// How an author of templates calls this.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Flag => "a yes or no",
            Self::Words => "words",
            Self::Passage => "a passage",
            Self::Group(_) => "a group of fields",
            Self::List(_) => "a list",
        }
    }
}

/// A field that a template can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateField {
    /// How it is reached: `items[].role` is the `role` of each of the `items`.
    pub path: String,
    /// What stands there: words, a passage, a text, a yes or no, a list, a group of fields.
    pub kind: &'static str,
    /// Whether it may be absent, so that it has to be opened with `if` or `with` first.
    pub optional: bool,
    /// What it is.
    pub about: &'static str,
}

/// All fields of a shape, each group and list before what lies in it.
pub(super) fn describe(shape: Shape, prefix: &str, fields: &mut Vec<TemplateField>) {
    for field in shape.fields() {
        let inner = (field.shape)();
        let path = format!("{prefix}{}", field.name);
        let (item, below) = match inner {
            Shape::List(item) => (item(), format!("{path}[].")),
            shape => (shape, format!("{path}.")),
        };
        let kind = match (inner, item) {
            (Shape::List(_), Shape::Words) => "a list of words",
            (Shape::List(_), Shape::Passage) => "a list of passages",
            _ => inner.noun(),
        };
        fields.push(TemplateField { path, kind, optional: field.optional, about: field.about.trim() });
        describe(item, &below, fields);
    }
}
