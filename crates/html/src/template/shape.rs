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
