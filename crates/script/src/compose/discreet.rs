//! A greeting that tells nothing: whoever calls back the number that a message left hears it, and that may not be the
//! patient.

use serviceline_core::{Diagnostic, Leaf, Text};

use super::Composer;

const TELLING: &str = "script-telling-greeting";
const HELP: &str = "greet with the name of the organization alone, or name another line under `script.voicemail.phone`";

impl Composer<'_, '_> {
    /// The content's own greeting, if it names what the line is for, and if that line's number is left in messages.
    pub(super) fn telling_greeting(&self) -> Option<Diagnostic> {
        let same_line = self.lines.voicemail.zip(self.lines.own).is_some_and(|(left, own)| left.id == own.id);
        let greeting =
            self.scripts().into_iter().map(|script| &script.greeting).find(|greeting| !greeting.is_empty())?;
        let heard = self.without_organization(&said(greeting));
        let named = self.names().into_iter().filter(|_| same_line).find(|name| holds(&heard, name))?;
        let message = format!("expected a greeting that names neither the service nor a condition, found `{named}`");
        Some(self.refusal(TELLING, message).help(HELP).at_path(greeting.place().clone()))
    }

    /// What a stranger may not hear: the names of the service line and of its conditions, and any two words in a row of
    /// one.
    fn names(&self) -> Vec<String> {
        let selection = self.selection;
        let conditions = selection.conditions.iter();
        let of_conditions =
            conditions.flat_map(|condition| [&condition.name, &condition.plain].into_iter().chain(&condition.aka));
        let texts = [&selection.title, &selection.short_title].into_iter().chain(of_conditions);
        let mut names = vec![];
        for text in texts.map(|text| words(text.full())).filter(|words| !words.is_empty()) {
            names.extend(text.windows(2).map(|pair| pair.join(" ")));
            if text.len() == 1 {
                names.extend(text);
            }
        }
        names
    }

    /// The name of the organization may hold anything: it is what strangers hear.
    fn without_organization(&self, heard: &str) -> String {
        let organization = self.selection.organization();
        let names = [&organization.said_as, &organization.name, &organization.legal_name];
        let names = names.map(|name| words(name.full()).join(" "));
        names.iter().filter(|name| !name.is_empty()).fold(heard.to_owned(), |heard, name| heard.replace(name, " "))
    }
}

fn said(text: &Text) -> String {
    words(text.spoken().unwrap_or(text.full())).join(" ")
}

/// The words of a text in small letters, without signs.
fn words(text: &str) -> Vec<String> {
    let letters = |c: char| !c.is_alphanumeric() && c != '\'';
    text.split(letters).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether a text holds a name as whole words.
fn holds(text: &str, name: &str) -> bool {
    format!(" {text} ").contains(&format!(" {name} "))
}
