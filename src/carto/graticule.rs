//! Meridians and parallels, as dense as the zoom asks for.

use super::stream::SphereSink;
use super::view::View;
use crate::sphere::{Cap, LonLat};

/// Latitude of the Arctic Circle, 66°34′ N: 90° less the obliquity of the ecliptic, 23°26′10″ in
/// 2026 (IAU 2006 precession; Capitaine et al. 2003, doi 10.1051/0004-6361:20031539).
pub const ARCTIC_CIRCLE_DEG: f64 = 66.563_9;

/// Parallels and meridians step by this much, widest first, and at least this far apart in pixels.
const STEPS_DEG: [(f64, f64); 6] = [(30.0, 10.0), (15.0, 5.0), (5.0, 2.0), (2.0, 1.0), (1.0, 0.5), (0.5, 0.1)];
const MIN_GAP_PX: f64 = 90.0;
/// Meridians end at the outermost parallel but one, so that they do not crowd at the Pole.
const LAST_PARALLEL_DEG: f64 = 80.0;

/// The net of meridians and parallels for a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Graticule {
    /// Degrees between meridians.
    pub lon_step_deg: f64,
    /// Degrees between parallels.
    pub lat_step_deg: f64,
    /// Whether meridians run up to the poles, where they do not meet in a point.
    pub to_poles: bool,
}

impl Graticule {
    /// The densest net whose parallels are far enough apart at the middle of the view.
    #[must_use]
    pub fn for_view(view: &View) -> Self {
        let px_per_deg = view.px_per_km(view.pose().centre.to_unit()) * 111.2;
        let fits = STEPS_DEG.iter().rev().find(|(_, lat)| lat * px_per_deg >= MIN_GAP_PX);
        let (lon_step_deg, lat_step_deg) = *fits.unwrap_or(&STEPS_DEG[0]);
        Self { lon_step_deg, lat_step_deg, to_poles: !view.meridians_meet() }
    }

    /// Sends the Arctic Circle to `sink`.
    pub fn arctic_circle(px_per_km: f64, sink: &mut impl SphereSink) {
        parallel(ARCTIC_CIRCLE_DEG, (-180.0, 360.0), px_per_km, sink);
    }

    /// Sends every meridian and parallel that meets `cap` to `sink`.
    #[allow(clippy::cast_possible_truncation, reason = "there are at most 3,600 meridians and parallels")]
    pub fn stream(&self, cap: &Cap, px_per_km: f64, sink: &mut impl SphereSink) {
        let Bounds { south, north, west, width } = bounds(cap);
        let first = (south / self.lat_step_deg).ceil() as i32;
        let last = (north / self.lat_step_deg).floor() as i32;
        for k in first..=last {
            parallel(f64::from(k) * self.lat_step_deg, (west, width), px_per_km, sink);
        }
        let first = (west / self.lon_step_deg).ceil() as i32;
        let count = (width / self.lon_step_deg).floor() as i32;
        for k in first..=first + count {
            if k > first && f64::from(k - first) * self.lon_step_deg >= 360.0 {
                break;
            }
            let lon = f64::from(k) * self.lon_step_deg;
            // Every quarter turn goes on to the poles.
            let all_the_way = self.to_poles || lon.rem_euclid(90.0) == 0.0;
            let end = if all_the_way { 90.0 } else { LAST_PARALLEL_DEG.max(90.0 - self.lat_step_deg) };
            let (bottom, top) = (south.max(-end), north.min(end));
            if top > bottom {
                meridian(lon, (bottom, top), sink);
            }
        }
    }
}

/// Sends the parallel at `lat_deg` over `(west, width)` degrees as a line of short arcs that stray
/// from the small circle by less than a third of a pixel.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "360° in steps of 0.02° are 18,000")]
fn parallel(lat_deg: f64, (west, width): (f64, f64), px_per_km: f64, sink: &mut impl SphereSink) {
    let phi = lat_deg.to_radians();
    // Sagitta of a chord of Δλ: Δλ²/8 · sin φ cos φ, in radii.
    let bend = (phi.sin() * phi.cos()).abs().max(1e-3);
    let step = (8.0 * 0.33 / (px_per_km * crate::sphere::EARTH_RADIUS_KM * bend)).sqrt().to_degrees().clamp(0.02, 5.0);
    let n = (width / step).ceil().max(1.0);
    sink.line_start();
    for k in 0..=n as u32 {
        sink.point(LonLat { lon_deg: west + width * f64::from(k) / n, lat_deg }.to_unit());
    }
    sink.line_end();
}

fn meridian(lon_deg: f64, (south, north): (f64, f64), sink: &mut impl SphereSink) {
    // An arc of less than 180° has one shortest way; three points keep it on the meridian.
    sink.line_start();
    for lat_deg in [south, (south + north) / 2.0, north] {
        sink.point(LonLat { lon_deg, lat_deg }.to_unit());
    }
    sink.line_end();
}

struct Bounds {
    south: f64,
    north: f64,
    west: f64,
    width: f64,
}

/// The range of latitudes and longitudes of a cap.
fn bounds(cap: &Cap) -> Bounds {
    let LonLat { lon_deg, lat_deg } = cap.centre.to_lonlat();
    let radius = cap.radius_rad.to_degrees();
    let (south, north) = (lat_deg - radius, lat_deg + radius);
    let everywhere = north >= 90.0 || south <= -90.0;
    let half = if everywhere {
        180.0
    } else {
        (cap.radius_rad.sin() / lat_deg.to_radians().cos()).clamp(-1.0, 1.0).asin().to_degrees()
    };
    Bounds { south: south.max(-90.0), north: north.min(90.0), west: lon_deg - half, width: 2.0 * half }
}

#[cfg(test)]
mod tests {
    use super::super::view::{Pose, Viewport};
    use super::*;
    use crate::sphere::UnitVec;

    #[derive(Default)]
    struct Lines(Vec<Vec<LonLat>>);
    impl SphereSink for Lines {
        fn line_start(&mut self) {
            self.0.push(vec![]);
        }
        fn point(&mut self, p: UnitVec) {
            self.0.last_mut().unwrap().push(p.to_lonlat());
        }
        fn line_end(&mut self) {}
    }

    #[test]
    fn polar_cap_gets_rings_and_spokes() {
        let mut lines = Lines::default();
        let net = Graticule { lon_step_deg: 30.0, lat_step_deg: 10.0, to_poles: false };
        net.stream(&Cap::new(UnitVec::NORTH, 45_f64.to_radians()), 0.06, &mut lines);
        let spokes = lines.0.iter().filter(|l| l.len() == 3).count();
        assert_eq!(spokes, 12);
        assert_eq!(lines.0.len() - spokes, 5, "50°, 60°, 70°, 80° and the Pole itself");
    }

    #[test]
    fn net_grows_denser_with_zoom() {
        let at = |zoom| Graticule::for_view(&View::polar(Pose { zoom, ..Pose::HOME }, Viewport::plain(1280.0, 800.0)));
        assert!(at(5.0).lat_step_deg < at(0.0).lat_step_deg);
    }

    #[test]
    fn parallels_keep_their_latitude() {
        let mut lines = Lines::default();
        parallel(60.0, (170.0, 30.0), 10.0, &mut lines);
        assert!(lines.0[0].iter().all(|p| (p.lat_deg - 60.0).abs() < 1e-9));
        assert!(lines.0[0].last().unwrap().lon_deg < -150.0, "passes the antimeridian");
    }
}
