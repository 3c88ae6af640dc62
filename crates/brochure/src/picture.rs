//! Pictures: JPEG files go into the PDF as they are, PNG files are unpacked.

use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::{ColorType, ExtendedColorType, ImageDecoder, ImageFormat, RgbImage};
use thiserror::Error;

/// How the pixels of a picture are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// As a JPEG file.
    Jpeg,
    /// One byte a component, row by row.
    Raw,
}

/// A picture as a PDF holds it.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name of its file, for messages.
    pub name: Arc<str>,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// How many components a pixel has: 1 (grey), 3 (RGB) or 4 (CMYK).
    pub components: u8,
    /// How the pixels are written.
    pub coding: Coding,
    /// The pixels.
    pub data: Arc<[u8]>,
}

/// A file that is no picture that can be printed.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PictureError {
    /// Neither JPEG nor PNG.
    #[error("expected a JPEG or PNG picture, found something else")]
    Unknown,
    /// Colours for the press, which screens show wrongly.
    #[error("expected a picture in RGB or grey, found {0}")]
    Colors(String),
    /// The file is damaged.
    #[error("expected a picture that can be read, found a damaged file")]
    Damaged,
    /// There are more pixels than any brochure needs.
    #[error("expected at most {most} million pixels, found {found}", most = MOST / 1_000_000, found = .0 / 1_000_000)]
    TooLarge(u64),
}

/// The most pixels of a picture that is unpacked.
const MOST: u64 = 60_000_000;

/// How well a JPEG is written again, of 100: what is lost is not seen in print.
const QUALITY: u8 = 90;

impl Picture {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// The file is neither JPEG nor PNG, is damaged, has other colours than RGB and grey, or is too large to unpack.
    pub fn read(file: &Arc<[u8]>) -> Result<Self, PictureError> {
        match image::guess_format(file) {
            Ok(ImageFormat::Jpeg) => Self::jpeg(file),
            Ok(ImageFormat::Png) => Self::png(file),
            _ => Err(PictureError::Unknown),
        }
    }

    /// Reads a file for black ink alone.
    ///
    /// # Errors
    ///
    /// As for [`Picture::read`].
    pub fn read_in_grey(file: &Arc<[u8]>) -> Result<Self, PictureError> {
        let picture = Self::read(file)?;
        if picture.components == 1 {
            return Ok(picture);
        }
        let pixels = match picture.coding {
            Coding::Jpeg => image::load_from_memory(file).map_err(|_| PictureError::Damaged)?.into_luma8(),
            Coding::Raw => {
                let (width, height) = picture.size;
                let pixels = RgbImage::from_raw(width, height, picture.data.to_vec()).ok_or(PictureError::Damaged)?;
                image::DynamicImage::from(pixels).into_luma8()
            }
        };
        let mut data = Vec::new();
        if picture.coding == Coding::Jpeg {
            JpegEncoder::new_with_quality(&mut data, QUALITY)
                .encode_image(&pixels)
                .map_err(|_| PictureError::Damaged)?;
        } else {
            data = pixels.into_raw();
        }
        Ok(Self { components: 1, data: data.into(), ..picture })
    }

    /// The same picture with the name of its file, from its last slash on.
    #[must_use]
    pub fn named(&self, file: &str) -> Self {
        Self { name: file.rsplit('/').next().unwrap_or_default().into(), ..self.clone() }
    }

    fn jpeg(file: &Arc<[u8]>) -> Result<Self, PictureError> {
        let decoder = JpegDecoder::new(Cursor::new(&**file)).map_err(|_| PictureError::Damaged)?;
        let components = match decoder.original_color_type() {
            ExtendedColorType::L8 => 1,
            ExtendedColorType::Rgb8 => 3,
            other => return Err(PictureError::Colors(format!("{other:?}"))),
        };
        Ok(Self { name: "".into(), size: decoder.dimensions(), components, coding: Coding::Jpeg, data: file.clone() })
    }

    fn png(file: &[u8]) -> Result<Self, PictureError> {
        let decoder = image::codecs::png::PngDecoder::new(Cursor::new(file)).map_err(|_| PictureError::Damaged)?;
        let size = decoder.dimensions();
        let pixels = u64::from(size.0) * u64::from(size.1);
        if pixels > MOST {
            return Err(PictureError::TooLarge(pixels));
        }
        let grey = matches!(decoder.color_type(), ColorType::L8 | ColorType::L16);
        let image = image::DynamicImage::from_decoder(decoder).map_err(|_| PictureError::Damaged)?;
        if grey {
            return Ok(Self {
                name: "".into(),
                size,
                components: 1,
                coding: Coding::Raw,
                data: image.into_luma8().into_raw().into(),
            });
        }
        let on_paper = |part: u8, alpha: u8| {
            let (part, alpha) = (u32::from(part), u32::from(alpha));
            ((part * alpha + 255 * (255 - alpha)) / 255) as u8
        };
        let pixels = image.into_rgba8();
        let data = pixels.pixels().flat_map(|p| [on_paper(p[0], p[3]), on_paper(p[1], p[3]), on_paper(p[2], p[3])]);
        Ok(Self { name: "".into(), size, components: 3, coding: Coding::Raw, data: data.collect() })
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (width, height) = self.size;
        write!(f, "Picture({width} x {height}, {:?})", self.coding)
    }
}
