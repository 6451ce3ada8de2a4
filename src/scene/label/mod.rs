//! Labels: which there are, where they stand without overlapping, and how they follow the map.
//!
//! Where labels stand is decided when the map is at rest ([`place`]); while it moves they keep their
//! place beside their thing ([`draw`]) and none appears or goes, so that nothing flickers.

mod along;
mod candidates;
mod curve;
mod measure;
mod placing;
mod points;
mod script;

pub use measure::{Measure, RoughMeasure};
pub use placing::place;

use super::display_list::{Align, DisplayList, Lettering};
use super::layer::Frame;
use super::style::{Colour, FontId};
use super::world::World;
use crate::carto::View;
use crate::plane::Point;
use crate::sphere::UnitVec;

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Look {
    font: FontId,
    colour: Colour,
    halo: Colour,
}

/// A label that has its place.
#[derive(Clone, Debug, PartialEq)]
enum Placed {
    /// Beside a point of the map.
    Beside { text: String, look: Look, anchor: UnitVec, offset: Point, align: Align, dim: bool },
    /// Letter by letter along a line of the map.
    Along { letters: Vec<curve::Letter>, look: Look, line: Vec<UnitVec>, dim: bool },
}

/// The labels of a map at rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    labels: Vec<Placed>,
}

impl Placement {
    /// How many labels stand.
    #[must_use]
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether none does.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }
}

/// Opacity of labels of what is not selected while something is.
const DIM: f64 = 0.45;

/// Draws the labels where they were placed, as the map stands now.
pub(super) fn draw(_: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    for label in &frame.labels.labels {
        match label {
            Placed::Beside { text, look, anchor, offset, align, dim } => {
                let Some(p) = frame.view.screen_from_sphere(*anchor) else { continue };
                let at = Point::new(p.x + offset.x, p.y + offset.y);
                list.alpha(if *dim { DIM } else { 1.0 });
                list.text(&lettering(text, *look, at, 0.0, *align));
            }
            Placed::Along { letters, look, line, dim } => {
                list.alpha(if *dim { DIM } else { 1.0 });
                draw_along(frame.view, letters, *look, line, list);
            }
        }
    }
}

fn draw_along(view: &View, letters: &[curve::Letter], look: Look, line: &[UnitVec], list: &mut DisplayList) {
    let Some(seats) = curve::seat(view, letters, look.font, line) else { return };
    for (letter, seat) in letters.iter().zip(seats) {
        list.text(&lettering(&letter.text, look, seat.at, seat.angle_rad, Align::Middle));
    }
}

fn lettering(text: &str, look: Look, at: Point, angle_rad: f64, align: Align) -> Lettering<'_> {
    Lettering { text, font: look.font, colour: look.colour, halo: look.halo, at, angle_rad, align }
}
