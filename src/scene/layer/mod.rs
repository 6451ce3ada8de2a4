//! The layers of the map, from the bottom up: one list from which the picture is built.

mod cables;
mod contours;
mod graticule;
mod ground;
mod land;
mod list;
pub(super) mod marks;
mod relief;
mod sea;
mod tissot;

use list::FLAT;
pub use list::LAYERS;

use super::display_list::DisplayList;
use super::label::Placement;
use super::lit::Lit;
use super::pick::Picked;
use super::style::{Colour, StrokeId};
use super::world::World;
use crate::carto::View;

/// The few words that the map itself writes, in the reader's language.
#[derive(Clone, Debug)]
pub struct Words {
    /// BCP 47 tag of the names' language.
    pub lang: String,
    /// "Arctic Circle 66°34′ N".
    pub arctic_circle: String,
    /// What the edge of the ice is, with period and source, for March and for September.
    pub sea_ice: [String; 2],
    /// Puts a name into capitals as its language does: the tag, then the name.
    pub upper: fn(&str, &str) -> String,
}

/// What is looked at, and how.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// Where the map stands.
    pub view: &'a View,
    /// What is selected: the rest is dimmed.
    pub selected: Option<&'a Picked>,
    /// Where labels stand; none while it is not known yet.
    pub labels: &'a Placement,
    /// Ids of layers that are switched otherwise than by default.
    pub switched: &'a [String],
    /// What the selection concerns.
    pub(super) lit: Lit<'a>,
}

impl<'a> Frame<'a> {
    /// A frame of `world`, of which it works out what the selection concerns.
    #[must_use]
    pub fn new(
        world: &'a World,
        view: &'a View,
        selected: Option<&'a Picked>,
        labels: &'a Placement,
        switched: &'a [String],
    ) -> Self {
        Self { view, selected, labels, switched, lit: Lit::new(world, selected) }
    }
}

/// How a legend shows a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A piece of line: the layer's stroke.
    Line,
    /// A patch of colour.
    Area,
    /// Letters.
    Text,
    /// A ring, as landings have.
    Ring,
    /// A small dot.
    Dot,
    /// A square on its corner.
    Diamond,
    /// Two triangles that meet.
    Narrows,
    /// A triangle.
    Flag,
}

/// What a layer belongs to in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Cables and where they land.
    Cables,
    /// What the cables are for, and what happens to them.
    Context,
    /// The map below them.
    Ground,
}

/// A layer: what it is called in `catalog.json` and in links, how it is drawn, how the legend shows it. Its
/// name is the message `layer-` and its id.
#[derive(Clone, Copy, Debug)]
pub struct Layer {
    /// Its id.
    pub id: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// Whether a reader can switch it off.
    pub switchable: bool,
    /// Whether it is drawn unless it is switched.
    pub default_on: bool,
    /// How the legend shows it: sign, stroke of a line or an edge, colour.
    pub key: (Sign, Option<StrokeId>, Colour),
    /// Looks in the catalogue of the files that it draws; empty where it is drawn from others.
    styles: &'static [&'static str],
    has: fn(&World) -> bool,
    draw: fn(&World, &Frame<'_>, &mut DisplayList),
}

impl Layer {
    /// Whether there is anything to show: a switch for nothing is none.
    #[must_use]
    pub fn has_data(&self, world: &World) -> bool {
        (self.has)(world)
    }
}

/// A layer as a legend knows it: what it is, without how it is drawn. A page that only switches layers does not
/// carry the code that draws them.
#[derive(Clone, Copy, Debug)]
pub struct Switch {
    /// The layer's id.
    pub id: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// Whether a reader can switch it off.
    pub switchable: bool,
    /// Whether it is drawn unless it is switched.
    pub default_on: bool,
    /// How the legend shows it: sign, stroke of a line or an edge, colour.
    pub key: (Sign, Option<StrokeId>, Colour),
    /// Looks in the catalogue of the files that it draws; empty where it needs none of its own.
    pub styles: &'static [&'static str],
}

impl Switch {
    const fn of(layer: &Layer) -> Self {
        let Layer { id, group, switchable, default_on, key, styles, .. } = *layer;
        Self { id, group, switchable, default_on, key, styles }
    }
}

/// Every layer of [`LAYERS`] as a legend knows it, in the same order; made by the compiler.
pub const SWITCHES: [Switch; LAYERS.len()] = {
    let mut all = [Switch::of(&LAYERS[0]); LAYERS.len()];
    let mut i = 1;
    while i < all.len() {
        all[i] = Switch::of(&LAYERS[i]);
        i += 1;
    }
    all
};

/// Whether the layer of that id shows, where those in `switched` are otherwise than by default.
#[must_use]
pub fn shows(id: &str, switched: &[String]) -> bool {
    let default_on = LAYERS.iter().any(|l| l.id == id && l.default_on);
    default_on != switched.iter().any(|other| other == id)
}

/// Whether a file in that look is drawn, where the layers in `switched` are otherwise than by default; `None`
/// for a look that no switch governs.
#[must_use]
pub fn needs(style: &str, switched: &[String]) -> Option<bool> {
    let mut layers = LAYERS.iter().filter(|l| l.styles.contains(&style)).peekable();
    layers.peek()?;
    Some(layers.any(|l| shows(l.id, switched)))
}

/// So far outside the screen lines are still exact: wider than the pieces in which cables are drawn reach, whose dashes
/// would crawl.
const SPARE_PX: f64 = 64.0;

/// Builds the picture into `list`, which is emptied first.
pub fn build(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    begin(frame, list);
    draw(&LAYERS[..FLAT], world, frame, list);
    list.end_flat();
    draw(&LAYERS[FLAT..], world, frame, list);
}

/// Builds what lies above the flat layers only, for players that have kept those.
pub fn build_above(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    begin(frame, list);
    draw(&LAYERS[FLAT..], world, frame, list);
}

fn begin(frame: &Frame<'_>, list: &mut DisplayList) {
    list.clear();
    list.look_at(frame.view.reach().grown(SPARE_PX), frame.view.detail());
}

fn draw(layers: &[Layer], world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    for layer in layers {
        if shows(layer.id, frame.switched) {
            list.alpha(1.0);
            (layer.draw)(world, frame, list);
        }
    }
}
