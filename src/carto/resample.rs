//! Adaptive resampling: more vertices where the projected arc bends.

use super::stream::{PlaneSink, SphereSink};
use crate::plane::Point;
use crate::sphere::UnitVec;

/// How far a drawn chord may stray from the projected arc, in pixels.
const TOLERANCE_PX: f64 = 0.35;
/// Square of pixels times radians up to which no arc bends by the tolerance: (8 · 0.35 / 12)².
const NEVER_BENDS_PX2: f64 = 0.054;
/// Sine of the latitude, 82°, beyond which arcs may bend however short they are.
const NEAR_POLE: f64 = 0.99;
/// Halvings of one arc at the most: 2¹² pieces of a half circle are 5 km each.
const MAX_DEPTH: u32 = 12;
/// An arc longer than this is halved whatever its chord says: its middle may lie on the chord by
/// chance while its quarters do not. Cosine of 30°.
const COS_LONG_ARC: f64 = 0.866_025_403_784_438_6;

/// Projects each vertex and adds vertices along an arc until the chord keeps to it.
///
/// The test at the middle of an arc, and the rule for long arcs, follow the adaptive resampling
/// described by Bostock for d3 (<https://observablehq.com/@d3/adaptive-sampling>).
pub struct Resample<'a, P, S> {
    project: P,
    sink: &'a mut S,
    /// How far a chord may stray, as a multiple of what a map at rest allows.
    coarser: f64,
    closed: bool,
    first: Option<(UnitVec, Point)>,
    last: Option<(UnitVec, Point)>,
}

impl<'a, P: Fn(UnitVec) -> Point, S: PlaneSink> Resample<'a, P, S> {
    /// A link that projects by `project`, in pixels, and draws into `sink`.
    pub fn new(project: P, sink: &'a mut S) -> Self {
        Self { project, sink, coarser: 1.0, closed: false, first: None, last: None }
    }

    /// The same for a share of a map's detail at rest.
    #[must_use]
    pub fn for_detail(self, detail: f64) -> Self {
        Self { coarser: 1.0 / detail, ..self }
    }

    fn arc(&mut self, (a, from): (UnitVec, Point), (b, to): (UnitVec, Point), depth: u32) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length2 = dx * dx + dy * dy;
        // An arc drawn shorter than a few pixels cannot bend by the tolerance; not finite ends here too.
        let tolerance_px = TOLERANCE_PX * self.coarser;
        if depth == 0 || length2.is_nan() || length2 <= 16.0 * tolerance_px {
            return;
        }
        // Nor can one that is short both on the Earth and on the screen: the direction of a great circle turns on a
        // map by some ten times its length at the most, but about a pole, so it strays from its chord by at most that
        // angle times an eighth of the chord.
        let (x, y, z) = (a.x - b.x, a.y - b.y, a.z - b.z);
        if length2 * (x * x + y * y + z * z) < NEVER_BENDS_PX2 * self.coarser * self.coarser && a.z.abs() < NEAR_POLE {
            return;
        }
        let Some(middle) = a.midpoint(b) else { return };
        let at = (self.project)(middle);
        let (mx, my) = (at.x - from.x, at.y - from.y);
        let stray2 = (dx * my - dy * mx).powi(2) / length2;
        let along = (dx * mx + dy * my) / length2 - 0.5;
        if stray2 > tolerance_px * tolerance_px || along.abs() > 0.3 || a.dot(b) < COS_LONG_ARC {
            self.arc((a, from), (middle, at), depth - 1);
            self.sink.line_to(at);
            self.arc((middle, at), (b, to), depth - 1);
        }
    }

    fn join(&mut self, from: (UnitVec, Point), to: (UnitVec, Point)) {
        self.arc(from, to, MAX_DEPTH);
    }
}

impl<P: Fn(UnitVec) -> Point, S: PlaneSink> SphereSink for Resample<'_, P, S> {
    fn line_start(&mut self) {
        self.first = None;
        self.last = None;
    }

    fn point(&mut self, p: UnitVec) {
        let here = (p, (self.project)(p));
        match self.last {
            None => {
                self.sink.move_to(here.1);
                self.first = Some(here);
            }
            Some(last) => {
                self.join(last, here);
                self.sink.line_to(here.1);
            }
        }
        self.last = Some(here);
    }

    fn line_end(&mut self) {
        if let (true, Some(first), Some(last)) = (self.closed, self.first, self.last) {
            self.join(last, first);
            self.sink.close();
        }
    }

    fn polygon_start(&mut self) {
        self.closed = true;
    }

    fn polygon_end(&mut self) {
        self.closed = false;
    }
}

#[cfg(test)]
mod tests {
    use super::super::projection::Perspective;
    use super::*;
    use crate::sphere::{Arc, LonLat};

    #[derive(Default)]
    struct Trace(Vec<Point>);
    impl PlaneSink for Trace {
        fn move_to(&mut self, p: Point) {
            self.0.push(p);
        }
        fn line_to(&mut self, p: Point) {
            self.0.push(p);
        }
        fn close(&mut self) {}
    }

    fn project(p: UnitVec) -> Point {
        let q = Perspective::STEREOGRAPHIC.forward(p);
        Point::new(q.x * 400.0, q.y * 400.0)
    }

    /// C4: a two-vertex line keeps within a pixel of a thousand-point reference.
    #[test]
    fn svalbard_to_tokyo_keeps_to_the_great_circle() {
        let (a, b) = (LonLat::new(15.6, 78.2).to_unit(), LonLat::new(139.7, 35.7).to_unit());
        let mut trace = Trace::default();
        let mut link = Resample::new(project, &mut trace);
        link.line_start();
        link.point(a);
        link.point(b);
        link.line_end();
        assert!(trace.0.len() > 4 && trace.0.len() < 60, "{} vertices", trace.0.len());
        let arc = Arc::new(a, b);
        for k in 0..=1000 {
            let p = project(arc.at(arc.length_rad * f64::from(k) / 1000.0));
            let near = trace.0.windows(2).map(|w| to_segment(p, w[0], w[1])).fold(f64::INFINITY, f64::min);
            assert!(near < 0.6, "{near} px off at {k}");
        }
    }

    fn to_segment(p: Point, a: Point, b: Point) -> f64 {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let t = (((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        p.distance(Point::new(a.x + t * dx, a.y + t * dy))
    }

    #[test]
    fn a_line_over_the_pole_is_one_stroke() {
        let mut trace = Trace::default();
        let mut link = Resample::new(project, &mut trace);
        link.line_start();
        for (lon, lat) in [(-30.0, 80.0), (-30.0, 89.9), (150.0, 89.9), (150.0, 80.0)] {
            link.point(LonLat::new(lon, lat).to_unit());
        }
        link.line_end();
        assert!(trace.0.windows(2).all(|w| w[0].distance(w[1]) < 80.0));
    }
}
