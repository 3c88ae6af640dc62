//! What a template sees of a page: the same fields, with a number in the place of words.
//!
//! A template never holds content. Where the page has words, the data for the template has the number of an entry; the
//! words are put in where the template prints it. So what an author wrote can neither become markup nor be lost without a
//! trace, and the data stays small however long the text is.

use std::borrow::Cow;

use serviceline_core::words::{Passage, Words};

use crate::template::{Field, Shape};

/// What the number of an entry stands for.
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
    /// The number of an entry.
    Entry(usize),
    List(Vec<Data<'d>>),
    /// The fields of a part of the page, in the order in which it has them.
    Group(Vec<Data<'d>>),
}

/// Everything that the template was given a number for.
#[derive(Debug, Default)]
pub(crate) struct Entries<'d>(Vec<Entry<'d>>);

impl<'d> Entries<'d> {
    /// One entry more, as the template has it.
    fn add(&mut self, entry: Entry<'d>) -> Data<'d> {
        self.0.push(entry);
        Data::Entry(self.0.len() - 1)
    }

    /// All of them, by their numbers.
    pub(crate) fn all(&self) -> &[Entry<'d>] {
        &self.0
    }
}

/// A part of a page, as templates and tracing see it.
pub(crate) trait View {
    /// Whether it may be absent.
    const OPTIONAL: bool = false;
    /// What a template can name in it.
    fn shape() -> Shape;
    /// Its data for the template.
    fn value<'d>(&'d self, entries: &mut Entries<'d>) -> Data<'d>;
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
    fn value<'d>(&'d self, entries: &mut Entries<'d>) -> Data<'d> {
        entries.add(Entry::Verbatim(&self.0))
    }
}

impl View for Words {
    fn shape() -> Shape {
        Shape::Words
    }
    fn value<'d>(&'d self, entries: &mut Entries<'d>) -> Data<'d> {
        entries.add(Entry::Words(self))
    }
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        see(self);
    }
}

impl View for Passage {
    fn shape() -> Shape {
        Shape::Passage
    }
    fn value<'d>(&'d self, entries: &mut Entries<'d>) -> Data<'d> {
        entries.add(Entry::Passage(self))
    }
    fn words<'d>(&'d self, see: &mut dyn FnMut(&'d Words)) {
        Passage::words(self, see);
    }
}

impl View for String {
    fn shape() -> Shape {
        Shape::Text
    }
    fn value<'d>(&'d self, _: &mut Entries<'d>) -> Data<'d> {
        Data::Text(Cow::Borrowed(self))
    }
}

impl View for bool {
    fn shape() -> Shape {
        Shape::Flag
    }
    fn value<'d>(&'d self, _: &mut Entries<'d>) -> Data<'d> {
        Data::Flag(*self)
    }
}

impl<T: View> View for Option<T> {
    const OPTIONAL: bool = true;
    fn shape() -> Shape {
        T::shape()
    }
    fn value<'d>(&'d self, entries: &mut Entries<'d>) -> Data<'d> {
        self.as_ref().map_or(Data::Absent, |inner| inner.value(entries))
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
    fn value<'d>(&'d self, entries: &mut Entries<'d>) -> Data<'d> {
        Data::List(self.iter().map(|item| item.value(entries)).collect())
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
            fn value<'d>(&'d self, entries: &mut $crate::view::Entries<'d>) -> $crate::view::Data<'d> {
                $crate::view::Data::Group(vec![$($crate::view::View::value(&self.$field, entries)),*])
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
