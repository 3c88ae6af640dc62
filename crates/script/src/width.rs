//! How wide a line of the script may be.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How wide a line may be, in characters: 60 to 100, and 72 unless it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u16", into = "u16")]
pub struct Width(#[schemars(range(min = 60, max = 100))] u16);

impl Width {
    /// The narrowest.
    pub const LEAST: u16 = 60;
    /// The widest.
    pub const MOST: u16 = 100;

    /// In characters.
    #[must_use]
    pub const fn characters(self) -> usize {
        self.0 as usize
    }
}

impl Default for Width {
    fn default() -> Self {
        Self(72)
    }
}

impl TryFrom<u16> for Width {
    type Error = String;

    /// # Errors
    ///
    /// A width below 60 or above 100.
    fn try_from(width: u16) -> Result<Self, String> {
        if (Self::LEAST..=Self::MOST).contains(&width) {
            return Ok(Self(width));
        }
        Err(format!("expected a width of {} to {} characters, found {width}", Self::LEAST, Self::MOST))
    }
}

impl From<Width> for u16 {
    fn from(width: Width) -> Self {
        width.0
    }
}
