//! The sea: the disc of the map on the dark around it.

use super::Frame;
use crate::carto::{PlaneSink, Resample, SphereSink};
use crate::plane::Point;
use crate::scene::{Colour, DisplayList, StrokeId, World};

/// Fills the map's disc, and draws its rim where the screen shows it.
pub(super) fn draw(_: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let (view, domain) = (frame.view, frame.view.domain());
    list.path();
    if view.clip_cap() != domain {
        // Nothing but map on the screen.
        let screen = view.viewport().rect();
        list.move_to(Point::new(screen.x0, screen.y0));
        for (x, y) in [(screen.x1, screen.y0), (screen.x1, screen.y1), (screen.x0, screen.y1)] {
            list.line_to(Point::new(x, y));
        }
        list.close();
        list.fill(Colour::Sea);
        return;
    }
    let mut link = Resample::new(view.projector(), list);
    link.polygon_start();
    link.line_start();
    for k in 0..180 {
        link.point(domain.edge(f64::from(k) * std::f64::consts::TAU / 180.0));
    }
    link.line_end();
    link.polygon_end();
    list.fill(Colour::Sea);
    list.stroke(StrokeId::Rim, Colour::Rim, 1.0, 0.0);
}
