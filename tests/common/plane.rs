//! Paths in the plane, as tests look at them: collected, measured, compared and asked what they hold.

use arctic_cable_map::carto::PlaneSink;
use arctic_cable_map::plane::Point;
use arctic_cable_map::scene::{DisplayList, Step};

/// Collects subpaths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paths {
    /// The subpaths, open or closed.
    pub(crate) parts: Vec<Vec<Point>>,
    /// Whether any was closed.
    pub(crate) closed: bool,
}

impl PlaneSink for Paths {
    fn move_to(&mut self, p: Point) {
        self.parts.push(vec![p]);
    }
    fn line_to(&mut self, p: Point) {
        self.parts.last_mut().expect("a line begins with move_to").push(p);
    }
    fn close(&mut self) {
        self.closed = true;
    }
}

impl Paths {
    /// The subpaths of a display list that holds one path.
    pub(crate) fn of(list: &DisplayList) -> Self {
        let mut paths = Self::default();
        for step in list.steps() {
            match step {
                Step::Run(run) => paths.parts.push(points(run)),
                Step::Close => paths.closed = true,
                _ => {}
            }
        }
        paths
    }

    /// Even-odd: whether a ray to the right of `p` crosses the closed subpaths an odd number of times.
    pub(crate) fn holds(&self, p: Point) -> bool {
        let crosses =
            |(a, b): &(Point, Point)| (a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
        self.rings().flat_map(steps).filter(crosses).count() % 2 == 1
    }

    /// The area in square pixels: of rings with the holes wound the other way.
    pub(crate) fn area(&self) -> f64 {
        let ring = |r: &[Point]| steps(r).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0;
        self.rings().map(ring).sum::<f64>().abs()
    }

    /// The length of the open lines in pixels.
    pub(crate) fn length(&self) -> f64 {
        self.parts.iter().flat_map(|l| l.windows(2)).map(|w| w[0].distance(w[1])).sum()
    }

    /// How far the farthest vertex of `self` lies from the nearest line of `other`.
    pub(crate) fn strays_from(&self, other: &Self) -> f64 {
        let segments: Vec<(Point, Point)> = if other.closed {
            other.rings().flat_map(steps).collect()
        } else {
            other.parts.iter().flat_map(|l| l.windows(2)).map(|w| (w[0], w[1])).collect()
        };
        let nearest = |p: &Point| segments.iter().map(|(a, b)| to_step(*p, *a, *b)).fold(f64::INFINITY, f64::min);
        self.parts.iter().flatten().map(nearest).fold(0.0, f64::max)
    }

    fn rings(&self) -> impl Iterator<Item = &[Point]> {
        self.parts.iter().map(Vec::as_slice)
    }
}

/// The steps of a ring, the last back to the first.
pub(crate) fn steps(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// The points of a run of a display list.
pub(crate) fn points(run: &[f32]) -> Vec<Point> {
    run.chunks_exact(2).map(|p| Point::new(f64::from(p[0]), f64::from(p[1]))).collect()
}

/// Distance from `p` to the straight step from `a` to `b`.
pub(crate) fn to_step(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length2 = dx * dx + dy * dy;
    let t = if length2 > 0.0 { (((p.x - a.x) * dx + (p.y - a.y) * dy) / length2).clamp(0.0, 1.0) } else { 0.0 };
    p.distance(Point::new(a.x + t * dx, a.y + t * dy))
}
