//! Where ice lies, asked point by point.

use crate::geodata::Polygon;
use crate::sphere::LonLat;

/// The edges of the ice on the plane of the stereographic projection about the North Pole.
///
/// Thousands of edges and hundreds of points: on the plane a crossing costs four products, on the sphere forty. Steps of
/// the edge are short enough for the plane's straight lines to stand for great circles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ice {
    edges: Vec<[(f64, f64); 2]>,
    /// The square of how far from the pole they reach: most of the world lies beyond.
    reach: f64,
}

impl Ice {
    /// The ice of some polygons of the northern half.
    #[must_use]
    pub fn new(polygons: &[Polygon]) -> Self {
        let mut edges = Vec::new();
        for ring in polygons.iter().flat_map(|p| &p.rings) {
            let points: Vec<(f64, f64)> = ring.iter().map(|p| flat(*p)).collect();
            edges.extend((0..points.len()).map(|i| [points[i], points[(i + 1) % points.len()]]));
        }
        let reach = edges.iter().map(|[(x, y), _]| x * x + y * y).fold(0.0, f64::max);
        Self { edges, reach }
    }

    /// Whether it covers a position: a ray from there crosses its edges an odd number of times.
    #[must_use]
    pub fn covers(&self, at: LonLat) -> bool {
        if at.lat_deg < 0.0 {
            return false;
        }
        let (x, y) = flat(at);
        if x * x + y * y > self.reach {
            return false;
        }
        let crosses =
            |[a, b]: &&[(f64, f64); 2]| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0);
        self.edges.iter().filter(crosses).count() % 2 == 1
    }
}

fn flat(at: LonLat) -> (f64, f64) {
    let r = (std::f64::consts::FRAC_PI_4 - at.lat_deg.to_radians() / 2.0).tan();
    let (sin, cos) = at.lon_deg.to_radians().sin_cos();
    (r * cos, r * sin)
}
