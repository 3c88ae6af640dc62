//! The names of steps, and the codes that end a call.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// The name of a step: a number, and letters if the step has parts of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId {
    number: u8,
    /// Which part, counted from 1: A to Z, then AA to ZZ. 0 is the step itself.
    part: u16,
}

impl StepId {
    /// The step that leads to help, from anywhere.
    pub const EMERGENCY: Self = Self::new(0);
    /// The step in which every call begins.
    pub const GREETING: Self = Self::new(1);

    /// The step with this number.
    #[must_use]
    pub const fn new(number: u8) -> Self {
        Self { number, part: 0 }
    }
    /// Its part with this capital letter.
    #[must_use]
    pub const fn part(number: u8, letter: char) -> Self {
        Self { number, part: (letter as u16).saturating_sub('A' as u16) + 1 }
    }
    /// Its parts in order: A to Z, then AA to ZZ.
    pub fn parts(number: u8) -> impl Iterator<Item = Self> {
        (1..=26 * 27).map(move |part| Self { number, part })
    }
    /// The number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.number
    }
    fn letters(self) -> String {
        let letter = |at: u16| char::from_u32(u32::from('A') + u32::from(at)).unwrap_or('A');
        match self.part {
            0 => String::new(),
            1..=26 => letter(self.part - 1).to_string(),
            part => format!("{}{}", letter((part - 27) / 26), letter((part - 27) % 26)),
        }
    }
}

impl FromStr for StepId {
    type Err = NoStep;

    /// The step with this name, such as `S4` or `s0d`.
    fn from_str(name: &str) -> Result<Self, NoStep> {
        let rest = name.strip_prefix(['S', 's']).ok_or(NoStep)?;
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: u8 = rest[..digits].parse().map_err(|_| NoStep)?;
        let letters = rest[digits..].to_ascii_uppercase();
        let step = Self::parts(number).find(|step| step.letters() == letters);
        if letters.is_empty() { Ok(Self::new(number)) } else { step.ok_or(NoStep) }
    }
}

/// A text that names no step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStep;

impl fmt::Display for NoStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected the name of a step, such as S4 or S0D")
    }
}

impl std::error::Error for NoStep {}

impl fmt::Display for StepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&["S", &self.number.to_string(), &self.letters()].concat())
    }
}

/// The code for how a call ended, as the content names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(Arc<str>);

impl Code {
    /// The code with these letters.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.into())
    }
    /// Its letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
