//! Clipping on the sphere, before anything is projected.
//!
//! A cap's edge is a small circle of any radius: the horizon of a globe, the rim of a polar map, the last parallel of
//! Mercator's, or the circle round what the screen shows. A map that is not seen from one point is also slit open
//! along a meridian, its left and right edge. [`Clip`] says which of them a view needs, [`ClipCap`] is the link that
//! cuts lines and polygons to them.

mod join;
mod window;

pub use window::Cut;

use super::stream::SphereSink;
use crate::sphere::{Cap, UnitVec, contains};
use join::{cut_line, cut_polygon};
use std::ops::Deref;
use window::Window;

/// How much farther from the equator than its vertices an outline may come between them, as a difference of sines.
const BULGE: f64 = 1e-3;

/// What a view shows of the sphere: the inside of a cap, within the map's own edges.
///
/// It is used like its cap, which is the tightest of its windows; to be shown, a point must lie in the others too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clip {
    cap: Cap,
    limits: [Option<Cap>; 2],
    cut: Option<Cut>,
}

impl From<Cap> for Clip {
    fn from(cap: Cap) -> Self {
        Self { cap, limits: [None; 2], cut: None }
    }
}

impl Deref for Clip {
    type Target = Cap;
    fn deref(&self) -> &Cap {
        &self.cap
    }
}

impl Clip {
    /// The inside of a cap and of another, slit open along a cut.
    #[must_use]
    pub fn new(cap: Cap, limit: Option<Cap>, cut: Option<Cut>) -> Self {
        Self { cap, limits: [limit, None], cut }
    }

    /// The cap that holds it.
    #[must_use]
    pub fn cap(&self) -> Cap {
        self.cap
    }

    /// What lies inside `cap` as well: the windows that do not matter there are left out.
    #[must_use]
    pub fn within(&self, cap: Cap) -> Self {
        let needed = |limit: &Cap| !limit.covers(&cap);
        let limits = [Some(self.cap).filter(needed), self.limits[0].filter(needed)];
        Self { cap, limits, cut: self.cut.filter(|cut| cut.meets(&cap)) }
    }

    /// Whether what lies in `cap` is shown as it is, neither cut nor parted.
    #[must_use]
    pub fn shows_whole(&self, cap: &Cap) -> bool {
        self.caps().all(|own| own.covers(cap)) && self.cut.is_none_or(|cut| !cut.meets(cap))
    }

    /// The windows that matter for an outline inside `cap` between two latitudes, given as sines; `None` where none do,
    /// so that it is shown as it is.
    #[must_use]
    pub fn needed_for(&self, cap: &Cap, (south, north): (f64, f64)) -> Option<Self> {
        let covers = |own: &Cap| {
            // A limit about a pole is a parallel.
            own.covers(cap)
                || (own.centre.z >= 1.0 && own.cos_radius < south - BULGE)
                || (own.centre.z <= -1.0 && own.cos_radius < -north - BULGE)
        };
        let limits = self.limits.map(|limit| limit.filter(|own| !covers(own)));
        let own = if covers(&self.cap) { Cap::new(self.cap.centre, std::f64::consts::PI) } else { self.cap };
        let needed = Self { cap: own, limits, cut: self.cut.filter(|cut| cut.meets(cap)) };
        needed.windows().next().is_some().then_some(needed)
    }

    /// Whether something of `cap` may be shown.
    #[must_use]
    pub fn meets(&self, cap: &Cap) -> bool {
        self.caps().all(|own| own.meets(cap))
    }

    /// Whether a point is shown.
    #[must_use]
    pub fn holds(&self, p: UnitVec) -> bool {
        self.caps().all(|cap| cap.holds(p))
    }

    /// Whether the map has no edge here: it is shown as far as the cap goes.
    #[must_use]
    pub fn is_inner(&self) -> bool {
        self.limits == [None; 2] && self.cut.is_none()
    }

    /// The step from `a` to `b` as it is shown: in no piece, in one, or, where it crosses an edge, in two.
    #[must_use]
    pub fn pieces(&self, a: UnitVec, b: UnitVec) -> Vec<Vec<UnitVec>> {
        self.windows().fold(vec![vec![a, b]], |lines, window| cut_lines(&window, &lines))
    }

    /// Whether the step from `a` to `b` is shown in one piece.
    #[must_use]
    pub fn joins(&self, a: UnitVec, b: UnitVec) -> bool {
        self.holds(a) && self.holds(b) && self.windows().all(|w| w.events(a, b)[0].is_none())
    }

    /// Whether the map is slit open across a line.
    #[must_use]
    pub fn cuts(&self, line: &[UnitVec]) -> bool {
        self.cut.is_some_and(|cut| line.windows(2).any(|w| Window::Cut(cut).events(w[0], w[1])[0].is_some()))
    }

    /// Whether the map may be slit open inside a cap.
    #[must_use]
    pub fn cuts_through(&self, cap: &Cap) -> bool {
        self.cut.is_some_and(|cut| cut.meets(cap))
    }

    /// How far from the North Pole the map begins, in radians.
    #[must_use]
    pub fn hole_rad(&self) -> f64 {
        self.limits[0].map_or(0.0, |limit| std::f64::consts::PI - limit.radius_rad)
    }

    fn caps(&self) -> impl Iterator<Item = Cap> {
        [Some(self.cap), self.limits[0], self.limits[1]].into_iter().flatten()
    }

    /// The windows that cut at all.
    fn windows(&self) -> impl Iterator<Item = Window> + use<> {
        let cap = |cap: Option<Cap>| cap.filter(|c| c.cos_radius > -1.0 + 1e-15).map(Window::Cap);
        [cap(Some(self.cap)), cap(self.limits[0]), cap(self.limits[1]), self.cut.map(Window::Cut)].into_iter().flatten()
    }
}

fn cut_lines(window: &Window, lines: &[Vec<UnitVec>]) -> Vec<Vec<UnitVec>> {
    let mut out = Vec::with_capacity(lines.len());
    lines.iter().for_each(|line| cut_line(window, line, &mut out));
    out
}

/// Sends on what a [`Clip`] shows: lines in pieces, polygons closed along its edges.
pub struct ClipCap<'a> {
    clip: Clip,
    sink: &'a mut dyn SphereSink,
    polygon: bool,
    ring: Vec<UnitVec>,
    rings: Vec<Vec<UnitVec>>,
    /// Whether the polygon under way holds a point, where the caller knows that better than its rings tell.
    known: Option<&'a dyn Fn(UnitVec) -> bool>,
}

impl<'a> ClipCap<'a> {
    /// A link that keeps what `clip` shows, be it a view's or only a cap.
    pub fn new(clip: impl Into<Clip>, sink: &'a mut dyn SphereSink) -> Self {
        Self { clip: clip.into(), sink, polygon: false, ring: vec![], rings: vec![], known: None }
    }

    /// A link for polygons of which `holds` says what they hold: so rings may be left out, or be short of
    /// vertices, wherever they do not meet `clip`.
    pub fn of_known(clip: impl Into<Clip>, sink: &'a mut dyn SphereSink, holds: &'a dyn Fn(UnitVec) -> bool) -> Self {
        Self { known: Some(holds), ..Self::new(clip, sink) }
    }

    /// Sends a line on in the pieces that are shown.
    fn send_line(&mut self, line: Vec<UnitVec>) {
        let mut lines = vec![line];
        for window in self.clip.windows() {
            lines = cut_lines(&window, &lines);
        }
        lines.iter().filter(|line| !line.is_empty()).for_each(|line| send(self.sink, line));
    }

    /// Cuts the polygon to one window after the other and sends on what is left.
    fn send_polygon(&mut self) {
        let mut rings = std::mem::take(&mut self.rings);
        for (i, window) in self.clip.windows().enumerate() {
            let before = || self.clip.windows().take(i);
            let holds = |rings: &[Vec<UnitVec>], p| match self.known {
                Some(known) => before().all(|w| w.holds(p)) && known(p),
                None => contains(rings.iter().map(Vec::as_slice), p),
            };
            rings = cut_polygon(&window, rings, &holds);
        }
        if rings.is_empty() {
            return;
        }
        self.sink.polygon_start();
        rings.iter().for_each(|ring| send(self.sink, ring));
        self.sink.polygon_end();
    }
}

fn send(sink: &mut dyn SphereSink, line: &[UnitVec]) {
    sink.line_start();
    line.iter().for_each(|p| sink.point(*p));
    sink.line_end();
}

impl SphereSink for ClipCap<'_> {
    fn line_start(&mut self) {
        self.ring.clear();
    }

    fn point(&mut self, p: UnitVec) {
        self.ring.push(p);
    }

    fn line_end(&mut self) {
        let ring = std::mem::take(&mut self.ring);
        if !self.polygon {
            self.send_line(ring);
        } else if ring.len() >= 3 {
            self.rings.push(ring);
        }
    }

    fn polygon_start(&mut self) {
        self.polygon = true;
    }

    fn polygon_end(&mut self) {
        self.send_polygon();
        self.polygon = false;
    }
}

#[cfg(test)]
mod tests;
