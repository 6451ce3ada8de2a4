//! Walking geometry through the links of the map, arc by arc.

use super::plane::Paths;
use arctic_cable_map::carto::{PlaneSink, SphereSink};
use arctic_cable_map::plane::Point;
use arctic_cable_map::sphere::{Arc, UnitVec};

/// A link that walks each arc in short steps, so that what comes out is the arc itself.
pub(crate) struct Fine<P> {
    project: P,
    pub(crate) out: Paths,
    last: Option<UnitVec>,
    first: Option<UnitVec>,
    polygon: bool,
}

impl<P: Fn(UnitVec) -> Point> Fine<P> {
    pub(crate) fn new(project: P) -> Self {
        Self { project, out: Paths::default(), last: None, first: None, polygon: false }
    }

    fn walk(&mut self, to: UnitVec) {
        let Some(from) = self.last else { return };
        let arc = Arc::new(from, to);
        let n = (arc.length_rad / 0.002).ceil();
        let mut k = 1.0;
        while k < n {
            self.out.line_to((self.project)(arc.at(arc.length_rad * k / n)));
            k += 1.0;
        }
    }
}

impl<P: Fn(UnitVec) -> Point> SphereSink for Fine<P> {
    fn line_start(&mut self) {
        (self.first, self.last) = (None, None);
    }
    fn point(&mut self, p: UnitVec) {
        self.walk(p);
        let at = (self.project)(p);
        if self.last.is_some() {
            self.out.line_to(at);
        } else {
            self.out.move_to(at);
        }
        self.first = self.first.or(Some(p));
        self.last = Some(p);
    }
    fn line_end(&mut self) {
        if let (true, Some(first)) = (self.polygon, self.first) {
            self.walk(first);
            self.out.close();
        }
    }
    fn polygon_start(&mut self) {
        self.polygon = true;
    }
}

/// Sends rings of a polygon, or lines, into a link.
pub(crate) fn send(rings: &[Vec<UnitVec>], polygon: bool, sink: &mut impl SphereSink) {
    if polygon {
        sink.polygon_start();
    }
    for ring in rings {
        sink.line_start();
        ring.iter().for_each(|p| sink.point(*p));
        sink.line_end();
    }
    if polygon {
        sink.polygon_end();
    }
}
