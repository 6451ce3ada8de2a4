//! Lines of equal depth.

use super::Frame;
use crate::scene::outline;
use crate::scene::{Colour, DisplayList, StrokeId, World};

/// Opacity of the edge of the shelf and of every whole kilometre, and of the lines between.
const LOUD: f64 = 0.5;
const QUIET: f64 = 0.28;
/// The edge of the shelf in metres.
const SHELF_M: f64 = 200.0;

/// Draws the contours that the screen shows.
pub(super) fn draw(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let view = frame.view;
    let contours = world.contours(1.0 / view.px_per_km(view.pose().centre.to_unit()));
    if contours.is_empty() {
        return;
    }
    for (loud, alpha) in [(false, QUIET), (true, LOUD)] {
        list.alpha(alpha);
        list.path();
        let alike = |depth_m: f64| (depth_m == SHELF_M || depth_m % 1000.0 == 0.0) == loud;
        outline::trace(&mut contours.iter().filter(|c| alike(c.depth_m)).map(|c| &c.outline), &view.faint(), list);
        list.stroke(StrokeId::Coast, Colour::SeaText, 1.0, 0.0);
    }
}
