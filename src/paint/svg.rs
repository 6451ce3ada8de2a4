//! Plays a display list as SVG elements: exports, sheets, golden pictures and the poster.

use super::xml::{escape, number, short};
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

/// The drawing without the `<svg>` element; coordinates keep `decimals` decimals.
#[must_use]
pub fn svg_body(list: &DisplayList, ink: Ink, decimals: u8) -> String {
    svg_body_over(list, ink, decimals, "")
}

/// [`svg_body`] with `relief`, an element, where the list has it.
pub(super) fn svg_body_over(list: &DisplayList, ink: Ink, decimals: u8, relief: &str) -> String {
    let mut player = Player {
        out: String::new(),
        path: String::new(),
        ink,
        decimals,
        opacity: 1.0,
        letters: None,
        relief: Some(relief).filter(|r| !r.is_empty()),
    };
    list.steps().for_each(|step| player.step(&step));
    player.end_letters();
    player.out
}

/// Typeface, colour and halo that texts share.
type Letters = (FontId, Colour, Colour);

/// From the middle of the letters down to their baseline, in ems, in common faces.
const MIDDLE_EM: f64 = 0.35;

struct Player<'a> {
    out: String,
    path: String,
    ink: Ink,
    decimals: u8,
    opacity: f32,
    /// The look of the group of texts that is open.
    letters: Option<Letters>,
    /// What has still to be laid upon the sea.
    relief: Option<&'a str>,
}

impl Player<'_> {
    fn step(&mut self, step: &Step<'_>) {
        if matches!(step, Step::Fill { .. } | Step::Stroke { .. }) {
            self.end_letters();
        }
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
            Step::Relief => self.out.push_str(self.relief.take().unwrap_or_default()),
            Step::Text { font, colour, halo, text, x, y, angle, align } => {
                self.text((font, colour, halo), text, [x, y, angle], align);
            }
        }
    }

    /// A subpath in relative coordinates, rounded so that errors do not add up.
    fn run(&mut self, points: &[f32]) {
        let unit = 10_f64.powi(i32::from(self.decimals));
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

    /// A text. In literal ink, texts of one look in a row stand in one group that says it: a name along a
    /// curve is a text a letter.
    fn text(&mut self, letters: Letters, text: &str, [x, y, angle]: [f32; 3], align: u8) {
        let [x, y, angle] = [x, y, angle].map(f64::from);
        let (opacity, text) = (self.opacity(), escape(text));
        let anchor = match (align, self.ink) {
            (0, Ink::Literal(_)) => "",
            (0, Ink::Page) => " text-anchor=\"start\"",
            (1, _) => " text-anchor=\"middle\"",
            _ => " text-anchor=\"end\"",
        };
        let _ = match self.ink {
            Ink::Page => {
                let turn = match angle {
                    0.0 => String::new(),
                    a => format!(" transform=\"rotate({} {} {})\"", number(a.to_degrees()), number(x), number(y)),
                };
                let (class, paint) = (font_class(letters.0), self.paint("fill", letters.1));
                let at = [number(x), number(y)];
                writeln!(
                    self.out,
                    "<text x=\"{}\" y=\"{}\" dy=\".35em\"{anchor} class=\"{class}\"{paint}{turn}{opacity}>{text}</text>",
                    at[0], at[1]
                )
            }
            Ink::Literal(palette) => {
                self.begin_letters(letters, palette);
                // The canvas has the middle of the letters at the point. Few programs but browsers know such a
                // baseline, so the common one is put where it belongs.
                let down = MIDDLE_EM * letters.0.size_px();
                let place = match angle {
                    0.0 => format!("x=\"{}\" y=\"{}\"", number(x), number(y + down)),
                    a => format!(
                        "transform=\"translate({} {})rotate({})\" y=\"{}\"",
                        number(x),
                        number(y),
                        number(a.to_degrees()),
                        number(down)
                    ),
                };
                writeln!(self.out, "<text {place}{anchor}{opacity}>{text}</text>")
            }
        };
    }

    fn begin_letters(&mut self, letters: Letters, palette: Palette) {
        if self.letters == Some(letters) {
            return;
        }
        self.end_letters();
        self.letters = Some(letters);
        let (font, colour, halo) = letters;
        let (style, weight) = font.face().split_once(' ').unwrap_or(("normal", font.face()));
        let _ = writeln!(
            self.out,
            "<g font-family='{}' font-style=\"{style}\" font-weight=\"{weight}\" font-size=\"{}\" fill=\"{}\" \
             stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">",
            family(font.face()),
            number(font.size_px()),
            colour.css(palette),
            halo.css(palette)
        );
    }

    fn end_letters(&mut self) {
        if self.letters.take().is_some() {
            self.out.push_str("</g>\n");
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carto::PlaneSink;
    use crate::plane::Point;
    use crate::scene::{Align, Lettering};

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

    fn lettering(text: &str, angle_rad: f64) -> Lettering<'_> {
        let (font, colour, halo) = (FontId::Sea, Colour::SeaText, Colour::Halo);
        Lettering { text, font, colour, halo, at: Point::new(1.0, 2.0), angle_rad, align: Align::Middle }
    }

    #[test]
    fn texts_of_one_look_share_a_group_and_keep_their_opacity() {
        let mut list = DisplayList::default();
        list.text(&lettering("<b>&\"", 1.0));
        list.alpha(0.5);
        list.text(&lettering("b", 0.0));
        list.path();
        list.circle(Point::new(0.0, 0.0), 3.0);
        list.fill(Colour::Dot);
        list.text(&lettering("c", 0.0));
        let svg = svg_body(&list, Ink::Literal(Palette::Dark), 1);
        let said = |w: &str| svg.matches(w).count();
        assert_eq!((said("<g "), said("</g>"), said("<text "), said("opacity=\".5\"")), (2, 2, 3, 3), "{svg}");
        assert!(
            svg.contains("<text transform=\"translate(1 2)rotate(57.3)\" y=\"4.55\" text-anchor=\"middle\">&lt;b&gt;")
        );
        assert!(svg.find("</g>") < svg.find("<path") && svg.ends_with("</text>\n</g>\n"));
    }

    #[test]
    fn the_relief_lies_upon_the_sea_once() {
        let mut list = DisplayList::default();
        for colour in [Colour::Sea, Colour::Land, Colour::Sea] {
            list.path();
            list.circle(Point::new(0.0, 0.0), 3.0);
            list.fill(colour);
            list.relief();
        }
        let svg = svg_body_over(&list, Ink::Literal(Palette::Dark), 1, "<image/>\n");
        let kinds: Vec<&str> = svg.lines().filter_map(|l| l.get(..5)).collect();
        assert_eq!(kinds, ["<path", "<imag", "<path", "<path"]);
    }
}
