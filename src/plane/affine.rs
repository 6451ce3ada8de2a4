//! Affine maps of the plane; here always a turn, a scale, a flip and a shift.

use super::Point;

/// The map `(x, y) → (a·x + c·y + e, b·x + d·y + f)`, named as in SVG and canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affine {
    /// x of the image of the x axis.
    pub a: f64,
    /// y of the image of the x axis.
    pub b: f64,
    /// x of the image of the y axis.
    pub c: f64,
    /// y of the image of the y axis.
    pub d: f64,
    /// x of the image of the origin.
    pub e: f64,
    /// y of the image of the origin.
    pub f: f64,
}

impl Affine {
    /// The screen map: map units are scaled by `scale`, turned clockwise by `turn_rad` and put so
    /// that the map point `centre_in_map` falls on `centre_in_screen`. Map y points up, screen y down.
    #[must_use]
    pub fn screen_from_map(centre_in_map: Point, centre_in_screen: Point, scale: f64, turn_rad: f64) -> Self {
        let (s, c) = turn_rad.sin_cos();
        let (a, b, cc, d) = (scale * c, scale * s, scale * s, -scale * c);
        Self {
            a,
            b,
            c: cc,
            d,
            e: centre_in_screen.x - a * centre_in_map.x - cc * centre_in_map.y,
            f: centre_in_screen.y - b * centre_in_map.x - d * centre_in_map.y,
        }
    }

    /// The image of a point.
    #[must_use]
    pub fn apply(&self, p: Point) -> Point {
        Point::new(self.a * p.x + self.c * p.y + self.e, self.b * p.x + self.d * p.y + self.f)
    }

    /// The map that does this after `first`.
    #[must_use]
    pub fn after(&self, first: &Self) -> Self {
        let (o, x, y) = (Point::new(first.e, first.f), Point::new(first.a, first.b), Point::new(first.c, first.d));
        let turned = |p: Point| Point::new(self.a * p.x + self.c * p.y, self.b * p.x + self.d * p.y);
        let (Point { x: a, y: b }, Point { x: c, y: d }, Point { x: e, y: f }) = (turned(x), turned(y), self.apply(o));
        Self { a, b, c, d, e, f }
    }

    /// The inverse map; `None` where the plane is folded flat.
    #[must_use]
    pub fn inverse(&self) -> Option<Self> {
        let det = self.a * self.d - self.b * self.c;
        if !(det.is_finite() && det != 0.0) {
            return None;
        }
        let (a, b, c, d) = (self.d / det, -self.b / det, -self.c / det, self.a / det);
        Some(Self { a, b, c, d, e: -(a * self.e + c * self.f), f: -(b * self.e + d * self.f) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screen_from_map_flips_and_turns_clockwise() {
        let m = Affine::screen_from_map(Point::new(1.0, 1.0), Point::new(400.0, 300.0), 100.0, 0.0);
        assert_eq!(m.apply(Point::new(1.0, 1.0)), Point::new(400.0, 300.0));
        assert_eq!(m.apply(Point::new(1.0, 2.0)), Point::new(400.0, 200.0));
        let quarter =
            Affine::screen_from_map(Point::new(0.0, 0.0), Point::new(0.0, 0.0), 1.0, std::f64::consts::FRAC_PI_2);
        let up = quarter.apply(Point::new(0.0, 1.0));
        assert!((up.x - 1.0).abs() < 1e-15 && up.y.abs() < 1e-15, "up turns to the right: {up:?}");
    }

    #[test]
    fn one_map_after_another_is_one_map() {
        let first = Affine::screen_from_map(Point::new(0.3, -0.2), Point::new(640.0, 400.0), 512.0, 0.7);
        let then = Affine::screen_from_map(Point::new(10.0, 20.0), Point::new(3.0, 4.0), 0.5, -1.9);
        let p = Point::new(0.9, 0.4);
        assert!(then.after(&first).apply(p).distance(then.apply(first.apply(p))) < 1e-9);
    }

    #[test]
    fn inverse_undoes() {
        let m = Affine::screen_from_map(Point::new(0.3, -0.2), Point::new(640.0, 400.0), 512.0, 0.7);
        let p = Point::new(0.9, 0.4);
        let back = m.inverse().map(|i| i.apply(m.apply(p))).unwrap();
        assert!(back.distance(p) < 1e-12);
        assert!(Affine { a: 0.0, b: 0.0, c: 0.0, d: 0.0, e: 1.0, f: 1.0 }.inverse().is_none());
    }
}
