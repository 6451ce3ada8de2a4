//! Small signs: supercomputers, cities, chokepoints, events, and the cross of a cable that is none.

use super::{Frame, Sign};
use crate::cable::MarkKind;
use crate::carto::PlaneSink;
use crate::plane::Point;
use crate::scene::around;
use crate::scene::line::middle_of;
use crate::scene::{Colour, DisplayList, StrokeId, World};

/// Opacity of what is not selected while something is.
const DIM: f64 = 0.4;
/// A line shorter than this on the screen has no cross: from afar, and from near.
const CROSSED_PX: (f64, f64) = (160.0, 24.0);
/// The zoom that parts the two.
const NEAR: f64 = 2.0;

impl Sign {
    /// Corners of the sign in pixels about its point, y down; none for a dot.
    #[must_use]
    pub fn corners(self) -> &'static [(f64, f64)] {
        match self {
            Self::Diamond => &[(0.0, -5.2), (5.2, 0.0), (0.0, 5.2), (-5.2, 0.0)],
            // Two triangles that meet in the middle: water that narrows.
            Self::Narrows => &[(-5.4, -4.2), (5.4, 4.2), (5.4, -4.2), (-5.4, 4.2)],
            Self::Flag => &[(0.0, -5.0), (4.6, 3.2), (-4.6, 3.2)],
            Self::Dot | Self::Ring | Self::Line | Self::Area | Self::Text => &[],
        }
    }

    fn draw(self, at: Point, scale: f64, list: &mut DisplayList) {
        let Some((first, rest)) = self.corners().split_first() else {
            list.circle(at, 1.9 * scale);
            return;
        };
        let corner = |(x, y): (f64, f64)| Point::new(at.x + x * scale, at.y + y * scale);
        list.move_to(corner(*first));
        rest.iter().for_each(|c| list.line_to(corner(*c)));
        list.close();
    }
}

/// The sign of a kind and its colour.
pub(super) fn look(kind: MarkKind) -> (Sign, Colour) {
    match kind {
        MarkKind::Supercomputer => (Sign::Diamond, Colour::Machine),
        MarkKind::City => (Sign::Dot, Colour::Mark),
        MarkKind::Chokepoint => (Sign::Narrows, Colour::Mark),
        MarkKind::Event => (Sign::Flag, Colour::Mark),
        MarkKind::Country => (Sign::Text, Colour::LandText),
    }
}

pub(super) fn supercomputers(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    all(world, frame, MarkKind::Supercomputer, list);
}

pub(super) fn cities(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    all(world, frame, MarkKind::City, list);
}

pub(super) fn chokepoints(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    all(world, frame, MarkKind::Chokepoint, list);
}

pub(super) fn events(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    all(world, frame, MarkKind::Event, list);
}

fn all(world: &World, frame: &Frame<'_>, kind: MarkKind, list: &mut DisplayList) {
    let (zoom, screen) = (frame.view.pose().zoom, frame.view.viewport().rect().grown(12.0));
    let points = world.around().points.iter().filter(|p| p.mark.kind == kind && p.shows_at(zoom));
    let mut seen = points.filter_map(|p| frame.view.screen_from_sphere(p.at?)).filter(|p| screen.holds(*p)).peekable();
    if seen.peek().is_none() {
        return;
    }
    let (sign, colour) = look(kind);
    list.alpha(if frame.lit.dims() { DIM } else { 1.0 });
    list.path();
    seen.for_each(|at| sign.draw(at, 1.0, list));
    list.stroke(StrokeId::SymbolEdge, Colour::Casing, 2.0, 0.0);
    list.fill(colour);
}

/// Draws the selected mark larger, with the area of a chokepoint, whether or not its layer is on.
pub(super) fn chosen(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let Some(point) = world.around().picked(frame.selected) else { return };
    if !point.rings.is_empty() {
        extent(point, frame, list);
    }
    let Some(at) = point.at.and_then(|p| frame.view.screen_from_sphere(p)) else { return };
    let (sign, colour) = look(point.mark.kind);
    list.path();
    sign.draw(at, 1.5, list);
    list.stroke(StrokeId::SymbolEdge, Colour::Casing, 3.0, 0.0);
    list.fill(colour);
    list.path();
    list.circle(at, 11.0);
    list.stroke(StrokeId::SymbolEdge, colour, 1.4, 0.0);
}

fn extent(point: &around::Point, frame: &Frame<'_>, list: &mut DisplayList) {
    list.path();
    point.outline.trace(frame.view, list);
    list.stroke(StrokeId::BorderDisputed, Colour::Mark, 1.4, 0.0);
}

/// Draws a cross at the middle of each line that carries nothing: suspended, cancelled, retired.
pub(super) fn crosses(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let clip = frame.view.clip_cap();
    let least_px = if frame.view.pose().zoom < NEAR { CROSSED_PX.0 } else { CROSSED_PX.1 };
    let dead = |l: &&crate::scene::CableLine| l.stroke == StrokeId::Suspended && l.cap.meets(&clip);
    for lit in [false, true] {
        let lines = world.lines().filter(dead).filter(|l| frame.lit.brings_out(&l.system) == lit);
        let mut middles = lines.filter_map(|l| middle_of(frame.view, l, least_px)).peekable();
        if middles.peek().is_none() {
            continue;
        }
        list.alpha(if lit || !frame.lit.dims() { 0.85 } else { DIM });
        list.path();
        middles.for_each(|at| cross(at, 3.0, list));
        list.stroke(StrokeId::Casing, Colour::Casing, 0.6, 0.0);
        list.stroke(StrokeId::Cross, Colour::Faint, 1.0, 0.0);
    }
}

/// Adds a cross to the path.
pub(in crate::scene) fn cross(at: Point, arm_px: f64, list: &mut DisplayList) {
    for down_px in [-arm_px, arm_px] {
        list.move_to(Point::new(at.x - arm_px, at.y - down_px));
        list.line_to(Point::new(at.x + arm_px, at.y + down_px));
    }
}
