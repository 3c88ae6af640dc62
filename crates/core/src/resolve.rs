//! From authored prose to words: references become facts in written form, claims bring their qualifier and the number of
//! their source, and the first use of a term brings its explanation.

use std::sync::Arc;

use crate::{
    Diagnostic,
    edition::TermEntry,
    leaf::{Leaf, Text},
    model::Claim,
    prose::{Block as Source, Inline, Prose, RefKind},
    selection::{Cited, Selection, Variant},
    words::{Block, Origin, Passage, Piece, Role, Style, Words},
};

/// The prose of a text in the variant wanted, or the full one if it has none of these.
pub(crate) fn passage(selection: &Selection<'_>, text: &Text, variant: Variant) -> Passage {
    let Some(parsed) = &text.parsed else { return Passage::default() };
    let wanted: Option<&Prose> = match variant {
        Variant::Full => None,
        Variant::Short => parsed.short.as_ref(),
        Variant::Spoken => parsed.spoken.as_ref(),
    };
    let resolver = Resolver { selection, origin: Origin::Field(text.place.clone()), variant };
    Passage { blocks: resolver.blocks(&wanted.unwrap_or(&parsed.full).blocks) }
}

struct Resolver<'s, 'e> {
    selection: &'s Selection<'e>,
    origin: Origin,
    variant: Variant,
}

/// A paragraph in the making: its words, and the claims in them with the index of the piece that follows each.
#[derive(Default)]
struct Line<'e> {
    words: Words,
    claims: Vec<(usize, &'e Claim)>,
}

impl<'e> Resolver<'_, 'e> {
    fn blocks(&self, blocks: &[Source]) -> Vec<Block> {
        let resolve = |block: &Source| match block {
            Source::Paragraph(inlines) => Block::Paragraph(self.paragraph(inlines)),
            Source::List { ordered, items } => {
                Block::List { ordered: *ordered, items: items.iter().map(|item| self.blocks(item)).collect() }
            }
        };
        blocks.iter().map(resolve).collect()
    }

    fn paragraph(&self, inlines: &[Inline]) -> Words {
        let mut line = Line::default();
        self.inlines(inlines, Style::default(), None, &mut line);
        self.qualify(line)
    }

    fn inlines(&self, inlines: &[Inline], style: Style, href: Option<&Arc<str>>, line: &mut Line<'e>) {
        let role = || href.map_or(Role::Plain, |href| Role::Link { href: Arc::clone(href) });
        for inline in inlines {
            let piece = |text: &str, role| Piece::new(text, self.origin.clone()).with(role, style);
            match inline {
                Inline::Text(text) => line.words.pieces.push(piece(without_second_stop(&line.words, text), role())),
                Inline::Break => line.words.pieces.push(piece(" ", Role::Break)),
                Inline::FillIn(text) => line.words.pieces.push(piece(&format!("{{{text}}}"), Role::FillIn)),
                Inline::Emphasis(inner) => self.inlines(inner, Style { emphasis: true, ..style }, href, line),
                Inline::Strong(inner) => self.inlines(inner, Style { strong: true, ..style }, href, line),
                Inline::Link { url, text } => {
                    let href: Arc<str> = self.selection.absolute(url).into();
                    self.inlines(text, style, Some(&href), line);
                }
                Inline::Reference { kind, id, label } => self.reference(*kind, id, label.as_deref(), style, line),
            }
        }
    }

    fn reference(&self, kind: RefKind, id: &str, label: Option<&str>, style: Style, line: &mut Line<'e>) {
        let edition = self.selection.edition();
        let words = match kind {
            RefKind::Phone => edition.phone(id).map(|phone| self.selection.phone(phone)),
            RefKind::Hours => Some(self.selection.hours_of(id)),
            RefKind::Link => edition.link(id).map(|link| self.link(link, label)),
            RefKind::Term => edition.term(id).map(|term| self.term(term, label, &line.words)),
            RefKind::Claim => {
                let claim = edition.claim(id);
                if let Some(claim) = claim {
                    self.claim(id, claim, style, line);
                }
                claim.map(|_| Words::default())
            }
        };
        match words {
            Some(words) => append_styled(&mut line.words, words, style),
            None => self.selection.fault(Diagnostic::error("unknown-reference", format!("nothing has the id `{id}`"))),
        }
    }

    fn link(&self, link: &crate::model::Link, label: Option<&str>) -> Words {
        match label {
            None => self.selection.link(link),
            Some(label) => self.selection.linked(Piece::new(label, self.origin.clone()).into(), link),
        }
    }

    fn term(&self, term: TermEntry<'_>, label: Option<&str>, before: &Words) -> Words {
        let mut word = match label {
            Some(label) => Piece::new(label, self.origin.clone()).into(),
            None => self.named(term, before),
        };
        for piece in &mut word.pieces {
            piece.role = Role::Term { id: term.id.into() };
        }
        let first = term.inline
            && self.selection.variant() != Variant::Spoken
            && self.selection.journal.borrow_mut().explained.insert(term.id.to_owned());
        if !first {
            return word;
        }
        let plain = self.selection.say_as(term.plain, Variant::Full);
        self.selection.phrase_with("term.explained", &[("term", &word), ("plain", &plain)])
    }

    /// A term by its own word, as it stands within the sentence.
    fn named(&self, term: TermEntry<'_>, before: &Words) -> Words {
        let mut word = self.selection.say_as(term.word, Variant::Full);
        let starts = before.text().trim_end().is_empty() || before.ends_sentence();
        if let Some(first) = word.pieces.first_mut().filter(|_| !term.glossary && !starts) {
            first.text = self.selection.locale().uncapitalized(&first.text);
        }
        word
    }

    fn claim(&self, id: &str, claim: &'e Claim, style: Style, line: &mut Line<'e>) {
        append_styled(&mut line.words, self.selection.say_as(&claim.text, self.variant), style);
        // A number of a source cannot be said, whichever wording a channel that is read aloud takes.
        if self.selection.variant() != Variant::Spoken {
            let number = self.selection.cite(id, claim);
            let mark = Piece::new(number.to_string(), Origin::Phrase("cite".into()));
            line.words.pieces.push(mark.with(Role::Cite { number }, Style::default()));
        }
        line.claims.push((line.words.pieces.len(), claim));
    }

    /// Puts each qualifier behind the sentence of its claim; one that several claims share, behind the last of them.
    fn qualify(&self, line: Line<'e>) -> Words {
        let Line { mut words, claims } = line;
        for (index, (after, claim)) in claims.iter().enumerate().rev() {
            if claim.qualifier.is_empty() {
                continue;
            }
            let again = claims[index + 1..].iter().find(|(_, later)| later.qualifier.full() == claim.qualifier.full());
            if let Some((_, later)) = again {
                self.selection.same(&claim.qualifier, &later.qualifier);
            } else {
                let qualifier = self.selection.say_as(&claim.qualifier, self.variant);
                insert_after_sentence(&mut words, *after, qualifier);
            }
        }
        words
    }
}

/// A sentence that ends with a written form such as "6 p.m." has its stop already.
fn without_second_stop<'t>(before: &Words, text: &'t str) -> &'t str {
    let stopped = before.pieces.last().is_some_and(|p| p.role != Role::FillIn && p.text.ends_with('.'));
    text.strip_prefix('.').filter(|_| stopped).unwrap_or(text)
}

fn append_styled(words: &mut Words, mut more: Words, style: Style) {
    for piece in &mut more.pieces {
        piece.style.strong |= style.strong;
        piece.style.emphasis |= style.emphasis;
    }
    words.append(more);
}

/// Inserts a sentence behind the one that goes on at piece `from`.
fn insert_after_sentence(words: &mut Words, from: usize, mut sentence: Words) {
    let (index, at) = sentence_end(words, from);
    let origin = sentence.pieces.first().map_or_else(|| Origin::Phrase("qualifier".into()), |p| p.origin.clone());
    let space = Piece::new(" ", origin);
    let tail = words.pieces.get_mut(index).filter(|p| at < p.text.len()).map(|piece| {
        let rest = piece.text.split_off(at);
        Piece { text: rest, ..piece.clone() }
    });
    let place = (index + 1).min(words.pieces.len());
    sentence.pieces.insert(0, space);
    sentence.pieces.extend(tail);
    words.pieces.splice(place..place, sentence.pieces);
}

/// Where the sentence that goes on at piece `from` ends: the piece, and the byte in it.
fn sentence_end(words: &Words, from: usize) -> (usize, usize) {
    let mut open: Option<(usize, usize)> = None;
    let mut before = [' ', ' '];
    for (index, piece) in words.pieces.iter().enumerate().skip(from) {
        if piece.role == Role::Break {
            continue;
        }
        for (at, c) in piece.text.char_indices() {
            match open {
                Some(end) if c.is_whitespace() => return end,
                Some(_) if "\"'”’)]".contains(c) => open = Some((index, at + c.len_utf8())),
                _ => {
                    // A stop behind a single capital, as in "U.S. News", ends no sentence.
                    let initial = c == '.' && before[1].is_uppercase() && !before[0].is_alphanumeric();
                    open = (".!?".contains(c) && !initial).then_some((index, at + c.len_utf8()));
                }
            }
            before = [before[1], c];
        }
    }
    let last = words.pieces.len().saturating_sub(1);
    open.unwrap_or_else(|| (last, words.pieces.last().map_or(0, |p| p.text.len())))
}

impl Selection<'_> {
    /// The claim that a reference points to, as a sentence of its own with its qualifier; or the gap in its place.
    #[must_use]
    pub fn claim_at(&self, at: &crate::leaf::Fact<crate::model::ClaimRef>) -> Words {
        let Some((id, claim)) = at.value().and_then(|at| Some((at.id(), self.edition().claim(at.id())?))) else {
            return self.gap_of(at);
        };
        self.same(at, &claim.text);
        let resolver = Resolver { selection: self, origin: Origin::Field(at.place().clone()), variant: self.variant() };
        let mut line = Line::default();
        resolver.claim(id, claim, Style::default(), &mut line);
        if !line.words.ends_sentence() {
            line.words.append(self.phrase("text.stop"));
        }
        resolver.qualify(line)
    }
    /// Numbers the source of a claim; equal sources share a number.
    fn cite(&self, id: &str, claim: &Claim) -> usize {
        let mut journal = self.journal.borrow_mut();
        if let Some(cited) = journal.cited.iter().find(|c| c.claim == id) {
            return cited.number;
        }
        let wording = |c: &Claim| {
            let source = match self.variant() {
                Variant::Short => c.source.short().unwrap_or(c.source.full()),
                _ => c.source.full(),
            };
            (source.to_owned(), c.as_of.value().copied())
        };
        let same = journal.cited.iter().find_map(|cited| {
            let other = self.edition().claim(&cited.claim)?;
            let known = claim.source.gap().is_none();
            (known && wording(other) == wording(claim)).then_some((cited.number, other))
        });
        let last = journal.cited.iter().map(|c| c.number).max().unwrap_or_default();
        let number = same.map_or(last + 1, |(number, _)| number);
        if let Some((_, other)) = same {
            for (mine, theirs) in
                [(claim.source.place(), other.source.place()), (claim.as_of.place(), other.as_of.place())]
            {
                journal.same.push((mine.clone(), theirs.clone()));
            }
            if !claim.evidence_url.is_empty() {
                journal.same.push((claim.evidence_url.place().clone(), other.evidence_url.place().clone()));
            }
        }
        journal.cited.push(Cited { number, claim: id.to_owned() });
        number
    }
}
