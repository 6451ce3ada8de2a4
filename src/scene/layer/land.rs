//! Land, its coasts, its lakes and its ice.

use super::Frame;
use crate::scene::{Colour, DisplayList, StrokeId, World};

/// Fills the land and strokes its coast, in one path.
pub(super) fn draw(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    if world.land().is_empty() {
        return;
    }
    list.path();
    world.land().draw(frame.view, list);
    list.fill(Colour::Land);
    list.stroke(StrokeId::Coast, Colour::Coast, 1.0, 0.0);
    for (colour, areas) in world.areas() {
        list.path();
        areas.draw(frame.view, list);
        list.fill(colour);
    }
}
