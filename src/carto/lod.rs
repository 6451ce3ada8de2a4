//! Level of detail: polygons kept at several resolutions by Visvalingam weight, culled by cap.

use super::clip::{Clip, ClipCap};
use super::level::{Level, Vertex, unit};
use super::resample::Resample;
use super::stream::{PlaneSink, SphereSink};
use super::view::View;
use crate::sphere::{Cap, EARTH_RADIUS_KM, UnitVec};

/// Resolution of the finest level in kilometres a pixel; each next level is twice as coarse.
const FINEST_KM_PER_PX: f64 = 1.25;
/// Levels: the coarsest is 40 km a pixel.
const LEVELS: usize = 6;

/// One ring at every resolution.
#[derive(Debug)]
struct Ring {
    levels: Vec<Level>,
    cap: Cap,
    area_km2: f64,
}

/// A polygon with its holes.
#[derive(Debug)]
pub struct Shape {
    rings: Vec<Ring>,
    cap: Cap,
    /// Sines of the southernmost and northernmost latitude of its outline.
    heights: (f64, f64),
}

/// Polygons that can be drawn at any scale.
#[derive(Debug, Default)]
pub struct Shapes {
    shapes: Vec<Shape>,
}

impl Ring {
    /// A ring from its vertices and the effective area of each in km².
    #[allow(clippy::cast_possible_truncation, reason = "f32 is the stored precision, stated at Vertex")]
    fn new(points: &[UnitVec], weights_km2: &[f64]) -> Self {
        let mut levels = Vec::with_capacity(LEVELS);
        for level in 0..LEVELS {
            let px_km = FINEST_KM_PER_PX * f64::from(1_u32 << level);
            // The finest level keeps everything: there is nothing to fall back on.
            let least = if level == 0 { 0.0 } else { (px_km / 2.0).powi(2) };
            let mut kept = Vec::new();
            for (p, weight) in points.iter().zip(weights_km2) {
                if *weight >= least {
                    kept.push([p.x as f32, p.y as f32, p.z as f32]);
                }
            }
            levels.push(Level::new(kept));
        }
        let cap = Cap::bounding(points.iter().copied());
        let area_km2 = std::f64::consts::TAU * (1.0 - cap.cos_radius) * EARTH_RADIUS_KM * EARTH_RADIUS_KM;
        Self { levels, cap, area_km2 }
    }
}

impl Shapes {
    /// Adds a polygon: rings with the inside on the left, each with the effective area of its
    /// vertices in km² (infinite for those that must stay).
    pub fn add<'a>(&mut self, rings: impl Iterator<Item = (&'a [UnitVec], &'a [f64])>) {
        let rings: Vec<Ring> = rings.filter(|(p, _)| p.len() >= 3).map(|(p, w)| Ring::new(p, w)).collect();
        if let Some(outer) = rings.first() {
            let cap = outer.cap;
            let z = |v: &Vertex| f64::from(v[2]);
            let of = |pick: fn(f64, f64) -> f64, from| outer.levels[0].vertices.iter().map(z).fold(from, pick);
            let heights = (of(f64::min, 1.0), of(f64::max, -1.0));
            self.shapes.push(Shape { rings, cap, heights });
        }
    }

    /// Number of polygons.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// Draws all that `view` shows into `sink`, at its resolution.
    pub fn draw(&self, view: &View, sink: &mut impl PlaneSink) {
        let clip = view.clip_cap();
        let project = view.projector();
        let most_px_per_km = view.max_px_per_km(&clip);
        for shape in &self.shapes {
            // A ring that may hold more than a hemisphere has no useful cap: it is always looked at.
            let wide = shape.cap.radius_rad > std::f64::consts::FRAC_PI_2;
            if !wide && !shape.cap.meets(&clip) {
                continue;
            }
            let px_per_km = view.outline_px_per_km(&shape.cap, shape.heights).min(most_px_per_km);
            if !wide && shape.cap.radius_rad * EARTH_RADIUS_KM * px_per_km < 0.5 {
                continue;
            }
            let level = level_for(1.0 / px_per_km);
            match clip.needed_for(&shape.cap, shape.heights) {
                None => shape.draw_whole(level, px_per_km, project, sink),
                Some(clip) => shape.draw_clipped(level, clip, project, sink),
            }
        }
    }
}

impl Shape {
    /// The polygon lies inside the cap: project and draw, no clipping, and no resampling, since an
    /// edge of the basemap is never long enough to bend by a pixel at a scale that shows it whole.
    fn draw_whole(
        &self,
        level: usize,
        px_per_km: f64,
        project: impl Fn(UnitVec) -> crate::plane::Point,
        sink: &mut impl PlaneSink,
    ) {
        for ring in &self.rings {
            if ring.area_km2 * px_per_km * px_per_km < 1.0 {
                continue;
            }
            if let Some((first, rest)) = ring.levels[level].vertices.split_first() {
                sink.move_to(project(unit(*first)));
                for v in rest {
                    sink.line_to(project(unit(*v)));
                }
                sink.close();
            }
        }
    }

    fn draw_clipped(
        &self,
        level: usize,
        clip: Clip,
        project: impl Fn(UnitVec) -> crate::plane::Point,
        sink: &mut impl PlaneSink,
    ) {
        let mut resample = Resample::new(project, sink);
        // A sliver's inside may be lost to rounding; what lies outside its cap is outside whatever remains of it.
        let wide = self.cap.radius_rad > std::f64::consts::FRAC_PI_2;
        let holds = |p| (wide || self.cap.holds(p)) && Level::hold(self.rings.iter().map(|r| &r.levels[level]), p);
        let mut link = ClipCap::of_known(clip, &mut resample, &holds);
        link.polygon_start();
        for ring in &self.rings {
            link.line_start();
            ring.levels[level].near(&clip, |p| link.point(p));
            link.line_end();
        }
        link.polygon_end();
    }
}

/// The coarsest level that is still as fine as `km_per_px`.
fn level_for(km_per_px: f64) -> usize {
    (0..LEVELS).rev().find(|level| FINEST_KM_PER_PX * f64::from(1_u32 << *level) <= km_per_px * 1.01).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::view::{Pose, Viewport};
    use super::*;
    use crate::plane::Point;
    use crate::sphere::LonLat;

    #[derive(Default)]
    struct Paths(Vec<Vec<Point>>);
    impl PlaneSink for Paths {
        fn move_to(&mut self, p: Point) {
            self.0.push(vec![p]);
        }
        fn line_to(&mut self, p: Point) {
            self.0.last_mut().unwrap().push(p);
        }
        fn close(&mut self) {}
    }

    fn island(lon: f64, lat: f64, deg: f64, n: u32) -> Vec<UnitVec> {
        let cap = Cap::new(LonLat::new(lon, lat).to_unit(), deg.to_radians());
        (0..n).map(|k| cap.edge(f64::from(k) * std::f64::consts::TAU / f64::from(n))).collect()
    }

    fn draw(shapes: &Shapes, pose: Pose) -> Paths {
        let mut out = Paths::default();
        shapes.draw(&View::polar(pose, Viewport::plain(1280.0, 800.0)), &mut out);
        out
    }

    #[test]
    fn level_follows_the_scale() {
        assert_eq!(level_for(0.1), 0);
        assert_eq!(level_for(1.25), 0);
        assert_eq!(level_for(5.2), 2);
        assert_eq!(level_for(1e9), LEVELS - 1);
        assert_eq!(level_for(f64::NAN), 0);
    }

    #[test]
    fn a_frame_holds_only_what_it_shows() {
        let ring = island(20.0, 75.0, 3.0, 400);
        let weights: Vec<f64> = (0..400).map(|k| if k % 8 == 0 { f64::INFINITY } else { 4.0 }).collect();
        let mut shapes = Shapes::default();
        shapes.add([(ring.as_slice(), weights.as_slice())].into_iter());
        let far = draw(&shapes, Pose::HOME);
        assert_eq!(far.0.iter().map(Vec::len).sum::<usize>(), 50);
        let near = draw(&shapes, Pose { centre: LonLat::new(20.0, 75.0), zoom: 3.0, turn_deg: 0.0 });
        assert!(near.0.iter().map(Vec::len).sum::<usize>() > 390);
        let elsewhere = draw(&shapes, Pose { centre: LonLat::new(-150.0, 60.0), zoom: 4.0, turn_deg: 0.0 });
        assert!(elsewhere.0.is_empty());
    }

    /// Two corners of a long island are all that is left of it from afar. Its cap meets the edge of the
    /// screen's, its ring does not: it once filled the whole screen.
    #[test]
    fn what_is_left_of_a_thin_island_never_floods() {
        let ring: Vec<UnitVec> = [(10.0, 70.0), (30.0, 71.0), (20.0, 70.9)]
            .iter()
            .map(|(lon, lat)| LonLat::new(*lon, *lat).to_unit())
            .collect();
        for weights in [[f64::INFINITY, f64::INFINITY, 1.0], [f64::INFINITY; 3]] {
            let mut shapes = Shapes::default();
            shapes.add([(ring.as_slice(), weights.as_slice())].into_iter());
            for lon in [0.0, 12.0, 20.0, 28.0, 40.0] {
                for lat in [62.0, 66.0, 69.0, 73.0, 78.0] {
                    let pose = Pose { centre: LonLat::new(lon, lat), zoom: 2.0, turn_deg: 0.0 };
                    let out = draw(&shapes, pose);
                    let area = |path: &Vec<Point>| {
                        let next = path.iter().cycle().skip(1);
                        path.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs() / 2.0
                    };
                    assert!(out.0.iter().map(area).sum::<f64>() < 60_000.0, "{pose:?}");
                }
            }
        }
    }

    #[test]
    fn ring_too_small_to_see_is_left_out() {
        let ring = island(0.0, 80.0, 0.01, 8);
        let mut shapes = Shapes::default();
        shapes.add([(ring.as_slice(), [f64::INFINITY; 8].as_slice())].into_iter());
        assert!(draw(&shapes, Pose::HOME).0.is_empty());
        assert_eq!(draw(&shapes, Pose { centre: LonLat::new(0.0, 80.0), zoom: 7.0, turn_deg: 0.0 }).0.len(), 1);
    }
}
