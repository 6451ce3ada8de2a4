//! Plays a display list as SVG: exports, golden pictures and the poster.

use crate::plane::Rect;
use crate::scene::{Colour, DisplayList, FontId, Palette, Step, StrokeId, family};
use std::fmt::Write;

/// What the SVG's paints are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Literal colours of a theme: the file stands alone.
    Literal(Palette),
    /// The page's CSS variables, by class: the picture follows the page's theme. Strokes do not
    /// scale with the picture.
    Page,
}

/// A whole SVG file of `area` in screen pixels.
#[must_use]
pub fn svg_document(list: &DisplayList, area: Rect, palette: Palette, title: &str) -> String {
    let (w, h) = (number(area.width()), number(area.height()));
    let (x, y) = (number(area.x0), number(area.y0));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{x} {y} {w} {h}\" width=\"{w}\" height=\"{h}\">\n\
         <title>{}</title>\n\
         <rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{}\"/>\n{}</svg>\n",
        escape(title),
        Colour::Space.css(palette),
        svg_body(list, Ink::Literal(palette), 1)
    )
}

/// The drawing without the `<svg>` element; coordinates keep `decimals` decimals.
#[must_use]
pub fn svg_body(list: &DisplayList, ink: Ink, decimals: usize) -> String {
    let mut player = Player { out: String::new(), path: String::new(), ink, decimals, opacity: 1.0 };
    list.steps().for_each(|step| player.step(&step));
    player.out
}

struct Player {
    out: String,
    path: String,
    ink: Ink,
    decimals: usize,
    opacity: f32,
}

impl Player {
    fn step(&mut self, step: &Step<'_>) {
        match *step {
            Step::Path => self.path.clear(),
            Step::Run(points) => self.run(points),
            Step::Close => self.path.push('z'),
            Step::Circle { x, y, radius } => self.circle(x, y, radius),
            Step::Alpha(opacity) => self.opacity = opacity,
            Step::Fill { colour } => {
                let paint = self.paint("fill", colour);
                let _ =
                    writeln!(self.out, "<path d=\"{}\" fill-rule=\"evenodd\"{paint}{}/>", self.path, self.opacity());
            }
            Step::Stroke { stroke, colour, width_factor, dash_offset } => {
                self.stroke(stroke, colour, width_factor, dash_offset);
            }
            Step::Text { font, colour, halo, text, x, y, angle, align } => {
                self.text(font, (colour, halo), text, [x, y, angle], align);
            }
        }
    }

    /// A subpath in relative coordinates, rounded so that errors do not add up.
    fn run(&mut self, points: &[f32]) {
        let unit = 10_f64.powi(i32::try_from(self.decimals).unwrap_or(1));
        let grid = |v: f32| (f64::from(v) * unit).round();
        let mut last = (0.0, 0.0);
        for (i, p) in points.chunks_exact(2).enumerate() {
            let here = (grid(p[0]), grid(p[1]));
            if i == 0 {
                let _ = write!(
                    self.path,
                    "M{},{}",
                    short(here.0 / unit, self.decimals),
                    short(here.1 / unit, self.decimals)
                );
                self.path.push('l');
            } else if here != last || i + 1 == points.len() {
                let (dx, dy) = ((here.0 - last.0) / unit, (here.1 - last.1) / unit);
                let _ = write!(self.path, "{},{} ", short(dx, self.decimals), short(dy, self.decimals));
            }
            last = here;
        }
        let tidy = self.path.trim_end_matches([' ', 'l']).len();
        self.path.truncate(tidy);
    }

    fn circle(&mut self, x: f32, y: f32, r: f32) {
        let n = |v: f32| short(f64::from(v), self.decimals);
        let (d, r_) = (n(2.0 * r), n(r));
        let _ = write!(self.path, "M{},{}a{r_},{r_} 0 1 0 {d},0a{r_},{r_} 0 1 0 -{d},0z", n(x - r), n(y));
    }

    fn stroke(&mut self, stroke: StrokeId, colour: Colour, width_factor: f32, dash_offset: f32) {
        let width = number(stroke.width_px() * f64::from(width_factor));
        let dash = stroke.dash_px().iter().map(|d| number(*d)).collect::<Vec<_>>().join(",");
        let dash = match (dash.is_empty(), dash_offset == 0.0) {
            (true, _) => String::new(),
            (false, true) => format!(" stroke-dasharray=\"{dash}\""),
            (false, false) => {
                format!(" stroke-dasharray=\"{dash}\" stroke-dashoffset=\"{}\"", number(f64::from(dash_offset)))
            }
        };
        let fixed = if self.ink == Ink::Page { " vector-effect=\"non-scaling-stroke\"" } else { "" };
        let paint = self.paint("stroke", colour);
        let _ = writeln!(
            self.out,
            "<path d=\"{}\" fill=\"none\"{paint} stroke-width=\"{width}\" stroke-linecap=\"{}\" stroke-linejoin=\"round\"{dash}{fixed}{}/>",
            self.path,
            stroke.cap(),
            self.opacity()
        );
    }

    fn text(&mut self, font: FontId, (colour, halo): (Colour, Colour), text: &str, [x, y, angle]: [f32; 3], align: u8) {
        let anchor = ["start", "middle", "end"][usize::from(align.min(2))];
        let turn = if angle == 0.0 {
            String::new()
        } else {
            format!(
                " transform=\"rotate({} {} {})\"",
                number(f64::from(angle).to_degrees()),
                number(f64::from(x)),
                number(f64::from(y))
            )
        };
        let face = match self.ink {
            Ink::Page => format!(" class=\"{}\"", font_class(font)),
            Ink::Literal(palette) => {
                let (style, weight) = font.face().split_once(' ').unwrap_or(("normal", font.face()));
                format!(
                    " font-family='{}' font-style=\"{style}\" font-weight=\"{weight}\" font-size=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                    family(font.face()),
                    number(font.size_px()),
                    colour.css(palette),
                    halo.css(palette)
                )
            }
        };
        let paint = if self.ink == Ink::Page { self.paint("fill", colour) } else { String::new() };
        let _ = writeln!(
            self.out,
            "<text x=\"{}\" y=\"{}\" dy=\".35em\" text-anchor=\"{anchor}\"{face}{paint}{turn}{}>{}</text>",
            number(f64::from(x)),
            number(f64::from(y)),
            self.opacity(),
            escape(text)
        );
    }

    fn paint(&self, what: &str, colour: Colour) -> String {
        match self.ink {
            Ink::Literal(palette) => format!(" {what}=\"{}\"", colour.css(palette)),
            Ink::Page => format!(" {what}=\"var(--map-{})\"", colour.css_name()),
        }
    }

    fn opacity(&self) -> String {
        if self.opacity >= 1.0 { String::new() } else { format!(" opacity=\"{}\"", number(f64::from(self.opacity))) }
    }
}

/// The class of a text in the page's own picture.
fn font_class(font: FontId) -> String {
    format!("t-{}", format!("{font:?}").to_lowercase())
}

/// A number with at most two decimals and none that say nothing.
fn number(v: f64) -> String {
    short(v, 2)
}

fn short(v: f64, decimals: usize) -> String {
    let text = format!("{v:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    match text {
        "-0" | "" => "0".to_owned(),
        _ => text.replacen("0.", ".", usize::from(text.starts_with("0.") || text.starts_with("-0."))),
    }
}

/// Text as XML and HTML: never markup.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carto::PlaneSink;
    use crate::plane::Point;
    use crate::scene::{Align, Lettering};

    #[test]
    fn numbers_are_short() {
        for (v, s) in
            [(0.0, "0"), (-0.001, "0"), (0.5, ".5"), (-0.25, "-.25"), (10.0, "10"), (10.20, "10.2"), (100.05, "100.05")]
        {
            assert_eq!(number(v), s);
        }
    }

    #[test]
    fn rounding_does_not_add_up_along_a_line() {
        let mut list = DisplayList::default();
        list.path();
        list.move_to(Point::new(0.04, 0.0));
        (1..=100).for_each(|k| list.line_to(Point::new(0.04 + 0.14 * f64::from(k), 0.0)));
        list.stroke(StrokeId::Coast, Colour::Coast, 1.0, 0.0);
        let svg = svg_body(&list, Ink::Page, 1);
        let d = svg.split('"').nth(1).unwrap();
        let sum: f64 = d
            .trim_start_matches("M0,0l")
            .split(' ')
            .map(|p| p.split(',').next().unwrap().parse::<f64>().unwrap())
            .sum();
        assert!((sum - 14.0).abs() < 1e-9, "{d}");
    }

    #[test]
    fn text_is_text_and_never_markup() {
        let mut list = DisplayList::default();
        list.text(&Lettering {
            text: "<b>&\"",
            font: FontId::Sea,
            colour: Colour::SeaText,
            halo: Colour::Halo,
            at: Point::new(1.0, 2.0),
            angle_rad: 1.0,
            align: Align::Middle,
        });
        let svg = svg_document(&list, Rect::new(0.0, 0.0, 10.0, 10.0), Palette::Dark, "a<b");
        assert!(
            svg.contains(">&lt;b&gt;&amp;&quot;</text>")
                && svg.contains("<title>a&lt;b</title>")
                && !svg.contains("<b>")
        );
    }
}
