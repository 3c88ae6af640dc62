//! The diagnostics of a tree that are made in more than one place.

use super::Limits;
use crate::diagnostic::{Diagnostic, quote};

pub(super) fn yaml_feature(message: &str) -> Diagnostic {
    Diagnostic::error("yaml-feature", message)
}

pub(super) fn empty(what: &str) -> Diagnostic {
    Diagnostic::error("empty-text", format!("{what} is empty"))
        .help("write its content, or remove it; for what is not known yet write `todo: ` and a note")
}

pub(super) fn empty_file() -> Diagnostic {
    Diagnostic::error("empty-file", "the file is empty").help("begin with a copy of a service line that is complete")
}

pub(super) fn duplicate(name: &str, first: usize) -> Diagnostic {
    Diagnostic::error("duplicate-field", format!("{} is given twice", quote(name)))
        .help(format!("the first is on line {first}; keep one of them"))
}

pub(super) fn key_not_text(raw: &str) -> Diagnostic {
    let found = if raw.is_empty() { "nothing".to_owned() } else { quote(raw) };
    Diagnostic::error("key-not-text", format!("expected the name of a field before `:`, found {found}"))
        .help("write `name: value`; put a text that begins with `{` or `[` in quotes")
}

pub(super) fn too_deep(limits: Limits) -> Diagnostic {
    Diagnostic::error("source-too-deep", format!("values are nested more than {} levels deep", limits.levels))
}

pub(super) fn too_large(limits: Limits) -> Diagnostic {
    let Limits { values, bytes, .. } = limits;
    let message =
        format!("the file holds more than {values} values or {bytes} bytes of text, repeated values included");
    Diagnostic::error("source-too-large", message)
}
