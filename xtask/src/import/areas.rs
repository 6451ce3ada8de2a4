//! Areas cut against areas, in the plane of longitude and latitude as flat files have them.

use super::text::Position;
use geo::{BooleanOps, Coord, LineString, MultiPolygon, Polygon};

/// Square kilometres of a square degree at the equator.
const KM2_PER_DEG2: f64 = 111.2 * 111.2;

/// Polygons for the `geo` crate.
pub(super) fn multi(polygons: &[Vec<Vec<Position>>]) -> MultiPolygon {
    let ring = |ring: &Vec<Position>| LineString::from_iter(ring.iter().map(|p| Coord { x: p.0, y: p.1 }));
    let polygon = |rings: &Vec<Vec<Position>>| {
        let mut rings = rings.iter().map(ring);
        rings.next().map(|exterior| Polygon::new(exterior, rings.collect()))
    };
    MultiPolygon::new(polygons.iter().filter_map(polygon).collect())
}

/// What both areas hold, without crumbs.
pub(super) fn both(a: &MultiPolygon, b: &MultiPolygon, least_km2: f64) -> Vec<Vec<Vec<Position>>> {
    swept(&a.intersection(b), least_km2)
}

/// What the first area holds and the second does not, without crumbs.
pub(super) fn first_alone(a: &MultiPolygon, b: &MultiPolygon, least_km2: f64) -> Vec<Vec<Vec<Position>>> {
    swept(&a.difference(b), least_km2)
}

/// The polygons without parts and holes smaller than that.
fn swept(polygons: &MultiPolygon, least_km2: f64) -> Vec<Vec<Vec<Position>>> {
    let open = |ring: &LineString| -> Vec<Position> {
        let mut out: Vec<Position> = ring.0.iter().map(|c| (c.x, c.y)).collect();
        out.pop();
        out
    };
    let large = |ring: &LineString| km2(&open(ring)) >= least_km2;
    let kept = polygons.iter().filter(|p| large(p.exterior()));
    kept.map(|p| {
        let holes = p.interiors().iter().filter(|ring| large(ring)).map(open);
        std::iter::once(open(p.exterior())).chain(holes).collect()
    })
    .collect()
}

/// The area of a ring on the sphere, by the cylindrical equal-area projection.
pub(super) fn km2(ring: &[Position]) -> f64 {
    let equal_area = |p: &Position| (p.0, p.1.to_radians().sin().to_degrees());
    let points: Vec<Position> = ring.iter().map(equal_area).collect();
    super::text::planar_area(&points).abs() / 2.0 * KM2_PER_DEG2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Vec<Position> {
        vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    }

    #[test]
    fn crumbs_go() {
        let a = multi(&[vec![square(0.0, 0.0, 10.0)]]);
        let b = multi(&[vec![square(2.0, 2.0, 0.5)], vec![square(5.0, 5.0, 2.0)], vec![square(9.9, 9.0, 5.0)]]);
        let rest = first_alone(&a, &b, 10_000.0);
        assert_eq!((rest.len(), rest[0].len()), (1, 2), "the small hole is filled, the large one stays");
        let shared = both(&a, &b, 10_000.0);
        assert_eq!(shared.len(), 1);
        assert!((km2(&shared[0][0]) / 49_150.0 - 1.0).abs() < 0.01, "{}", km2(&shared[0][0]));
    }
}
