//! The head of a script: who answers for it, how long it holds, how long it takes, how to read it.

use serviceline_core::{Words, model::Reviewer};

use super::Composer;
use super::voice::lowered;
use crate::dialogue::{Field, Header};
use crate::timing::{Timing, shown};

/// The marks of the legend in order.
const LEGEND: [&str; 8] = ["say", "tell", "ask", "act", "pause", "marks", "code", "answers"];

impl Composer<'_, '_> {
    pub(super) fn header(&self, timing: &Timing) -> Header {
        let organization = self.selection.organization();
        let masthead = vec![
            [self.loud(&self.text(&organization.name)), self.title("head.kind", &[])],
            [self.written(&self.text(&self.selection.title)), self.title("head.staff", &[])],
        ];
        let facts = [self.edition(), self.dates(), self.people(), self.reach(timing)].into_iter().flatten();
        let facts = facts.map(|line| {
            line.into_iter().filter(|field| field.lines.iter().any(|line| !line.is_empty())).collect::<Vec<_>>()
        });
        let legend = LEGEND
            .map(|mark| [self.phrase(&format!("legend.{mark}"), &[]), self.phrase(&format!("legend.{mark}_is"), &[])]);
        Header {
            masthead,
            facts: facts.filter(|line| !line.is_empty()).collect(),
            notices: self.head_notices(),
            gaps: if self.selection.is_draft() {
                self.selection.gaps().iter().map(|words| self.written(words)).collect()
            } else {
                vec![]
            },
            legend_title: self.title("legend.title", &[]),
            legend: legend.into(),
        }
    }

    fn field(&self, key: &str, lines: &[Words]) -> Field {
        Field { name: self.title(key, &[]), lines: lines.iter().map(|words| self.written(words)).collect() }
    }

    fn edition(&self) -> Vec<Vec<Field>> {
        let selection = self.selection;
        let code = selection.own(selection.edition().code());
        let version = self.text(&selection.review.version);
        let code = if version.is_empty() {
            code
        } else {
            self.phrase("head.version", &[("edition", &code), ("version", &version)])
        };
        let tag = &selection.language;
        let language = selection.own(selection.locale().language_name(tag.language()));
        vec![vec![self.field("head.edition", &[code]), self.field("head.language", &[language])]]
    }

    fn dates(&self) -> Vec<Vec<Field>> {
        let selection = self.selection;
        let locale = selection.locale();
        let date = |fact| selection.fact(fact, |date| locale.date(*date));
        let until =
            selection.edition().valid_until().map(|until| selection.own(locale.date(until))).unwrap_or_default();
        let review = &selection.review;
        vec![
            vec![
                self.field("head.facts_as_of", &[date(&review.last_reviewed)]),
                self.field("head.valid_until", &[until]),
            ],
            vec![self.field("head.next_review", &[date(&review.next_review)])],
        ]
    }

    fn people(&self) -> Vec<Vec<Field>> {
        let review = &self.selection.review;
        let reviewers: Vec<Words> = review.reviewed_by.iter().map(|reviewer| self.reviewer(reviewer)).collect();
        vec![
            vec![self.field("head.owner", &[self.text(&review.owner.team)])],
            vec![self.field("head.reviewed_by", &reviewers)],
        ]
    }

    fn reviewer(&self, reviewer: &Reviewer) -> Words {
        let (name, credentials, role) =
            (self.text(&reviewer.name), self.text(&reviewer.credentials), lowered(&self.text(&reviewer.role)));
        let key = match (credentials.is_empty(), role.is_empty()) {
            (false, false) => "head.reviewer",
            (false, true) => "head.reviewer_credentials",
            (true, false) => "head.reviewer_role",
            (true, true) => return name,
        };
        self.phrase(key, &[("name", &name), ("credentials", &credentials), ("role", &role)])
    }

    fn reach(&self, timing: &Timing) -> Vec<Vec<Field>> {
        let line = self.lines.own.map(|phone| {
            let (number, label) = (self.selection.phone(phone), lowered(&self.text(&phone.label)));
            self.phrase("head.line_value", &[("number", &number), ("label", &label)])
        });
        let times: Vec<Words> = timing.totals.iter().map(|total| self.length(total.seconds)).collect();
        let read = match times.as_slice() {
            [key_messages, information, ..] => {
                self.phrase("head.read_time_value", &[("key_messages", key_messages), ("information", information)])
            }
            _ => Words::default(),
        };
        vec![vec![self.field("head.line", line.as_slice())], vec![self.field("head.read_time", &[read])]]
    }

    /// "36 s", "1 min 52 s".
    fn length(&self, seconds: f64) -> Words {
        let seconds = shown(seconds);
        let number = |number: u32| self.selection.own(number.to_string());
        if seconds < 60 {
            return self.phrase("head.seconds", &[("seconds", &number(seconds))]);
        }
        self.phrase("head.minutes", &[("minutes", &number(seconds / 60)), ("seconds", &number(seconds % 60))])
    }

    /// That it is a draft and what is missing in it; that nothing of it is real.
    fn head_notices(&self) -> Vec<Words> {
        let mut notices = vec![];
        if self.selection.organization().fictional {
            let name = self.text(&self.selection.organization().name);
            notices.push(self.written(&self.phrase("head.fictional", &[("organization", &name)])));
        }
        if self.selection.is_draft() {
            notices.push(self.title("head.draft", &[]));
        }
        notices.extend(self.elsewhere());
        self.leave_out(&self.selection.review.owner.email, "for those who keep the content current");
        notices
    }
}
