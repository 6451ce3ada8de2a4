//! The seabed's relief between frames: coarse while the map moves, drawn in full a few rows at a time when it rests.

use crate::carto::View;
use crate::paint::canvas::Look;
use crate::scene::Palette;
use crate::scene::relief::{Relief, Shading};
use crate::web::dom;

/// CSS pixels to a pixel of the image while the map moves: the browser smooths it.
const COARSE_PX: u32 = 8;

/// How long the page may be kept from its reader at a time.
const SLICE_MS: f64 = 7.0;

/// The image under the map, and the better one that is being drawn.
#[derive(Default)]
pub(super) struct Seabed {
    /// What the image shows in full, if it does.
    shown: Option<(View, Palette)>,
    /// The better one.
    shading: Option<(Shading, Palette)>,
    /// Memory for the next image.
    pixels: Vec<u8>,
}

impl Seabed {
    /// Forgets what is shown, because there is more to show.
    pub(super) fn renew(&mut self) {
        *self = Self::default();
    }

    /// Makes an image for a frame; says whether a better one is to be had.
    pub(super) fn prepare(&mut self, relief: &Relief, view: &View, palette: Palette, look: &Look) -> bool {
        if self.shown == Some((*view, palette)) {
            return false;
        }
        self.shown = None;
        let mut shading = Shading::begin(view, palette, COARSE_PX, std::mem::take(&mut self.pixels));
        while !shading.rows(relief, usize::MAX) {}
        look.set_relief(shading.pixels(), shading.size().0, COARSE_PX);
        self.pixels = shading.into_pixels();
        true
    }

    /// Goes on with the image in full for a while; says whether it is now there.
    pub(super) fn sharpen(&mut self, relief: &Relief, view: &View, palette: Palette, look: &Look) -> bool {
        let (mut shading, _) = self
            .shading
            .take()
            .filter(|(shading, of)| shading.view() == view && *of == palette)
            .unwrap_or_else(|| (Shading::begin(view, palette, 1, Vec::new()), palette));
        let end = dom::now_ms() + SLICE_MS;
        let mut is_done = false;
        while !is_done && dom::now_ms() < end {
            is_done = shading.rows(relief, 1);
        }
        if is_done {
            look.set_relief(shading.pixels(), shading.size().0, 1);
            self.shown = Some((*view, palette));
        } else {
            self.shading = Some((shading, palette));
        }
        is_done
    }
}
