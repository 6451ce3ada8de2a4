//! The sea as an image: tinted by depth, lit from the upper left of the screen, a few rows at a time.
//!
//! To ask the view where on the Earth a pixel is costs more than to colour it. So it is asked at every eighth pixel, and
//! the places on the grid between are bilinear. How far they are off is measured, not hoped for: in each block of 16
//! pixels the nodes in the middle of its sides and axes are held against the mean of the ends. Halving the steps divides
//! a bend by four, so where no node strays by more than [`MAX_BEND`] cells, no pixel is off by more than a quarter of
//! that along a row and as much down a column: a quarter of a cell in all. Elsewhere, at the edge of the map, at a cut and
//! about the pole of a grid of degrees, every pixel is asked for.

use super::Relief;
use super::patch::{Patch, Place, joined, km_per_px, places};
use super::sheet::Sheet;
use super::tint::Brush;
use crate::carto::View;
use crate::plane::Point;
use crate::scene::style::Palette;
use crate::sphere::UnitVec;

/// Pixels between nodes.
const STEP: usize = 8;
/// Pixels of a block: two steps.
const BLOCK: usize = 2 * STEP;
/// Nodes of a block, with both ends, when every pixel is one.
const EXACT: usize = BLOCK + 1;
/// How far a node may stray from the middle of its neighbours, in cells of the grid.
pub(super) const MAX_BEND: f64 = 0.5;

type Sheets<'a> = [Option<&'a Sheet>; 2];

/// An image of the sea under way.
#[derive(Debug)]
pub struct Shading {
    view: View,
    brush: Brush,
    step_px: f64,
    /// Kilometres of the image's pixels in the middle of the map.
    km_per_px: f64,
    width: usize,
    height: usize,
    done: usize,
    pixels: Vec<u8>,
}

impl Shading {
    /// An image of the viewport with a pixel for each `step_px` × `step_px` CSS pixels, the first in the upper left corner;
    /// it may reach over the right and lower edge by less than a pixel. `memory` is used for it, whatever it holds.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a viewport has some thousand pixels")]
    pub fn begin(view: &View, palette: Palette, step_px: u32, mut memory: Vec<u8>) -> Self {
        let step_px = f64::from(step_px.max(1));
        let pixels = |length: f64| (length / step_px).ceil().clamp(1.0, 16_384.0) as usize;
        let (width, height) = (pixels(view.viewport().width), pixels(view.viewport().height));
        memory.clear();
        memory.resize(4 * width * height, 0);
        let km_per_px = step_px / view.px_per_km(view.pose().centre.to_unit());
        let brush = Brush::new(palette, km_per_px);
        Self { view: *view, brush, km_per_px, step_px, width, height, done: 0, pixels: memory }
    }

    /// Draws at least `count` more rows, to the next multiple of 16, from the grids that are there now, and says whether
    /// the image is complete.
    pub fn rows(&mut self, relief: &Relief, count: usize) -> bool {
        let until = self.done.saturating_add(count).min(self.height);
        let sheets = relief.for_scale(self.km_per_px);
        while self.done < until {
            self.band(sheets);
            self.done = (self.done + BLOCK).min(self.height);
        }
        self.done == self.height
    }

    /// Columns and rows of pixels.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// How many rows from the top are drawn.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done
    }

    /// The view it is of.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Red, green, blue and opacity of each pixel, row by row; rows not drawn yet are transparent.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The pixels, and their memory.
    #[must_use]
    pub fn into_pixels(self) -> Vec<u8> {
        self.pixels
    }

    /// The point of the sphere under the middle of a pixel.
    fn node(&self, x: usize, y: usize) -> Option<UnitVec> {
        let middle = |i: usize| (i as f64 + 0.5) * self.step_px;
        self.view.sphere_from_screen(Point::new(middle(x), middle(y)))
    }

    /// Draws the next 16 rows.
    fn band(&mut self, sheets: Sheets<'_>) {
        let top = self.done;
        let count = 2 * self.width.div_ceil(BLOCK) + 1;
        let nodes: Vec<Option<UnitVec>> =
            (0..3 * count).map(|i| self.node(i % count * STEP, top + i / count * STEP)).collect();
        for left in (0..self.width).step_by(BLOCK) {
            let block: [_; 9] = std::array::from_fn(|i| nodes[i / 3 * count + left / STEP + i % 3]);
            let known = block.iter().flatten().count();
            if known == 0
                || (known == 9 && self.smooth_block(sheets, (left, top), block.map(|p| p.unwrap_or(UnitVec::NORTH))))
            {
                continue;
            }
            self.exact_block(sheets, (left, top));
        }
    }

    /// Draws a block from its nodes; `false` where they are too few.
    fn smooth_block<'s>(&mut self, sheets: Sheets<'s>, (left, top): (usize, usize), nodes: [UnitVec; 9]) -> bool {
        let reached = |sheet: Option<&'s Sheet>| {
            let part = sheet.map(|sheet| (sheet, places(sheet, nodes)));
            part.filter(|(sheet, at)| at.iter().any(|at| sheet.weight(*at) > 0.0))
        };
        let upper = reached(sheets[1]);
        let covered = upper.is_some_and(|(sheet, at)| at.iter().all(|at| sheet.weight(*at) >= 1.0));
        let parts = [reached(sheets[0].filter(|_| !covered)), upper];
        if parts.iter().flatten().any(|(_, at)| bend(at) > MAX_BEND) {
            return false;
        }
        for corner in [0, 1, 3, 4] {
            let pick = [corner, corner + 1, corner + 3, corner + 4];
            let parts = parts.map(|part| part.map(|(sheet, at)| (sheet, pick.map(|i| at[i]))));
            let km = km_per_px([pick[0], pick[1], pick[2]].map(|i| nodes[i]), STEP as f64);
            let square = Square::new(parts, STEP as f64, km);
            self.square(&square, (left + corner % 3 * STEP, top + corner / 3 * STEP), STEP);
        }
        true
    }

    /// Draws a block of which every pixel is asked for.
    fn exact_block(&mut self, sheets: Sheets<'_>, (left, top): (usize, usize)) {
        let nodes: [Option<UnitVec>; EXACT * EXACT] =
            std::array::from_fn(|i| self.node(left + i % EXACT, top + i / EXACT));
        // Each node is a corner of three squares; to find its place on a grid costs more than all else.
        let found = sheets.map(|sheet| {
            let place = |sheet: &'_ Sheet| nodes.map(|p| p.map_or((0.0, 0.0), |p| sheet.index(p)));
            sheet.map(|sheet| (sheet, place(sheet)))
        });
        for y in 0..BLOCK.min(self.height - top) {
            for x in 0..BLOCK.min(self.width - left) {
                let at = y * EXACT + x;
                let Some(here) = nodes[at] else { continue };
                let or_here = |i: usize| nodes[i].map_or((at, here), |p| (i, p));
                let corners = [(at, here), or_here(at + 1), or_here(at + EXACT)];
                let parts = found.each_ref().map(|part| {
                    part.as_ref().map(|(sheet, all)| {
                        let [a, b, c] = joined(sheet, corners.map(|(i, _)| all[i]));
                        (*sheet, [a, b, c, (b.0 + c.0 - a.0, b.1 + c.1 - a.1)])
                    })
                });
                let points = corners.map(|(_, p)| p);
                let square = Square::new(parts, 1.0, km_per_px(points, 1.0));
                self.square(&square, (left + x, top + y), 1);
            }
        }
    }

    /// Draws a square of so many pixels, as far as it lies in the image.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an opacity")]
    fn square(&mut self, square: &Square<'_>, (x, y): (usize, usize), side: usize) {
        let columns = side.min(self.width.saturating_sub(x));
        for down in 0..side.min(self.height.saturating_sub(y)) {
            let at = 4 * ((y + down) * self.width + x.min(self.width));
            let row = &mut self.pixels[at..at + 4 * columns];
            for (right, pixel) in row.chunks_exact_mut(4).enumerate() {
                let (sample, weight) = square.sample(right as f64, down as f64);
                let [r, g, b] = self.brush.colour(sample, (x + right, y + down));
                pixel.copy_from_slice(&[r, g, b, (weight * 255.0 + 0.5) as u8]);
            }
        }
    }
}

/// How far the middle nodes stray from the middles, in cells.
pub(super) fn bend(at: &[Place; 9]) -> f64 {
    const LINES: [[usize; 3]; 6] = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8]];
    let stray = |[a, b, c]: [usize; 3]| {
        let off = |a: f64, b: f64, c: f64| (b - (a + c) / 2.0).abs();
        off(at[a].0, at[b].0, at[c].0).max(off(at[a].1, at[b].1, at[c].1))
    };
    LINES.into_iter().map(stray).fold(0.0, f64::max)
}

/// A square of pixels on one grid or on two, the upper over the lower.
struct Square<'a> {
    lower: Option<Part<'a>>,
    upper: Option<Part<'a>>,
}

/// A square on one grid, and whether nothing else shows there.
struct Part<'a>(Patch<'a>, bool);

impl<'a> Square<'a> {
    fn new(parts: [Option<(&'a Sheet, [Place; 4])>; 2], side: f64, km_per_px: f64) -> Self {
        let part = |(sheet, at): (&'a Sheet, [Place; 4])| {
            Part(Patch::new(sheet, at, side, km_per_px), at.iter().all(|at| sheet.weight(*at) >= 1.0))
        };
        let [lower, upper] = parts.map(|found| found.map(part));
        Self { lower, upper }
    }

    /// Depth and slope at a pixel, and how much of it is known.
    fn sample(&self, x: f64, y: f64) -> ([f32; 3], f32) {
        // Most of the map lies on one grid.
        if let (Some(Part(patch, true)), _) | (None, Some(Part(patch, true))) = (&self.upper, &self.lower) {
            return (patch.sample(x, y), 1.0);
        }
        let (mut sum, mut weight) = ([0.0; 3], 0.0);
        for Part(patch, _) in [&self.upper, &self.lower].into_iter().flatten() {
            let share = patch.weight(x, y) * (1.0 - weight);
            let found = patch.sample(x, y);
            sum = std::array::from_fn(|i| sum[i] + share * found[i]);
            weight += share;
        }
        let scale = if weight > 0.0 { 1.0 / weight } else { 0.0 };
        (sum.map(|v| v * scale), weight)
    }
}
