//! How what was said is put behind what was said before: spaces, capitals, brackets and the punctuation around.

use super::speaker::Said;
use super::token::Token;

/// A space, unless there is one.
pub(super) fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// Puts a form, or the token as it is, behind what was said so far.
pub(super) fn push_said(out: &mut String, token: Token<'_>, said: Option<Said>, starts: bool, more: bool) {
    let is_form = said.is_some();
    let (words, tail) =
        said.map_or_else(|| (token.core.to_owned(), token.trail.to_owned()), |said| (said.words, said.tail));
    if words.is_empty() {
        return pull(out, &tail);
    }
    push_lead(out, token.lead);
    push_capital(out, &words, starts && is_form);
    push_tail(out, &tail, more);
}

fn push_lead(out: &mut String, lead: &str) {
    for c in lead.chars() {
        if c == '(' {
            // What stands in brackets is said as an insertion.
            let len = out.trim_end().len();
            if len > 0 && out[..len].ends_with(char::is_alphanumeric) {
                out.truncate(len);
                out.push_str(", ");
            }
        } else {
            out.push(c);
        }
    }
}

fn push_capital(out: &mut String, words: &str, starts: bool) {
    let mut chars = words.chars();
    match chars.next() {
        Some(first) if starts && first.is_ascii_lowercase() => {
            out.push(first.to_ascii_uppercase());
            out.push_str(chars.as_str());
        }
        _ => out.push_str(words),
    }
}

fn push_tail(out: &mut String, tail: &str, more: bool) {
    let bracket = tail.contains(')');
    let other = tail.chars().any(|c| c != ')' && c != '"' && c != '\'');
    for c in tail.chars().filter(|c| *c != ')') {
        out.push(c);
    }
    if bracket && !other && more {
        out.push(',');
    }
}

/// Puts punctuation behind the last word when a token is not said at all.
fn pull(out: &mut String, tail: &str) {
    let len = out.trim_end_matches([' ', ',']).len();
    out.truncate(len);
    out.push_str(tail);
}
