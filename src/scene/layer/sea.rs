//! The sea: the map's own shape, a disc, a fan or a rectangle, on the background around it.

use super::Frame;
use crate::carto::{ClipCap, PlaneSink, Resample, SphereSink};
use crate::plane::Point;
use crate::scene::{Colour, DisplayList, StrokeId, World};

/// Fills the map with sea, and draws its edge where the screen shows it.
pub(super) fn draw(_: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let (view, clip) = (frame.view, frame.view.clip_cap());
    list.path();
    if clip.is_inner() && clip.cap() != view.domain() {
        // Nothing but map on the screen.
        let screen = view.reach();
        list.move_to(Point::new(screen.x0, screen.y0));
        for (x, y) in [(screen.x1, screen.y0), (screen.x1, screen.y1), (screen.x0, screen.y1)] {
            list.line_to(Point::new(x, y));
        }
        list.close();
        list.fill(Colour::Sea);
        return;
    }
    // A polygon without rings that holds everything is the map itself once it is clipped.
    let mut resample = Resample::new(view.projector(), list);
    let mut link = ClipCap::of_known(clip, &mut resample, &|_| true);
    link.polygon_start();
    link.polygon_end();
    list.fill(Colour::Sea);
    list.stroke(StrokeId::Rim, Colour::Rim, 1.0, 0.0);
}
