//! S0 to S0C: what to listen for at any time, the emergency number, a caller who says no to it, the crisis lifeline.
//!
//! Signs come from the approved cards alone. The phrases add only that the caller says it is an emergency, and that any
//! doubt goes to the nurse.

use serviceline_core::{
    Words,
    model::{CallPolicy, Level, UrgentCard},
};

use super::{
    Composer,
    ways::{CALLER_CALLS, CRISIS, S0, S0A, S0B, S0C, S0D, WE_CALLED},
};
use crate::dialogue::{Code, Cue, Kind, Part, Step, StepId, Target};

impl Composer<'_, '_> {
    fn cards(&self, level: Level) -> impl Iterator<Item = &UrgentCard> {
        self.selection.urgent.iter().filter(move |card| card.level == Some(level))
    }

    /// Whether there is an approved card for a crisis.
    pub(super) fn has_crisis(&self) -> bool {
        self.cards(Level::Crisis).next().is_some()
    }

    pub(super) fn s0(&self) -> Step {
        let mut parts = self.listen(Level::Emergency, Some("s0.now"), Some("s0.sounds_like_one"));
        parts.push(self.when("s0.any", S0A));
        if self.has_crisis() {
            parts.extend(self.listen(Level::Crisis, None, None));
            parts.push(self.when("s0.hear", S0C));
        }
        parts.extend(self.listen(Level::Urgent, None, Some("s0.any_other")));
        parts.push(self.when("s0.any", S0D));
        parts.push(self.when("s0.none", Target::Back));
        parts.push(self.note("s0.no_questions", &[]));
        if self.cards(Level::Emergency).next().is_none() {
            parts.push(self.note("s0.no_list", &[]));
        }
        parts.extend(self.approvals());
        self.titled(S0, parts)
    }

    /// The signs of a level, and one that the phrases add. A single sign stands beside the cue.
    fn listen(&self, level: Level, intro: Option<&str>, added: Option<&str>) -> Vec<Part> {
        let approved = self.cards(level).flat_map(|card| &card.items).map(|item| self.text(item));
        let mut signs: Vec<Words> = approved.collect();
        signs.extend(added.map(|key| self.phrase(key, &[])));
        let intro = intro.map(|key| self.loud(&self.phrase(key, &[]))).unwrap_or_default();
        if let ([only], true) = (signs.as_slice(), intro.is_empty()) {
            return vec![self.cue_of(Kind::Listen, only).into()];
        }
        let items = signs.iter().map(|sign| vec![self.loud(sign)]).collect();
        vec![Cue::new(Kind::Listen, intro).with_items(items).into()]
    }

    /// Who approved the lists, and when. Lists with the same approval share a mention, equal sources are said once.
    fn approvals(&self) -> Option<Part> {
        let mut mentions: Vec<(Vec<&UrgentCard>, Words)> = vec![];
        let mut sources: Vec<&UrgentCard> = vec![];
        for card in [Level::Emergency, Level::Urgent, Level::Crisis].into_iter().flat_map(|level| self.cards(level)) {
            let approval =
                |card: &UrgentCard| (card.clinically_approved_by.full().to_owned(), card.approved_on.value().copied());
            match mentions.iter_mut().find(|(cards, _)| approval(cards[0]) == approval(card)) {
                Some((cards, _)) => {
                    self.selection.same(&card.clinically_approved_by, &cards[0].clinically_approved_by);
                    self.selection.same(&card.approved_on, &cards[0].approved_on);
                    cards.push(card);
                }
                None => mentions.push((vec![card], Words::default())),
            }
            match sources.iter().find(|known| known.source.full() == card.source.full()) {
                Some(known) => self.selection.same(&card.source, &known.source),
                None => sources.push(card),
            }
        }
        if mentions.is_empty() {
            return None;
        }
        let lists = mentions.iter().map(|(cards, _)| {
            let by = self.text(&cards[0].clinically_approved_by);
            let date = self.selection.fact(&cards[0].approved_on, |date| self.selection.locale().date(*date));
            self.phrase(
                "s0.approved_list",
                &[("list", &self.phrase(list_name(cards), &[])), ("by", &by), ("date", &date)],
            )
        });
        let lists = Words::join(lists, &self.phrase("list.between", &[]));
        let sources = Words::join(sources.iter().map(|card| self.text(&card.source)), &self.selection.own(" "));
        Some(self.note("s0.approved", &[("lists", &lists), ("sources", &sources)]))
    }

    fn policy(&self) -> CallPolicy {
        self.scripts().into_iter().find_map(|script| script.emergency.policy).unwrap_or(CallPolicy::CallerCalls)
    }

    pub(super) fn s0a(&self) -> Step {
        let number = self.emergency_number();
        let values: &[(&str, &Words)] = &[("emergency", &number)];
        let mut parts = vec![
            self.act("s0a.calm", &[]),
            self.say("s0a.emergency", &[]),
            self.ask("s0a.address"),
            self.ask("s0a.number"),
        ];
        match self.policy() {
            CallPolicy::AgentCalls => parts.extend([
                self.say("s0a.agent_offers", values),
                self.when("s0a.objects", S0B),
                self.act("s0a.agent_calls", values),
                self.way_to("s0a.done", Code::new(WE_CALLED)).by_event(),
            ]),
            CallPolicy::Transfer => parts.extend([
                self.say("s0a.connect", values),
                self.when("s0a.objects", S0B),
                self.act("s0a.transfer", values),
                self.way_to("s0a.done", Code::new(WE_CALLED)).by_event(),
                self.no_answer_there(),
            ]),
            _ => parts.extend([
                self.say("s0a.hang_up", values),
                self.ask("s0a.ask"),
                self.way_to("when.yes", Code::new(CALLER_CALLS)),
                self.caller_cannot(),
                self.when("s0a.no", S0B),
            ]),
        }
        let dropped = vec![self.cue(Kind::Act, "s0a.dropped_do", values)];
        parts
            .push(self.choice(&self.phrase("s0a.dropped", &[]), dropped, Code::new(WE_CALLED).into(), None).by_event());
        self.step(S0A, &self.phrase("s0a.title", values), parts)
    }

    pub(super) fn s0b(&self) -> Step {
        let number = self.emergency_number();
        let worried = self.phrase("s0b.worried", &[("emergency", &number.clone().capitalized())]);
        let parts = vec![
            self.cue_of(Kind::Say, &worried).into(),
            self.ask("s0b.ask"),
            self.way_to("s0b.caller_will", Code::new(CALLER_CALLS)),
            self.we_call("s0b.agent_may"),
            self.when("s0b.still_no", S0D),
        ];
        self.step(S0B, &self.phrase("s0b.title", &[("emergency", &number)]), parts)
    }

    fn we_call(&self, when: &str) -> Part {
        let number = self.emergency_number();
        let call = self.cue(Kind::Act, "s0a.agent_calls", &[("emergency", &number)]);
        self.choice(&self.phrase(when, &[]), vec![call], Code::new(WE_CALLED).into(), None)
    }

    /// The caller is not able to call: we call, or put the call through.
    fn caller_cannot(&self) -> Part {
        let given = self.scripts().into_iter().find_map(|script| script.emergency.if_caller_cannot);
        if given != Some(CallPolicy::Transfer) {
            return self.we_call("s0a.cannot_call");
        }
        let number = self.emergency_number();
        let values: &[(&str, &Words)] = &[("emergency", &number)];
        let cues = ["s0a.transfer", "s0a.no_answer_do"].map(|key| self.cue(Kind::Act, key, values));
        self.choice(&self.phrase("s0a.cannot_call", &[]), cues.into(), Code::new(WE_CALLED).into(), None)
    }

    /// Nobody takes over the call that was put through.
    fn no_answer_there(&self) -> Part {
        let number = self.emergency_number();
        let values: &[(&str, &Words)] = &[("emergency", &number)];
        let call = self.cue(Kind::Act, "s0a.agent_calls", values);
        self.choice(&self.phrase("s0a.no_answer", values), vec![call], Code::new(WE_CALLED).into(), None).by_event()
    }

    pub(super) fn way_to(&self, when: &str, to: impl Into<Target>) -> Part {
        self.choice(&self.phrase(when, &[]), vec![], to.into(), None)
    }

    pub(super) fn s0c(&self) -> Option<Step> {
        if !self.has_crisis() {
            return None;
        }
        let number = self.crisis_number();
        let values: &[(&str, &Words)] = &[("crisis", &number)];
        let mut parts = vec![
            self.act("s0c.calm", &[]),
            self.say("s0c.glad", &[]),
            self.say("s0c.connect", values),
            self.ask("s0c.ask"),
            self.ask("s0c.cut_off"),
            self.when("s0c.danger", S0A),
        ];
        parts.push(self.choice(
            &self.phrase("when.yes", &[]),
            vec![self.crisis_transfer(&number)],
            Code::new(CRISIS).into(),
            None,
        ));
        let any_time = vec![self.cue(Kind::Say, "s0c.any_time", values)];
        parts.push(self.choice(&self.phrase("s0c.no", &[]), any_time, S0D.into(), None));
        Some(self.titled(S0C, parts))
    }

    fn crisis_transfer(&self, number: &Words) -> Cue {
        let words = match self.lines.crisis {
            Some(phone) => {
                let brief = self.transfer_to(phone).map(|transfer| self.brief(transfer)).unwrap_or_default();
                self.sentences([self.phrase("transfer.warm", &[("line", &self.line(phone))]), brief])
            }
            None => self.phrase("transfer.warm", &[("line", number)]),
        };
        self.cue_of(Kind::Act, &words)
    }
}

/// The name of the lists that share an approval.
fn list_name(cards: &[&UrgentCard]) -> &'static str {
    let has = |level| cards.iter().any(|card| card.level == Some(level));
    match (has(Level::Emergency), has(Level::Urgent), has(Level::Crisis)) {
        (true, true, true) => "s0.all_lists",
        (true, true, false) => "s0.emergency_and_urgent_list",
        (true, false, true) => "s0.emergency_and_crisis_list",
        (false, true, true) => "s0.crisis_and_urgent_list",
        (true, false, false) => "s0.emergency_list",
        (false, false, true) => "s0.crisis_list",
        (false, _, false) => "s0.urgent_list",
    }
}

/// The steps of an emergency.
pub(crate) const EMERGENCY_STEPS: [StepId; 5] = [S0, S0A, S0B, S0C, S0D];
