//! How the panels came to hold their texts, for people and for programs.

use std::collections::BTreeSet;

use serviceline_core::Account;

use crate::compose::Choice;
use crate::fit::Fitting;
use crate::format::Face;
use crate::unit::Pt;

/// How full the panels of a leaflet are, and what had to give way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FitReport {
    /// The name of the format.
    pub format: String,
    /// The size of running text.
    pub body: Pt,
    /// The lead of running text.
    pub lead: Pt,
    /// Each panel, in reading order.
    pub panels: Vec<PanelFit>,
    /// What gave way, in the order of the steps, in words.
    pub steps: Vec<String>,
    /// The sections that moved.
    pub moved: Vec<Move>,
    /// The fields that are printed in their short wording because of the lack of room.
    pub short: Vec<String>,
    /// The sections and items that the map prints only where there is room, and for which there is none.
    pub left_out: Vec<String>,
}

/// How full a panel is.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelFit {
    /// Its name.
    pub name: String,
    /// The share of the room between its margins that is used.
    pub fill: f32,
}

/// A section that moved to another panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The entry of the map.
    pub section: String,
    /// The panel that the map gives it.
    pub from: String,
    /// The panel that it is printed on.
    pub to: String,
}

impl FitReport {
    /// The report on a fitting. `loosest` is the lead that nothing made tighter, `designed` the size that was wanted.
    pub(crate) fn new(format: &str, fitting: &Fitting, body: Pt, designed: Pt, loosest: Pt, choice: &Choice) -> Self {
        let Choice { short, left_out } = choice;
        let panel =
            |attempt: &crate::fit::Attempt| PanelFit { name: attempt.panel.name.clone(), fill: attempt.panel.fill };
        let mut steps: Vec<String> = Vec::new();
        steps.extend(fitting.moved.iter().map(|m| format!("{} moved from {} to {}", m.section, m.from, m.to)));
        for (face, knobs, ornament) in &fitting.faces {
            let side = match face {
                Face::Outside => "outside",
                Face::Inside => "inside",
            };
            if *face == Face::Inside && *ornament < 1.0 && fitting.attempts.len() > 2 {
                steps.push(format!("ornament of the {side} at {} %", percent(*ornament)));
            }
            if knobs.spacing < 1.0 {
                steps.push(format!("spaces of the {side} at {} %", percent(knobs.spacing)));
            }
        }
        if fitting.lead < loosest {
            steps.push(format!("lead {} pt", points(fitting.lead)));
        }
        if !short.is_empty() {
            steps.push(format!("short wording of {}", list(short)));
        }
        if !left_out.is_empty() {
            steps.push(format!("no room for {}", list(left_out)));
        }
        if body < designed {
            steps.push(format!("running text {} pt", body.0));
        }
        Self {
            format: format.to_owned(),
            body,
            lead: fitting.lead,
            panels: fitting.attempts.iter().map(panel).collect(),
            steps,
            moved: fitting.moved.clone(),
            short: short.iter().cloned().collect(),
            left_out: left_out.iter().cloned().collect(),
        }
    }

    /// As the command prints it.
    #[must_use]
    pub fn account(&self) -> Account {
        let fills: Vec<String> = self.panels.iter().map(|p| format!("{} {} %", p.name, percent(p.fill))).collect();
        let mut lines = vec![
            format!("{}, running text {}/{} pt", self.format, points(self.body), points(self.lead)),
            format!("filled: {}", fills.join(", ")),
        ];
        lines.extend(self.steps.iter().map(|step| format!("to fit: {step}")));
        let panel = |p: &PanelFit| serde_json::json!({ "name": p.name, "fill": percent(p.fill) / 100.0 });
        let moved = |m: &Move| serde_json::json!({ "section": m.section, "from": m.from, "to": m.to });
        let data = serde_json::json!({
            "format": self.format,
            "body_pt": points(self.body),
            "lead_pt": points(self.lead),
            "panels": self.panels.iter().map(panel).collect::<Vec<_>>(),
            "steps": self.steps,
            "moved": self.moved.iter().map(moved).collect::<Vec<_>>(),
            "short": self.short,
            "left_out": self.left_out,
        });
        Account { lines, data }
    }
}

fn percent(share: f32) -> f32 {
    (share * 100.0).round()
}

/// The first few in words; programs get them all.
fn list(fields: &BTreeSet<String>) -> String {
    let few: Vec<&str> = fields.iter().map(String::as_str).take(FEW).collect();
    match fields.len().saturating_sub(FEW) {
        0 => few.join(", "),
        more => format!("{} and {more} more", few.join(", ")),
    }
}

const FEW: usize = 6;

/// To a hundredth.
fn points(length: Pt) -> f32 {
    (length.0 * 100.0).round() / 100.0
}
