//! The typed content: plain data, `serde` both ways, documented field by field.
//!
//! Every struct of content is classed by a `fields!` line beside it (see [`crate::fields`]). Words stand in
//! [`Text`](crate::Text), all other facts that a reader sees in [`Fact`](crate::Fact); everything else is a setting.

mod access;
mod care;
mod choices;
mod claim;
mod hours;
mod organization;
mod place;
mod reference;
mod scalar;
mod script;
mod service;

pub use access::{Access, FinancialHelp, Insurance, Listing, Referral};
pub use care::{Condition, Faq, Phase, Reason, Role, Test, Testimonial, Treatment, UrgentCard};
pub use choices::{
    Appointment, Audience, CallPolicy, ClaimKind, ConditionKind, FirstUse, Holiday, Level, PhonePurpose, PlaceType,
    ReferralNeed, Specialty, Status, Telehealth, TestKind, Thousands, TransferKind, TreatmentKind, VerifyWhen,
};
pub use claim::Claim;
pub use hours::{ClosedOn, Days, Every, HoursException, Recurrence, Schedule, Week, Weekday, Weekly};
pub use organization::{
    Brand, BrandColor, Disclaimer, Face, LanguageAssistance, Logo, Nondiscrimination, Notices, Organization, Tagline,
    Term, TypeFaces, Web,
};
pub use place::{Address, Entrance, Link, Location, LocationKind, LocationStatus, Phone};
pub use reference::{ClaimRef, HoursRef, LinkRef, LocationRef, PhoneRef, RoleRef};
pub use scalar::{Color, Date, Email, Extension, LanguageTag, NotA, PhoneNumber, Slug, Time, TimeZone, Url};
pub use script::{
    Choice, Discovery, Disposition, EmergencyPolicy, Objection, ScriptContent, Transfer, Verify, Voicemail,
};
pub use service::{
    BrochureContent, BrochureCover, Code, Contact, Group, Image, Need, Owner, Registration, Related, Resource, Review,
    ReviewSource, Reviewer, Section, Sections, ServiceLine, Support,
};

/// The classes of a struct's fields: its name, and each field with its class.
pub type Classes = (&'static str, &'static [(&'static str, &'static str)]);

/// The classes of every struct of content, in the order of the documentation.
///
/// The JSON Schema takes its `required` from here, and a test keeps the list of settings, so that no content hides there.
#[must_use]
pub fn classes() -> Vec<Classes> {
    macro_rules! classes {
        ($($name:ty),* $(,)?) => { vec![$((<$name as crate::fields::Classed>::NAME, <$name as crate::fields::Classed>::CLASSES)),*] };
    }
    classes![
        ServiceLine,
        Review,
        Owner,
        Reviewer,
        ReviewSource,
        Sections,
        Section,
        Condition,
        Test,
        Treatment,
        Reason,
        Role,
        Phase,
        Faq,
        UrgentCard,
        Support,
        Group,
        Recurrence,
        Registration,
        Resource,
        Contact,
        Access,
        Referral,
        Listing,
        Insurance,
        FinancialHelp,
        Claim,
        Link,
        Related,
        Image,
        Organization,
        Web,
        Schedule,
        Weekly,
        HoursException,
        Phone,
        Location,
        Address,
        Entrance,
        Notices,
        Nondiscrimination,
        LanguageAssistance,
        Tagline,
        Disclaimer,
        Term,
        ScriptContent,
        EmergencyPolicy,
        Verify,
        Voicemail,
        Discovery,
        Choice,
        Objection,
        Transfer,
        Disposition,
    ]
}

/// A field that was not given need not be written.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A struct of content: every field has a default, unknown names are errors, defaults are not written.
macro_rules! record {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $ty:ty),* $(,)? })*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* #[serde(skip_serializing_if = "crate::model::is_default")] pub $field: $ty,)*
        }
    )* };
}
pub(crate) use record;
