//! What the author set for the cover, put into words, and its logo and picture.

use std::sync::Arc;

use serviceline_core::model::{Image, PhoneRef};
use serviceline_core::words::Words;
use serviceline_core::{Asset, Diagnostic, Fact, Leaf, Text};

use super::{Composer, place_of};
use crate::color::Ink;
use crate::draft::{CoverDraft, CoverLogo};
use crate::logo::{Logo, On};
use crate::map::{Name, Wording, unknown};
use crate::picture::{Picture, PictureError};

/// The cover's own names in a map.
const ON_COVER: [&str; 4] = ["title", "cover", "plain_name", "main_message"];
/// What can stand below the title.
const BELOW_TITLE: [&str; 3] = ["one_line", "main_message", "plain_name"];

impl Composer<'_, '_> {
    pub(super) fn cover(&mut self, names: &[Name<'_>], panel: &str) -> CoverDraft {
        self.writer.wording = Wording::Fitting;
        let s = self.writer.selection;
        let has = |section: &str| names.iter().any(|name| name.section == section && name.items.is_empty());
        for name in names.iter().filter(|name| !ON_COVER.contains(&name.section) || !name.items.is_empty()) {
            let problem = unknown("unknown-section", "section of the cover", name.path, &ON_COVER);
            self.problems.push(problem.at_path(place_of(name, panel)));
        }
        let mut cover = CoverDraft { name: s.say(&s.organization().name), ..CoverDraft::default() };
        cover.logo = self.logo(&cover.name);
        if s.is_draft() {
            cover.kicker = s.phrase("draft.notice");
        } else if has("plain_name") {
            cover.kicker = s.say(&s.plain_name);
        }
        if has("title") {
            cover.title = s.say(&s.title);
        }
        if has("cover") {
            self.cover_parts(&mut cover);
        }
        if let Some(name) = names.iter().find(|name| name.path == "main_message")
            && let Some((_, expendable)) = self.kept(name)
        {
            cover.message = self.writer.say(&s.main_message);
            cover.expendable = expendable;
        }
        cover
    }

    fn cover_parts(&mut self, cover: &mut CoverDraft) {
        let s = self.writer.selection;
        let settings = &s.brochure.cover;
        let below = settings.text.as_deref().unwrap_or("one_line");
        let text: Option<&Text> = match below {
            "one_line" => Some(&s.one_line),
            "main_message" => Some(&s.main_message),
            "plain_name" => Some(&s.plain_name),
            _ => None,
        };
        if let Some(text) = text {
            cover.lead = self.writer.say(text);
        } else {
            let problem = unknown("unknown-section", "text for the cover", below, &BELOW_TITLE);
            self.problems.push(problem.at_path("brochure.cover.text"));
        }
        let own = settings.phone.clone().map(Fact::<PhoneRef>::from);
        let at = own.as_ref().unwrap_or(&s.contact.appointments);
        cover.phone = s.phone_at(at).map_or_else(|| s.gap_of(at), |phone| s.phone(phone));
        if own.is_none() {
            // The reference itself is said by saying its number.
            cover.phone = s.phone_number(at);
        }
        cover.call = self.writer.phrase("cover.call");
        self.cover_picture(cover);
    }

    fn cover_picture(&mut self, cover: &mut CoverDraft) {
        let s = self.writer.selection;
        let Some(id) = s.brochure.cover.image.as_deref() else {
            return;
        };
        let Some(image) = s.images.iter().find(|image| image.id.as_str() == id) else {
            if !s.edition().images.iter().any(|image| image.id.as_str() == id) {
                let known: Vec<&str> = s.edition().images.iter().map(|image| image.id.as_str()).collect();
                self.problems.push(unknown("unknown-reference", "picture", id, &known).at_path("brochure.cover.image"));
            }
            return;
        };
        let details = self.writer.reason("left_out.details");
        self.writer.notes.leave_out(&image.caption, &details);
        self.writer.notes.leave_out(&image.credit, &details);
        let missing = self.writer.reason("left_out.cover_picture");
        // Counts only if the picture does not come to stand on the cover after all.
        self.writer.notes.leave_out(&image.alt, &missing);
        cover.picture = self.picture(image).map(|picture| (picture, s.say(&image.alt)));
    }

    /// The logo, with its alternative text: on a dark ground the one that is made for it, or the other in one colour.
    fn logo(&mut self, name: &Words) -> Option<(CoverLogo, Words)> {
        let s = self.writer.selection;
        let brand = &s.organization().brand;
        let own = brand.logo_dark.as_ref().filter(|_| self.dark);
        let on = if self.dark && own.is_none() { On::Brand } else { On::Its };
        let logo = own.or(brand.logo.as_ref())?;
        let asset = s.edition().asset(&logo.file)?;
        let alt = self.writer.phrase_with("logo.alt", &[("name", name)]);
        if image::guess_format(&asset.bytes).is_ok() {
            return match self.read(asset) {
                Ok(picture) => Some((CoverLogo::Picture(picture), alt)),
                Err(error) => self.bad_logo(&logo.file, &error.to_string()),
            };
        }
        let read = asset.made(|file: &Arc<[u8]>| Logo::read(file).map(Arc::new));
        match &*read {
            Ok(drawing) => Some((CoverLogo::Drawing(Arc::clone(drawing), on, crate::brand::colors(brand)), alt)),
            Err(error) => self.bad_logo(&logo.file, &error.to_string()),
        }
    }

    fn bad_logo<T>(&mut self, file: &str, error: &str) -> Option<T> {
        let problem = Diagnostic::error("unreadable-picture", format!("`{file}`: {error}"))
            .help("save the logo as SVG with outlines in flat colours, or as PNG");
        self.problems.push(problem.at_path("organization.brand.logo"));
        None
    }

    fn picture(&mut self, image: &Image) -> Option<Picture> {
        let asset = self.writer.selection.edition().asset(&image.file)?;
        match self.read(asset) {
            Ok(picture) => Some(picture),
            Err(error) => {
                let problem = Diagnostic::error("unreadable-picture", format!("`{}`: {error}", image.file))
                    .help("save the picture as JPEG or PNG");
                self.problems.push(problem.at_path(image.alt.place().clone()));
                None
            }
        }
    }

    /// The picture of a file, in colour or in grey.
    fn read(&self, file: &Asset) -> Result<Picture, PictureError> {
        let picture = match self.ink {
            Ink::Full => file.made(Picture::read).as_ref().clone(),
            Ink::Grey => file.made(|bytes| InGrey(Picture::read_in_grey(bytes))).0.clone(),
        };
        picture.map(|picture| picture.named(&file.name))
    }
}

/// What is kept of a file that is printed in grey.
struct InGrey(Result<Picture, PictureError>);
