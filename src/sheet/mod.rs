//! A sheet: a map with all that a picture needs to be passed on: title, legend, scale, credit, citation.
//!
//! A sheet is composed of plain data ([`SheetText`], [`Key`]s) and of a [`Plate`], the map drawn at the size
//! that the [`Format`] leaves for it. Its legend names what the plate really shows, read from the display list.
//! The result is one SVG; what a browser makes of it is a PNG or a print.

mod block;
mod cite;
mod element;
mod flow;
mod format;
mod furniture;
mod layout;
mod legend;
mod raster;
mod text;
mod words;
mod write;

pub use cite::{Cited, bibtex, citation};
pub use flow::wrap;
pub use format::{FORMATS, Format, Unit};
pub use legend::{Key, Mark, Swatch, in_use};
pub use raster::{MAX_RASTER_PX, raster_size};
pub use text::SheetText;
pub use words::{Facts, credits, keys, projection, sheet_text, status_message};

use crate::carto::View;
use crate::plane::Rect;
use crate::scene::label::Measure;
use crate::scene::{DisplayList, Palette};
use layout::Layout;

/// The map of a sheet.
#[derive(Clone, Debug)]
pub struct Plate {
    /// The view that was drawn, on a viewport of the size asked for.
    pub view: View,
    /// What was drawn.
    pub list: DisplayList,
    /// The relief of the seabed below it, over the whole viewport: a PNG as a data URI.
    pub relief: Option<String>,
}

/// What is wanted.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// Size and type.
    pub format: Format,
    /// Colours; light is for paper.
    pub palette: Palette,
    /// All the words.
    pub text: &'a SheetText,
    /// What may be on the map, in the legend's order.
    pub keys: &'a [Key],
    /// How wide words are.
    pub measure: &'a dyn Measure,
    /// Writes a whole number as the language does.
    pub number: &'a dyn Fn(f64) -> String,
}

/// A composed sheet.
pub struct Sheet<'a> {
    order: Order<'a>,
    layout: Layout,
    plate: Plate,
}

/// Composes a sheet. `draw` is asked for the map at a width and height in pixels, twice or, rarely, oftener: how
/// much room the legend takes is known only when the map has been drawn.
pub fn compose<'a>(order: Order<'a>, draw: &mut dyn FnMut(f64, f64) -> Plate) -> Sheet<'a> {
    let (_, first) = attempt(order, order.keys, draw);
    let mut wanted: Vec<Key> = used(&first, order.keys).into_iter().map(|s| s.key).collect();
    loop {
        let (mut layout, plate) = attempt(order, &wanted, draw);
        let seen = used(&plate, order.keys);
        let is_known = |key: &Key| wanted.contains(key);
        if seen.iter().all(|s| is_known(&s.key)) {
            layout.fill_legend(&seen);
            return Sheet { order, layout, plate };
        }
        // A larger map shows more, for which there must be room in the legend. This ends: keys are finite.
        wanted = order.keys.iter().filter(|k| is_known(k) || seen.iter().any(|s| s.key == **k)).cloned().collect();
    }
}

fn used(plate: &Plate, keys: &[Key]) -> Vec<Swatch> {
    in_use(&plate.list, plate.view.viewport().rect(), keys)
}

fn attempt(order: Order<'_>, keys: &[Key], draw: &mut dyn FnMut(f64, f64) -> Plate) -> (Layout, Plate) {
    let legend: Vec<Swatch> = keys.iter().map(Swatch::of).collect();
    let layout = Layout::new(&order, &legend);
    let zoom = order.format.map_scale;
    let plate = draw(layout.map.width() / zoom, layout.map.height() / zoom);
    (layout, plate)
}

impl Sheet<'_> {
    /// The whole sheet as an SVG file.
    #[must_use]
    pub fn svg(&self) -> String {
        write::svg(&self.order, &self.layout, &self.plate)
    }

    /// The map of the sheet.
    #[must_use]
    pub fn plate(&self) -> &Plate {
        &self.plate
    }

    /// The page, in its own pixels: 96 to the inch for paper.
    #[must_use]
    pub fn page(&self) -> Rect {
        self.layout.page
    }

    /// Where the map lies on the page.
    #[must_use]
    pub fn map(&self) -> Rect {
        self.layout.map
    }

    /// The box of every piece around the map, with its words, for those who check that none overlap.
    pub fn pieces(&self) -> impl Iterator<Item = (Rect, &str)> {
        self.layout.pieces.iter().map(|p| (p.area, p.words()))
    }

    /// The size of the smallest letters around the map, in the page's pixels.
    #[must_use]
    pub fn smallest_type_px(&self) -> f64 {
        self.layout.body_px
    }
}
