//! The seabed: its depths, its relief as an image, its profile along a line, its contours.
//!
//! Several grids may hold the same sea. The finest that reaches a place answers for it; a polar grid passes into the
//! one below it over a band inside its edge. Pictures are drawn from smoothed depths, questions are answered from the
//! grids as they are.

mod contour;
mod patch;
mod shading;
mod sheet;
mod tint;

pub use shading::Shading;

use super::isobath::Contour;
use super::style::Palette;
use crate::carto::View;
use crate::geodata::Problem;
use crate::geodata::grid::{Frame, Grid};
use crate::sphere::{Arc, EARTH_RADIUS_KM, UnitVec};
use sheet::Sheet;

/// Depths in metres of the contours from afar, and from near.
const FAR_M: &[f64] = &[200.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0];
const NEAR_M: &[f64] =
    &[50.0, 100.0, 200.0, 500.0, 1000.0, 1500.0, 2000.0, 2500.0, 3000.0, 3500.0, 4000.0, 4500.0, 5000.0, 6000.0];
/// The grids to draw contours from are chosen as for these scales.
const NEAR_KM_PER_PX: f64 = 4.0;
const FAR_KM_PER_PX: f64 = 20.0;

/// A depth, and how far one can rely on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sounding {
    /// Metres below the sea's surface.
    pub depth_m: f64,
    /// The distance between the grid's cells in kilometres: what is smaller is not in it.
    pub resolution_km: f64,
}

/// The seabed.
#[derive(Debug, Default)]
pub struct Relief {
    /// The finest last.
    sheets: Vec<Sheet>,
}

impl Relief {
    /// Adds a packed grid. It takes the place of one of the same frame and step.
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> Vec<Problem> {
        match Grid::decode(file, bytes) {
            Ok(grid) => {
                self.add_grid(grid);
                Vec::new()
            }
            Err(problem) => vec![problem],
        }
    }

    /// Adds a grid, as [`Relief::add`] does. It takes the place of those that it covers: coarser tiers of itself.
    pub fn add_grid(&mut self, grid: Grid) {
        let sheet = Sheet::new(grid);
        self.sheets.retain(|s| !sheet.grid.lattice.covers(&s.grid.lattice));
        let at = self.sheets.partition_point(|s| s.step_km() > sheet.step_km());
        self.sheets.insert(at, sheet);
    }

    /// Whether there is no grid.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// The depth in metres under a point, bilinear in the finest grid that reaches it; `None` on land and where no grid
    /// reaches.
    #[must_use]
    pub fn depth_m(&self, at: UnitVec) -> Option<f64> {
        self.sounding(at).map(|s| s.depth_m)
    }

    /// The depth under a point, as [`Relief::depth_m`] has it, with its resolution.
    #[must_use]
    pub fn sounding(&self, at: UnitVec) -> Option<Sounding> {
        let sheet = self.sheets.iter().rev().find(|s| s.weight(s.index(at)) > 0.0)?;
        let depth_m = sheet.grid.depth_m(at.to_lonlat())?;
        Some(Sounding { depth_m, resolution_km: sheet.step_km() })
    }

    /// The depths along a line: the distance in kilometres from its start, and the depth in metres there, at every
    /// vertex and at most `step_km` apart on the great circles between; `None` on land and where no grid reaches.
    #[must_use]
    pub fn profile(&self, line: &[UnitVec], step_km: f64) -> Vec<(f64, Option<f64>)> {
        let start = line.first().map(|p| (0.0, self.depth_m(*p)));
        let mut out: Vec<(f64, Option<f64>)> = start.into_iter().collect();
        let mut from_km = 0.0;
        for pair in line.windows(2) {
            let arc = Arc::new(pair[0], pair[1]);
            let km = arc.length_rad * EARTH_RADIUS_KM;
            let steps = (km / step_km.max(0.1)).ceil().max(1.0);
            let mut k = 1.0;
            while k <= steps {
                out.push((from_km + km * k / steps, self.depth_m(arc.at(arc.length_rad * k / steps))));
                k += 1.0;
            }
            from_km += km;
        }
        out
    }

    /// The lines of equal depth for a map of that scale, the shallowest first.
    #[must_use]
    pub fn contours(&self, km_per_px: f64) -> Vec<Contour> {
        let (depths_m, scale) = set(Contour::is_near(km_per_px));
        contour::contours(self.for_scale(scale), depths_m)
    }

    /// The lines of one depth of a set, counted from the shallowest; `None` where the set has no more.
    #[must_use]
    pub fn contours_of(&self, is_near: bool, index: usize) -> Option<Vec<Contour>> {
        let (depths_m, scale) = set(is_near);
        Some(contour::contours(self.for_scale(scale), depths_m.get(index..=index)?))
    }

    /// Draws the sea of the whole viewport at once; see [`Shading`], which can do it in slices. `out` gets four bytes a
    /// pixel, red, green, blue and opacity, row by row; width and height in pixels are given back.
    pub fn shade(&self, view: &View, palette: Palette, step_px: u32, out: &mut Vec<u8>) -> (usize, usize) {
        let mut shading = Shading::begin(view, palette, step_px, std::mem::take(out));
        while !shading.rows(self, usize::MAX) {}
        let size = shading.size();
        *out = shading.into_pixels();
        size
    }

    /// The grids to draw from at that scale, the lower first: of each frame the coarsest that is fine enough.
    fn for_scale(&self, km_per_px: f64) -> [Option<&Sheet>; 2] {
        [Frame::LonLat, Frame::NorthPole].map(|frame| {
            let mut of_frame = self.sheets.iter().filter(|s| s.grid.lattice.frame == frame);
            let finest = of_frame.clone().next_back();
            of_frame.find(|s| s.step_km() <= 1.1 * km_per_px).or(finest)
        })
    }
}

#[cfg(test)]
mod tests;

/// The depths in metres of the contours from near or from afar, and the scale that their grids are chosen for.
fn set(is_near: bool) -> (&'static [f64], f64) {
    if is_near { (NEAR_M, NEAR_KM_PER_PX) } else { (FAR_M, FAR_KM_PER_PX) }
}
