//! Where everything stands on a sheet: header above, the words below the map or beside it, the map in the rest.

use super::Order;
use super::block::{Block, Piece, QUIET, SUBTITLE, Setter, Shape, TITLE};
use super::legend::Swatch;
use crate::carto::View;
use crate::plane::Rect;

/// The least width of a column of words, in ems, the most columns, and the space between two.
const COLUMN_EM: f64 = 15.5;
const MAX_COLUMNS: f64 = 6.0;
const GAP_EM: f64 = 2.2;
/// Width of a single column beside the map, in ems; two are as narrow as a column may be.
const SIDE_EM: f64 = 24.0;
/// The part of the page's height that the map has at least, where the words stand below it.
const MIN_MAP: f64 = 0.42;
/// How words are made to fit: letters a little smaller, then paragraphs cut short; and what such a sheet is worth.
/// One on which something is cut is worth less than any other.
const TRIES: [(f64, usize, f64); 5] =
    [(1.0, 99, 1.0), (0.9, 99, 0.94), (0.9, 5, 0.01), (0.9, 3, 0.005), (0.9, 2, 0.002)];

/// The places of everything on a page.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) page: Rect,
    pub(super) map: Rect,
    pub(super) pieces: Vec<Piece>,
    /// Size of the letters.
    pub(super) body_px: f64,
}

impl Layout {
    /// The layout that shows the home view largest, letters and words being worth something too. Where nothing
    /// fits, the page grows: no word is drawn upon another, none is lost.
    pub(super) fn new(order: &Order<'_>, legend: &[Swatch]) -> Self {
        let mut best: Option<(f64, Self)> = None;
        for (shrink, max_lines, worth) in TRIES {
            let set = Setter { measure: order.measure, body_px: order.format.body_px * shrink, max_lines };
            let header = header(order, &set);
            let below = below(order, legend, &set, &header);
            if order.format.is_map_fixed {
                return below;
            }
            let beside = [1, 2].map(|columns| beside(order, legend, &set, &header, columns));
            for layout in std::iter::once(below).chain(beside.into_iter().flatten()) {
                let fits = layout.page.height() <= order.format.height_px + 0.01;
                let (home_w, home_h) = View::HOME_SIZE;
                let value = worth * (layout.map.width() / home_w).min(layout.map.height() / home_h);
                let value = if fits { value } else { -layout.page.height() };
                if best.as_ref().is_none_or(|(v, _)| *v < value) {
                    best = Some((value, layout));
                }
            }
        }
        best.map_or_else(
            || Self { page: page(order, 0.0), map: page(order, 0.0), pieces: vec![], body_px: 1.0 },
            |b| b.1,
        )
    }

    /// Gives the legend's swatches the look that they have on the map that was drawn; entries of what is not
    /// on it go.
    pub(super) fn fill_legend(&mut self, seen: &[Swatch]) {
        self.pieces.retain(|p| p.mark.is_none_or(|mark| seen.iter().any(|s| s.key.mark == mark)));
        for piece in &mut self.pieces {
            if let Shape::Swatch(swatch) = &mut piece.shape
                && let Some(now) = seen.iter().find(|s| s.key.mark == swatch.key.mark)
            {
                *swatch = now.clone();
            }
        }
    }
}

fn page(order: &Order<'_>, height: f64) -> Rect {
    Rect::new(0.0, 0.0, order.format.width_px, order.format.height_px.max(height))
}

/// Title, what stands below it, and the date at the right.
fn header(order: &Order<'_>, set: &Setter<'_>) -> Block {
    let (text, width) = (order.text, inner_width(order));
    let mut block = set.lines(&text.title, width, TITLE, 2, None);
    let dated = set.lines(&text.dated, width, QUIET, 2, None);
    let dated_width = dated.pieces.first().map_or(0.0, |p| p.area.width());
    let is_beside = dated_width < width * 0.45;
    let y = block.height + 0.15 * set.body_px;
    let left = if is_beside { width - dated_width - GAP_EM * set.body_px } else { width };
    let subtitle = set.lines(&text.subtitle, left, SUBTITLE, 2, None);
    let under = y + subtitle.height;
    // On one line with the end of the subtitle.
    let at = if is_beside { (width - dated_width, (under - dated.height).max(y)) } else { (0.0, under) };
    block.take(subtitle, 0.0, y);
    block.take(if is_beside { dated.at_end() } else { dated }, at.0, at.1);
    block.height += 0.8 * set.body_px;
    block
}

fn inner_width(order: &Order<'_>) -> f64 {
    order.format.width_px - 2.0 * order.format.margin_px
}

/// Everything but the legend, in reading order, for columns of that width.
fn blocks(order: &Order<'_>, set: &Setter<'_>, width: f64) -> Vec<Block> {
    let t = order.text;
    let plain =
        |texts: &'_ [String]| texts.iter().map(|s| (s.clone(), None)).collect::<Vec<(String, Option<String>)>>();
    let cite = vec![(t.citation.clone(), None), (t.link.clone(), Some(t.link.clone()))];
    // Thanks and citation are never cut short.
    let parts = [
        (&t.notes_heading, plain(&t.notes), set.max_lines),
        (&t.credits_heading, plain(&t.credits), usize::MAX),
        (&t.citation_heading, cite, usize::MAX),
    ];
    let mut out = vec![set.scale(&t.scale_heading, &t.projection, width)];
    for (heading, paragraphs, most) in &parts {
        out.push(set.paragraphs(heading, paragraphs.iter().map(|(s, l)| (s.as_str(), l.as_deref())), width, *most));
    }
    out.retain(|block| !block.pieces.is_empty());
    out
}

/// The words in columns below the map.
fn below(order: &Order<'_>, legend: &[Swatch], set: &Setter<'_>, header: &Block) -> Layout {
    let (width, gap) = (inner_width(order), GAP_EM * set.body_px);
    let most = ((width + gap) / (COLUMN_EM * set.body_px + gap)).floor().clamp(1.0, MAX_COLUMNS);
    let mut best: Option<Block> = None;
    for columns in (1_u8..=6).take_while(|n| f64::from(*n) <= most) {
        let each = (width - (f64::from(columns) - 1.0) * gap) / f64::from(columns);
        let rest = blocks(order, set, each);
        for wide in 1..=(columns - 1).clamp(1, 3) {
            let legend_width = (each + gap) * f64::from(wide) - gap;
            let legend = set.legend(&order.text.legend_heading, legend, legend_width, wide.into(), gap);
            let band = band(legend, rest.clone(), [columns, wide], [each, gap, set.body_px]);
            if best.as_ref().is_none_or(|b| b.height > band.height) {
                best = Some(band);
            }
        }
    }
    let band = best.unwrap_or_default();
    let m = order.format.margin_px;
    let top = m + header.height;
    let space = 1.2 * set.body_px;
    let around = top + space + band.height + m;
    let height = match order.format.is_map_fixed {
        true => order.format.height_px,
        false => (order.format.height_px - around).max(MIN_MAP * order.format.height_px),
    };
    let map = Rect::new(m, top, m + width, top + height);
    let mut pieces = Block::default();
    pieces.take(header.clone(), m, m);
    pieces.take(band, m, map.y1 + space);
    let mut page = page(order, around + height);
    page.y1 = page.y1.max(around + height);
    Layout { page, map, pieces: pieces.pieces, body_px: set.body_px }
}

/// The legend, which is `wide` columns wide, and the other blocks in `columns` in all.
fn band(legend: Block, rest: Vec<Block>, [columns, wide]: [u8; 2], [each, gap, em]: [f64; 3]) -> Block {
    if wide <= 1 {
        return side_by_side(std::iter::once(legend).chain(rest).collect(), columns, [each, gap, em]);
    }
    let mut out = Block::default();
    let left = if legend.pieces.is_empty() { 0.0 } else { f64::from(wide) * (each + gap) };
    out.take(legend, 0.0, 0.0);
    out.take(side_by_side(rest, columns - wide, [each, gap, em]), left, 0.0);
    out
}

/// Blocks in columns, in order.
fn side_by_side(blocks: Vec<Block>, columns: u8, [each, gap, em]: [f64; 3]) -> Block {
    let heights: Vec<f64> = blocks.iter().map(|b| b.height + em).collect();
    let mut out = Block::default();
    let mut blocks = blocks.into_iter();
    let mut x = 0.0;
    for count in shared(&heights, columns.into()).1 {
        out.take(stacked(blocks.by_ref().take(count), em), x, 0.0);
        x += each + gap;
    }
    out
}

/// Blocks one below the other.
fn stacked(blocks: impl Iterator<Item = Block>, em: f64) -> Block {
    let mut column = Block::default();
    for block in blocks.filter(|b| !b.pieces.is_empty()) {
        let y = if column.pieces.is_empty() { 0.0 } else { column.height + em };
        column.take(block, 0.0, y);
    }
    column
}

/// How many of the blocks, in order, stand in each of the columns so that the tallest is least tall; and how
/// tall that is.
fn shared(heights: &[f64], columns: usize) -> (f64, Vec<usize>) {
    if columns <= 1 {
        return (heights.iter().sum(), vec![heights.len()]);
    }
    let mut best = (f64::INFINITY, vec![]);
    for first in 0..=heights.len() {
        let (rest, counts) = shared(&heights[first..], columns - 1);
        let tallest = heights[..first].iter().sum::<f64>().max(rest);
        // The later the split, the fuller the left: reading begins there.
        if tallest <= best.0 {
            best = (tallest, std::iter::once(first).chain(counts).collect());
        }
    }
    best
}

/// The words at the right of the map in so many columns; `None` where they would be higher than the page.
fn beside(order: &Order<'_>, legend: &[Swatch], set: &Setter<'_>, header: &Block, columns: u8) -> Option<Layout> {
    let (m, em) = (order.format.margin_px, set.body_px);
    let (gap, each) = (GAP_EM * em, if columns == 1 { SIDE_EM } else { COLUMN_EM } * em);
    let width = f64::from(columns) * (each + gap) - gap;
    let legend = set.legend(&order.text.legend_heading, legend, each, 1, gap);
    let band = band(legend, blocks(order, set, each), [columns, 1], [each, gap, em]);
    let (top, left) = (m + header.height, order.format.width_px - m - width);
    let map = Rect::new(m, top, left - gap, order.format.height_px - m);
    if band.height > map.height() || map.width() < width {
        return None;
    }
    let mut pieces = Block::default();
    pieces.take(header.clone(), m, m);
    pieces.take(band, left, top);
    Some(Layout { page: page(order, 0.0), map, pieces: pieces.pieces, body_px: em })
}
