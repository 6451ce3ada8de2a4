//! Blocks of words: a heading and what stands below it, set in a column.

use super::flow::wrap;
use super::legend::{Mark, Swatch};
use crate::plane::Rect;
use crate::scene::label::Measure;
use crate::scene::{Colour, FontId};

/// From line to line, in ems.
const LEADING_EM: f64 = 1.36;
/// Width of a legend's swatch and the space beside it, in ems.
const SWATCH_EM: (f64, f64) = (2.9, 0.7);
/// Side of the north arrow's square, in ems; the scale bar stands beside it.
const NORTH_EM: f64 = 4.0;
/// The most lines of a link.
const LINK_LINES: usize = 6;
/// Letters of real faces may be a little wider than measured without a browser.
const SLACK: f64 = 1.02;

/// Size, weight and colour of words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Face {
    /// Size as a multiple of the sheet's letters.
    pub(super) em: f64,
    pub(super) is_bold: bool,
    pub(super) colour: Colour,
}

pub(super) const TITLE: Face = Face { em: 2.6, is_bold: true, colour: Colour::Text };
pub(super) const SUBTITLE: Face = Face { em: 1.25, is_bold: false, colour: Colour::Faint };
pub(super) const HEADING: Face = Face { em: 1.0, is_bold: true, colour: Colour::RouteFirst };
pub(super) const BODY: Face = Face { em: 1.0, is_bold: false, colour: Colour::Text };
pub(super) const QUIET: Face = Face { em: 1.0, is_bold: false, colour: Colour::Faint };

/// What a piece of a sheet is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Lines of words, with where they lead, if anywhere; ranged left unless they stand at the end of a line.
    Words { lines: Vec<String>, size_px: f64, face: Face, link: Option<String>, is_at_end: bool },
    /// What a legend's entry looks like.
    Swatch(Swatch),
    /// The scale bar.
    Scale,
    /// The north arrow.
    North,
}

/// A piece of a sheet and the box that it keeps to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) area: Rect,
    pub(super) shape: Shape,
    /// The mark of the legend's entry that it belongs to.
    pub(super) mark: Option<Mark>,
}

impl Piece {
    /// The first line of its words; empty for what has none.
    pub(super) fn words(&self) -> &str {
        match &self.shape {
            Shape::Words { lines, .. } => lines.first().map_or("", String::as_str),
            _ => "",
        }
    }
}

/// Pieces one below the other, from the origin down.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) pieces: Vec<Piece>,
    pub(super) height: f64,
}

impl Block {
    /// Adds the pieces of another, moved.
    pub(super) fn take(&mut self, other: Self, x: f64, y: f64) {
        self.height = self.height.max(y + other.height);
        self.pieces.extend(other.pieces.into_iter().map(|p| {
            let a = p.area;
            Piece { area: Rect::new(a.x0 + x, a.y0 + y, a.x1 + x, a.y1 + y), ..p }
        }));
    }

    /// Ranges all words right.
    pub(super) fn at_end(mut self) -> Self {
        for piece in &mut self.pieces {
            if let Shape::Words { is_at_end, .. } = &mut piece.shape {
                *is_at_end = true;
            }
        }
        self
    }

    fn add(&mut self, shape: Shape, [x, y, width, height]: [f64; 4]) {
        self.height = self.height.max(y + height);
        self.pieces.push(Piece { area: Rect::new(x, y, x + width, y + height), shape, mark: None });
    }
}

/// Sets words in lines: knows the size of the letters, how wide they are, and how much may be said.
#[derive(Clone, Copy)]
pub(super) struct Setter<'a> {
    pub(super) measure: &'a dyn Measure,
    pub(super) body_px: f64,
    /// The most lines of a paragraph that may be cut short.
    pub(super) max_lines: usize,
}

impl Setter<'_> {
    /// Width of a text.
    pub(super) fn width(&self, text: &str, face: Face) -> f64 {
        let font = if face.is_bold { FontId::Cable } else { FontId::Place };
        self.measure.width_px(font, text) / font.size_px() * face.em * self.body_px * SLACK
    }

    /// A paragraph of at most `max_lines`, as wide as its longest line.
    pub(super) fn lines(&self, text: &str, width: f64, face: Face, max_lines: usize, link: Option<&str>) -> Block {
        let mut block = Block::default();
        if text.trim().is_empty() {
            return block;
        }
        let lines = wrap(text, width, max_lines, &|t| self.width(t, face));
        let widest = lines.iter().map(|l| self.width(l, face)).fold(0.0, f64::max);
        let leading = if face.em > 2.0 { 1.12 } else { LEADING_EM };
        let size_px = face.em * self.body_px;
        #[allow(clippy::cast_precision_loss, reason = "a paragraph has few lines")]
        let height = lines.len() as f64 * leading * size_px;
        let link = link.map(str::to_owned);
        block.add(Shape::Words { lines, size_px, face, link, is_at_end: false }, [0.0, 0.0, widest, height]);
        block
    }

    /// A heading with paragraphs of at most `max_lines` below it; nothing at all without paragraphs.
    pub(super) fn paragraphs<'a>(
        &self,
        heading: &str,
        paragraphs: impl IntoIterator<Item = (&'a str, Option<&'a str>)>,
        width: f64,
        max_lines: usize,
    ) -> Block {
        let mut below = Block::default();
        for (text, link) in paragraphs.into_iter().filter(|(text, _)| !text.trim().is_empty()) {
            let gap = if below.pieces.is_empty() { 0.0 } else { 0.3 * self.body_px };
            let y = below.height + gap;
            // A link leads where it leads however little of it is to be read.
            let most = if link.is_some() { max_lines.min(LINK_LINES) } else { max_lines };
            below.take(self.lines(text, width, BODY, most, link), 0.0, y);
        }
        self.headed(heading, below, width)
    }

    /// Scale bar and north arrow beside each other, and what is said of them.
    pub(super) fn scale(&self, heading: &str, said: &[String], width: f64) -> Block {
        let em = self.body_px;
        let mut below = Block::default();
        below.add(Shape::Scale, [0.0, 0.3 * em, width - (NORTH_EM + 0.6) * em, 2.4 * em]);
        below.add(Shape::North, [width - NORTH_EM * em, 0.0, NORTH_EM * em, NORTH_EM * em]);
        for text in said {
            let y = below.height + 0.3 * em;
            below.take(self.lines(text, width, BODY, self.max_lines, None), 0.0, y);
        }
        self.headed(heading, below, width)
    }

    /// The legend in that many columns, filled one after the other.
    pub(super) fn legend(&self, heading: &str, swatches: &[Swatch], width: f64, columns: usize, gap: f64) -> Block {
        #[allow(clippy::cast_precision_loss, reason = "there are few columns")]
        let count = columns.max(1) as f64;
        let each = (width - (count - 1.0) * gap) / count;
        let mut below = Block::default();
        let mut x = 0.0;
        for rows in swatches.chunks(swatches.len().div_ceil(columns.max(1)).max(1)) {
            let mut column = Block::default();
            for swatch in rows {
                let y = column.height;
                column.take(self.entry(swatch, each), 0.0, y);
            }
            below.take(column, x, 0.0);
            x += each + gap;
        }
        self.headed(heading, below, width)
    }

    /// An entry of the legend: its look, its name, and what is said of it, beside the name or below it.
    fn entry(&self, swatch: &Swatch, width: f64) -> Block {
        let em = self.body_px;
        let (look, space) = (SWATCH_EM.0 * em, SWATCH_EM.1 * em);
        let left = look + space;
        let mut block = Block::default();
        block.add(Shape::Swatch(swatch.clone()), [0.0, 0.14 * em, look, 1.08 * em]);
        let name = self.lines(&swatch.key.label, width - left, BODY, 3, None);
        let right = left + name.pieces.first().map_or(0.0, |p| p.area.width()) + 0.5 * em;
        let is_one_line = name.height < 2.0 * em;
        let below = name.height;
        block.take(name, left, 0.0);
        if is_one_line && right + self.width(&swatch.key.note, QUIET) <= width {
            block.take(self.lines(&swatch.key.note, width - right, QUIET, 1, None), right, 0.0);
        } else {
            block.take(self.lines(&swatch.key.note, width - left, QUIET, 2, None), left, below);
        }
        block.height += 0.18 * em;
        block.pieces.iter_mut().for_each(|p| p.mark = Some(swatch.key.mark));
        block
    }

    fn headed(&self, heading: &str, below: Block, width: f64) -> Block {
        if below.pieces.is_empty() {
            return below;
        }
        let mut block = self.lines(heading, width, HEADING, 2, None);
        let y = block.height + 0.25 * self.body_px;
        block.take(below, 0.0, y);
        block
    }
}
