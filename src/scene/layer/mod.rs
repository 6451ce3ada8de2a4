//! The layers of the map, from the bottom up: one list from which the picture is built.

mod cables;
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
    draw: fn(&World, &Frame<'_>, &mut DisplayList),
}

/// Every layer, the lowest first.
pub const LAYERS: &[Layer] = &[
    Layer { id: "sea", switchable: false, draw: sea::draw },
    Layer { id: "graticule", switchable: true, draw: graticule::draw },
    Layer { id: "land", switchable: false, draw: land::draw },
    Layer { id: "circles", switchable: true, draw: graticule::draw_circle },
    Layer { id: "cables", switchable: false, draw: cables::draw },
    Layer { id: "landings", switchable: true, draw: cables::draw_landings },
    Layer { id: "labels", switchable: true, draw: label::draw },
];

/// So far outside the screen lines are still exact: wider than the pieces in which cables are drawn reach, whose dashes
/// would crawl.
const SPARE_PX: f64 = 64.0;

/// Builds the picture into `list`, which is emptied first.
pub fn build(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    list.clear();
    list.look_at(frame.view.viewport().rect().grown(SPARE_PX));
    for layer in LAYERS {
        if !frame.hidden.iter().any(|id| id == layer.id) {
            list.alpha(1.0);
            (layer.draw)(world, frame, list);
        }
    }
}
