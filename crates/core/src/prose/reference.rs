//! References and fill-ins: what stands between braces.

use std::ops::Range;

use super::run::Run;
use super::{Inline, ProseFault, ProseOptions, RefKind};
use crate::diagnostic::quote;
use crate::nearest::nearest;

/// How to write what was meant.
const FORMS: &str = "a reference is written `{phone:appointments}`; write `\\{` for a brace";

/// Cuts a run into words, references and fill-ins.
pub(super) fn cut(run: &Run, options: ProseOptions, faults: &mut Vec<ProseFault>, out: &mut Vec<Inline>) {
    let text = run.text();
    let mut said = 0;
    let mut from = 0;
    while let Some((open, brace)) = run.brace(from) {
        from = open + 1;
        if let Some(end) = doubled(run, open) {
            faults.push(two_braces(run, open..end));
            from = end;
            continue;
        }
        let close = run.brace(open + 1).filter(|(_, next)| brace == '{' && *next == '}').map(|(close, _)| close);
        let Some(close) = close else {
            faults.push(stray(run, open, brace));
            continue;
        };
        from = close + 1;
        match read(&text[open + 1..close], options) {
            Ok(inline) => {
                push_words(out, &text[said..open]);
                out.push(inline);
                said = from;
            }
            Err(Wrong { code, message, help }) => {
                faults.push(ProseFault::new(code, run.source(&(open..from)), message, &help));
            }
        }
    }
    push_words(out, &text[said..]);
}

/// Adds words, with one space where there are several.
pub(super) fn push_words(out: &mut Vec<Inline>, words: &str) {
    if words.is_empty() {
        return;
    }
    if !matches!(out.last(), Some(Inline::Text(_))) {
        out.push(Inline::Text(String::with_capacity(words.len())));
    }
    let Some(Inline::Text(text)) = out.last_mut() else { return };
    for c in words.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }) {
        if c != ' ' || !text.ends_with(' ') {
            text.push(c);
        }
    }
}

/// Whether the words between two braces are a blank for an agent: capitals, and no colon.
pub(crate) fn is_fill_in(inner: &str) -> bool {
    let allowed =
        |c: char| !c.is_lowercase() && (c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '\'' | '’' | ','));
    inner.chars().all(allowed) && inner.chars().any(char::is_uppercase) && inner.trim() == inner
}

struct Wrong {
    code: &'static str,
    message: String,
    help: String,
}

fn wrong(message: String, help: impl Into<String>) -> Wrong {
    Wrong { code: "prose-bad-reference", message, help: help.into() }
}

/// Reads what stands between two braces.
fn read(inner: &str, options: ProseOptions) -> Result<Inline, Wrong> {
    let Some((kind, rest)) = inner.split_once(':') else { return fill_in(inner, options) };
    let Some(known) = RefKind::named(kind) else {
        let message = format!("expected the kind of a reference before `:`, found {}", quote(kind));
        let names = RefKind::ALL.map(RefKind::as_str);
        return Err(match nearest(kind.trim(), names) {
            Some(nearest) => wrong(message, format!("did you mean `{nearest}`?")),
            None => wrong(message, format!("the kinds are {}; write `\\{{` for a brace", names.join(", "))),
        });
    };
    let (id, label) = rest.split_once('|').map_or((rest, None), |(id, label)| (id, Some(label.trim())));
    if id.is_empty() || !id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')) {
        return Err(bad_id(known, id));
    }
    match label {
        Some("") => {
            Err(wrong("expected words after `|`, found nothing".into(), format!("write them, or `{{{known}:{id}}}`")))
        }
        Some(label) if !known.takes_label() => Err(Wrong {
            code: "reference-label-not-allowed",
            message: format!("a {known} takes no words of its own, found {}", quote(label)),
            help: format!("write `{{{known}:{id}}}`: a fact reads the same everywhere"),
        }),
        label => {
            let label = label.map(|label| {
                label.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
            });
            Ok(Inline::Reference { kind: known, id: id.to_owned(), label })
        }
    }
}

fn bad_id(kind: RefKind, id: &str) -> Wrong {
    let found = match id.trim() {
        "" => "nothing".to_owned(),
        trimmed if trimmed.len() < id.len() => "a space".to_owned(),
        _ => quote(id),
    };
    let help = match found.as_str() {
        "a space" if !id.trim().contains(' ') => format!("write `{{{kind}:{}}}`", id.trim()),
        _ => "an id has letters, digits and hyphens, such as `main-campus`".to_owned(),
    };
    wrong(format!("expected an id after `{kind}:`, found {found}"), help)
}

fn fill_in(inner: &str, options: ProseOptions) -> Result<Inline, Wrong> {
    match is_fill_in(inner) {
        true if options.fill_ins => Ok(Inline::FillIn(inner.to_owned())),
        true => Err(Wrong {
            code: "fill-in-not-allowed",
            message: format!("only a phone script has blanks to fill in, found {}", quote(&format!("{{{inner}}}"))),
            help: "write the words themselves here, or move the text under `script`".to_owned(),
        }),
        false if options.fill_ins => Err(wrong(
            format!("expected a reference or a blank to fill in, found {}", quote(&format!("{{{inner}}}"))),
            "a blank is written in capitals, `{AGENT NAME}`; a reference has a colon, `{phone:appointments}`",
        )),
        false => Err(wrong(format!("expected a reference, found {}", quote(&format!("{{{inner}}}"))), FORMS)),
    }
}

/// The end of a reference between two braces on each side that begins at `open`.
fn doubled(run: &Run, open: usize) -> Option<usize> {
    let text = run.text();
    let inner = text[open..].starts_with("{{").then_some(open + 2)?;
    let (close, _) = run.brace(inner).filter(|(_, brace)| *brace == '}')?;
    text[close..].starts_with("}}").then_some(close + 2)
}

fn two_braces(run: &Run, range: Range<usize>) -> ProseFault {
    let inner = run.text()[range.start + 2..range.end - 2].trim();
    let help = format!("write `{{{inner}}}`");
    let message = "expected one brace on each side, found two";
    ProseFault::new("prose-bad-reference", run.source(&range), message, &help)
}

/// The fault of a brace that has no partner.
fn stray(run: &Run, at: usize, brace: char) -> ProseFault {
    let range = run.source(&(at..at + 1));
    if brace == '{' {
        let help =
            "close the reference; emphasis and links go around a reference, not into it; write `\\{` for a brace";
        ProseFault::new("prose-bad-reference", range, "expected `}` after this brace, found none", help)
    } else {
        ProseFault::new("prose-bad-reference", range, "expected `{` before this brace, found none", FORMS)
    }
}
