//! References from one part of the content to another, outside prose: `phone:appointments`, or a bare id.

use std::sync::Arc;

use super::scalar::Slug;
use crate::{decode::fault, leaf::Target};

/// A reference that is written with its kind, or, where only one kind is possible, as a bare id.
macro_rules! reference {
    ($($(#[$meta:meta])* $name:ident $kind:ident: $prefix:literal, bare: $bare:literal;)*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);
        impl $name {
            /// A reference to the item with this id.
            #[must_use]
            pub fn new(id: &Slug) -> Self {
                Self(id.as_str().into())
            }
            /// The id of the item.
            #[must_use]
            pub fn id(&self) -> &str {
                &self.0
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let id = text.strip_prefix($prefix).or(if $bare { Some(text.as_str()) } else { None });
                match id.and_then(|id| id.parse::<Slug>().ok()) {
                    Some(id) => Ok(Self::new(&id)),
                    None => Err(serde::de::Error::custom(fault(
                        "invalid-id",
                        &format!(concat!("expected a reference such as `", $prefix, "...`, found `{}`"), text),
                        concat!("write `", $prefix, "` and the id of an item"),
                    ))),
                }
            }
        }
        impl crate::leaf::FactValue for $name {
            fn reference(&self) -> Option<(Target, &str)> {
                Some((Target::$kind, &self.0))
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if $bare { serializer.serialize_str(&self.0) } else { serializer.collect_str(&format_args!(concat!($prefix, "{}"), self.0)) }
            }
        }
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let prefix = if $bare { concat!("^(", $prefix, ")?") } else { concat!("^", $prefix) };
                schemars::json_schema!({ "type": "string", "pattern": format!("{prefix}[a-z0-9]+(-[a-z0-9]+)*$") })
            }
        }
    )* };
}

reference! {
    /// A phone line.
    PhoneRef Phone: "phone:", bare: false;
    /// A link.
    LinkRef Link: "link:", bare: false;
    /// A claim.
    ClaimRef Claim: "claim:", bare: false;
    /// A place.
    LocationRef Location: "location:", bare: true;
    /// A named schedule, or the word `24x7`.
    HoursRef Hours: "hours:", bare: true;
    /// A role in the care team.
    RoleRef Term: "team:", bare: true;
}
impl HoursRef {
    /// Day and night, all week.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.id() == "24x7"
    }
}
