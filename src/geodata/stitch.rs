//! Joins polygons again that a flat file cuts at the antimeridian and closes along a pole.
//!
//! On the sphere the meridians +180° and −180° are one line, the seam, and a pole is one point of
//! it. Edges that lie on the seam are added up as directed intervals of latitude: where one side
//! runs up and the other down they cancel, which is exactly where the file cut a polygon. What is
//! left of the rings are chains that begin and end on the seam; they are linked end to start.

use super::Polygon;
use super::visvalingam::ring_area_km2;
use crate::sphere::LonLat;

/// Positions this close to the seam, and ends this close to each other along it, are the same
/// (about 100 m: Natural Earth's two sides differ by up to 0.8 thousandths of a degree).
const SNAP_DEG: f64 = 0.001;

/// The uncut polygons of `flat`: each a list of rings in the plane of longitude and latitude, with
/// exteriors anticlockwise and holes clockwise, without repeated last positions. The ring that
/// encloses most comes first.
#[must_use]
pub fn stitch(flat: Vec<Vec<Vec<LonLat>>>) -> Vec<Polygon> {
    let mut seam = Seam::default();
    let mut groups = Groups((0..flat.len()).collect());
    let mut rings: Vec<(usize, Vec<LonLat>)> = Vec::new();
    for (owner, polygon) in flat.into_iter().enumerate() {
        for ring in polygon {
            let ring = straighten(ring);
            if ring.iter().any(|p| on_seam(*p)) {
                seam.cut(owner, &ring);
            } else {
                rings.push((owner, ring));
            }
        }
    }
    seam.link(&mut groups, &mut rings);
    let mut out: Vec<Polygon> = (0..groups.0.len()).map(|_| Polygon::default()).collect();
    for (owner, mut ring) in rings {
        ring.dedup();
        while ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        if ring.len() >= 3 {
            out[groups.find(owner)].rings.push(ring);
        }
    }
    out.retain(|p| !p.rings.is_empty());
    for polygon in &mut out {
        let areas: Vec<f64> = polygon.rings.iter().map(|r| ring_area_km2(r)).collect();
        let exterior = (0..areas.len()).max_by(|a, b| areas[*a].total_cmp(&areas[*b])).unwrap_or(0);
        polygon.rings.swap(0, exterior);
    }
    out
}

fn at_pole(p: LonLat) -> bool {
    p.lat_deg.abs() >= 90.0 - SNAP_DEG
}

fn on_seam(p: LonLat) -> bool {
    p.lon_deg.abs() >= 180.0 - SNAP_DEG || at_pole(p)
}

/// Adds positions to edges that a flat file draws straight over a third of the globe or more,
/// where the great circle between their ends would run elsewhere.
fn straighten(ring: Vec<LonLat>) -> Vec<LonLat> {
    const STEP_DEG: f64 = 10.0;
    let long = |a: LonLat, b: LonLat| {
        let (dlon, dlat) = ((b.lon_deg - a.lon_deg).abs(), (b.lat_deg - a.lat_deg).abs());
        let turn = dlon == 360.0 && !(at_pole(a) && at_pole(b));
        (turn || (120.0..=180.0).contains(&dlon) && !at_pole(a) && !at_pole(b)) || dlat > 120.0
    };
    let n = ring.len();
    if !(0..n).any(|i| long(ring[i], ring[(i + 1) % n])) {
        return ring;
    }
    let mut out = Vec::with_capacity(n + 36);
    for (i, &a) in ring.iter().enumerate() {
        let b = ring[(i + 1) % n];
        out.push(a);
        if !long(a, b) {
            continue;
        }
        let (dlon, dlat) = (b.lon_deg - a.lon_deg, b.lat_deg - a.lat_deg);
        let steps = (dlon.abs().max(dlat.abs()) / STEP_DEG).ceil();
        let mut k = 1.0;
        while k < steps {
            out.push(LonLat { lon_deg: a.lon_deg + dlon * k / steps, lat_deg: a.lat_deg + dlat * k / steps });
            k += 1.0;
        }
    }
    out
}

/// Which polygons became one: a forest of parents.
struct Groups(Vec<usize>);

impl Groups {
    fn find(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// Part of a ring between two positions on the seam.
struct Chain {
    owner: usize,
    points: Vec<LonLat>,
    used: bool,
}

#[derive(Default)]
struct Seam {
    chains: Vec<Chain>,
    /// Latitudes from and to of each edge on the seam.
    edges: Vec<(f64, f64)>,
}

impl Seam {
    /// Takes the edges on the seam out of a ring that has a position on it.
    fn cut(&mut self, owner: usize, ring: &[LonLat]) {
        let n = ring.len();
        let Some(start) = (0..n).find(|&i| on_seam(ring[i])) else { return };
        let mut points = vec![ring[start]];
        for k in 1..=n {
            let (a, b) = (ring[(start + k - 1) % n], ring[(start + k) % n]);
            if on_seam(a) && on_seam(b) {
                self.edges.push((a.lat_deg, b.lat_deg));
                points = vec![b];
                continue;
            }
            points.push(b);
            if on_seam(b) {
                self.chains.push(Chain { owner, points: std::mem::replace(&mut points, vec![b]), used: false });
            }
        }
    }

    /// Cancels the edges, then links the chains to rings.
    fn link(mut self, groups: &mut Groups, rings: &mut Vec<(usize, Vec<LonLat>)>) {
        let nodes = Nodes::new(&self.latitudes());
        // How often each interval between neighbouring nodes is left, upwards positive.
        let mut left = vec![0_i32; nodes.0.len()];
        for &(from, to) in &self.edges {
            let (i, j) = (nodes.index(from), nodes.index(to));
            let step = if i < j { 1 } else { -1 };
            left[i.min(j)..i.max(j)].iter_mut().for_each(|n| *n += step);
        }
        let mut starts: Vec<Vec<usize>> = vec![Vec::new(); nodes.0.len()];
        for (c, chain) in self.chains.iter().enumerate() {
            starts[nodes.index(chain.points[0].lat_deg)].push(c);
        }
        for first in 0..self.chains.len() {
            if self.chains[first].used {
                continue;
            }
            let owner = self.chains[first].owner;
            let home = nodes.index(self.chains[first].points[0].lat_deg);
            let (mut ring, mut here) = (Vec::new(), home);
            let mut next = Some(first);
            loop {
                if let Some(c) = next {
                    let chain = &mut self.chains[c];
                    chain.used = true;
                    groups.join(owner, chain.owner);
                    let points = std::mem::take(&mut chain.points);
                    let end = points.len() - 1;
                    here = nodes.index(points[end].lat_deg);
                    ring.push(nodes.position(nodes.index(points[0].lat_deg)));
                    ring.extend(&points[1..end]);
                    ring.push(nodes.position(here));
                } else if left[here] > 0 {
                    left[here] -= 1;
                    here += 1;
                    ring.push(nodes.position(here));
                } else if here > 0 && left[here - 1] < 0 {
                    left[here - 1] += 1;
                    here -= 1;
                    ring.push(nodes.position(here));
                } else {
                    break;
                }
                if here == home {
                    break;
                }
                next = starts[here].iter().copied().find(|&c| !self.chains[c].used);
            }
            rings.push((owner, ring));
        }
    }

    /// Every latitude at which something meets the seam.
    fn latitudes(&self) -> Vec<f64> {
        let edges = self.edges.iter().flat_map(|e| [e.0, e.1]);
        let ends = self.chains.iter().flat_map(|c| [c.points[0].lat_deg, c.points[c.points.len() - 1].lat_deg]);
        edges.chain(ends).collect()
    }
}

/// The places of the seam, from south to north.
struct Nodes(Vec<f64>);

impl Nodes {
    fn new(places: &[f64]) -> Self {
        let mut latitudes: Vec<f64> = Vec::with_capacity(places.len());
        for place in places {
            let at = latitudes.partition_point(|other| other < place);
            latitudes.insert(at, *place);
        }
        latitudes.dedup_by(|b, a| *b - *a < SNAP_DEG);
        Self(latitudes)
    }

    /// The node of a latitude that was given to [`Nodes::new`].
    fn index(&self, latitude: f64) -> usize {
        self.0.partition_point(|&l| l <= latitude).saturating_sub(1)
    }

    fn position(&self, node: usize) -> LonLat {
        let lat_deg = self.0[node];
        let pole = lat_deg.abs() >= 90.0 - SNAP_DEG;
        if pole {
            LonLat { lon_deg: 0.0, lat_deg: 90.0_f64.copysign(lat_deg) }
        } else {
            LonLat { lon_deg: 180.0, lat_deg }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sphere::{UnitVec, contains};

    fn flat(rings: &[&[(f64, f64)]]) -> Vec<Vec<LonLat>> {
        rings.iter().map(|r| r.iter().map(|&(lon_deg, lat_deg)| LonLat { lon_deg, lat_deg }).collect()).collect()
    }

    fn holds(p: &Polygon, lon: f64, lat: f64) -> bool {
        let rings: Vec<Vec<UnitVec>> = p.rings.iter().map(|r| r.iter().map(|q| q.to_unit()).collect()).collect();
        contains(rings.iter().map(Vec::as_slice), LonLat::new(lon, lat).to_unit())
    }

    #[test]
    fn an_island_cut_in_two_features_becomes_one_ring() {
        let east = flat(&[&[(179.0, 70.0), (180.0, 70.5), (180.0, 71.2), (179.0, 72.0)]]);
        let west = flat(&[&[(-180.0, 71.2), (-180.0, 71.0), (-180.0, 70.5), (-179.0, 71.0)]]);
        let got = stitch(vec![east, west]);
        assert_eq!(got.len(), 1);
        assert_eq!(got[0].rings.len(), 1);
        assert_eq!(got[0].rings[0].len(), 5);
        assert!(holds(&got[0], 180.0, 70.9) && holds(&got[0], 179.5, 70.9) && holds(&got[0], -179.7, 71.0));
    }

    #[test]
    fn antarctica_loses_its_walls_and_floor() {
        let cap = flat(&[&[
            (-180.0, -90.0),
            (180.0, -90.0),
            (180.0, -75.0),
            (90.0, -70.0),
            (0.0, -72.0),
            (-90.0, -70.0),
            (-180.0, -75.0),
            (-180.0, -80.0),
        ]]);
        let got = stitch(vec![cap]);
        assert_eq!(got[0].rings, flat(&[&[(180.0, -75.0), (90.0, -70.0), (0.0, -72.0), (-90.0, -70.0)]]));
        assert!(holds(&got[0], 20.0, -90.0) && !holds(&got[0], 20.0, 0.0));
    }

    #[test]
    fn a_true_border_on_the_antimeridian_stays() {
        let east = flat(&[&[(170.0, 0.0), (180.0, 0.0), (180.0, 10.0), (170.0, 10.0)]]);
        let west = flat(&[&[(-180.0, 0.0), (-170.0, 0.0), (-170.0, 20.0), (-180.0, 20.0)]]);
        let alone = stitch(vec![east.clone()]);
        assert_eq!(alone[0].rings[0].len(), 4);
        let both = stitch(vec![east, west]);
        assert_eq!((both.len(), both[0].rings.len()), (1, 1));
        assert!(holds(&both[0], -175.0, 15.0) && !holds(&both[0], 175.0, 15.0) && holds(&both[0], 180.0, 5.0));
    }

    #[test]
    fn a_belt_round_the_globe_becomes_two_rings() {
        let belt = flat(&[&[(-180.0, 60.0), (180.0, 60.0), (180.0, 80.0), (-180.0, 80.0)]]);
        let got = stitch(vec![belt]);
        assert_eq!((got.len(), got[0].rings.len()), (1, 2));
        assert!(holds(&got[0], 12.0, 70.0) && !holds(&got[0], 12.0, 85.0) && !holds(&got[0], 12.0, 50.0));
    }

    #[test]
    fn a_wedge_from_pole_to_pole_keeps_its_sides() {
        let wedge = flat(&[&[(170.0, -90.0), (180.0, -90.0), (180.0, 90.0), (170.0, 90.0)]]);
        let got = stitch(vec![wedge]);
        assert!(holds(&got[0], 175.0, 10.0) && !holds(&got[0], 165.0, 10.0) && !holds(&got[0], -175.0, 10.0));
    }

    #[test]
    fn holes_on_the_cut_open_and_close() {
        let east = flat(&[&[
            (170.0, 0.0),
            (180.0, 0.0),
            (180.0, 4.0),
            (178.0, 5.0),
            (180.0, 6.0),
            (180.0, 10.0),
            (170.0, 10.0),
        ]]);
        let west = flat(&[&[
            (-180.0, 10.0),
            (-180.0, 6.0),
            (-178.0, 5.0),
            (-180.0, 4.0),
            (-180.0, 0.0),
            (-170.0, 0.0),
            (-170.0, 10.0),
        ]]);
        let got = stitch(vec![east, west]);
        assert_eq!((got.len(), got[0].rings.len()), (1, 2));
        assert!(!holds(&got[0], 180.0, 5.0) && holds(&got[0], 180.0, 2.0) && holds(&got[0], 175.0, 5.0));
    }
}
