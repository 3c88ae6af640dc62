//! What a template sees of a page: the same fields, with a mark in the place of words.
//!
//! A template never holds content. Where the page has words, the data for the template has one character of a private-use
//! plane that stands for them; the words take its place after the template has been rendered. So what an author wrote can
//! neither become markup nor be lost without a trace, and the data stays small however long the text is.

use std::borrow::Cow;

use serviceline_core::words::{Passage, Words};

use crate::template::{Field, Shape};

/// The first character that stands for something; a plane has 65,534 of them.
const FIRST: u32 = 0xF_0000;
/// The last one.
const LAST: u32 = 0xF_FFFD;

/// What a mark stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entry<'d> {
    Words(&'d Words),
    Passage(&'d Passage),
    Verbatim(&'d str),
}

/// What a template is given of a page.
#[derive(Debug)]
pub(crate) enum Data<'d> {
    Absent,
    Flag(bool),
    /// Text that is no words of the content.
    Text(Cow<'d, str>),
    /// What stands for an entry. Beyond the last mark there is none, and the entry counts as not printed.
    Mark(Option<char>),
    List(Vec<Data<'d>>),
    /// The fields of a part of the page, in the order in which it has them.
    Group(Vec<Data<'d>>),
}

/// Everything that the template was given a mark for.
#[derive(Debug, Default)]
pub(crate) struct Marks<'d> {
    entries: Vec<Entry<'d>>,
}

impl<'d> Marks<'d> {
    /// The mark of one more entry.
    fn mark(&mut self, entry: Entry<'d>) -> Data<'d> {
        let code = FIRST + self.entries.len() as u32;
        self.entries.push(entry);
        Data::Mark(char::from_u32(code).filter(|_| code <= LAST))
    }

    /// What stands behind the marks, in order.
    pub(crate) fn entries(&self) -> &[Entry<'d>] {
        &self.entries
    }
}

/// The number of the entry that a character stands for.
pub(crate) fn marked(character: char) -> Option<usize> {
    let code = u32::from(character);
    (FIRST..=LAST).contains(&code).then(|| (code - FIRST) as usize)
}

/// A part of a page, as templates and tracing see it.
pub(crate) trait View {
    /// Whether it may be absent.
    const OPTIONAL: bool = false;
    /// What a template can name in it.
    fn shape() -> Shape;
    /// Its data for the template.
    fn value<'d>(&'d self, marks: &mut Marks<'d>) -> Data<'d>;
    /// All words in it, in reading order.
    fn words<'d>(&'d self, _see: &mut dyn FnMut(&'d Words)) {}
}

/// Text that is put into the page as it is: a style sheet, a script, a picture as an address.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Verbatim(pub std::sync::Arc<str>);

/// How it begins and how long it is: nobody reads a picture.
impl std::fmt::Debug for Verbatim {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let start: String = self.0.chars().take(24).collect();
        write!(formatter, "Verbatim({start:?}..., {} bytes)", self.0.len())
    }
}

impl View for Verbatim {
    fn shape() -> Shape {
        Shape::Text
    }
    fn value<'d>(&'d self, marks: &mut Marks<'d>) -> Data<'d> {
        marks.mark(Entry::Verbatim(&self.0))
    }
}

impl View for Words {
    fn shape() -> Shape {
        Shape::Words
    }
    fn value<'d>(&'d self, marks: &mut Marks<'d>) -> Data<'d> {
        marks.mark(Entry::Words(self))
    }
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        see(self);
    }
}

impl View for Passage {
    fn shape() -> Shape {
        Shape::Passage
    }
    fn value<'d>(&'d self, marks: &mut Marks<'d>) -> Data<'d> {
        marks.mark(Entry::Passage(self))
    }
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        Passage::words(self, see);
    }
}

impl View for String {
    fn shape() -> Shape {
        Shape::Text
    }
    fn value<'d>(&'d self, _: &mut Marks<'d>) -> Data<'d> {
        Data::Text(Cow::Borrowed(self))
    }
}

impl View for bool {
    fn shape() -> Shape {
        Shape::Flag
    }
    fn value<'d>(&'d self, _: &mut Marks<'d>) -> Data<'d> {
        Data::Flag(*self)
    }
}

impl<T: View> View for Option<T> {
    const OPTIONAL: bool = true;
    fn shape() -> Shape {
        T::shape()
    }
    fn value<'d>(&'d self, marks: &mut Marks<'d>) -> Data<'d> {
        self.as_ref().map_or(Data::Absent, |inner| inner.value(marks))
    }
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        if let Some(inner) = self {
            inner.words(see);
        }
    }
}

impl<T: View> View for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }
    fn value<'d>(&'d self, marks: &mut Marks<'d>) -> Data<'d> {
        Data::List(self.iter().map(|item| item.value(marks)).collect())
    }
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        for item in self {
            item.words(see);
        }
    }
}

/// Declares parts of a page. Every field is in the data for the template and on the walk over words: none can be forgotten.
macro_rules! parts {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[doc = $about:literal])* pub $field:ident: $type:ty,)* })*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name { $($(#[doc = $about])* pub $field: $type,)* }

        impl $crate::view::View for $name {
            fn shape() -> $crate::template::Shape {
                const FIELDS: &[$crate::template::Field] = &[$($crate::view::field::<$type>(stringify!($field), concat!($($about),*))),*];
                $crate::template::Shape::Group(FIELDS)
            }
            fn value<'d>(&'d self, marks: &mut $crate::view::Marks<'d>) -> $crate::view::Data<'d> {
                $crate::view::Data::Group(vec![$($crate::view::View::value(&self.$field, marks)),*])
            }
            fn words<'d>(&'d self, see: &mut dyn FnMut(&'d serviceline_core::words::Words)) {
                $($crate::view::View::words(&self.$field, see);)*
            }
        }
    )* };
}
pub(crate) use parts;

/// A field of a group, by the type that it has.
pub(crate) const fn field<T: View>(name: &'static str, about: &'static str) -> Field {
    Field { name, about, optional: T::OPTIONAL, shape: T::shape }
}
