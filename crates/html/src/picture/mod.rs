//! Pictures of a page: inside it, as addresses that hold their bytes, or in files beside it. Nothing is loaded from another
//! place.

mod file;

use std::sync::Arc;

use serviceline_core::channel::Notes;
use serviceline_core::leaf::Leaf;
use serviceline_core::model::Image;
use serviceline_core::words::Words;
use serviceline_core::{Asset, Diagnostic, Selection};

use self::file::{PictureFile, address};
use crate::options::{HtmlOptions, PicturePlace};
use crate::page::{Logo, Photo};
use crate::view::{Data, Entries, Verbatim, View};

/// A page shows no picture wider than this, in pixels of its style sheet: below 64 rem it is as wide as the screen.
const WIDEST: u32 = 1024;

/// Pictures that are published beside a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside(pub(crate) Vec<BesideFile>);

/// A picture as a file of its own.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct BesideFile {
    /// What its name ends with, after the id of the service line.
    pub(crate) suffix: String,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Arc<[u8]>,
}

impl std::fmt::Debug for BesideFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "BesideFile({}, {} bytes)", self.suffix, self.bytes.len())
    }
}

/// Templates see whether there are any.
impl View for Beside {
    fn shape() -> crate::template::Shape {
        crate::template::Shape::Flag
    }
    fn value<'d>(&'d self, _: &mut Entries<'d>) -> Data<'d> {
        Data::Flag(!self.0.is_empty())
    }
}

/// The pictures of a page.
pub(crate) struct Pictures<'c, 'e> {
    selection: &'c Selection<'e>,
    options: &'c HtmlOptions,
    credits: Vec<Words>,
    beside: Beside,
}

/// A picture in one of its sizes.
struct Size<'c> {
    asset: &'c Asset,
    file: PictureFile,
}

impl Size<'_> {
    /// A drawing is as wide as one likes.
    fn width(&self) -> u32 {
        self.file.pixels.map_or(u32::MAX, |(width, _)| width)
    }
}

impl<'c, 'e> Pictures<'c, 'e> {
    pub(crate) fn new(selection: &'c Selection<'e>, options: &'c HtmlOptions) -> Self {
        Self { selection, options, credits: Vec::new(), beside: Beside::default() }
    }

    /// A picture, if its file is at hand. Its credit is kept for the end of the page.
    pub(crate) fn photo(&mut self, image: &Image, lazy: bool, notes: &mut Notes) -> Option<Photo> {
        if self.options.pictures == PicturePlace::None {
            notes.leave_out_all(image, "the options keep pictures out of the page");
            return None;
        }
        let sizes = self.sizes(image, notes);
        // The smallest that is as wide as pictures are ever shown, or else the largest.
        let Some(usual) = sizes.iter().find(|size| size.width() >= WIDEST).or(sizes.last()) else {
            notes.leave_out_all(image, "the file of the picture is not at hand");
            return None;
        };
        self.credit(image);
        let pixels = usual.file.pixels.or(match image.px.as_slice() {
            [width, height] => Some((*width, *height)),
            _ => None,
        });
        let caption = (!image.caption.is_empty()).then(|| self.selection.say(&image.caption));
        let apart = self.options.pictures == PicturePlace::Beside;
        Some(Photo {
            src: if apart { Verbatim(self.published(image, usual).into()) } else { address(usual.asset)? },
            srcset: (apart && sizes.len() > 1).then(|| self.srcset(image, &sizes)),
            width: pixels.map(|(width, _)| width.to_string()),
            height: pixels.map(|(_, height)| height.to_string()),
            alt: self.selection.say(&image.alt),
            caption,
            lazy,
            apart,
        })
    }

    /// A picture in all sizes that it comes in, from the smallest on.
    fn sizes(&self, image: &Image, notes: &mut Notes) -> Vec<Size<'e>> {
        let edition = self.selection.edition();
        let size = |name: &String| {
            let asset = edition.asset(name)?;
            Some(Size { asset, file: PictureFile::of(asset)? })
        };
        let first = size(&image.file);
        check_size(image, first.as_ref().and_then(|first| first.file.pixels), notes);
        let mut sizes: Vec<Size<'_>> = first.into_iter().collect();
        for (at, name) in image.sizes.iter().enumerate() {
            let Some(other) = size(name) else { continue };
            if let Some(whole) = sizes.first().filter(|first| !same_shape(&first.file, &other.file)) {
                notes.warn(of_another_shape(image, at, &whole.file, &other.file));
                continue;
            }
            sizes.push(other);
        }
        sizes.sort_by_key(Size::width);
        sizes.dedup_by_key(|size| size.width());
        sizes
    }

    /// Publishes a size beside the page, and gives its address.
    fn published(&mut self, image: &Image, size: &Size<'_>) -> String {
        let PictureFile { media_type, suffix, pixels, bytes } = &size.file;
        let width = pixels.map(|(width, _)| format!("-{width}")).unwrap_or_default();
        let suffix = format!(".{}{width}{suffix}", image.id);
        let address = format!("{}{}{suffix}", self.options.picture_base.as_str(), self.selection.id);
        if !self.beside.0.iter().any(|file| file.suffix == suffix) {
            self.beside.0.push(BesideFile { suffix, media_type, bytes: Arc::clone(bytes) });
        }
        address
    }

    /// The addresses of all sizes with their widths (HTML, 4.8.4.2.1 "Srcset attributes").
    fn srcset(&mut self, image: &Image, sizes: &[Size<'_>]) -> String {
        let sizes: Vec<String> = sizes
            .iter()
            .filter_map(|size| Some(format!("{} {}w", self.published(image, size), size.file.pixels?.0)))
            .collect();
        sizes.join(", ")
    }

    /// What is published beside the page.
    pub(crate) fn beside(&self) -> Beside {
        self.beside.clone()
    }

    fn credit(&mut self, image: &Image) {
        if image.credit.is_empty() {
            return;
        }
        let first = self.selection.images.iter().find(|other| other.credit.full() == image.credit.full());
        match first.filter(|first| first.id != image.id) {
            Some(first) => self.selection.same(&image.credit, &first.credit),
            None => self.credits.push(self.selection.say(&image.credit)),
        }
    }

    /// Who made the pictures that are on the page.
    pub(crate) fn credits(&self) -> Vec<Words> {
        self.credits.clone()
    }

    /// The logo. One whose text says the organization's name stands for the name.
    pub(crate) fn logo(&self) -> Option<Logo> {
        let organization = self.selection.organization();
        let logo = organization.brand.logo.as_ref()?;
        let at = |file: &str| self.selection.edition().asset(file).and_then(address);
        let says_name = logo.alt.contains(organization.name.full());
        Some(Logo {
            src: at(&logo.file)?,
            dark: organization.brand.logo_dark.as_ref().and_then(|dark| at(&dark.file)),
            alt: says_name.then(|| self.selection.say(&organization.name)),
        })
    }

    /// The small square sign of the brand.
    pub(crate) fn icon(&self) -> Option<Verbatim> {
        let icon = self.selection.organization().brand.icon.as_ref()?;
        self.selection.edition().asset(&icon.file).and_then(address)
    }
}

/// Warns, if the content says of the file's size what is not so.
fn check_size(image: &Image, pixels: Option<(u32, u32)>, notes: &mut Notes) {
    if let (Some((width, height)), false) = (pixels, image.px.is_empty())
        && image.px != [width, height]
    {
        let said: Vec<String> = image.px.iter().map(ToString::to_string).collect();
        let message =
            format!("`px` of the picture `{}` says {}, its file has {width} x {height}", image.id, said.join(" x "));
        notes.warn(warning(image, "px", message).help("correct `px`, or leave it out: the file's own size is used"));
    }
}

/// Whether two files are of one shape, give or take a pixel.
fn same_shape(one: &PictureFile, other: &PictureFile) -> bool {
    let (Some((a, b)), Some((c, d))) = (one.pixels, other.pixels) else { return false };
    // Each of the smaller picture's sides has been rounded to a whole pixel.
    let (left, right) = (u64::from(a) * u64::from(d), u64::from(b) * u64::from(c));
    left.abs_diff(right) <= u64::from(a.max(b).max(c).max(d))
}

fn of_another_shape(image: &Image, at: usize, whole: &PictureFile, other: &PictureFile) -> Diagnostic {
    let shown = |file: &PictureFile| {
        file.pixels.map_or_else(|| "a drawing".to_owned(), |(width, height)| format!("{width} x {height}"))
    };
    let message = format!(
        "`{}` is no other size of the picture `{}`: {} beside {}",
        image.sizes[at],
        image.id,
        shown(other),
        shown(whole)
    );
    warning(image, &format!("sizes[{at}]"), message)
        .help("it is not published; give the same picture, larger or smaller, as PNG or JPEG")
}

fn warning(image: &Image, field: &str, message: String) -> Diagnostic {
    let path = image.alt.place().as_str();
    let warning = Diagnostic::warning("picture-size", message);
    match path.rsplit_once('.') {
        Some((image, _)) => warning.at_path(format!("{image}.{field}")),
        None => warning,
    }
}
