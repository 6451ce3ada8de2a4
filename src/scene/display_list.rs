//! The display list: a picture as a flat buffer of numbers.
//!
//! Layers write it, players read it. It is one `Vec<f32>`, so that a few lines of JavaScript can
//! replay it straight from wasm memory: a canvas call made from wasm costs about 300 ns a vertex,
//! the same call in a JavaScript loop 20 ns. Each operation is its [`Op`] code and its operands:
//!
//! | operation | operands |
//! |---|---|
//! | `Path` | – ; a new path begins |
//! | `Run` | n, then n × (x, y); a subpath: move to the first, lines to the others |
//! | `Close` | – ; closes the subpath |
//! | `Circle` | x, y, radius; a subpath |
//! | `Fill` | colour |
//! | `Stroke` | stroke, colour, width factor, dash offset in pixels |
//! | `Alpha` | opacity of all that follows |
//! | `Text` | font, colour, halo colour, string, x, y, clockwise angle, align |
//! | `Relief` | – ; the path under way is the sea that it lies in |
//!
//! Numbers are CSS pixels, y down. Colours, strokes and fonts are indices into [`super::style`];
//! strings are indices into [`DisplayList::strings`].

use super::style::{Colour, FontId, StrokeId};
use super::thin::Thin;
use crate::carto::PlaneSink;
use crate::plane::{Point, Rect};

/// What an entry of the buffer does. The codes are the contract with `src/paint/replay.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "the table at the head of the file documents them together")]
pub enum Op {
    Path = 1,
    Run = 2,
    Close = 3,
    Circle = 4,
    Fill = 5,
    Stroke = 6,
    Alpha = 7,
    Text = 8,
    Relief = 9,
}

/// Where a text stands with respect to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Align {
    /// The text begins at the point.
    Start = 0,
    /// The point is the middle.
    Middle = 1,
    /// The text ends at the point.
    End = 2,
}

/// A text to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Lettering<'a> {
    /// The letters.
    pub text: &'a str,
    /// Typeface and size.
    pub font: FontId,
    /// Colour of the letters.
    pub colour: Colour,
    /// Colour of the halo.
    pub halo: Colour,
    /// The point: middle of the x-height.
    pub at: Point,
    /// Clockwise turn in radians. What is turned is one letter, centred: players keep it as a picture.
    pub angle_rad: f64,
    /// Where the text stands with respect to the point.
    pub align: Align,
}

/// A picture, recorded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisplayList {
    ops: Vec<f32>,
    strings: Vec<String>,
    /// Where the count of the run under way stands, if one is.
    run_at: Option<usize>,
    /// Leaves out vertices of the run that nobody could see.
    thin: Thin,
    /// Keeps those as well.
    exact: bool,
    vertices: usize,
    flat: usize,
}

impl DisplayList {
    /// A list that keeps every vertex, for those who measure.
    #[must_use]
    pub fn exact() -> Self {
        Self { exact: true, ..Self::default() }
    }

    /// Empties the list and keeps its memory.
    pub fn clear(&mut self) {
        self.ops.clear();
        self.strings.clear();
        self.run_at = None;
        self.vertices = 0;
        self.flat = 0;
    }

    /// Says that what lies flat on the map ends here.
    pub fn end_flat(&mut self) {
        self.end_run();
        self.flat = self.ops.len();
    }

    /// How many numbers of the operations are what lies flat on the map.
    #[must_use]
    pub fn flat(&self) -> usize {
        self.flat
    }

    /// Says what part of the picture is looked at, since what runs outside need not be exact, and with what share of the
    /// detail of a map at rest.
    pub fn look_at(&mut self, seen: Rect, detail: f64) {
        self.thin = Thin::within(seen, detail);
    }

    /// The operations.
    #[must_use]
    pub fn ops(&self) -> &[f32] {
        &self.ops
    }

    /// The texts that `Text` operations name.
    #[must_use]
    pub fn strings(&self) -> &[String] {
        &self.strings
    }

    /// Vertices recorded since [`DisplayList::clear`].
    #[must_use]
    pub fn vertices(&self) -> usize {
        self.vertices
    }

    /// Begins a new path.
    pub fn path(&mut self) {
        self.end_run();
        self.ops.push(Op::Path as u8 as f32);
    }

    /// Adds a circle to the path.
    pub fn circle(&mut self, centre: Point, radius_px: f64) {
        self.end_run();
        self.ops.push(Op::Circle as u8 as f32);
        self.numbers([centre.x, centre.y, radius_px]);
    }

    /// Fills the path, even-odd.
    pub fn fill(&mut self, colour: Colour) {
        self.end_run();
        self.ops.extend([Op::Fill as u8 as f32, colour.index()]);
    }

    /// Strokes the path; the stroke's width is multiplied by `width_factor`, its dashes begin
    /// `dash_offset_px` into their pattern.
    pub fn stroke(&mut self, stroke: StrokeId, colour: Colour, width_factor: f64, dash_offset_px: f64) {
        self.end_run();
        self.ops.extend([Op::Stroke as u8 as f32, stroke.index(), colour.index()]);
        self.numbers([width_factor, dash_offset_px]);
    }

    /// Sets the opacity of what follows.
    pub fn alpha(&mut self, opacity: f64) {
        self.end_run();
        self.ops.push(Op::Alpha as u8 as f32);
        self.numbers([opacity]);
    }

    /// Draws a text with a halo.
    #[allow(clippy::cast_precision_loss, reason = "a picture has far fewer than 2²⁴ texts")]
    pub fn text(&mut self, t: &Lettering<'_>) {
        self.end_run();
        let known = self.strings.iter().position(|s| s == t.text);
        let string = known.unwrap_or_else(|| {
            self.strings.push(t.text.to_owned());
            self.strings.len() - 1
        });
        self.ops.extend([Op::Text as u8 as f32, t.font.index(), t.colour.index(), t.halo.index(), string as f32]);
        self.numbers([t.at.x, t.at.y, t.angle_rad]);
        self.ops.push(t.align as u8 as f32);
    }

    /// Lays the relief of the seabed here, which the player brings.
    pub fn relief(&mut self) {
        self.run_at = None;
        self.ops.push(Op::Relief as u8 as f32);
    }

    #[allow(clippy::cast_possible_truncation, reason = "pixels need no more than f32")]
    fn numbers<const N: usize>(&mut self, values: [f64; N]) {
        self.ops.extend(values.map(|v| v as f32));
    }

    /// Adds a vertex to the run that began at a place of the buffer.
    fn keep(&mut self, at: usize, kept: Option<Point>) {
        if let Some(p) = kept {
            self.ops[at] += 1.0;
            self.vertex(p);
        }
    }

    fn end_run(&mut self) {
        if let Some(at) = self.run_at.take() {
            let last = self.thin.end().filter(|_| !self.exact);
            self.keep(at, last);
        }
    }

    #[allow(clippy::cast_possible_truncation, reason = "pixels need no more than f32")]
    fn vertex(&mut self, p: Point) {
        self.ops.extend([p.x as f32, p.y as f32]);
        self.vertices += 1;
    }
}

impl PlaneSink for DisplayList {
    fn move_to(&mut self, p: Point) {
        self.end_run();
        self.ops.extend([Op::Run as u8 as f32, 1.0]);
        self.run_at = Some(self.ops.len() - 1);
        self.thin.begin(p);
        self.vertex(p);
    }

    fn line_to(&mut self, p: Point) {
        match self.run_at {
            Some(at) => {
                let kept = if self.exact { Some(p) } else { self.thin.next(p) };
                self.keep(at, kept);
            }
            None => self.move_to(p),
        }
    }

    fn close(&mut self) {
        self.end_run();
        self.ops.push(Op::Close as u8 as f32);
    }
}

/// One operation of a list, read back.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the table at the head of the file documents them together")]
pub enum Step<'a> {
    Path,
    Run(&'a [f32]),
    Close,
    Circle { x: f32, y: f32, radius: f32 },
    Fill { colour: Colour },
    Stroke { stroke: StrokeId, colour: Colour, width_factor: f32, dash_offset: f32 },
    Alpha(f32),
    Relief,
    Text { font: FontId, colour: Colour, halo: Colour, text: &'a str, x: f32, y: f32, angle: f32, align: u8 },
}

impl DisplayList {
    /// Reads the list step by step, for players that are not JavaScript.
    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        let mut rest = self.ops.as_slice();
        std::iter::from_fn(move || {
            let (step, used) = self.step(rest)?;
            rest = rest.get(used..)?;
            Some(step)
        })
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the list holds small whole numbers where it names things"
    )]
    fn step<'a>(&'a self, ops: &'a [f32]) -> Option<(Step<'a>, usize)> {
        let id = |i: usize| ops.get(i).map(|v| *v as usize);
        let n = |i: usize| ops.get(i).copied();
        Some(match id(0)? {
            1 => (Step::Path, 1),
            2 => {
                let count = id(1)? * 2;
                (Step::Run(ops.get(2..2 + count)?), 2 + count)
            }
            3 => (Step::Close, 1),
            4 => (Step::Circle { x: n(1)?, y: n(2)?, radius: n(3)? }, 4),
            5 => (Step::Fill { colour: Colour::at(id(1)?)? }, 2),
            6 => {
                let (stroke, colour) = (StrokeId::at(id(1)?)?, Colour::at(id(2)?)?);
                (Step::Stroke { stroke, colour, width_factor: n(3)?, dash_offset: n(4)? }, 5)
            }
            7 => (Step::Alpha(n(1)?), 2),
            8 => {
                let (font, colour, halo) = (FontId::at(id(1)?)?, Colour::at(id(2)?)?, Colour::at(id(3)?)?);
                let text = self.strings.get(id(4)?)?;
                (Step::Text { font, colour, halo, text, x: n(5)?, y: n(6)?, angle: n(7)?, align: id(8)? as u8 }, 9)
            }
            9 => (Step::Relief, 1),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_reads_back_as_written() {
        let mut list = DisplayList::default();
        list.path();
        list.move_to(Point::new(1.0, 2.0));
        list.line_to(Point::new(3.0, 4.0));
        list.close();
        list.circle(Point::new(5.0, 6.0), 7.0);
        list.fill(Colour::Land);
        list.alpha(0.5);
        list.stroke(StrokeId::Coast, Colour::Coast, 1.0, 3.0);
        let label = Lettering {
            text: "Nuuk",
            font: FontId::Place,
            colour: Colour::Text,
            halo: Colour::Halo,
            at: Point::new(8.0, 9.0),
            angle_rad: 0.0,
            align: Align::Start,
        };
        list.text(&label);
        list.text(&label);
        let steps: Vec<_> = list.steps().collect();
        assert_eq!(steps[1], Step::Run(&[1.0, 2.0, 3.0, 4.0]));
        assert_eq!(steps[3], Step::Circle { x: 5.0, y: 6.0, radius: 7.0 });
        assert_eq!(
            steps[6],
            Step::Stroke { stroke: StrokeId::Coast, colour: Colour::Coast, width_factor: 1.0, dash_offset: 3.0 }
        );
        assert_eq!((steps.len(), list.strings().len(), list.vertices()), (9, 1, 2));
        list.clear();
        assert_eq!(list.steps().count(), 0);
    }
}
