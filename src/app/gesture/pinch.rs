//! Two fingers on the map.

use crate::plane::Point;

/// Closer together than this, fingers tell no scale and no angle.
const MIN_SPAN_PX: f64 = 8.0;

/// Two fingers that carry what lies under them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pinch {
    /// Where the fingers were.
    pub from: [Point; 2],
    /// Where they are.
    pub to: [Point; 2],
}

impl Pinch {
    /// The point between the fingers before.
    #[must_use]
    pub fn from_middle(&self) -> Point {
        middle(self.from)
    }

    /// The point between the fingers now. What lay under [`Self::from_middle`] comes to lie here.
    #[must_use]
    pub fn to_middle(&self) -> Point {
        middle(self.to)
    }

    /// How far the fingers spread, in octaves.
    #[must_use]
    pub fn octaves(&self) -> f64 {
        let (before, now) = (span(self.from), span(self.to));
        if before < MIN_SPAN_PX || now < MIN_SPAN_PX { 0.0 } else { (now / before).log2() }
    }

    /// How far the fingers turned, in degrees clockwise on the screen, −180…180.
    #[must_use]
    pub fn turn_deg(&self) -> f64 {
        let (before, now) = (span(self.from), span(self.to));
        if before < MIN_SPAN_PX || now < MIN_SPAN_PX {
            return 0.0;
        }
        turn_deg(self.from[0], self.from[1], self.to[0], self.to[1])
    }

    /// The same movement without its turn.
    pub(super) fn without_turn(self) -> Self {
        let (sin, cos) = (-self.turn_deg()).to_radians().sin_cos();
        let m = self.to_middle();
        let back = |p: Point| {
            let (x, y) = (p.x - m.x, p.y - m.y);
            Point::new(m.x + x * cos - y * sin, m.y + x * sin + y * cos)
        };
        Self { from: self.from, to: self.to.map(back) }
    }
}

fn middle([a, b]: [Point; 2]) -> Point {
    Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0)
}

fn span([a, b]: [Point; 2]) -> f64 {
    a.distance(b)
}

/// The turn from the direction a→b to the direction c→d, clockwise on the screen, −180…180.
pub(super) fn turn_deg(a: Point, b: Point, c: Point, d: Point) -> f64 {
    let (x0, y0, x1, y1) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y);
    (x0 * y1 - y0 * x1).atan2(x0 * x1 + y0 * y1).to_degrees()
}
