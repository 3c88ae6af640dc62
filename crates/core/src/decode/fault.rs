//! Errors of types that read themselves from text, with a code and a help of their own.

use std::fmt;

/// Why a text isn't a value of some type: with a code of [`crate::codes`] and a help, which an error of `serde` can't
/// carry by itself.
///
/// Give it to [`serde::de::Error::custom`]: [`decode`](super::decode) gets back all of it, and other readers (JSON, say)
/// show the message.
///
/// ```
/// use serde::{Deserialize, Deserializer, de::Error};
/// use serviceline_core::decode::fault;
///
/// struct Even(u32);
///
/// impl<'de> Deserialize<'de> for Even {
///     fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
///         match u32::deserialize(deserializer)? {
///             n if n % 2 == 0 => Ok(Self(n)),
///             n => Err(D::Error::custom(fault("wrong-value", format!("expected an even number, found {n}"), "a fold has two sides"))),
///         }
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: &'static str,
    message: String,
    help: Option<String>,
}

/// A fault with a help.
#[must_use]
pub fn fault(code: &'static str, message: impl Into<String>, help: impl Into<String>) -> Fault {
    Fault { code, message: message.into(), help: Some(help.into()) }
}

impl Fault {
    /// A fault without a help.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None }
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// What was expected and what was found.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

/// Separates the parts of a fault on its way through `serde`, which knows errors as text only. No text of a file holds
/// it: control characters are faults themselves.
const SEPARATOR: char = '\u{1f}';

/// The message. The alternate form, which nobody prints, is the whole fault.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return f.write_str(&self.message);
        }
        write!(f, "{}{SEPARATOR}{}{SEPARATOR}{}", self.code, self.message, self.help.as_deref().unwrap_or_default())
    }
}

impl std::error::Error for Fault {}

/// The parts of a fault in its alternate form, if it is one: code, message and help.
pub(super) fn parts(text: &str) -> Option<(&'static str, &str, Option<&str>)> {
    let mut parts = text.splitn(3, SEPARATOR);
    let code = crate::codes::explain(parts.next()?)?.id;
    let message = parts.next()?;
    Some((code, message, parts.next().filter(|help| !help.is_empty())))
}
