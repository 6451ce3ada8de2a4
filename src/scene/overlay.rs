//! What panels lay over the cables: the ways of a comparison, a planned route, cuts, a distance, a place pointed at.

use super::cable_line::{CableLine, line_of};
use super::display_list::DisplayList;
use super::layer::{Frame, marks};
use super::line::stroke_line;
use super::outline;
use super::style::{Colour, StrokeId};
use super::world::World;
use crate::sphere::LonLat;

/// How an overlay looks: the ways of a comparison in five colours, told apart by their dashes too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A line in that stroke, colour and width.
    Line(StrokeId, Colour),
    /// A thin line; a reader may bring thousands.
    Own,
    /// A cross at each point.
    Cut,
    /// A ring of that radius in pixels round each point.
    Lit(u8),
}

/// Each look by its name.
const LOOKS: [(&str, Look); 11] = [
    ("path-a", Look::Line(StrokeId::Way, Colour::RouteFirst)),
    ("path-b", Look::Line(StrokeId::WayLong, Colour::Extension)),
    ("path-c", Look::Line(StrokeId::WayShort, Colour::RouteThird)),
    ("path-d", Look::Line(StrokeId::WayDots, Colour::RouteSecond)),
    ("path-e", Look::Line(StrokeId::WayMixed, Colour::Service)),
    ("plan", Look::Line(StrokeId::Proposed, Colour::Text)),
    ("measure", Look::Line(StrokeId::Circle, Colour::Text)),
    ("cut", Look::Cut),
    ("lit", Look::Lit(8)),
    ("own", Look::Own),
    ("own-place", Look::Lit(4)),
];

/// The stroke and the colour of a look of lines, for signs beside it.
#[must_use]
pub fn look_stroke(name: &str) -> Option<(StrokeId, Colour)> {
    LOOKS.iter().find(|(known, _)| *known == name).and_then(|(_, look)| match look {
        Look::Line(stroke, colour) => Some((*stroke, *colour)),
        Look::Cut | Look::Own | Look::Lit(_) => None,
    })
}

/// A line or points in a look.
#[derive(Debug)]
struct Overlay {
    look: Look,
    line: CableLine,
}

/// All that lies over the cables, by the name of who laid it there.
#[derive(Debug, Default)]
pub(super) struct Overlays(Vec<(String, Overlay)>);

impl Overlays {
    /// Takes away all of one name.
    pub(super) fn clear(&mut self, name: &str) {
        self.0.retain(|(of, _)| of != name);
    }

    /// Adds a line, or points, in the look of that name; says whether there is one.
    pub(super) fn add(&mut self, name: &str, look: &str, points: &[LonLat]) -> bool {
        let found = LOOKS.iter().find(|(known, _)| *known == look);
        if let Some((_, look)) = found {
            let (stroke, colour) = if let Look::Line(stroke, colour) = look {
                (*stroke, *colour)
            } else {
                (StrokeId::Cross, Colour::Text)
            };
            self.0.push((name.to_owned(), Overlay { look: *look, line: line_of(points, stroke, colour) }));
        }
        found.is_some()
    }

    /// Whether there are ways to be looked at before all else.
    pub(super) fn has_ways(&self) -> bool {
        self.0.iter().any(|(_, o)| matches!(o.look, Look::Line(stroke, _) if stroke != StrokeId::Circle))
    }
}

/// Draws it, in the order in which it was laid.
pub(super) fn draw(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let overlays = &world.overlays().0;
    let mut own = overlays.iter().filter(|(_, o)| o.look == Look::Own).map(|(_, o)| &o.line.outline).peekable();
    if own.peek().is_some() {
        list.path();
        outline::trace(&mut own, frame.view, list);
        list.stroke(StrokeId::Casing, Colour::Casing, 1.0, 0.0);
        list.stroke(StrokeId::Cross, Colour::Text, 1.6, 0.0);
    }
    for (_, Overlay { look, line }) in overlays.iter().filter(|(_, o)| o.look != Look::Own) {
        if let Look::Line(stroke, colour) = look {
            let casing = (stroke.width_px() + 3.0) / StrokeId::Casing.width_px();
            let strokes = [(StrokeId::Casing, Colour::Casing, casing), (*stroke, *colour, 1.0)];
            stroke_line(frame.view, line, &strokes, list);
            continue;
        }
        list.path();
        for at in line.points.iter().filter_map(|p| frame.view.screen_from_sphere(*p)) {
            match *look {
                Look::Lit(radius_px) => list.circle(at, f64::from(radius_px)),
                _ => marks::cross(at, 6.0, list),
            }
        }
        list.stroke(StrokeId::Casing, Colour::Casing, 1.0, 0.0);
        let colour = if *look == Look::Cut { Colour::RouteSecond } else { Colour::Text };
        list.stroke(StrokeId::Cross, colour, 1.6, 0.0);
    }
}
