//! The parts of a script that are looked up: header, quick answers, quick facts, timing.

use serviceline_core::Words;

use super::sheet::{Sheet, columns, spaces};
use super::{CUE, Writer, joined};
use crate::dialogue::{Body, Entry, Facts, Field, Header, Kind, Row, StepId};
use crate::timing::{Timing, shown};

/// Where the values of the header begin, and the second name of a line.
const VALUE: usize = 13;
const SECOND: usize = 36;
/// The widest first column of a table; a longer name gets a line of its own.
const WIDEST: usize = 34;
const MARGIN: &str = "  ";
/// Between two times of a row.
const CELL_GAP: &str = "    ";
/// The column of the limits, if the line is wide enough.
const TOTAL: usize = 40;

pub(super) fn masthead(sheet: &mut Sheet, header: &Header) {
    sheet.rule('=');
    for [left, right] in &header.masthead {
        let right = sheet.flat(right);
        sheet.hung("", 0, left, Some(&right));
    }
    sheet.rule('=');
}

pub(super) fn header(sheet: &mut Sheet, header: &Header) {
    masthead(sheet, header);
    for line in &header.facts {
        fields(sheet, line);
    }
    for notice in &header.notices {
        sheet.space();
        sheet.hung("", 0, notice, None);
    }
    for gap in &header.gaps {
        sheet.point(MARGIN.len(), std::slice::from_ref(gap));
    }
    sheet.space();
    sheet.hung("", 0, &header.legend_title, None);
    for [cue, meaning] in &header.legend {
        let cue = cue.text();
        let gap = if cue.len() > 7 { "   " } else { "" };
        sheet.hung(&format!("{MARGIN}{cue:<8}{gap}"), 10, meaning, None);
    }
}

fn fields(sheet: &mut Sheet, line: &[Field]) {
    match line {
        [first, second] if first.lines.len() == 1 && second.lines.len() == 1 => {
            let left = format!("{:<VALUE$}{}", first.name.text(), joined(&[&first.lines[0]]));
            let right = format!("{:<VALUE$}{}", second.name.text(), joined(&[&second.lines[0]]));
            if columns(&left) < SECOND && SECOND + columns(&right) <= sheet.width() {
                sheet.text("", VALUE, &format!("{left:<SECOND$}{right}"), None);
                return;
            }
            for field in line {
                one_field(sheet, field);
            }
        }
        _ => line.iter().for_each(|field| one_field(sheet, field)),
    }
}

fn one_field(sheet: &mut Sheet, field: &Field) {
    for (at, line) in field.lines.iter().enumerate() {
        let name = if at == 0 { field.name.text() } else { String::new() };
        sheet.hung(&format!("{name:<VALUE$}"), VALUE, line, None);
    }
}

impl Writer<'_> {
    pub(super) fn answers(&self, sheet: &mut Sheet) {
        let answers = &self.dialogue.answers;
        if answers.entries.is_empty() {
            return;
        }
        sheet.space();
        sheet.rule('=');
        sheet.hung("", 0, &answers.title, None);
        sheet.rule('=');
        self.parts(sheet, &answers.parts);
        let mut letter = None;
        for entry in &answers.entries {
            let first = entry.subject.pieces().iter().find_map(|piece| piece.text().chars().next());
            if letter != first {
                letter = first;
                sheet.space();
            }
            self.entry(sheet, entry);
        }
    }

    fn entry(&self, sheet: &mut Sheet, entry: &Entry) {
        let subject = match &entry.sounds {
            Some(sounds) => [&entry.subject.text(), " = ", &sounds.text()].concat(),
            None => entry.subject.text(),
        };
        match &entry.body {
            Body::See(other) => {
                sheet.text("", CUE, &[&subject, " -> ", &self.marks.see, " ", &other.text()].concat(), None);
            }
            Body::Answer { about, kind, words, seconds } => {
                let time = self.seconds(*seconds).unwrap_or_default();
                let note = match kind {
                    Kind::Say => time.replacen('[', &format!("[{}, ", self.marks.say.trim_end_matches(':')), 1),
                    _ => time,
                };
                sheet.text("", CUE, &subject, Some(&note));
                let margin = spaces(CUE);
                for line in about {
                    sheet.hung(margin, CUE, line, None);
                }
                sheet.hung(margin, CUE, words, None);
            }
        }
    }
}

pub(super) fn facts(sheet: &mut Sheet, facts: &Facts) {
    if facts.tables.is_empty() {
        return;
    }
    sheet.space();
    sheet.rule('=');
    sheet.hung("", 0, &facts.title, None);
    sheet.rule('=');
    for table in &facts.tables {
        sheet.hung("", CUE, &table.title, None);
        let column = column(&table.rows);
        for row in &table.rows {
            match row {
                Row::Pair(left, right) => pair(sheet, column, left, right),
                Row::Line(words) => sheet.hung(MARGIN, CUE, words, None),
                Row::Under(words) => sheet.hung(spaces(CUE), CUE, words, None),
                Row::Item(words) => sheet.hung(&format!("{MARGIN}- "), 4, words, None),
            }
        }
    }
}

/// Where the second column begins: two spaces behind the longest name that fits.
fn column(rows: &[Row]) -> usize {
    let names = rows.iter().filter_map(|row| match row {
        Row::Pair(left, _) => Some(MARGIN.len() + columns(&left.text()) + 2),
        _ => None,
    });
    names.filter(|length| *length <= WIDEST).max().unwrap_or(WIDEST).next_multiple_of(4)
}

fn pair(sheet: &mut Sheet, column: usize, left: &Words, right: &Words) {
    let name = format!("{MARGIN}{}", left.text());
    if columns(&name) + 2 > column {
        sheet.hung(MARGIN, CUE, left, None);
        sheet.hung(spaces(column), column, right, None);
    } else {
        sheet.hung(&format!("{name:<column$}"), column, right, None);
    }
}

pub(super) fn timing(sheet: &mut Sheet, timing: &Timing, seconds: &str) {
    sheet.space();
    sheet.rule('=');
    sheet.hung("", 0, &timing.title, None);
    sheet.rule('=');
    let cell = |(id, time): &(StepId, f64)| format!("{:<3}{:>5} {seconds}", id.to_string(), shown(*time));
    let cells: Vec<String> = timing.steps.iter().map(cell).collect();
    let widest = cells.iter().map(|cell| columns(cell)).max().unwrap_or(1);
    let in_a_row = (sheet.width() - MARGIN.len() + CELL_GAP.len()) / (widest + CELL_GAP.len());
    for row in cells.chunks(in_a_row.max(1)) {
        sheet.text(MARGIN, 2, &row.join(CELL_GAP), None);
    }
    for total in &timing.totals {
        let limit =
            format!("{:>4} {seconds}   {} {:>3} {seconds}", shown(total.seconds), total.limit_name.text(), total.limit);
        let name = TOTAL.min(sheet.width().saturating_sub(MARGIN.len() + columns(&limit)));
        sheet.text(MARGIN, CUE, &format!("{:<name$}{limit}", total.name.text()), None);
    }
}
