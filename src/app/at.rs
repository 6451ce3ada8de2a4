//! Where the map is: its middle, its zoom, its turn.

use crate::carto::Pose;
use crate::sphere::LonLat;

/// The smallest zoom of any view, in octaves.
pub const MIN_ZOOM: f64 = -5.0;
/// The largest zoom, in octaves.
pub const MAX_ZOOM: f64 = 9.0;

/// Pixels that a degree of latitude takes at zoom 0 on a large screen. It only decides how many
/// decimals a link needs.
const PX_PER_DEG_AT_ZOOM_0: f64 = 16.0;

/// The middle of the map, its zoom and its turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// Longitude of the middle in degrees, above −180 and up to 180; 0 at a pole, where every
    /// longitude is the same point.
    pub lon_deg: f64,
    /// Latitude of the middle in degrees, −90…90.
    pub lat_deg: f64,
    /// Zoom in octaves, by the scale of the middle: 0 fits the whole Arctic on the polar map, 1 is twice as large.
    pub zoom: f64,
    /// The turn of the picture in degrees clockwise on the screen, above −180 and up to 180; at 0
    /// the meridian 75° E runs down from the Pole on the polar map, and north is up elsewhere.
    pub rotation_deg: f64,
}

impl At {
    /// The home view of the polar map.
    pub const HOME: Self = Self {
        lon_deg: Pose::HOME.centre.lon_deg,
        lat_deg: Pose::HOME.centre.lat_deg,
        zoom: Pose::HOME.zoom,
        rotation_deg: Pose::HOME.turn_deg,
    };

    /// The middle as a position.
    #[must_use]
    pub fn middle(&self) -> LonLat {
        LonLat::new(self.lon_deg, self.lat_deg)
    }

    /// The nearest place that the map can be at. What is not a number becomes the home view's.
    #[must_use]
    pub fn settle(self) -> Self {
        let home = Self::HOME;
        let lat_deg = number_or(self.lat_deg, home.lat_deg).clamp(-90.0, 90.0);
        let at_pole = lat_deg.abs() >= 90.0;
        Self {
            lon_deg: if at_pole { 0.0 } else { wrap(self.lon_deg, home.lon_deg) },
            lat_deg: lat_deg + 0.0,
            zoom: number_or(self.zoom, home.zoom).clamp(MIN_ZOOM, MAX_ZOOM) + 0.0,
            rotation_deg: wrap(self.rotation_deg, home.rotation_deg),
        }
    }

    /// The place as a link keeps it: as many decimals as bring the view back within half a pixel
    /// at its zoom.
    #[must_use]
    pub fn rounded(self) -> Self {
        let at = self.settle();
        let zoom = round(at.zoom, Self::ZOOM_DECIMALS);
        let decimals = position_decimals(zoom);
        Self {
            lon_deg: round(at.lon_deg, decimals),
            lat_deg: round(at.lat_deg, decimals),
            zoom,
            rotation_deg: round(at.rotation_deg, Self::ROTATION_DECIMALS),
        }
        .settle()
    }

    /// Decimals of the zoom in a link: a hundredth of an octave is 0.7 % of the scale.
    const ZOOM_DECIMALS: u8 = 2;
    /// Decimals of the turn in a link: half of 0.1° is half a pixel 570 pixels from the middle.
    const ROTATION_DECIMALS: u8 = 1;
}

impl Default for At {
    fn default() -> Self {
        Self::HOME
    }
}

impl From<Pose> for At {
    fn from(pose: Pose) -> Self {
        let LonLat { lon_deg, lat_deg } = pose.centre;
        Self { lon_deg, lat_deg, zoom: pose.zoom, rotation_deg: pose.turn_deg }.settle()
    }
}

impl From<At> for Pose {
    fn from(at: At) -> Self {
        Self { centre: at.middle(), zoom: at.zoom, turn_deg: at.rotation_deg }
    }
}

/// The fewest decimals of a degree whose last unit is at most a pixel, so that rounding moves the
/// map by half a pixel at most.
fn position_decimals(zoom: f64) -> u8 {
    let px_per_deg = PX_PER_DEG_AT_ZOOM_0 * zoom.clamp(MIN_ZOOM, MAX_ZOOM).exp2();
    (0..7).find(|d| 10f64.powi(i32::from(*d)) >= px_per_deg).unwrap_or(7)
}

fn number_or(value: f64, instead: f64) -> f64 {
    if value.is_nan() { instead } else { value }
}

/// An angle wrapped to above −180 and up to 180; what is not finite becomes `instead`.
fn wrap(deg: f64, instead: f64) -> f64 {
    if !deg.is_finite() {
        return instead;
    }
    let wrapped = if deg > -180.0 && deg <= 180.0 { deg } else { 180.0 - (180.0 - deg).rem_euclid(360.0) };
    // The remainder of a tiny negative number can round up to 360.
    (if wrapped <= -180.0 { 180.0 } else { wrapped }) + 0.0
}

fn round(value: f64, decimals: u8) -> f64 {
    let ten = 10f64.powi(i32::from(decimals));
    (value * ten).round() / ten
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon_deg: f64, lat_deg: f64, zoom: f64, rotation_deg: f64) -> At {
        At { lon_deg, lat_deg, zoom, rotation_deg }
    }

    #[test]
    fn settles_on_the_nearest_valid_value() {
        assert_eq!(at(f64::NAN, f64::NAN, f64::NAN, f64::NAN).settle(), At::HOME);
        assert_eq!(at(10.0, 90.000_000_1, -7.0, 0.0).settle(), at(0.0, 90.0, MIN_ZOOM, 0.0));
        assert_eq!(at(10.0, 80.0, 1e308, 540.0).settle(), at(10.0, 80.0, MAX_ZOOM, 180.0));
        assert_eq!(at(190.0, -1e308, f64::INFINITY, -180.0).settle(), at(0.0, -90.0, MAX_ZOOM, 180.0));
        assert_eq!(at(-180.0, 10.0, 0.0, -190.0).settle(), at(180.0, 10.0, 0.0, 170.0));
        assert_eq!(
            at(f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY).settle(),
            at(0.0, -90.0, MIN_ZOOM, 0.0)
        );
        let far = at(1e308, 0.0, 0.0, -1e308).settle();
        assert!(far.lon_deg.abs() <= 180.0 && far.rotation_deg.abs() <= 180.0);
    }

    #[test]
    fn decimals_follow_the_zoom() {
        assert_eq!((position_decimals(MIN_ZOOM), position_decimals(0.0), position_decimals(9.0)), (0, 2, 4));
        let near = at(10.123_456, 80.123_456, 1.234_567, 1.234_567).rounded();
        assert_eq!(near, at(10.12, 80.12, 1.23, 1.2));
        for zoom in [MIN_ZOOM, 0.0, 3.3, MAX_ZOOM] {
            let step = 10f64.powi(-i32::from(position_decimals(zoom)));
            let px = step * PX_PER_DEG_AT_ZOOM_0 * zoom.exp2();
            assert!(px <= 1.0 && px > 0.1, "{zoom}: {px}");
        }
    }

    #[test]
    fn rounding_up_to_the_pole_or_the_antimeridian_stays_canonical() {
        assert_eq!(at(10.0, 89.999_99, 0.0, 0.0).rounded(), at(0.0, 90.0, 0.0, 0.0));
        assert_eq!(at(-179.999_99, 70.0, 0.0, -179.99).rounded(), at(180.0, 70.0, 0.0, 180.0));
    }
}
