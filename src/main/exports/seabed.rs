//! What the seabed offers to the page: `src/main/seabed.js` calls it.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use arctic_cable_map::carto::{Insets, Pose, Stop, View, Viewport};
use arctic_cable_map::plane::Affine;
use arctic_cable_map::scene::Palette;
use arctic_cable_map::scene::relief::{Relief, Shading};
use arctic_cable_map::sphere::LonLat;
use wasm_bindgen::Clamped;
use wasm_bindgen::prelude::*;

/// The grids, and the image that is being drawn from them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Seabed {
    relief: Relief,
    shading: Option<Shading>,
}

#[wasm_bindgen]
impl Seabed {
    /// A seabed of which nothing is known yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a packed grid; answers what is wrong with it, in English, or nothing.
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> Option<String> {
        self.relief.add(file, bytes).first().map(ToString::to_string)
    }

    /// Begins an image of a view, as the map writes it: eleven numbers.
    pub fn begin(&mut self, view: &[f64], is_dark: bool, step_px: u32) {
        let memory = self.shading.take().map(Shading::into_pixels).unwrap_or_default();
        let palette = if is_dark { Palette::Dark } else { Palette::Light };
        self.shading = read(view).map(|view| Shading::begin(&view, palette, step_px, memory));
    }

    /// Draws some more rows of it; says whether it is complete.
    pub fn rows(&mut self, count: usize) -> bool {
        self.shading.as_mut().is_none_or(|shading| shading.rows(&self.relief, count))
    }

    /// Its pixels a row.
    pub fn width(&self) -> usize {
        self.shading.as_ref().map_or(0, |shading| shading.size().0)
    }

    /// Its pixels: red, green, blue and opacity of each.
    pub fn pixels(&self) -> Clamped<Vec<u8>> {
        Clamped(self.shading.as_ref().map(|shading| shading.pixels().to_vec()).unwrap_or_default())
    }

    /// The affine map, as canvas has it, that makes a picture of one view one of another; nothing where there is none.
    pub fn moved(&self, from: &[f64], to: &[f64]) -> Option<Vec<f64>> {
        read(to)?.moved_from(&read(from)?).map(numbers)
    }

    /// The same where it is right to so many pixels.
    pub fn nearly(&self, from: &[f64], to: &[f64], within_px: f64) -> Option<Vec<f64>> {
        read(to)?.nearly_moved_from(&read(from)?, within_px).map(numbers)
    }

    /// The depth in metres at a position; NaN on land and where it is not known.
    pub fn depth(&self, lon_deg: f64, lat_deg: f64) -> f64 {
        self.relief.depth_m(LonLat::new(lon_deg, lat_deg).to_unit()).unwrap_or(f64::NAN)
    }

    /// The lines of one depth of a set, flat: for each line its depth, its number of points, and their coordinates on
    /// the unit sphere; nothing when there are no more depths.
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a map needs no more than f32")]
    pub fn contours(&self, is_near: bool, index: usize) -> Option<Vec<f32>> {
        let mut out = Vec::new();
        for line in self.relief.contours_of(is_near, index)? {
            out.extend([line.depth_m as f32, line.points.len() as f32]);
            line.points.iter().for_each(|p| out.extend([p.x as f32, p.y as f32, p.z as f32]));
        }
        Some(out)
    }
}

fn numbers(Affine { a, b, c, d, e, f }: Affine) -> Vec<f64> {
    vec![a, b, c, d, e, f]
}

/// A view from its numbers: the place along the spine or −1 beside it, middle, zoom, turn, size, insets.
fn read(view: &[f64]) -> Option<View> {
    let &[along, lon, lat, zoom, turn_deg, width, height, left, top, right, bottom] = view else { return None };
    let stop = if along < 0.0 { Stop::World } else { Stop::Spine(along) };
    let viewport = Viewport { width, height, insets: Insets { left, top, right, bottom } };
    Some(View::new(stop, Pose { centre: LonLat::new(lon, lat), zoom, turn_deg }, viewport))
}
