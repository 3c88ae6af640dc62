//! What a call centre says and does: the block `script` of an organization and of a service line.

use super::{CallPolicy, PhoneRef, Thousands, TransferKind, VerifyWhen, record, scalar::Slug};
use crate::{
    fields::fields,
    leaf::{Fact, Text},
};

record! {
    /// Rules and wordings for calls. A service line adds to the organization's lists and overrides its single fields.
    pub struct ScriptContent {
        /// How fast it is read; 140 by default.
        pub words_per_minute: Option<u16>,
        /// How four-digit thousands are said.
        pub thousands: Option<Thousands>,
        /// The lines on which this script is used.
        pub answers: Vec<PhoneRef>,
        /// The greeting.
        pub greeting: Text,
        /// That the call is recorded.
        pub recording_notice: Text,
        /// The emergency policy.
        pub emergency: EmergencyPolicy,
        /// How identity is checked.
        pub verify: Verify,
        /// How long an agent waits for an answer, in minutes.
        pub transfer_wait_minutes: Option<u16>,
        /// When a nurse calls back: within 30 minutes.
        pub nurse_callback: Text,
        /// When the desk calls back: by the end of the next working day.
        pub desk_callback: Text,
        /// Messages on an answering machine.
        pub voicemail: Voicemail,
        /// Questions that find out what the caller needs.
        pub discovery: Vec<Discovery>,
        /// The texts that are told first, by path; at most three.
        pub key_messages: Vec<String>,
        /// What callers say, and what to answer.
        pub objections: Vec<Objection>,
        /// To whom calls are handed over.
        pub transfers: Vec<Transfer>,
        /// Codes for how a call ended.
        pub dispositions: Vec<Disposition>,
    }
    /// The emergency policy.
    pub struct EmergencyPolicy {
        /// Who calls the emergency number.
        pub policy: Option<CallPolicy>,
        /// Who calls it if the caller cannot.
        pub if_caller_cannot: Option<CallPolicy>,
    }
    /// How identity is checked.
    pub struct Verify {
        /// When.
        pub when: Option<VerifyWhen>,
        /// By what.
        pub identifiers: Vec<Text>,
    }
    /// Messages on an answering machine.
    pub struct Voicemail {
        /// The number that is left.
        pub phone: Fact<PhoneRef>,
    }
    /// A question to the caller.
    pub struct Discovery {
        /// Its name.
        pub id: Slug,
        /// The question.
        pub ask: Text,
        /// The answers, and where they lead.
        pub options: Vec<Choice>,
    }
    /// An answer, and where it leads.
    pub struct Choice {
        /// What the caller says.
        pub hear: Text,
        /// A purpose (`next`, `key_messages`, `questions`, `verify`, ...) or `transfer:id`.
        pub goto: String,
    }
    /// A worry, and what to answer.
    pub struct Objection {
        /// Its name.
        pub id: Slug,
        /// What the caller says.
        pub hear: Vec<Text>,
        /// The answer.
        pub say: Text,
        /// Where it leads.
        pub then: String,
    }
    /// To whom a call is handed over.
    pub struct Transfer {
        /// Its name.
        pub id: Slug,
        /// The line.
        pub to: Fact<PhoneRef>,
        /// How.
        pub kind: Option<TransferKind>,
        /// When.
        pub when: Text,
        /// What is said before.
        pub say_before: Text,
        /// What the colleague is told.
        pub brief: Vec<Text>,
    }
    /// A code for how a call ended.
    pub struct Disposition {
        /// The code.
        pub code: String,
        /// What it means.
        pub label: Text,
        /// What is done afterwards.
        pub followup: Text,
    }
}
fields!(ScriptContent {
    words_per_minute: setting,
    thousands: setting,
    answers: setting,
    greeting: optional,
    recording_notice: optional,
    emergency: setting,
    verify: optional,
    transfer_wait_minutes: setting,
    nurse_callback: optional,
    desk_callback: optional,
    voicemail: optional,
    discovery: optional,
    key_messages: setting,
    objections: optional,
    transfers: optional,
    dispositions: optional,
});
fields!(EmergencyPolicy { policy: setting, if_caller_cannot: setting });
fields!(Verify { when: setting, identifiers: optional });
fields!(Voicemail { phone: optional });
fields!(Discovery { id: setting, ask: required, options: required });
fields!(Choice { hear: required, goto: setting });
fields!(Objection { id: setting, hear: required, say: required, then: setting });
fields!(Transfer { id: setting, to: required, kind: setting, when: required, say_before: optional, brief: optional });
fields!(Disposition { code: setting, label: required, followup: optional });
