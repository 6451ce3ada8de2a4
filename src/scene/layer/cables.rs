//! Cables and their landing points.

use super::{Frame, is_landing_lit, is_lit};
use crate::cable::{Landing, PositionKind};
use crate::scene::line::stroke_line;
use crate::scene::{CableLine, Colour, DisplayList, Picked, StrokeId, World};

/// Opacity of what is not selected while something is.
const DIM: f64 = 0.28;

/// Draws every cable: the dimmed below, then the others, each with a casing in the colour of the
/// sea so that lines that cross stay apart.
pub(super) fn draw(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let lit = |line: &&CableLine| is_lit(world, frame.selected, &line.system);
    list.alpha(DIM);
    for line in world.lines().iter().filter(|l| !lit(l)) {
        stroke_line(frame.view, line, &[(line.stroke, line.colour, 1.0)], list);
    }
    for line in world.lines().iter().filter(lit) {
        let chosen = matches!(frame.selected, Some(Picked::Cable(id)) if *id == line.system);
        if chosen {
            list.alpha(0.22);
            stroke_line(frame.view, line, &[(StrokeId::Glow, line.colour, 1.0)], list);
        }
        list.alpha(1.0);
        let width = if chosen { 1.25 } else { 1.0 };
        let casing = line.stroke.width_px() + 2.4;
        let strokes = [
            (StrokeId::Casing, Colour::Casing, width * casing / StrokeId::Casing.width_px()),
            (line.stroke, line.colour, width),
        ];
        stroke_line(frame.view, line, &strokes, list);
    }
}

/// Draws the landing points: a ring; one whose town is not published is hollow.
pub(super) fn draw_landings(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let screen = frame.view.viewport().rect().grown(12.0);
    for landing in &world.atlas().landings {
        let Some(at) = frame.view.screen_from_sphere(landing.at.to_unit()).filter(|p| screen.holds(*p)) else {
            continue;
        };
        let chosen = matches!(frame.selected, Some(Picked::Landing(id)) if *id == landing.id);
        list.alpha(if is_landing_lit(world, frame.selected, &landing.id) { 1.0 } else { DIM + 0.1 });
        let radius = if chosen { 6.0 } else { 3.8 };
        list.path();
        list.circle(at, radius);
        list.fill(if is_placeholder(landing) { Colour::Sea } else { Colour::Dot });
        let edge = if is_placeholder(landing) { Colour::Text } else { Colour::DotEdge };
        list.stroke(StrokeId::DotEdge, edge, if chosen { 1.4 } else { 1.0 }, 0.0);
    }
}

/// Whether the landing's town is not published.
fn is_placeholder(landing: &Landing) -> bool {
    landing.position.value() == Some(&PositionKind::Placeholder)
}
