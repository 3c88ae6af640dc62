//! The logo: SVG files are drawn as vectors in flat colours, so that they are sharp on every printer.

use std::sync::Arc;

use thiserror::Error;
use usvg::tiny_skia_path::PathSegment;
use usvg::{FillRule, Group, Node, Options, Paint, Transform, Tree};

use crate::art::{Path, Shape, Verb};
use crate::color::{Color, Ink, PAPER, Rgb, Role};
use crate::palette::Palette;
use crate::unit::{Area, Point, Pt};

/// A drawn logo.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    size: (Pt, Pt),
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq)]
struct Part {
    path: Path,
    color: Rgb,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Fill,
    EvenOdd,
    Stroke(Pt),
}

/// A file that is no logo that can be drawn.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LogoError {
    /// The file is no SVG.
    #[error("expected a logo as SVG, found a file that can't be read as such")]
    Unreadable,
    /// Something in it would look otherwise in print, or not be there at all.
    #[error("expected a logo of flat colours and outlines, found {0}")]
    NotFlat(&'static str),
}

/// What a logo stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// A light ground, or a ground that the logo was made for.
    Its,
    /// The brand's ground, for which it was not made: there it has one colour.
    Brand,
}

/// How high a logo is; one that is not much wider than high may be higher.
const HEIGHT: (Pt, Pt) = (Pt(20.0), Pt(28.0));
const WIDE: f32 = 3.0;
/// Colours this near to white are holes in a logo of one colour.
const NEARLY_WHITE: f32 = 1.3;

impl Logo {
    /// Reads an SVG file.
    ///
    /// # Errors
    ///
    /// The file is no SVG, or is not made of filled and stroked outlines in flat, opaque colours.
    pub fn read(file: &Arc<[u8]>) -> Result<Self, LogoError> {
        let text = std::str::from_utf8(file).map_err(|_| LogoError::Unreadable)?;
        for (tag, what) in [("<text", "text: turn it into outlines"), ("<image", "a picture of pixels")] {
            if text.contains(tag) {
                return Err(LogoError::NotFlat(what));
            }
        }
        let tree = Tree::from_str(text, &Options::default()).map_err(|_| LogoError::Unreadable)?;
        let mut parts = Vec::new();
        collect(tree.root(), &mut parts)?;
        let size = (Pt(tree.size().width()), Pt(tree.size().height()));
        if parts.is_empty() { Err(LogoError::NotFlat("nothing that is drawn")) } else { Ok(Self { size, parts }) }
    }

    /// How large it is within a measure.
    #[must_use]
    pub fn size(&self, measure: Pt) -> (Pt, Pt) {
        fit(self.size, measure)
    }

    /// The logo in an area of its proportions.
    #[must_use]
    pub fn draw(&self, area: Area, on: On, palette: &Palette, brand: &[Color]) -> Vec<Shape> {
        let scale = area.width / self.size.0;
        let color = |rgb: Rgb| match on {
            On::Brand if rgb.contrast(PAPER.rgb) < NEARLY_WHITE => palette.get(Role::BrandGround),
            On::Brand => palette.get(Role::OnBrand),
            On::Its if palette.ink() == Ink::Grey => grey(rgb),
            On::Its => {
                brand.iter().find(|own| own.rgb.to_bytes() == rgb.to_bytes()).copied().unwrap_or_else(|| rgb.into())
            }
        };
        let shape = |part: &Part| {
            let path = crate::art::transform(&part.path, (scale, scale), area.origin);
            let color = color(part.color);
            match part.kind {
                Kind::Fill => Shape::Fill { path, color },
                Kind::EvenOdd => Shape::EvenOdd { path, color },
                Kind::Stroke(width) => Shape::Stroke { path, color, width: width * scale },
            }
        };
        self.parts.iter().map(shape).collect()
    }
}

/// The size of a logo of some proportions.
#[must_use]
pub fn fit(size: (Pt, Pt), measure: Pt) -> (Pt, Pt) {
    let ratio = size.0 / size.1;
    let height = if ratio < WIDE { HEIGHT.1 } else { HEIGHT.0 };
    let width = (height * ratio).min(measure);
    (width, width / ratio)
}

fn grey(rgb: Rgb) -> Color {
    let light = rgb.luminance().powf(1.0 / 2.2);
    Color::from(Rgb { r: light, g: light, b: light })
}

fn collect(group: &Group, parts: &mut Vec<Part>) -> Result<(), LogoError> {
    if group.should_isolate() {
        return Err(LogoError::NotFlat("transparency, a mask or a filter"));
    }
    for node in group.children() {
        match node {
            Node::Group(group) => collect(group, parts)?,
            Node::Path(path) if path.is_visible() => {
                let outline = outline(path.data(), path.abs_transform());
                if let Some(fill) = path.fill() {
                    let kind = if fill.rule() == FillRule::EvenOdd { Kind::EvenOdd } else { Kind::Fill };
                    let color = flat(fill.paint(), fill.opacity().get())?;
                    parts.push(Part { path: outline.clone(), color, kind });
                }
                if let Some(stroke) = path.stroke() {
                    let color = flat(stroke.paint(), stroke.opacity().get())?;
                    let scale = path.abs_transform().get_scale().0;
                    parts.push(Part { path: outline, color, kind: Kind::Stroke(Pt(stroke.width().get() * scale)) });
                }
            }
            Node::Path(_) => {}
            Node::Image(_) => return Err(LogoError::NotFlat("a picture of pixels")),
            Node::Text(_) => return Err(LogoError::NotFlat("text: turn it into outlines")),
        }
    }
    Ok(())
}

fn flat(paint: &Paint, opacity: f32) -> Result<Rgb, LogoError> {
    match paint {
        Paint::Color(color) if opacity >= 1.0 => Ok(Rgb::from_bytes([color.red, color.green, color.blue])),
        Paint::Color(_) => Err(LogoError::NotFlat("a colour that one can see through")),
        _ => Err(LogoError::NotFlat("a gradient or a pattern")),
    }
}

fn outline(path: &usvg::tiny_skia_path::Path, transform: Transform) -> Path {
    let at = |p: usvg::tiny_skia_path::Point| {
        let mut p = p;
        transform.map_point(&mut p);
        Point(Pt(p.x), Pt(p.y))
    };
    let (mut verbs, mut from) = (Path::new(), Point::default());
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(p) => verbs.push(Verb::Move(at(p))),
            PathSegment::LineTo(p) => verbs.push(Verb::Line(at(p))),
            PathSegment::QuadTo(handle, p) => {
                let (handle, end) = (at(handle), at(p));
                let near = |a: Point| Point(a.0 + (handle.0 - a.0) * (2.0 / 3.0), a.1 + (handle.1 - a.1) * (2.0 / 3.0));
                verbs.push(Verb::Curve(near(from), near(end), end));
            }
            PathSegment::CubicTo(a, b, p) => verbs.push(Verb::Curve(at(a), at(b), at(p))),
            PathSegment::Close => verbs.push(Verb::Close),
        }
        if let Some(Verb::Move(p) | Verb::Line(p) | Verb::Curve(_, _, p)) = verbs.last() {
            from = *p;
        }
    }
    verbs
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn check(body: &str, expect: &Result<usize, LogoError>) {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 10\">{body}</svg>");
        let found = Logo::read(&svg.as_bytes().into());
        assert_eq!(&found.map(|logo| logo.parts.len()), expect, "{body}");
    }

    #[test]
    fn flat_outlines_are_drawn_and_everything_else_is_refused() {
        let path = "d=\"M0 0H9Q10 5 5 9Z\"";
        check(&format!("<path {path} fill=\"#123456\"/><g transform=\"scale(2)\"><path {path}/></g>"), &Ok(2));
        check(&format!("<path {path} fill=\"none\" stroke=\"#f00\"/>"), &Ok(1));
        check("<text>A</text>", &Err(LogoError::NotFlat("text: turn it into outlines")));
        check(
            &format!("<path {path} fill-opacity=\".5\"/>"),
            &Err(LogoError::NotFlat("a colour that one can see through")),
        );
        check(
            &format!("<g opacity=\".5\"><path {path}/></g>"),
            &Err(LogoError::NotFlat("transparency, a mask or a filter")),
        );
        check("", &Err(LogoError::NotFlat("nothing that is drawn")));
        assert_eq!(Logo::read(&b"no svg"[..].into()), Err(LogoError::Unreadable));
    }

    #[test]
    fn a_logo_keeps_its_proportions_and_its_measure() {
        assert_eq!(fit((Pt(240.0), Pt(40.0)), Pt(213.0)), (Pt(120.0), Pt(20.0)));
        assert_eq!(fit((Pt(40.0), Pt(40.0)), Pt(213.0)), (Pt(28.0), Pt(28.0)));
        assert_eq!(fit((Pt(400.0), Pt(10.0)), Pt(200.0)), (Pt(200.0), Pt(5.0)));
    }
}
