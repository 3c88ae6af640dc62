//! Codes of fields and what they hold.

use super::Code;

pub(super) const CODES: &[Code] = &[];
