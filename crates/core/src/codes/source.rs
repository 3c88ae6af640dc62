//! Codes of reading a file.

use super::Code;

pub(super) const CODES: &[Code] = &[];
