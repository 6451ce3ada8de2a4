//! Ice on the sea, and borders on the land.

use super::Frame;
use crate::scene::outline::Outlines;
use crate::scene::{Colour, DisplayList, StrokeId, World};

/// Opacity of the sea's ice: the sea shows through.
const ICE: f64 = 0.4;

/// Draws the ice of March.
pub(super) fn march(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    ice(world, frame, 0, StrokeId::IceMarch, list);
}

/// Draws the ice of September.
pub(super) fn september(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    ice(world, frame, 1, StrokeId::IceSeptember, list);
}

fn ice(world: &World, frame: &Frame<'_>, month: usize, stroke: StrokeId, list: &mut DisplayList) {
    let ice = &world.around().ice[month];
    if ice.area.is_empty() {
        return;
    }
    list.path();
    ice.area.draw(frame.view, list);
    list.alpha(ICE);
    list.fill(Colour::SeaIce);
    list.alpha(1.0);
    lines(&ice.edge, frame, stroke, Colour::IceEdge, list);
}

/// Draws the borders, those in dispute dashed.
pub(super) fn borders(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let [settled, disputed] = &world.around().borders;
    lines(settled, frame, StrokeId::Border, Colour::Border, list);
    lines(disputed, frame, StrokeId::BorderDisputed, Colour::Border, list);
}

fn lines(outlines: &Outlines, frame: &Frame<'_>, stroke: StrokeId, colour: Colour, list: &mut DisplayList) {
    if !outlines.is_empty() {
        list.path();
        outlines.trace(frame.view, list);
        list.stroke(stroke, colour, 1.0, 0.0);
    }
}
