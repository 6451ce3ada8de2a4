//! The layers of the map, from the bottom up: one list from which the picture is built.

mod cables;
mod contours;
mod graticule;
mod land;
mod sea;
mod tissot;

use super::display_list::DisplayList;
use super::label::{self, Placement};
use super::pick::Picked;
use super::world::World;
use crate::carto::View;

/// The few words that the map itself writes, in the reader's language.
#[derive(Clone, Debug)]
pub struct Words {
    /// BCP 47 tag of the names' language.
    pub lang: String,
    /// "Arctic Circle 66°34′ N".
    pub arctic_circle: String,
    /// Puts a name into capitals as its language does: the tag, then the name.
    pub upper: fn(&str, &str) -> String,
}

/// What is looked at, and how.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Where the map stands.
    pub view: &'a View,
    /// What is selected: the rest is dimmed.
    pub selected: Option<&'a Picked>,
    /// Where labels stand; none while it is not known yet.
    pub labels: &'a Placement,
    /// Ids of layers that are switched otherwise than by default.
    pub switched: &'a [String],
}

/// A layer: what it is called in `catalog.json` and in links, and how it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Layer {
    /// Its id.
    pub id: &'static str,
    /// Whether a reader can switch it.
    pub switchable: bool,
    /// Whether it is drawn unless it is switched.
    pub default_on: bool,
    draw: Draw,
}

type Draw = fn(&World, &Frame<'_>, &mut DisplayList);

/// A layer that is always drawn.
const fn fixed(id: &'static str, draw: Draw) -> Layer {
    Layer { id, switchable: false, default_on: true, draw }
}

/// A layer that a reader can switch.
const fn switchable(id: &'static str, default_on: bool, draw: Draw) -> Layer {
    Layer { id, switchable: true, default_on, draw }
}

/// Every layer, the lowest first.
pub const LAYERS: &[Layer] = &[
    fixed("sea", sea::draw),
    switchable("contours", false, contours::draw),
    switchable("graticule", true, graticule::draw),
    fixed("land", land::draw),
    switchable("tissot", false, tissot::draw),
    switchable("circles", true, graticule::draw_circle),
    fixed("cables", cables::draw),
    switchable("landings", true, cables::draw_landings),
    switchable("labels", true, label::draw),
];

/// Builds the picture into `list`, which is emptied first.
pub fn build(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    list.clear();
    for layer in LAYERS {
        if layer.default_on != frame.switched.iter().any(|id| id == layer.id) {
            list.alpha(1.0);
            (layer.draw)(world, frame, list);
        }
    }
}
