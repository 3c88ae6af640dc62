//! The walk over a model: one exhaustive `fields!` line a struct classes every field, and a field in no class does not
//! compile. From that line come the places of the leaves, the required fields, the settings, and what a channel may see.

use std::{collections::BTreeMap, fmt::Write, sync::Arc};

use crate::{
    leaf::{Fact, FactValue, Leaf, Text},
    model::Audience,
};

/// Who may see an item: the channels and the audience that its author named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The channels, by the name that authors write; empty for all.
    pub channels: Arc<[String]>,
    /// The audience, or everybody.
    pub audience: Option<Audience>,
}

impl Limits {
    pub(crate) fn new(channels: &[String], audience: Option<Audience>) -> Self {
        Self { channels: channels.into(), audience }
    }
    /// Open to all.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.channels.is_empty() && self.audience.is_none()
    }
}

/// How much a field matters, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Must be there before publication.
    Required,
    /// May be absent.
    Optional,
    /// A wording for channels that are read aloud; may be absent.
    Spoken,
}

/// The reader that a selection is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reader {
    /// The name that authors write in `channels:`.
    pub(crate) channel: String,
    /// Items for other audiences are kept back; `None` sees them all (staff).
    pub(crate) audience: Option<Audience>,
    /// Sees the wordings that are read aloud.
    pub(crate) spoken: bool,
}

impl Reader {
    /// Why this reader may not see an item, if that is so.
    pub(crate) fn bars(&self, limits: &Limits) -> Option<String> {
        if !limits.channels.is_empty() && !limits.channels.contains(&self.channel) {
            return Some(format!("its author keeps it to {}", limits.channels.join(", ")));
        }
        match (limits.audience, self.audience) {
            (Some(meant), Some(reader)) if meant != reader => {
                Some(format!("it is for another audience ({})", meant.name()))
            }
            _ => None,
        }
    }
}

/// A leaf on the walk, with all that bears on it.
pub(crate) struct Seen<'a> {
    pub(crate) path: &'a str,
    pub(crate) class: Class,
    pub(crate) limits: &'a [Limits],
    /// Within a block that only channels read aloud may see.
    pub(crate) spoken: bool,
}

/// Where the walk stands.
pub struct At<'v> {
    path: String,
    class: Class,
    spoken: bool,
    /// Within a group of which nothing was given, or that is a gap as a whole: what it requires is not missing.
    absent: bool,
    limits: Vec<Limits>,
    see: &'v mut dyn FnMut(&Seen<'_>, &mut dyn Leaf),
}

impl<'v> At<'v> {
    pub(crate) fn new(root: &str, see: &'v mut dyn FnMut(&Seen<'_>, &mut dyn Leaf)) -> Self {
        Self { path: root.to_owned(), class: Class::Required, spoken: false, absent: false, limits: vec![], see }
    }
    pub(crate) fn field(&mut self, name: &str, class: Class, child: &mut dyn Fields) {
        let (length, before) = (self.path.len(), (self.class, self.spoken, self.absent));
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        self.class = class;
        self.spoken |= class == Class::Spoken;
        self.absent |= class != Class::Required && child.is_absent() || child.is_gap();
        self.within(child);
        self.path.truncate(length);
        (self.class, self.spoken, self.absent) = before;
    }
    fn item(&mut self, index: usize, child: &mut dyn Fields) {
        let (length, before) = (self.path.len(), self.absent);
        let _ = write!(self.path, "[{index}]");
        self.absent |= child.is_gap();
        self.within(child);
        self.path.truncate(length);
        self.absent = before;
    }
    fn within(&mut self, child: &mut dyn Fields) {
        let limits = child.limits();
        let limited = !limits.is_none();
        if limited {
            self.limits.push(limits);
        }
        child.walk(self);
        if limited {
            self.limits.pop();
        }
    }
    fn leaf(&mut self, leaf: &mut dyn Leaf) {
        let class = if self.absent && self.class == Class::Required { Class::Optional } else { self.class };
        let seen = Seen { path: &self.path, class, limits: &self.limits, spoken: self.spoken };
        (self.see)(&seen, leaf);
    }
}

/// A part of the model that can be walked.
pub trait Fields {
    /// Visits every leaf in source order, with its place.
    #[doc(hidden)]
    fn walk(&mut self, at: &mut At<'_>);
    /// Visits every leaf in source order.
    fn leaves<'a>(&'a self, see: &mut dyn FnMut(&'a dyn Leaf));
    /// Takes out what a reader may not see.
    #[doc(hidden)]
    fn select(&mut self, _reader: &Readership) {}
    /// Nothing was given here, so nothing in it is required.
    fn is_absent(&self) -> bool {
        let mut absent = true;
        self.leaves(&mut |leaf| absent &= leaf.is_empty());
        absent
    }
    /// One gap stands for all of it.
    fn is_gap(&self) -> bool {
        let (mut given, mut gaps) = (0, 0);
        self.leaves(&mut |leaf| {
            given += usize::from(!leaf.is_empty());
            gaps += usize::from(leaf.gap().is_some());
        });
        (given, gaps) == (1, 1)
    }
    /// Who may see it.
    fn limits(&self) -> Limits {
        Limits::default()
    }
}

/// An opaque reader, so that [`Fields::select`] can stand in a public trait.
#[doc(hidden)]
#[derive(Debug)]
pub struct Readership(pub(crate) Reader);

impl Fields for Text {
    fn walk(&mut self, at: &mut At<'_>) {
        at.leaf(self);
    }
    fn leaves<'a>(&'a self, see: &mut dyn FnMut(&'a dyn Leaf)) {
        see(self);
    }
    fn limits(&self) -> Limits {
        Self::limits(self)
    }
}
impl<T: FactValue> Fields for Fact<T> {
    fn walk(&mut self, at: &mut At<'_>) {
        at.leaf(self);
    }
    fn leaves<'a>(&'a self, see: &mut dyn FnMut(&'a dyn Leaf)) {
        see(self);
    }
}
impl<T: Fields> Fields for Vec<T> {
    fn walk(&mut self, at: &mut At<'_>) {
        if self.is_empty() && at.class == Class::Required {
            // A required list that is not there is missed at its own place.
            at.leaf(&mut Text::default());
        }
        for (index, item) in self.iter_mut().enumerate() {
            at.item(index, item);
        }
    }
    fn leaves<'a>(&'a self, see: &mut dyn FnMut(&'a dyn Leaf)) {
        for item in self {
            item.leaves(see);
        }
    }
    fn select(&mut self, reader: &Readership) {
        self.retain_mut(|item| {
            let keep = reader.0.bars(&item.limits()).is_none();
            if keep {
                item.select(reader);
            }
            keep
        });
    }
}
impl<T: Fields> Fields for BTreeMap<String, T> {
    fn walk(&mut self, at: &mut At<'_>) {
        let class = at.class;
        for (name, item) in self {
            at.field(name, class, item);
        }
    }
    fn leaves<'a>(&'a self, see: &mut dyn FnMut(&'a dyn Leaf)) {
        for item in self.values() {
            item.leaves(see);
        }
    }
    fn select(&mut self, reader: &Readership) {
        self.retain(|_, item| {
            let keep = reader.0.bars(&item.limits()).is_none();
            if keep {
                item.select(reader);
            }
            keep
        });
    }
}

/// Selects within one field: a part that the reader may not see becomes empty.
pub(crate) fn select_field<T: Fields + Default>(part: &mut T, class: Class, reader: &Readership) {
    let barred = class == Class::Spoken && !reader.0.spoken || reader.0.bars(&part.limits()).is_some();
    if barred { *part = T::default() } else { part.select(reader) }
}

/// Moves the wordings that stand beside a text into it.
pub(crate) fn fold(text: &mut Text, short: Option<&Option<String>>, spoken: Option<&Option<String>>) {
    for (own, beside) in [(&mut text.short, short), (&mut text.spoken, spoken)] {
        if let (None, Some(Some(wording))) = (own.as_ref(), beside) {
            *own = Some(wording.as_str().into());
            text.beside = true;
        }
    }
}

/// Classes every field of a struct.
///
/// `required`, `optional` and `spoken` fields hold leaves; `setting` fields hold none, nor do `key` fields, which must be
/// there; `variant` fields are the wordings
/// `short` and `spoken` of the text marked `with`; `limit` fields are `channels` and `audience`.
macro_rules! fields {
    ($name:ident { $($field:ident $(as $key:literal)?: $class:ident $(with $($variant:ident)+)?),* $(,)? }) => {
        impl $crate::fields::Fields for $name {
            #[allow(unused_variables, reason = "a struct of settings has nothing to walk")]
            fn walk(&mut self, at: &mut $crate::fields::At<'_>) {
                $($crate::fields::fields!(@fold self $field $($($variant)+)?);)*
                let Self { $($field),* } = self;
                $($crate::fields::fields!(@walk $class $field ($($key)?) at);)*
            }
            #[allow(unused_variables, reason = "a struct of settings has nothing to walk")]
            fn leaves<'a>(&'a self, see: &mut dyn FnMut(&'a dyn $crate::leaf::Leaf)) {
                $($crate::fields::fields!(@leaves $class self $field see);)*
            }
            #[allow(unused_variables, reason = "a struct of settings has nothing to select")]
            fn select(&mut self, reader: &$crate::fields::Readership) {
                $($crate::fields::fields!(@select $class self $field reader);)*
            }
            fn limits(&self) -> $crate::fields::Limits {
                #[allow(unused_mut, reason = "most structs have no limits")]
                let mut limits = $crate::fields::Limits::default();
                $($crate::fields::fields!(@limits $class self $field limits);)*
                limits
            }
        }
        impl $crate::fields::Classed for $name {
            const NAME: &'static str = stringify!($name);
            const CLASSES: &'static [(&'static str, &'static str)] =
                &[$(($crate::fields::fields!(@key $field ($($key)?)), stringify!($class))),*];
        }
    };
    (@key $field:ident ($key:literal)) => { $key };
    (@key $field:ident ()) => { stringify!($field) };
    (@fold $self:ident $field:ident) => {};
    (@fold $self:ident $field:ident short spoken) => {
        $crate::fields::fold(&mut $self.$field, Some(&$self.short), Some(&$self.spoken))
    };
    (@fold $self:ident $field:ident spoken) => { $crate::fields::fold(&mut $self.$field, None, Some(&$self.spoken)) };
    (@fold $self:ident $field:ident short) => { $crate::fields::fold(&mut $self.$field, Some(&$self.short), None) };
    (@walk required $f:ident $key:tt $at:ident) => { $at.field($crate::fields::fields!(@key $f $key), $crate::fields::Class::Required, $f) };
    (@walk optional $f:ident $key:tt $at:ident) => { $at.field($crate::fields::fields!(@key $f $key), $crate::fields::Class::Optional, $f) };
    (@walk spoken $f:ident $key:tt $at:ident) => { $at.field($crate::fields::fields!(@key $f $key), $crate::fields::Class::Spoken, $f) };
    (@walk $other:ident $f:ident $key:tt $at:ident) => { let _: &_ = $f; };
    (@leaves required $s:ident $f:ident $see:ident) => { $crate::fields::Fields::leaves(&$s.$f, $see) };
    (@leaves optional $s:ident $f:ident $see:ident) => { $crate::fields::Fields::leaves(&$s.$f, $see) };
    (@leaves spoken $s:ident $f:ident $see:ident) => { $crate::fields::Fields::leaves(&$s.$f, $see) };
    (@leaves $other:ident $s:ident $f:ident $see:ident) => {};
    (@select required $s:ident $f:ident $r:ident) => { $crate::fields::select_field(&mut $s.$f, $crate::fields::Class::Required, $r) };
    (@select optional $s:ident $f:ident $r:ident) => { $crate::fields::select_field(&mut $s.$f, $crate::fields::Class::Optional, $r) };
    (@select spoken $s:ident $f:ident $r:ident) => { $crate::fields::select_field(&mut $s.$f, $crate::fields::Class::Spoken, $r) };
    (@select $other:ident $s:ident $f:ident $r:ident) => {};
    (@limits limit $s:ident channels $l:ident) => { $l.channels = $s.channels.as_slice().into() };
    (@limits limit $s:ident audience $l:ident) => { $l.audience = $s.audience };
    (@limits $other:ident $s:ident $f:ident $l:ident) => {};
}
pub(crate) use fields;

/// The classes of a struct's fields, for the schema and for the list of settings.
#[doc(hidden)]
pub trait Classed {
    const NAME: &'static str;
    const CLASSES: &'static [(&'static str, &'static str)];
}

/// Every text of a part with its place, to be reworded: for tests that need words of their own in each.
pub trait FieldTexts {
    /// Visits every text that is neither empty nor a gap, in source order. `root` begins every path.
    fn each_text(&mut self, root: &str, see: &mut dyn FnMut(&str, &mut Text));
}
impl<T: Fields> FieldTexts for T {
    fn each_text(&mut self, root: &str, see: &mut dyn FnMut(&str, &mut Text)) {
        let mut visit = |seen: &Seen<'_>, leaf: &mut dyn Leaf| {
            if let Some(text) = leaf.as_text_mut().filter(|text| !text.is_empty() && text.gap().is_none()) {
                see(seen.path, text);
            }
        };
        self.walk(&mut At::new(root, &mut visit));
    }
}
