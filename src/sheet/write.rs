//! Writes a composed sheet as SVG.

use super::block::Shape;
use super::element::{around, rect, tag, text};
use super::furniture::{Scale, needle, north_rad};
use super::layout::Layout;
use super::legend::{Mark, Swatch};
use super::{Order, Plate, Unit};
use crate::decimal;
use crate::paint::{About, Relief, number, svg_picture, svg_root};
use crate::plane::Rect;
use crate::scene::{Colour, Sign, StrokeId, family};

/// A swatch is never fainter than this, however faint the line on the map.
const FAINTEST: f64 = 0.55;

pub(super) fn svg(order: &Order<'_>, layout: &Layout, plate: &Plate) -> String {
    let pen = Pen { order, layout, plate };
    let ground = rect(layout.page, &[("fill", pen.css(Colour::Casing))]);
    let body = [ground, pen.map(), pen.words()].concat();
    let unit = order.format.unit;
    let size = |px: f64| [number(px / unit.px()).as_str(), if unit == Unit::Mm { "mm" } else { "" }].concat();
    // A sheet without a title still has a name for those who do not see it.
    let title = if order.text.title.is_empty() { &order.text.desc } else { &order.text.title };
    let about = About { lang: &order.text.lang, title, desc: &order.text.desc };
    svg_root(&body, [size(layout.page.width()), size(layout.page.height())], layout.page, &about)
}

struct Pen<'a> {
    order: &'a Order<'a>,
    layout: &'a Layout,
    plate: &'a Plate,
}

impl Pen<'_> {
    fn css(&self, colour: Colour) -> &'static str {
        colour.css(self.order.palette)
    }

    /// The map, drawn at the sheet's scale, in a frame.
    fn map(&self) -> String {
        // A factor needs more decimals than a length: it is multiplied by thousands of pixels.
        let (map, zoom) = (self.layout.map, decimal::write(self.order.format.map_scale, 6));
        let area = self.plate.view.viewport().rect();
        let relief = self.plate.relief.as_deref().map(|uri| Relief { uri, area });
        let picture = svg_picture(&self.plate.list, area, self.order.palette, relief.as_ref());
        let place = ["translate(", &number(map.x0), " ", &number(map.y0), ")scale(", &zoom, ")"].concat();
        let width = number(self.layout.body_px * 0.07);
        let frame = rect(map, &[("fill", "none"), ("stroke", self.css(Colour::Rim)), ("stroke-width", &width)]);
        around("g", &[("transform", &place)], &picture) + &frame
    }

    fn words(&self) -> String {
        let piece = |area: Rect, shape: &Shape| match shape {
            Shape::Words { .. } => self.lines(area, shape),
            Shape::Swatch(swatch) => self.swatch(area, swatch),
            Shape::Scale => self.scale(area),
            Shape::North => {
                north_rad(&self.plate.view).map_or_else(String::new, |a| needle(area, a, self.order.palette))
            }
        };
        let pieces: String = self.layout.pieces.iter().map(|p| piece(p.area, &p.shape)).collect();
        around("g", &[("font-family", family(""))], &pieces)
    }

    fn lines(&self, area: Rect, shape: &Shape) -> String {
        let Shape::Words { lines, size_px, face, link, is_at_end } = shape else { return String::new() };
        #[allow(clippy::cast_precision_loss, reason = "a paragraph has few lines")]
        let leading = area.height() / lines.len().max(1) as f64;
        let x = if *is_at_end { area.x1 } else { area.x0 };
        // Letters stand in the middle of their line: their baseline is 0.35 of their size below it.
        let mut y = area.y0 - leading / 2.0 + 0.35 * size_px;
        let line = |line: &String| {
            y += leading;
            text(x, y, line, &[])
        };
        let lines: String = lines.iter().map(line).collect();
        let look = [
            ("font-size", number(*size_px)),
            ("font-weight", if face.is_bold { "700" } else { "" }.to_owned()),
            ("text-anchor", if *is_at_end { "end" } else { "" }.to_owned()),
            ("fill", self.css(face.colour).to_owned()),
        ];
        let look: Vec<(&str, &str)> = look.iter().map(|(k, v)| (*k, v.as_str())).collect();
        match link.as_deref().filter(|l| l.starts_with("https://") || l.starts_with("http://")) {
            Some(link) => around("a", &[&look[..], &[("href", link)]].concat(), &lines),
            None => around("g", &look, &lines),
        }
    }

    /// A little piece of sea with the thing on it, as the map draws it.
    fn swatch(&self, area: Rect, swatch: &Swatch) -> String {
        let zoom = self.order.format.map_scale;
        let opacity = if swatch.opacity < 1.0 { number(swatch.opacity.max(FAINTEST)) } else { String::new() };
        let round = number(area.height() * 0.2);
        let sea = rect(area, &[("rx", &round), ("fill", self.css(Colour::Sea))]);
        sea + &match swatch.key.mark {
            Mark::Area(colour) => {
                let width = number(StrokeId::Coast.width_px() * zoom);
                let (fill, edge) = (self.css(colour), self.css(Colour::Coast));
                let look = [("rx", round.as_str()), ("fill", fill), ("stroke", edge), ("stroke-width", &width)];
                rect(area.grown(-area.height() * 0.22), &look)
            }
            Mark::Dot(edge) => {
                let c = area.centre();
                let [x, y, r, width] = [c.x, c.y, 3.6 * zoom, StrokeId::DotEdge.width_px() * zoom].map(number);
                let place = [("cx", x.as_str()), ("cy", &y), ("r", &r)];
                let look = [("fill", self.css(swatch.fill)), ("stroke", self.css(edge)), ("stroke-width", &width)];
                tag("circle", &[&place[..], &look, &[("opacity", opacity.as_str())]].concat())
            }
            Mark::Sign(sign, colour) => self.sign_swatch(area, sign, colour, &opacity),
            Mark::Line(stroke, colour) => self.line_swatch(area, swatch, stroke, colour, &opacity),
        }
    }

    fn sign_swatch(&self, area: Rect, sign: Sign, colour: Colour, opacity: &str) -> String {
        let (c, zoom) = (area.centre(), self.order.format.map_scale);
        let width = number(StrokeId::SymbolEdge.width_px() * 2.0 * zoom);
        let edge = [("stroke", self.css(Colour::Casing)), ("stroke-width", width.as_str()), ("paint-order", "stroke")];
        let look = [&[("fill", self.css(colour)), ("opacity", opacity)], &edge[..]].concat();
        if sign.corners().is_empty() {
            let [x, y, r] = [c.x, c.y, 1.9 * zoom].map(number);
            return tag("circle", &[&[("cx", x.as_str()), ("cy", &y), ("r", &r)], &look[..]].concat());
        }
        let corner = |(x, y): &(f64, f64)| [number(c.x + x * zoom), number(c.y + y * zoom)].join(",");
        let d = ["M", &sign.corners().iter().map(corner).collect::<Vec<_>>().join("L"), "z"].concat();
        tag("path", &[&[("d", d.as_str())], &look[..]].concat())
    }

    fn line_swatch(&self, area: Rect, swatch: &Swatch, stroke: StrokeId, colour: Colour, opacity: &str) -> String {
        let zoom = self.order.format.map_scale;
        let [x0, x1, y] = [area.x0 + 2.0 * zoom, area.x1 - 2.0 * zoom, area.centre().y].map(number);
        let d = ["M", &x0, ",", &y, "H", &x1].concat();
        let width = stroke.width_px() * swatch.width_factor * zoom;
        let dash: Vec<String> = stroke.dash_px().iter().map(|v| number(v * zoom)).collect();
        let line = |colour: &str, width: f64, more: &[(&str, &str)]| {
            let width = number(width);
            let look = [("d", d.as_str()), ("fill", "none"), ("stroke", colour), ("stroke-width", &width)];
            tag("path", &[&look[..], more].concat())
        };
        let casing = match swatch.has_casing {
            true => line(self.css(Colour::Casing), width + 2.4 * zoom, &[("stroke-linecap", "round")]),
            false => String::new(),
        };
        let dash = dash.join(",");
        let more = [("stroke-linecap", stroke.cap()), ("stroke-dasharray", &dash), ("opacity", opacity)];
        casing + &line(self.css(colour), width, &more)
    }

    /// The scale bar with its length and, on paper, the scale as a fraction.
    fn scale(&self, area: Rect) -> String {
        let (format, em) = (self.order.format, self.layout.body_px);
        let Some(scale) = Scale::new(&self.plate.view, format.map_scale, area.width()) else { return String::new() };
        let mut said = self.order.text.length.replace("{value}", &(self.order.number)(scale.km()));
        if format.unit == Unit::Mm {
            said += &["  ·  1 : ", &(self.order.number)(scale.denominator(Unit::Mm.px()))].concat();
        }
        let look = [("font-size", number(em)), ("fill", self.css(Colour::Text).to_owned())];
        let look: Vec<(&str, &str)> = look.iter().map(|(k, v)| (*k, v.as_str())).collect();
        scale.svg(area, 0.5 * em, self.order.palette) + &text(area.x0, area.y0 + 1.75 * em, &said, &look)
    }
}
