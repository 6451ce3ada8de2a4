//! Projections of the sphere: each with its inverse, its edge and its distortion.

mod conic;
mod equal_earth;
mod perspective;

pub use conic::{Conic, isometric};
pub use equal_earth::EqualEarth;
pub use perspective::Perspective;

use crate::plane::Point;
use crate::sphere::UnitVec;

/// What a projection leaves as it is on the globe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// Angles, and so small shapes.
    Angles,
    /// Areas.
    Areas,
    /// Neither: it shows the globe as it is seen.
    Look,
}

/// A projection of the map by name, for a reader who wants to know what is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// A word for addresses and messages.
    pub id: &'static str,
    /// What it keeps.
    pub keeps: Keeps,
    /// Where its formulas are from.
    pub source: &'static str,
}

/// The projections of the map, along the spine from the globe to Mercator's map, and the one beside it.
pub const PROJECTIONS: &[Named] = &[
    Named { id: "orthographic", keeps: Keeps::Look, source: "Snyder 1987, pp. 145–153" },
    Named { id: "perspective", keeps: Keeps::Look, source: "Snyder 1987, pp. 169–181" },
    Named { id: "stereographic", keeps: Keeps::Angles, source: "Snyder 1987, pp. 154–163" },
    Named { id: "conformal-conic", keeps: Keeps::Angles, source: "Snyder 1987, pp. 104–110" },
    Named { id: "mercator", keeps: Keeps::Angles, source: "Snyder 1987, pp. 38–47" },
    Named { id: "equal-earth", keeps: Keeps::Areas, source: "Šavrič, Patterson and Jenny 2018" },
];

/// How a map distorts at a point (Tissot 1881; Snyder 1987, pp. 20–26).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distortion {
    /// Area on the map, in square radii, of a unit of area on the unit sphere.
    pub area_scale: f64,
    /// The most by which an angle between two directions changes, in radians.
    pub angular_rad: f64,
}

impl Distortion {
    /// From the scales along the axes of Tissot's ellipse.
    fn of_axes(a: f64, b: f64) -> Self {
        let sum = a + b;
        let angular_rad = if sum > 0.0 { 2.0 * ((a - b).abs() / sum).min(1.0).asin() } else { 0.0 };
        Self { area_scale: a * b, angular_rad }
    }

    /// From the derivatives of the map point to the east and to the north.
    fn of_derivatives(xe: f64, xn: f64, yn: f64) -> Self {
        // The axes from the sums of the Jacobian with its adjugate: a + b and a − b.
        let (sum, difference) = ((xe + yn).hypot(xn), (xe - yn).hypot(xn));
        Self { area_scale: xe * yn, angular_rad: 2.0 * (difference / sum).min(1.0).asin() }
    }
}

/// A projection of a sphere turned so that the middle lies where the projection wants it: on +z for the perspective
/// ones, on the meridian of +x with the North Pole on +z for the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Projection {
    /// From the globe to the stereographic map.
    Perspective(Perspective),
    /// From the polar map to Mercator's.
    Conic(Conic),
    /// The whole world with equal areas.
    EqualEarth(EqualEarth),
}

impl Projection {
    /// The map point in radii, x right and y up.
    #[must_use]
    pub fn forward(&self, p: UnitVec) -> Point {
        match self {
            Self::Perspective(q) => q.forward(p),
            Self::Conic(q) => q.forward(p),
            Self::EqualEarth(q) => q.forward(p),
        }
    }

    /// The point of the sphere at a map point; `None` outside the map.
    #[must_use]
    pub fn inverse(&self, at: Point) -> Option<UnitVec> {
        match self {
            Self::Perspective(q) => q.inverse(at),
            Self::Conic(q) => q.inverse(at),
            Self::EqualEarth(q) => q.inverse(at),
        }
    }

    /// The point of the sphere at a map point; outside the map one near by on its edge.
    #[must_use]
    pub fn nearest(&self, at: Point) -> UnitVec {
        match self {
            Self::Perspective(q) => q.nearest(at),
            Self::Conic(q) => q.nearest(at),
            Self::EqualEarth(q) => q.nearest(at),
        }
    }

    /// Tissot's measures at a point, from derivatives in closed form.
    #[must_use]
    pub fn distortion(&self, p: UnitVec) -> Distortion {
        match self {
            Self::Perspective(q) => Distortion::of_axes(q.radial_scale_at(p.z), q.scale_at(p.z)),
            Self::Conic(q) => {
                let scale = q.scale_at(isometric(p));
                Distortion::of_axes(scale, scale)
            }
            Self::EqualEarth(q) => {
                let (xe, xn, yn) = q.derivatives(p);
                Distortion::of_derivatives(xe, xn, yn)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sphere::LonLat;

    /// Derivatives by finite differences of 1e-5 radii.
    fn measured(projection: &Projection, lon: f64, lat: f64) -> Distortion {
        let h = 1e-5_f64;
        let at = |e: f64, n: f64| {
            let lon_deg = lon + (e * h / lat.to_radians().cos()).to_degrees();
            projection.forward(LonLat { lon_deg, lat_deg: lat + (n * h).to_degrees() }.to_unit())
        };
        let d = |a: Point, b: Point| ((a.x - b.x) / (2.0 * h), (a.y - b.y) / (2.0 * h));
        let (xe, ye) = d(at(1.0, 0.0), at(-1.0, 0.0));
        let (xn, yn) = d(at(0.0, 1.0), at(0.0, -1.0));
        let (sum, difference) = ((xe + yn).hypot(xn - ye), (xe - yn).hypot(xn + ye));
        Distortion { area_scale: (xe * yn - xn * ye).abs(), angular_rad: 2.0 * (difference / sum).min(1.0).asin() }
    }

    #[test]
    fn distortion_is_what_small_steps_measure() {
        let conic = |n, lat| Projection::Conic(Conic { n, psi_1: isometric(LonLat::new(0.0, lat).to_unit()) });
        let all = [
            Projection::Perspective(Perspective::ORTHOGRAPHIC),
            Projection::Perspective(Perspective { u: -0.4 }),
            Projection::Perspective(Perspective::STEREOGRAPHIC),
            conic(1.0, 60.0),
            conic(0.4, 60.0),
            conic(0.0, 60.0),
            Projection::EqualEarth(EqualEarth),
        ];
        for projection in all {
            for (lon, lat) in [(10.0, 80.0), (-60.0, 55.0), (100.0, 30.0), (33.0, 12.0)] {
                let (got, want) =
                    (projection.distortion(LonLat::new(lon, lat).to_unit()), measured(&projection, lon, lat));
                assert!(
                    (got.area_scale / want.area_scale - 1.0).abs() < 1e-6,
                    "{projection:?} {lon} {lat}: {got:?} {want:?}"
                );
                assert!(
                    (got.angular_rad - want.angular_rad).abs() < 1e-6,
                    "{projection:?} {lon} {lat}: {got:?} {want:?}"
                );
            }
        }
    }

    #[test]
    fn each_keeps_what_it_says() {
        let p = LonLat::new(50.0, 40.0).to_unit();
        assert!(Projection::Conic(Conic::mercator(0.0)).distortion(p).angular_rad < 1e-12);
        assert!(Projection::Perspective(Perspective::STEREOGRAPHIC).distortion(p).angular_rad < 1e-12);
        assert!((Projection::EqualEarth(EqualEarth).distortion(p).area_scale - 1.0).abs() < 1e-12);
    }
}
