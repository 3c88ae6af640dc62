//! What programs read in front of the text.

use serviceline_core::Words;
use serviceline_core::leaf::{Fact, Leaf, Text};
use serviceline_core::model::Phone;
use serviceline_core::words::Role;

use super::Composer;
use crate::front_matter::{FrontMatter, Value};
use crate::options::Flavor;

impl Composer<'_, '_> {
    pub(super) fn front(&mut self) -> FrontMatter {
        let service = self.selection;
        if !self.options.front_matter || self.options.flavor == Flavor::Plain {
            const REASON: &str = "it stands in front matter, which is switched off";
            let only_there = [&service.short_title, &service.one_line].into_iter().chain(&service.aka);
            only_there.for_each(|text| self.notes.leave_out(text, REASON));
            return FrontMatter::default();
        }
        let mut fields = vec![
            field("title", self.value(&service.title)),
            field("description", self.value(&service.one_line)),
            field("date", self.date(&service.review.last_reviewed)),
            field("lang", Some(Value::Plain(service.language.to_string()))),
            field("slug", Some(Value::Plain(service.id.to_string()))),
        ];
        // Hugo, Zola and Eleventy go by the one, Jekyll by the other.
        if service.is_draft() {
            fields.push(field("draft", Some(Value::Flag(true))));
            fields.push(field("published", Some(Value::Flag(false))));
        }
        fields.push(field("serviceline", Some(Value::Group(self.details()))));
        FrontMatter { fields: fields.into_iter().flatten().collect() }
    }

    fn details(&self) -> Vec<(String, Value)> {
        let (service, edition) = (self.selection, self.selection.edition());
        let organization = service.organization();
        let code = |code: &serviceline_core::model::Code| self.selection.own(format!("{} {}", code.system, code.code));
        let fields = [
            field("organization", self.value(&organization.name)),
            field("fictional", organization.fictional.then_some(Value::Flag(true))),
            field("audience", service.audience.map(|audience| Value::Plain(audience.to_string()))),
            field("short_title", self.value(&service.short_title)),
            field("plain_name", self.value(&service.plain_name)),
            field("aka", list(service.aka.iter().map(|name| self.spelled_out(self.selection.say(name))).collect())),
            field("edition", Some(Value::Plain(edition.code().to_owned()))),
            field("version", self.value(&service.review.version)),
            field("last_reviewed", self.date(&service.review.last_reviewed)),
            field("next_review", self.date(&service.review.next_review)),
            field("valid_until", edition.valid_until().map(|date| Value::Plain(date.to_string()))),
            field(
                "specialty",
                list(service.specialty.iter().map(|name| self.selection.own(name.to_string())).collect()),
            ),
            field("codes", list(service.codes.iter().map(code).collect())),
            field("phones", Some(Value::Group(self.phones()))),
        ];
        fields.into_iter().flatten().collect()
    }

    fn value(&self, text: &Text) -> Option<Value> {
        (!text.is_empty()).then(|| Value::Words(self.spelled_out(self.selection.say(text))))
    }

    fn date(&self, fact: &Fact<serviceline_core::Date>) -> Option<Value> {
        match fact.value() {
            Some(date) => Some(Value::Plain(date.to_string())),
            None if fact.is_empty() => None,
            None => Some(Value::Words(self.selection.gap_of(fact))),
        }
    }

    /// The lines in the order of the list of contacts, in the form of a `tel:` link.
    fn phones(&self) -> Vec<(String, Value)> {
        let named = self.contact_phones();
        let phones = &self.selection.organization().phones;
        let in_list = named.iter().filter_map(|id| phones.iter().find(|phone| phone.id.as_str() == *id));
        let mut fields: Vec<(String, Value)> = Vec::new();
        for phone in in_list.chain(self.other_phones()) {
            if !fields.iter().any(|(id, _)| *id == phone.id.as_str()) {
                fields.push((phone.id.to_string(), Value::Words(self.dialled(phone))));
            }
        }
        fields
    }

    fn dialled(&self, phone: &Phone) -> Words {
        match phone.uri() {
            Some(uri) => self.selection.piece(uri.trim_start_matches("tel:"), &phone.number, Role::Plain),
            None => self.selection.gap_of(&phone.number),
        }
    }
}

fn field(name: &str, value: Option<Value>) -> Option<(String, Value)> {
    value.map(|value| (name.to_owned(), value))
}

fn list(items: Vec<Words>) -> Option<Value> {
    (!items.is_empty()).then_some(Value::List(items))
}
