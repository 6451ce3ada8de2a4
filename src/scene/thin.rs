//! Leaving out the vertices of a line that nobody could see.
//!
//! A vertex goes where the line without it passes within [`WITHIN_PX`] of it (in motion twice that), found in one pass by narrowing
//! the cone of directions from the last vertex kept (Williams 1978, *The Computer Journal* 21, 290–292), or where
//! the line runs beyond one side of the screen, where only its coming back matters.

use crate::plane::{Point, Rect};

/// How far the drawn line may pass from a vertex that was left out.
const WITHIN_PX: f64 = 0.25;

/// A line under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Thin {
    /// What lies outside is not seen.
    seen: Rect,
    /// How far the drawn line may pass from a vertex that was left out.
    within_px: f64,
    /// The last vertex kept.
    from: Point,
    /// The vertex after it that may yet be left out.
    last: Option<Point>,
    /// Directions between which the next vertex must lie; none before there is one a little away.
    cone: Option<[Point; 2]>,
    /// How far from `from` the line has been.
    far_px: f64,
    /// The sides of the screen beyond which the line has been since `from`, a bit each.
    beyond: u8,
}

impl Default for Thin {
    fn default() -> Self {
        let everywhere = Rect::new(f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY);
        Self {
            seen: everywhere,
            within_px: WITHIN_PX,
            from: Point::new(0.0, 0.0),
            last: None,
            cone: None,
            far_px: 0.0,
            beyond: 0,
        }
    }
}

impl Thin {
    /// For pictures of which only `seen` is looked at, and with that share of the detail of a map at rest.
    pub(super) fn within(seen: Rect, detail: f64) -> Self {
        Self { seen, within_px: WITHIN_PX / detail, ..Self::default() }
    }

    /// A line begins; its first vertex is kept.
    pub(super) fn begin(&mut self, p: Point) {
        (self.from, self.last, self.cone, self.far_px) = (p, None, None, 0.0);
        self.beyond = self.beyond(p);
    }

    /// The line goes on to `p`; returns the vertex before it when that must be kept.
    pub(super) fn next(&mut self, p: Point) -> Option<Point> {
        let kept = if self.passes(p) { None } else { self.last };
        if let Some(kept) = kept {
            self.begin(kept);
            self.passes(p);
        }
        self.last = Some(p);
        kept
    }

    /// The line ends; returns its last vertex, unless that is its first.
    pub(super) fn end(&mut self) -> Option<Point> {
        self.last.take()
    }

    /// Whether a line straight to `p` does for all between.
    fn passes(&mut self, p: Point) -> bool {
        self.beyond &= self.beyond(p);
        if self.beyond != 0 {
            self.far_px = f64::NEG_INFINITY;
            return true;
        }
        if self.far_px < 0.0 {
            // It was beyond a side and comes back.
            return false;
        }
        let to = Point::new(p.x - self.from.x, p.y - self.from.y);
        // Not `hypot`, which is no instruction of wasm and takes longer than all the rest.
        let px = (to.x * to.x + to.y * to.y).sqrt();
        let Some([left, right]) = self.cone else {
            self.cone = if px < self.within_px { None } else { Some(sides(to, px, self.within_px)) };
            self.far_px = px;
            return true;
        };
        let is_inside = cross(left, to) >= 0.0 && cross(to, right) >= 0.0 && px >= self.far_px - self.within_px;
        if is_inside {
            let [l, r] = sides(to, px, self.within_px);
            let narrower = [if cross(left, l) > 0.0 { l } else { left }, if cross(r, right) > 0.0 { r } else { right }];
            self.cone = Some(narrower);
            self.far_px = self.far_px.max(px);
        }
        is_inside
    }

    /// The sides of the screen beyond which `p` lies.
    fn beyond(&self, p: Point) -> u8 {
        let Rect { x0, y0, x1, y1 } = self.seen;
        u8::from(p.x < x0) | u8::from(p.x > x1) << 1 | u8::from(p.y < y0) << 2 | u8::from(p.y > y1) << 3
    }
}

/// The directions that pass a vertex at a distance on either side.
fn sides(to: Point, px: f64, within_px: f64) -> [Point; 2] {
    let (x, y) = (to.x * within_px / px, to.y * within_px / px);
    [Point::new(to.x + y, to.y - x), Point::new(to.x - y, to.y + x)]
}

fn cross(a: Point, b: Point) -> f64 {
    a.x * b.y - a.y * b.x
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thinned(thin: Thin, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let (mut thin, mut out) = (thin, vec![points[0]]);
        thin.begin(Point::new(points[0].0, points[0].1));
        out.extend(points[1..].iter().filter_map(|p| thin.next(Point::new(p.0, p.1))).map(|p| (p.x, p.y)));
        out.extend(thin.end().map(|p| (p.x, p.y)));
        out
    }

    fn distance(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
        let (x, y) = (b.0 - a.0, b.1 - a.1);
        let t = (((p.0 - a.0) * x + (p.1 - a.1) * y) / (x * x + y * y).max(1e-12)).clamp(0.0, 1.0);
        (p.0 - a.0 - t * x).hypot(p.1 - a.1 - t * y)
    }

    #[test]
    fn no_vertex_is_further_than_said_from_what_is_drawn() {
        // A coast: steps of a pixel or less that turn hither and thither, back on themselves too.
        let mut at = (0.0, 0.0);
        let coast: Vec<(f64, f64)> = (0..4000_u32)
            .map(|k| {
                let turn = f64::from(k.wrapping_mul(2_654_435_761) >> 8) / f64::from(1 << 24) - 0.5;
                let turn = turn + 4.0 * (f64::from(k) / 9.0).sin();
                at = (at.0 + 0.7 * turn.cos(), at.1 + 0.7 * turn.sin());
                at
            })
            .collect();
        let drawn = thinned(Thin::default(), &coast);
        assert!(drawn.len() < coast.len() * 3 / 4, "{} of {}", drawn.len(), coast.len());
        assert_eq!((drawn.first(), drawn.last()), (coast.first(), coast.last()));
        for p in coast {
            let nearest = drawn.windows(2).map(|w| distance(p, w[0], w[1])).fold(f64::INFINITY, f64::min);
            assert!(nearest < 2.0 * WITHIN_PX, "{p:?} is {nearest} px away");
        }
    }

    #[test]
    fn a_straight_line_is_two_vertices_and_a_corner_stays() {
        let line: Vec<_> = (0..50).map(|k| (f64::from(k), 0.1)).chain((1..50).map(|k| (49.0, f64::from(k)))).collect();
        assert_eq!(thinned(Thin::default(), &line).len(), 3);
        let spike = [(0.0, 0.0), (40.0, 0.0), (5.0, 0.0), (90.0, 0.0)];
        assert_eq!(thinned(Thin::default(), &spike), spike);
    }

    #[test]
    fn beyond_a_side_only_the_way_back_matters() {
        let seen = Thin::within(Rect::new(0.0, 0.0, 100.0, 100.0), 1.0);
        let line = [(50.0, 50.0), (110.0, 50.0), (130.0, 90.0), (300.0, -40.0), (120.0, 20.0), (50.0, 20.0)];
        assert_eq!(thinned(seen, &line), [(50.0, 50.0), (110.0, 50.0), (120.0, 20.0), (50.0, 20.0)]);
        // Around a corner of the screen.
        let line = [(110.0, 50.0), (130.0, 120.0), (50.0, 130.0), (40.0, 120.0), (-10.0, 50.0)];
        let drawn = thinned(seen, &line);
        assert!(drawn.contains(&(130.0, 120.0)) && drawn.contains(&(40.0, 120.0)), "{drawn:?}");
    }
}
