//! Codes of texts and the references in them.

use super::Code;

pub(super) const CODES: &[Code] = &[];
