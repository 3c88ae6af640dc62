//! A [`Selection`]: the edition as one channel may see it, and the only way from content into a document.

use std::{cell::RefCell, collections::BTreeSet, ops::Deref, sync::Arc};

use crate::{
    Diagnostic,
    edition::{Edition, TermEntry},
    fields::Reader,
    leaf::{Fact, FactValue, Leaf, Text},
    locale::Locale,
    model::{Audience, Claim, Organization, ServiceLine},
    path::FieldPath,
    phrase::{Bound, Phrase, Phrases},
    reasons::{Reasons, Sorted},
    visible::Visible,
    words::{Origin, Passage, Piece, Role, Style, Words},
};

/// Which wording of a text a channel prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The full one.
    Full,
    /// The one for where space is scarce.
    Short,
    /// The one that is read aloud.
    Spoken,
}

/// The edition as one channel may see it: items kept from it are gone, and the variant it prefers is chosen.
///
/// It dereferences to the service line that is left. Say things in reading order: the first use of a term brings its
/// explanation, and sources are numbered as they are cited.
#[derive(Debug)]
pub struct Selection<'e> {
    edition: &'e Edition,
    visible: Arc<Visible>,
    variant: Variant,
    pub(crate) journal: RefCell<Journal>,
}

/// What has been said so far.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    pub(crate) explained: BTreeSet<String>,
    pub(crate) cited: Vec<Cited>,
    /// The first leaf has the same words as the second, and is placed where that is.
    pub(crate) same: Vec<(FieldPath, FieldPath)>,
    pub(crate) left: Reasons,
    pub(crate) faults: Vec<Diagnostic>,
}

/// A claim that was cited, and the number of its source.
#[derive(Clone, Debug)]
pub(crate) struct Cited {
    pub(crate) number: usize,
    pub(crate) claim: String,
}

/// A source in the list of sources: claims that rest on the same source share a number.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'s> {
    /// Its number, from 1.
    pub number: usize,
    /// The id of the first claim that rests on it.
    pub id: &'s str,
    /// That claim.
    pub claim: &'s Claim,
}

impl Deref for Selection<'_> {
    type Target = ServiceLine;
    fn deref(&self) -> &ServiceLine {
        &self.visible.service
    }
}

impl<'e> Selection<'e> {
    /// The edition as a channel of this name (what authors write in `channels:`) may see it; without an audience, the
    /// content of every audience.
    #[must_use]
    pub fn new(edition: &'e Edition, channel: &str, variant: Variant, audience: Option<Audience>) -> Self {
        let reader = Reader { channel: channel.to_owned(), audience, spoken: variant == Variant::Spoken };
        Self { edition, visible: edition.sights.of(edition, reader), variant, journal: RefCell::default() }
    }

    /// Why leaves of the edition are not in this selection.
    pub(crate) fn kept_back(&self) -> &Sorted {
        &self.visible.kept_back
    }
    /// The whole edition, with what this channel may not see.
    #[must_use]
    pub fn edition(&self) -> &'e Edition {
        self.edition
    }
    /// The organization, with the phones, places, links, words and claims that this service line uses.
    #[must_use]
    pub fn organization(&self) -> &Organization {
        &self.visible.organization
    }
    /// The written forms of the edition's language.
    #[must_use]
    pub fn locale(&self) -> &'e Locale {
        &self.edition.locale
    }
    /// The variant that the channel prefers.
    #[must_use]
    pub fn variant(&self) -> Variant {
        self.variant
    }
    /// Gaps may be shown.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.edition.is_draft()
    }

    /// Every word that can be explained to these readers.
    pub fn terms(&self) -> impl Iterator<Item = TermEntry<'_>> {
        crate::edition::terms(&self.visible.service, &self.visible.organization)
    }

    /// The words of a text in one run, in the variant that the channel prefers.
    #[must_use]
    pub fn say(&self, text: &Text) -> Words {
        self.prose(text).into_words()
    }
    /// The words of a text in their paragraphs and lists, in the variant that the channel prefers.
    #[must_use]
    pub fn prose(&self, text: &Text) -> Passage {
        self.prose_as(text, self.variant)
    }
    /// The words of a text in one run, in a variant of one's choice.
    #[must_use]
    pub fn say_as(&self, text: &Text, variant: Variant) -> Words {
        self.prose_as(text, variant).into_words()
    }
    /// The words of a text in their paragraphs and lists, in a variant of one's choice.
    #[must_use]
    pub fn prose_as(&self, text: &Text, variant: Variant) -> Passage {
        match text.gap() {
            Some(note) => Passage::paragraph(self.gap(note, &text.place)),
            None => crate::resolve::passage(self, text, variant),
        }
    }
    /// A fact in written form; nothing if it was not given.
    #[must_use]
    pub fn fact<T: FactValue>(&self, fact: &Fact<T>, write: impl FnOnce(&T) -> String) -> Words {
        match (fact.gap(), fact.value()) {
            (Some(note), _) => self.gap(note, fact.place()),
            (None, Some(value)) => Piece::new(write(value), Origin::Field(fact.place().clone())).into(),
            (None, None) => Words::default(),
        }
    }
    /// A gap, as a draft shows it. Empty for a leaf that is none.
    #[must_use]
    pub fn gap_of(&self, leaf: &dyn Leaf) -> Words {
        leaf.gap().map(|note| self.gap(note, leaf.place())).unwrap_or_default()
    }
    /// The notes of all gaps of the edition, each with its place: every channel lists them in a draft.
    #[must_use]
    pub fn gaps(&self) -> Vec<Words> {
        let place = |path: &FieldPath| Piece::new(format!("{path}: "), Origin::Field(path.clone()));
        let line = |(path, note)| Words::from(place(path)).then(self.gap(note, path));
        self.edition.gaps().map(line).collect()
    }
    fn gap(&self, note: &str, place: &FieldPath) -> Words {
        let note = Piece::new(note, Origin::Field(place.clone()));
        let mut gap = self.phrase_with("draft.gap", &[("what", &note.into())]);
        for piece in &mut gap.pieces {
            piece.role = Role::Gap;
        }
        gap
    }
    /// A piece of content in other words than its own: a marker or a code that stands for it (`edition`, a file name).
    #[must_use]
    pub fn own(&self, text: impl Into<String>) -> Words {
        Piece::new(text, Origin::Phrase("document".into())).into()
    }

    /// A shared phrase without values.
    #[must_use]
    pub fn phrase(&self, key: &str) -> Words {
        self.phrase_with(key, &[])
    }
    /// A shared phrase with its values. An unknown key or a missing value fails the publication, not this call.
    #[must_use]
    pub fn phrase_with(&self, key: &str, values: &[(&str, &Words)]) -> Words {
        self.phrase_from(self.locale().phrases(), key, values)
    }
    /// A phrase of a channel's own file, with its values.
    #[must_use]
    pub fn phrase_from(&self, phrases: &Phrases, key: &str, values: &[(&str, &Words)]) -> Words {
        // How a stop behind "6 p.m." sounds is known where it is said.
        let is_read = self.variant != Variant::Spoken;
        match phrases.get(key).and_then(|phrase| fill(phrase, values, is_read)) {
            Ok(words) => words,
            Err(fault) => {
                self.journal.borrow_mut().faults.push(fault);
                Words::default()
            }
        }
    }
    /// A writer of the locale's composed forms, whose own words count as phrases.
    pub fn writer(&self) -> crate::locale::Writer<'e, impl Fn(&str) -> Words + use<>> {
        self.locale().writer(|text: &str| Words::from(Piece::new(text, Origin::Phrase("form".into()))))
    }

    /// The sources that were cited so far, in order of number.
    #[must_use]
    pub fn citations(&self) -> Vec<Citation<'e>> {
        let mut citations: Vec<Citation<'e>> = vec![];
        for cited in &self.journal.borrow().cited {
            let known = citations.last().is_some_and(|last| last.number >= cited.number);
            if let Some(claim) = self.edition.claim(&cited.claim).filter(|_| !known) {
                let id = self.edition.service.claims.get_key_value(&cited.claim);
                let id = id.or_else(|| self.edition.organization.claims.get_key_value(&cited.claim));
                citations.extend(id.map(|(id, _)| Citation { number: cited.number, id, claim }));
            }
        }
        citations
    }
    /// Forgets what was said so far, so that it can be said again from the beginning: first uses of terms, numbers of
    /// sources. For a channel that composes again because the first wording has no room.
    pub fn restart(&self) {
        let mut journal = self.journal.borrow_mut();
        *journal = Journal { faults: std::mem::take(&mut journal.faults), ..Journal::default() };
    }
    /// Something that no author can mend went wrong while composing; the publication fails with it.
    pub fn fault(&self, diagnostic: Diagnostic) {
        self.journal.borrow_mut().faults.push(diagnostic);
    }
    /// What went wrong while composing so far.
    #[must_use]
    pub fn faults(&self) -> Vec<Diagnostic> {
        self.journal.borrow().faults.clone()
    }
    /// The first leaf says the same as the second: it is placed wherever that is, and left out for the same reason.
    pub fn same(&self, leaf: &dyn Leaf, as_leaf: &dyn Leaf) {
        self.journal.borrow_mut().same.push((leaf.place().clone(), as_leaf.place().clone()));
    }
    /// A piece of text of a leaf, in a role: for written forms that put a leaf's value in a link or a call.
    #[must_use]
    pub fn piece(&self, text: impl Into<String>, leaf: &dyn Leaf, role: Role) -> Words {
        Piece::new(text, Origin::Field(leaf.place().clone())).with(role, Style::default()).into()
    }
}

/// A phrase with its values in place. Where it is read, a stop behind a value that has one is written once.
fn fill(phrase: &Phrase, values: &[(&str, &Words)], is_read: bool) -> Result<Words, Diagnostic> {
    let parts = phrase.pattern().parts();
    let mut pieces = Vec::with_capacity(parts.len());
    for part in parts {
        match part.bind(values).map_err(|fault| fault.at_path(&**phrase.key()))? {
            Bound::Literal(text) => {
                let again = is_read && is_stopped(&pieces);
                let text = text.strip_prefix('.').filter(|rest| again && !rest.starts_with('.')).unwrap_or(text);
                if !text.is_empty() {
                    pieces.push(Piece::new(text, Origin::Phrase(Arc::clone(phrase.key()))));
                }
            }
            Bound::Value(value) => pieces.extend_from_slice(value.pieces()),
        }
    }
    Ok(Words { pieces })
}

fn is_stopped(pieces: &[Piece]) -> bool {
    pieces.last().is_some_and(|piece| piece.role != Role::FillIn && piece.text.ends_with(['.', '!', '?']))
}
