//! Facts that are checked once and then have a type that says so.

use std::{fmt, str::FromStr, sync::Arc};

use crate::decode::fault;

/// Why a text is not a value of a type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found `{found}`")]
pub struct NotA {
    expected: &'static str,
    found: String,
}

/// A checked scalar: read from text, written back the same.
macro_rules! scalar {
    ($($name:ident, $code:literal, $expected:literal, $help:literal, $schema:tt;)*) => { $(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(|error: NotA| serde::de::Error::custom(fault($code, error.to_string(), $help)))
            }
        }
        impl FromStr for $name {
            type Err = NotA;
            fn from_str(text: &str) -> Result<Self, NotA> {
                Self::read(text).ok_or_else(|| NotA { expected: $expected, found: text.to_owned() })
            }
        }
        impl crate::leaf::FactValue for $name {}
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema { schemars::json_schema!($schema) }
        }
    )* };
}

scalar! {
    Date, "invalid-date", "a date", "write year, month and day, for example 2026-09-01", { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "format": "date" };
    Time, "invalid-time", "a time of day", "write hours and minutes of the 24-hour clock in quotes, for example \"08:00\"", { "type": "string", "pattern": "^([01]?\\d|2[0-4]):[0-5]\\d$" };
    Slug, "invalid-id", "an id", "use lower-case letters, digits and single hyphens, for example spine-cancer", { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" };
    PhoneNumber, "invalid-phone", "a phone number", "write ten digits as 614-555-0142, or \"911\", \"988\" or \"711\"", { "type": ["string", "integer"] };
    Extension, "invalid-phone", "an extension", "write at most 12 digits in quotes, for example \"213\"", { "type": ["string", "integer"] };
    LanguageTag, "invalid-language", "a language tag", "write a BCP 47 tag, for example en-US or es", { "type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\\d{3}))?$" };
    TimeZone, "wrong-value", "a time zone", "write its IANA name, for example America/New_York", { "type": "string", "pattern": "^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$" };
    Url, "invalid-url", "a web address", "write https://..., or a path that begins with a slash", { "type": "string" };
    Email, "invalid-url", "an e-mail address", "write name@example.org", { "type": "string" };
    Color, "invalid-color", "a colour", "write six hexadecimal digits in quotes, for example \"#0B5563\"", { "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" };
}

/// A civil date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub(crate) jiff::civil::Date);
impl Date {
    /// The date, if there is such a day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }
    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }
    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }
    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }
    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> super::Weekday {
        super::Weekday::ALL[usize::from(self.0.weekday().to_monday_zero_offset().unsigned_abs())]
    }
}
impl Date {
    fn read(text: &str) -> Option<Self> {
        let digits = |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        let mut parts = text.split('-');
        let (Some(y), Some(m), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return None;
        };
        if !(digits(y, 4) && digits(m, 2) && digits(d, 2)) {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }
}
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A time of day, to the minute; 24:00 is the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
}
impl Time {
    /// The time, if there is one.
    #[must_use]
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60 || (hour, minute) == (24, 0)).then_some(Self { hour, minute })
    }
    /// The hour, 0 to 24.
    #[must_use]
    pub fn hour(self) -> u8 {
        self.hour
    }
    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u8 {
        self.minute
    }
}
impl Time {
    fn read(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
            return None;
        }
        Self::new(hour.parse().ok()?, minute.parse().ok()?)
    }
}
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// A scalar that is kept as it was written.
macro_rules! text_scalar {
    ($($(#[$meta:meta])* $name:ident => $check:expr;)*) => { $(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);
        impl $name {
            /// As it was written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl $name {
            fn read(text: &str) -> Option<Self> {
                let check: fn(&str) -> bool = $check;
                check(text).then(|| Self(text.into()))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    )* };
}

text_scalar! {
    /// An id: lower-case letters, digits and single hyphens.
    Slug => |t| !t.is_empty() && t.len() <= 80 && t.split('-').all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    /// The extension of a phone number: 1 to 12 digits.
    Extension => |t| (1..=12).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    /// A BCP 47 language tag: language, and optionally script and region.
    LanguageTag => language_tag;
    /// An IANA time zone name, in its outward form.
    TimeZone => |t| !t.is_empty() && t.len() <= 40 && t.bytes().all(|b| b.is_ascii_alphanumeric() || b"/_+-".contains(&b)) && !t.starts_with('/');
    /// A web address (`https:`), or a path that is resolved on the organization's base.
    Url => web_address;
    /// An e-mail address, in its outward form.
    Email => |t| t.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !t.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"".contains(c)) && !host.contains('@'));
    /// An sRGB colour, `#RRGGBB`.
    Color => |t| t.len() == 7 && t.starts_with('#') && t.bytes().skip(1).all(|b| b.is_ascii_hexdigit());
}
impl Default for Slug {
    fn default() -> Self {
        Self("".into())
    }
}
impl Default for LanguageTag {
    fn default() -> Self {
        Self("en-US".into())
    }
}
impl LanguageTag {
    /// The language alone: `en` of `en-US`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}
impl Color {
    /// Red, green and blue, 0 to 255 each.
    #[must_use]
    pub fn rgb(&self) -> [u8; 3] {
        let at = |i: usize| self.0.get(i..i + 2).and_then(|h| u8::from_str_radix(h, 16).ok()).unwrap_or_default();
        [at(1), at(3), at(5)]
    }
}

fn language_tag(text: &str) -> bool {
    let alpha = |p: &str| p.bytes().all(|b| b.is_ascii_alphabetic());
    let mut parts = text.split('-').peekable();
    let language = parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && alpha(p));
    parts.next_if(|p| p.len() == 4 && alpha(p));
    parts.next_if(|p| p.len() == 2 && alpha(p) || p.len() == 3 && p.bytes().all(|b| b.is_ascii_digit()));
    language && parts.next().is_none()
}

fn web_address(text: &str) -> bool {
    if text.chars().any(|c| c.is_control() || c.is_whitespace() || "<>\"\\^`{}|".contains(c)) {
        return false;
    }
    if text.starts_with('/') {
        return !text.starts_with("//");
    }
    url::Url::parse(text).is_ok_and(|u| matches!(u.scheme(), "https" | "http") && u.has_host())
}

/// A number that can be dialled: ten digits of the North American plan, or a short code.
///
/// Source: North American Numbering Plan, area and office codes `[2-9]XX`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PhoneNumber {
    digits: Arc<str>,
}
impl PhoneNumber {
    /// The digits to dial: ten of them, or three for 211, 711, 911 and 988, or five to six for a text line.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }
    /// A code such as 911, that has no country code.
    #[must_use]
    pub fn is_short_code(&self) -> bool {
        self.digits.len() < 10
    }
    /// The digits in groups: `["614", "555", "0142"]`, or `["911"]`.
    #[must_use]
    pub fn groups(&self) -> Vec<&str> {
        match (self.digits.get(..3), self.digits.get(3..6), self.digits.get(6..)) {
            (Some(area), Some(office), Some(line)) if !self.is_short_code() => vec![area, office, line],
            _ => vec![&self.digits],
        }
    }
    /// In the form of ITU-T E.164, or the short code as it is.
    #[must_use]
    pub fn e164(&self) -> String {
        if self.is_short_code() { self.digits.to_string() } else { format!("+1{}", self.digits) }
    }
    /// The `tel:` URI of RFC 3966.
    #[must_use]
    pub fn uri(&self, extension: Option<&Extension>) -> String {
        let extension = extension.map(|e| format!(";ext={e}")).unwrap_or_default();
        format!("tel:{}{extension}", self.e164())
    }
}
impl PhoneNumber {
    fn read(text: &str) -> Option<Self> {
        if !text.chars().all(|c| c.is_ascii_digit() || " -.()+".contains(c)) {
            return None;
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let digits = match (digits.len(), text.starts_with('+'), digits.strip_prefix('1')) {
            (11, _, Some(rest)) => rest.to_owned(),
            (_, true, _) => return None,
            _ => digits,
        };
        let bytes = digits.as_bytes();
        let valid = match bytes.len() {
            3 => matches!(digits.as_str(), "211" | "711" | "911" | "988"),
            5 | 6 => true,
            10 => bytes[0] >= b'2' && bytes[3] >= b'2',
            _ => false,
        };
        valid.then(|| Self { digits: digits.into() })
    }
}
impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.groups().join("-"))
    }
}
