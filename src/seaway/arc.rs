//! Great-circle arcs as strips of a plane: what is near them and what crosses them.

use super::vector::{V3, add, angle, between, cross, dot, nearest_on_chord, normalised, scale, square, sub};

/// The longest arc that is asked about in one piece.
const LONGEST_RAD: f64 = 0.7;
/// The longest arc that counts as straight when distances to it are measured: a sag of 3 m.
const STRAIGHT_RAD: f64 = 0.002;

/// A great-circle arc of at most [`LONGEST_RAD`], with what quick tests need.
pub(super) struct Strip {
    a: V3,
    b: V3,
    /// At a right angle to the plane of the arc; zero for a point.
    normal: V3,
    middle: V3,
    /// Largest straight distance from the middle to a point of the arc.
    reach: f64,
}

impl Strip {
    fn new(a: V3, b: V3) -> Self {
        let middle = between(a, b, 0.5);
        Self { a, b, normal: normalised(cross(a, b)), middle, reach: square(sub(a, middle)).sqrt() }
    }

    /// The arc from `a` to `b` in pieces.
    pub(super) fn parts(a: V3, b: V3) -> impl Iterator<Item = Self> {
        let length = angle(a, b);
        let parts = (length / LONGEST_RAD).ceil().max(1.0);
        let along = normalised(sub(b, scale(a, dot(a, b))));
        let at = move |k: f64| {
            if k <= 0.0 {
                return a;
            }
            if k >= parts {
                return b;
            }
            let (sin, cos) = (length * k / parts).sin_cos();
            add(scale(a, cos), scale(along, sin))
        };
        let mut k = 0.0;
        std::iter::from_fn(move || {
            (k < parts).then(|| {
                k += 1.0;
                Self::new(at(k - 1.0), at(k))
            })
        })
    }

    /// Whether the arc may come within `radius` of `centre`, straight through space; `false` is sure.
    pub(super) fn near(&self, centre: V3, radius: f64) -> bool {
        dot(self.normal, centre).abs() <= radius && square(sub(centre, self.middle)) <= (self.reach + radius).powi(2)
    }

    pub(super) fn start(&self) -> V3 {
        self.a
    }

    pub(super) fn end(&self) -> V3 {
        self.b
    }

    pub(super) fn length_rad(&self) -> f64 {
        angle(self.a, self.b)
    }

    /// Where the great circle of `c`–`d`, which crosses the arc, does so: radians from the start.
    pub(super) fn place(&self, c: V3, d: V3) -> f64 {
        let x = normalised(cross(self.normal, cross(c, d)));
        let x = if dot(x, self.middle) < 0.0 { scale(x, -1.0) } else { x };
        angle(self.a, x).min(self.length_rad())
    }

    /// The distance in radians to the short arc `c`–`d`, which does not cross it.
    pub(super) fn distance(&self, c: V3, d: V3) -> f64 {
        let ends = nearest_on_chord(c, d, self.a).1.min(nearest_on_chord(c, d, self.b).1).sqrt();
        ends.min(self.from_point(c)).min(self.from_point(d))
    }

    fn from_point(&self, p: V3) -> f64 {
        if self.length_rad() < STRAIGHT_RAD {
            return nearest_on_chord(self.a, self.b, p).1.sqrt();
        }
        let height = dot(self.normal, p);
        let foot = sub(p, scale(self.normal, height));
        let within = dot(cross(self.a, foot), self.normal) >= 0.0 && dot(cross(foot, self.b), self.normal) >= 0.0;
        let ends = square(sub(p, self.a)).min(square(sub(p, self.b))).sqrt();
        if within { height.abs() } else { ends }
    }
}

/// Whether the arc meets the short arc `c`–`d`; touching counts.
pub(super) fn arcs_cross(strip: &Strip, c: V3, d: V3) -> bool {
    let (sc, sd) = (dot(strip.normal, c), dot(strip.normal, d));
    if sc * sd > 0.0 {
        return false;
    }
    // The difference keeps digits that the product of two close directions would lose.
    let m = cross(c, sub(d, c));
    let (sa, sb) = (dot(m, strip.a), dot(m, strip.b));
    sa * sb <= 0.0 && dot(strip.middle, c) > 0.0 && (sc != sd || sa != sb)
}
