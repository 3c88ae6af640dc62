//! Codes of writing a channel's documents.

use super::Code;

pub(super) const CODES: &[Code] = &[];
