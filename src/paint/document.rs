//! A whole SVG file: the drawing of a display list with what makes it stand alone.

use super::svg::{Ink, svg_body_over};
use super::xml::{escape, number};
use crate::plane::Rect;
use crate::scene::{Colour, DisplayList, Palette};

/// What a picture says to those who do not see it.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// BCP 47 tag of the picture's language.
    pub lang: &'a str,
    /// One line: the accessible name.
    pub title: &'a str,
    /// What is to be seen: the accessible description; left out where empty.
    pub desc: &'a str,
}

/// The relief of the seabed as an image: the one thing on the map that is not drawn as lines.
#[derive(Clone, Copy, Debug)]
pub struct Relief<'a> {
    /// A PNG as a data URI, `data:image/png;base64,…`; anything else is left out, so that a file never
    /// asks for another.
    pub uri: &'a str,
    /// Where it lies, in screen pixels.
    pub area: Rect,
}

/// How data URIs of a relief begin.
const PNG: &str = "data:image/png;base64,";

/// Decimals of the drawing's coordinates: a tenth of a CSS pixel is 0.026 mm in print.
const DECIMALS: u8 = 1;

/// A whole SVG file of `area` in screen pixels.
#[must_use]
pub fn svg_document(
    list: &DisplayList,
    area: Rect,
    palette: Palette,
    about: &About<'_>,
    relief: Option<&Relief<'_>>,
) -> String {
    let picture = svg_picture(list, area, palette, relief);
    svg_root(&picture, [number(area.width()), number(area.height())], area, about)
}

/// The `<svg>` element about `body`: `size` is its width and height with their units, `area` what it shows in user units.
#[must_use]
pub fn svg_root(body: &str, size: [String; 2], area: Rect, about: &About<'_>) -> String {
    let id = fingerprint(body);
    let [x, y, w, h] = [area.x0, area.y0, area.width(), area.height()].map(number);
    let [width, height] = size;
    let desc = match about.desc {
        "" => String::new(),
        desc => format!("<desc id=\"d{id}\">{}</desc>\n", escape(desc)),
    };
    let described = if desc.is_empty() { String::new() } else { format!(" aria-describedby=\"d{id}\"") };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{}\" role=\"img\" aria-labelledby=\"t{id}\"{described} \
         viewBox=\"{x} {y} {w} {h}\" width=\"{width}\" height=\"{height}\">\n<title id=\"t{id}\">{}</title>\n{desc}{body}</svg>\n",
        escape(about.lang),
        escape(about.title)
    )
}

/// The drawing of `area` on the colour of the page, cut to it, as one group.
#[must_use]
pub fn svg_picture(list: &DisplayList, area: Rect, palette: Palette, relief: Option<&Relief<'_>>) -> String {
    let relief = relief.filter(|r| r.uri.starts_with(PNG)).map_or_else(String::new, image);
    let body = svg_body_over(list, Ink::Literal(palette), DECIMALS, &relief);
    let id = fingerprint(&body);
    let [x, y, w, h] = [area.x0, area.y0, area.width(), area.height()].map(number);
    let frame = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"");
    format!(
        "<clipPath id=\"c{id}\">{frame}/></clipPath>\n<g clip-path=\"url(#c{id})\">\n{frame} fill=\"{}\"/>\n{body}</g>\n",
        Colour::Space.css(palette)
    )
}

fn image(relief: &Relief<'_>) -> String {
    let Rect { x0, y0, .. } = relief.area;
    let [x, y, w, h] = [x0, y0, relief.area.width(), relief.area.height()].map(number);
    let uri = escape(relief.uri);
    format!("<image x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" preserveAspectRatio=\"none\" href=\"{uri}\"/>\n")
}

/// A short name for a content, so that ids of two pictures in one page differ: FNV-1a, 32 bits.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carto::PlaneSink;
    use crate::plane::Point;

    fn sea() -> DisplayList {
        let mut list = DisplayList::default();
        list.path();
        [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)].into_iter().for_each(|(x, y)| list.line_to(Point::new(x, y)));
        list.fill(Colour::Sea);
        list.relief();
        list
    }

    #[test]
    fn only_a_png_within_the_file_is_shown() {
        let area = Rect::new(0.0, 0.0, 10.0, 10.0);
        for (uri, count) in [("data:image/png;base64,AAAA", 1), ("https://example.org/a.png", 0), ("", 0)] {
            let svg = svg_picture(&sea(), area, Palette::Light, Some(&Relief { uri, area }));
            assert_eq!(svg.matches("<image ").count(), count, "{uri}");
        }
    }

    #[test]
    fn title_and_language_are_text() {
        let about = About { lang: "en", title: "a<b", desc: "" };
        let svg = svg_document(&sea(), Rect::new(0.0, 0.0, 10.0, 10.0), Palette::Dark, &about, None);
        assert!(svg.contains(">a&lt;b</title>") && !svg.contains("<desc") && !svg.contains("aria-describedby"));
    }
}
