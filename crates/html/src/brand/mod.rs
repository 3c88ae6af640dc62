//! A hospital's brand on the page: colours, type, and the style sheet made of both.

mod color;
mod look;
mod scheme;
pub(crate) mod style;

pub use color::Color;
use look::Look;
pub use scheme::{Pair, Palette, Scheme};
pub(crate) use style::StyleSheet;
