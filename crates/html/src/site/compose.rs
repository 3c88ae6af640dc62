//! What the list of all services says.

use serviceline_core::diagnostic::Report;
use serviceline_core::leaf::{Leaf, Text};
use serviceline_core::model::{LanguageTag, Need, PhonePurpose};
use serviceline_core::{Notes, Selection, Words};

use super::index::{Index, IndexFile, IndexFilter, IndexGroup, IndexItem, IndexPhone, NeedChoice};
use super::{Site, map};
use crate::compose::{Composer, Plan, direction};
use crate::page::{Breadcrumb, Draft, Icons, LanguageLink, Languages};
use crate::{Html, HtmlOptions, encode, rich};

/// The most services that are listed without letters.
const WITHOUT_LETTERS: usize = 12;

/// The list of these services, which are all in one language.
pub(super) fn index(
    html: &Html,
    site: &Site,
    selections: &[Selection<'_>],
    languages: &[&LanguageTag],
) -> Result<Index, Report> {
    let Some(first) = selections.first() else { return Err(Report::new()) };
    let options = html.options_of(first.edition());
    let mut notes = Notes::default();
    let mut composer = Composer::new(first, Plan { options: &options, site: Some(site) }, &mut notes);
    let title = first.phrase("site.title");
    let mut header = composer.header();
    if let Some(emergency) = &mut header.emergency {
        emergency.signs = None;
    }
    header.languages = languages_nav(site, first, languages);
    let mut breadcrumb = composer.breadcrumb();
    // The list stands where its pages have their last parent.
    if let Some(breadcrumb) = &mut breadcrumb {
        *breadcrumb = Breadcrumb { here: first.phrase("site.name"), ..std::mem::take(breadcrumb) };
        breadcrumb.parents.pop();
    }
    let is_draft = selections.iter().any(Selection::is_draft);
    let mut index = Index {
        language: first.language.to_string(),
        direction: direction(first.language.language()),
        organization: first.say(&first.organization().name),
        description: lead(first),
        canonical: composer.index_address(),
        alternates: map::index_alternates(html, first, languages),
        policy: options.policy_meta.then(|| encode::POLICY.to_owned()),
        noindex: is_draft || site.staff,
        icon: composer.icon(),
        skip: first.phrase("page.skip"),
        icons: Icons { alert: header.emergency.is_some(), ..Icons::default() },
        breadcrumb: breadcrumb.filter(|breadcrumb| !breadcrumb.parents.is_empty()),
        lead: lead(first),
        filter: filter(selections),
        footer: Some(composer.footer()),
        draft: is_draft.then(|| Draft {
            name: first.phrase("page.draft"),
            notice: first.phrase("draft.notice"),
            ..Draft::default()
        }),
        header,
        title,
        ..Index::default()
    };
    let mut items: Vec<(String, IndexItem)> = selections
        .iter()
        .map(|selection| (selection.title.full().to_lowercase(), item(site, selection, &options)))
        .collect();
    items.sort_by(|(a, _), (b, _)| a.cmp(b));
    let items = items.into_iter().map(|(_, item)| item);
    if selections.len() > WITHOUT_LETTERS {
        index.groups = grouped(first, items);
    } else {
        index.items = items.collect();
    }
    Ok(index)
}

fn lead(selection: &Selection<'_>) -> Words {
    let phones = &selection.organization().phones;
    match phones.iter().find(|phone| phone.purpose == Some(PhonePurpose::Main)) {
        Some(phone) => selection.phrase_with("site.lead_call", &[("phone", &selection.phone(phone))]),
        None => selection.phrase("site.lead"),
    }
}

fn languages_nav(site: &Site, selection: &Selection<'_>, languages: &[&LanguageTag]) -> Option<Languages> {
    let others = languages.iter().filter(|language| ***language != selection.language);
    let link = |language: &&LanguageTag| LanguageLink {
        lang: language.to_string(),
        direction: direction(language.language()),
        href: site.index(language),
        label: crate::compose::language_name(selection, language),
    };
    let items: Vec<LanguageLink> = others.map(link).collect();
    (!items.is_empty()).then(|| Languages { name: selection.phrase("page.languages_nav"), items })
}

/// The choice of what people come for, in the order in which the services name it; nothing where there is no choice.
fn filter(selections: &[Selection<'_>]) -> Option<IndexFilter> {
    let first = selections.first()?;
    let mut needs: Vec<&Need> = Vec::new();
    for need in selections.iter().flat_map(|selection| &selection.needs) {
        if !needs.iter().any(|known| known.id == need.id) {
            needs.push(need);
        }
    }
    let values = [("shown", &first.own("#")), ("total", &first.own(selections.len().to_string()))];
    (needs.len() > 1).then(|| IndexFilter {
        legend: first.phrase("site.filter"),
        all: first.phrase("site.filter_all"),
        needs: needs
            .iter()
            .map(|need| NeedChoice { id: need.id.to_string(), label: first.own(need.label.as_str()) })
            .collect(),
        status: first.phrase_with("site.filter_count", &values),
    })
}

fn item(site: &Site, selection: &Selection<'_>, options: &HtmlOptions) -> IndexItem {
    let folder = Site::folder(selection.edition());
    let title = plain(selection, &selection.title).unwrap_or_default();
    let hidden = selection.phrase_with("site.of", &[("service", &title)]);
    let needs: Vec<Words> = selection
        .needs
        .iter()
        .map(|need| selection.own(need.short.as_deref().unwrap_or(need.label.as_str())))
        .collect();
    let needs = (!needs.is_empty()).then(|| {
        selection.phrase_with("site.needs", &[("needs", &Words::join(needs, &selection.phrase("text.comma")))])
    });
    let mut notes = Notes::default();
    let composer = Composer::new(selection, Plan { options, site: Some(site) }, &mut notes);
    let files = composer.offers(&folder).into_iter();
    IndexItem {
        nested: false,
        need_ids: selection.needs.iter().map(|need| need.id.as_str()).collect::<Vec<_>>().join(" "),
        href: format!("{folder}{}.html", selection.id),
        plain_name: plain(selection, &selection.plain_name),
        one_line: plain(selection, &selection.one_line),
        needs,
        phone: phone(selection, &title),
        files: files.map(|link| IndexFile { href: link.href, hidden: hidden.clone(), label: link.label }).collect(),
        title,
    }
}

/// Words of the list have no links, for the notes and explanations that those would lead to are on the pages.
fn plain(selection: &Selection<'_>, text: &Text) -> Option<Words> {
    (!text.is_empty()).then(|| selection.own(rich::line(&selection.say(text))))
}

fn phone(selection: &Selection<'_>, title: &Words) -> Option<IndexPhone> {
    let phone = selection.phone_at(&selection.contact.appointments)?;
    let visible = selection.organization().phones.iter().any(|visible| visible.id == phone.id);
    Some(IndexPhone {
        href: phone.uri().filter(|_| visible)?,
        hidden: selection.phrase_with("site.call", &[("service", title)]),
        number: selection.own(rich::line(&selection.phone(phone))),
    })
}

/// The services under the first letters of their titles.
fn grouped(selection: &Selection<'_>, items: impl Iterator<Item = IndexItem>) -> Vec<IndexGroup> {
    let mut groups: Vec<IndexGroup> = Vec::new();
    for item in items {
        let letter: String = item.title.text().chars().take(1).flat_map(char::to_uppercase).collect();
        let item = IndexItem { nested: true, ..item };
        match groups.last_mut().filter(|group| group.letter.text() == letter) {
            Some(group) => group.items.push(item),
            None => groups.push(IndexGroup { letter: selection.own(letter), items: vec![item] }),
        }
    }
    groups
}
