//! Transcripts of calls: who says what, in the order in which it is said.

use super::sheet::{Sheet, spaces};
use super::{Writer, tables};
use crate::dialogue::{Dialogue, Kind};
use crate::walk::{Line, Path};

/// Text behind the name of who speaks begins here.
const HANG: usize = 8;

/// Writes down calls that a script leads to, one after the other.
#[must_use]
pub fn transcript(dialogue: &Dialogue, paths: &[Path<'_>]) -> String {
    let mut sheet = Sheet::new(dialogue.width.characters(), &dialogue.timing.pause, 1 << 14);
    tables::masthead(&mut sheet, &dialogue.header);
    let writer = Writer::new(dialogue);
    for (at, path) in paths.iter().enumerate() {
        writer.path(&mut sheet, at + 1, paths.len(), path);
    }
    sheet.into_text()
}

impl Writer<'_> {
    fn path(&self, sheet: &mut Sheet, number: usize, of: usize, path: &Path<'_>) {
        let labels = self.labels;
        sheet.space();
        sheet.rule('-');
        let steps: Vec<String> = path.steps().map(|step| step.to_string()).collect();
        let title = format!("{} {number}/{of}: {}", labels.call.text(), steps.join(" "));
        sheet.text("", 6, &title, self.seconds(path.seconds).as_deref());
        sheet.rule('-');
        for visit in &path.visits {
            sheet.beside(&format!("{:<HANG$}", visit.step.id.to_string()), &visit.step.title, None);
            for line in &visit.lines {
                self.line(sheet, line);
            }
        }
        let codes: Vec<&str> = path.codes.iter().map(crate::dialogue::Code::as_str).collect();
        sheet.text("", HANG, &format!("{} {}", labels.disposition.text(), codes.join(", ")), None);
    }

    fn line(&self, sheet: &mut Sheet, line: &Line<'_>) {
        let labels = self.labels;
        let named = |name: &str| format!("{name:<7} ");
        match line {
            Line::Caller(words) => sheet.hung(&named(&labels.caller.text()), HANG, words, None),
            Line::Event(words) => sheet.hung(spaces(HANG), HANG, words, None),
            Line::Agent(cue) => {
                let name = match cue.kind {
                    kind if kind.is_aloud() => &labels.agent,
                    Kind::Listen => &labels.listen,
                    Kind::Pause => &labels.pause,
                    _ => &labels.act,
                };
                sheet.hung(&named(&name.text()), HANG, &cue.words, None);
                for item in &cue.items {
                    sheet.point(HANG, item);
                }
            }
        }
    }
}
