//! The layers of the map, from the bottom up: one list from which the picture is built.

mod cables;
mod contours;
mod graticule;
mod land;
mod sea;

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
    /// Ids of layers that are switched off.
    pub hidden: &'a [String],
}

/// A layer: what it is called in `catalog.json` and in links, and how it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Layer {
    /// Its id.
    pub id: &'static str,
    /// Whether a reader can switch it off.
    pub switchable: bool,
    /// Whether it is shown to begin with.
    pub shown: bool,
    draw: fn(&World, &Frame<'_>, &mut DisplayList),
}

/// Every layer, the lowest first.
pub const LAYERS: &[Layer] = &[
    Layer { id: "sea", switchable: false, shown: true, draw: sea::draw },
    Layer { id: "contours", switchable: true, shown: false, draw: contours::draw },
    Layer { id: "graticule", switchable: true, shown: true, draw: graticule::draw },
    Layer { id: "land", switchable: false, shown: true, draw: land::draw },
    Layer { id: "circles", switchable: true, shown: true, draw: graticule::draw_circle },
    Layer { id: "cables", switchable: false, shown: true, draw: cables::draw },
    Layer { id: "landings", switchable: true, shown: true, draw: cables::draw_landings },
    Layer { id: "labels", switchable: true, shown: true, draw: label::draw },
];

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
