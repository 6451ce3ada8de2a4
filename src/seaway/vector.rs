//! Small vectors: three numbers, and the angles between them.

use crate::sphere::UnitVec;

/// A vector of three numbers.
pub(super) type V3 = [f64; 3];

pub(super) fn of(u: UnitVec) -> V3 {
    [u.x, u.y, u.z]
}

pub(super) fn unit(v: V3) -> UnitVec {
    UnitVec::new_unchecked(v[0], v[1], v[2])
}

pub(super) fn wide(v: [f32; 3]) -> V3 {
    [f64::from(v[0]), f64::from(v[1]), f64::from(v[2])]
}

#[allow(clippy::cast_possible_truncation, reason = "0.4 m on the Earth is fine enough for a node or a ball")]
pub(super) fn narrow(v: V3) -> [f32; 3] {
    [v[0] as f32, v[1] as f32, v[2] as f32]
}

/// A direction in whole parts, of 3 mm on the Earth: as small as `f32` and a hundred times as fine.
pub(super) type Fine = [i32; 3];

const PARTS: f64 = 2_147_483_647.0;

#[allow(clippy::cast_possible_truncation, reason = "no part of a direction is more than one")]
pub(super) fn fine(v: V3) -> Fine {
    v.map(|x| (x * PARTS).round() as i32)
}

pub(super) fn of_fine(v: Fine) -> V3 {
    [f64::from(v[0]) / PARTS, f64::from(v[1]) / PARTS, f64::from(v[2]) / PARTS]
}

pub(super) fn dot(a: V3, b: V3) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub(super) fn cross(a: V3, b: V3) -> V3 {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

pub(super) fn sub(a: V3, b: V3) -> V3 {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

pub(super) fn add(a: V3, b: V3) -> V3 {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

pub(super) fn scale(a: V3, k: f64) -> V3 {
    [a[0] * k, a[1] * k, a[2] * k]
}

pub(super) fn square(a: V3) -> f64 {
    dot(a, a)
}

/// `a` with length one; `a` itself where it has no direction.
pub(super) fn normalised(a: V3) -> V3 {
    let length = square(a).sqrt();
    if length > 1e-300 { scale(a, 1.0 / length) } else { a }
}

/// The point `t` of the way along the chord from `a` to `b`, put back on the sphere.
pub(super) fn between(a: V3, b: V3, t: f64) -> V3 {
    normalised(add(scale(a, 1.0 - t), scale(b, t)))
}

/// The angle in radians between two points of the sphere, from the chord between them.
pub(super) fn angle(a: V3, b: V3) -> f64 {
    2.0 * (square(sub(a, b)).sqrt() / 2.0).min(1.0).asin()
}

/// The point of the straight segment `a`–`b` that is nearest to `p`, as a part of its length, and
/// the square of the distance.
pub(super) fn nearest_on_chord(a: V3, b: V3, p: V3) -> (f64, f64) {
    let (d, to) = (sub(b, a), sub(p, a));
    let length = square(d);
    let t = if length > 0.0 { (dot(to, d) / length).clamp(0.0, 1.0) } else { 0.0 };
    (t, square(sub(to, scale(d, t))))
}
