//! The layers of the map, from the bottom up: one list from which the picture is built.

mod cables;
mod graticule;
mod ground;
mod land;
mod list;
mod marks;
mod sea;

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
    /// Ids of layers that are switched off.
    pub hidden: &'a [String],
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
        hidden: &'a [String],
    ) -> Self {
        Self { view, selected, labels, hidden, lit: Lit::new(world, selected) }
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
    /// Whether it shows to begin with.
    pub on: bool,
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

/// Whether a file in that look is drawn while the layers in `hidden` do not show; `None` for a look that no
/// switch governs.
#[must_use]
pub fn needs(style: &str, hidden: &[String]) -> Option<bool> {
    let mut layers = LAYERS.iter().filter(|l| l.styles.contains(&style)).peekable();
    layers.peek()?;
    Some(layers.any(|l| !hidden.iter().any(|id| id == l.id)))
}

/// Ids of the layers that do not show, where `shows` says so of an id and what it does to begin with.
#[must_use]
pub fn hidden(shows: &dyn Fn(&str, bool) -> bool) -> Vec<String> {
    LAYERS.iter().filter(|l| l.switchable && !shows(l.id, l.on)).map(|l| l.id.to_owned()).collect()
}

/// Builds the picture into `list`, which is emptied first.
pub fn build(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    list.clear();
    for layer in LAYERS {
        if !frame.hidden.iter().any(|id| id == layer.id) {
            list.alpha(1.0);
            (layer.draw)(world, frame, list);
        }
    }
}
