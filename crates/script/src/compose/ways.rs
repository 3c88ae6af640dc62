//! The names of the steps and of the codes, and where the purposes that content names lead.

use serviceline_core::model::{PhonePurpose, Transfer, TransferKind};

use super::Composer;
use crate::dialogue::{StepId, Target};

pub(super) const S0: StepId = StepId::EMERGENCY;
pub(super) const S0A: StepId = StepId::part(0, 'A');
pub(super) const S0B: StepId = StepId::part(0, 'B');
pub(super) const S0C: StepId = StepId::part(0, 'C');
pub(super) const S0D: StepId = StepId::part(0, 'D');
pub(super) const S1: StepId = StepId::GREETING;
pub(super) const S2: StepId = StepId::new(2);
pub(super) const S3: StepId = StepId::new(3);
pub(super) const S3A: StepId = StepId::part(3, 'A');
pub(super) const S4: StepId = StepId::new(4);
pub(super) const S5: StepId = StepId::new(5);
pub(super) const S6: StepId = StepId::new(6);
pub(super) const S6A: StepId = StepId::part(6, 'A');
pub(super) const S7: StepId = StepId::new(7);
pub(super) const S7A: StepId = StepId::part(7, 'A');
pub(super) const S7B: StepId = StepId::part(7, 'B');
pub(super) const S7C: StepId = StepId::part(7, 'C');
pub(super) const S8: StepId = StepId::new(8);
pub(super) const S8A: StepId = StepId::part(8, 'A');
pub(super) const S9: StepId = StepId::new(9);
pub(super) const S10: StepId = StepId::new(10);
pub(super) const S11: StepId = StepId::new(11);

/// A visit was booked; moved or canceled.
pub(super) const BOOKED: &str = "A1";
pub(super) const MOVED: &str = "A2";
/// The caller is with the nurse line; with another office.
pub(super) const NURSE: &str = "T1";
pub(super) const OFFICE: &str = "T2";
/// The caller was informed; a referral was begun.
pub(super) const INFORMED: &str = "I1";
pub(super) const REFERRED: &str = "R1";
/// The caller calls for help; we did; the crisis lifeline has the caller.
pub(super) const CALLER_CALLS: &str = "E1";
pub(super) const WE_CALLED: &str = "E2";
pub(super) const CRISIS: &str = "E3";
/// A call back was promised; an urgent one; one was tried.
pub(super) const CALL_BACK: &str = "C1";
pub(super) const URGENT_CALL_BACK: &str = "C2";
pub(super) const TRIED: &str = "C3";
/// A wrong line, or a call that ended early.
pub(super) const WRONG_LINE: &str = "X1";

impl Composer<'_, '_> {
    /// Where a purpose that the content names leads; `next` leads to `last` after the last question.
    pub(super) fn way(&self, purpose: &str, next: Target) -> Target {
        let step = match purpose {
            "next" => return next,
            "service_discovery" if self.has_own_discovery() => S3A,
            "service_discovery" | "key_messages" => S4,
            "verify" | "schedule" => S6,
            "referring_office" => self.office_step(),
            "other_lines" => S9,
            _ => match purpose.strip_prefix("transfer:") {
                Some(id) => self.transfer_step(id),
                None => S5,
            },
        };
        step.into()
    }

    /// The step for doctors' offices, if there is anything that they can be told.
    pub(super) fn office_step(&self) -> StepId {
        if self.has_referrals() { S8 } else { S9 }
    }

    /// The step in which a transfer is made.
    pub(super) fn transfer_step(&self, id: &str) -> StepId {
        self.transfers().find(|transfer| transfer.id.as_str() == id).map_or(S9, |transfer| self.step_of(transfer))
    }

    /// The step in which this transfer is made.
    pub(super) fn step_of(&self, transfer: &Transfer) -> StepId {
        let Some(phone) = self.selection.phone_at(&transfer.to) else { return S9 };
        let id = phone.id.as_str();
        if self.lines.nurse.is_some_and(|nurse| nurse.id.as_str() == id) {
            return S0D;
        }
        match phone.purpose {
            Some(PhonePurpose::Crisis | PhonePurpose::Emergency) => {
                if self.has_crisis() {
                    S0C
                } else {
                    S0
                }
            }
            Some(PhonePurpose::TriageNurse) => S0D,
            Some(PhonePurpose::Interpreter) => S2,
            _ if transfer.kind == Some(TransferKind::Conference) => S2,
            Some(PhonePurpose::Referral | PhonePurpose::Transfer) => self.office_step(),
            _ => S9,
        }
    }

    /// All transfers, the service line's own first; one with the id of an earlier one counts as replaced by it.
    pub(super) fn transfers(&self) -> impl Iterator<Item = &Transfer> {
        let [own, shared] = self.scripts();
        let replaced = move |transfer: &&Transfer| own.transfers.iter().all(|other| other.id != transfer.id);
        own.transfers.iter().chain(shared.transfers.iter().filter(replaced))
    }
}
