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

    /// What a stranger may not hear: what the service line and its conditions are called, and any two telling words in a
    /// row of their names.
    fn names(&self) -> Vec<String> {
        let selection = self.selection;
        let names = [&selection.title, &selection.short_title].into_iter();
        let names = names.chain(selection.conditions.iter().map(|condition| &condition.name));
        let names: Vec<Vec<String>> = names.map(|text| words(text.full())).collect();
        let pairs =
            names.iter().flat_map(|name| name.windows(2)).filter(|pair| pair.iter().all(|word| is_telling(word)));
        let plain = selection.conditions.iter().flat_map(|one| one.aka.iter().chain([&one.plain]));
        let whole = names.iter().cloned().chain(plain.map(|text| words(text.full())));
        let whole = whole.filter(|name| name.iter().any(|word| is_telling(word))).map(|name| name.join(" "));
        whole.chain(pairs.map(|pair| pair.join(" "))).collect()
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

/// Longer than the small words that stand in every sentence: "in the", "for you".
fn is_telling(word: &str) -> bool {
    word.chars().count() > 3
}

/// Whether a text holds a name as whole words.
fn holds(text: &str, name: &str) -> bool {
    format!(" {text} ").contains(&format!(" {name} "))
}
