//! Where a way begins and ends: from a landing to the water, and from there to the graph.

use super::grid::Grid;
use super::local;
use super::pull::rounded;
use super::shore::Shore;
use super::vector::{angle, of};
use crate::sphere::{Arc, EARTH_RADIUS_KM, UnitVec};

/// How far from the water a landing may lie.
pub(super) const MAX_INLAND_KM: f64 = 25.0;
/// How far beyond the shore a line touches the water.
const OFF_KM: [f64; 4] = [0.1, 0.03, 0.3, 1.0];

/// One way from a landing into the graph.
#[derive(Clone, Debug)]
pub(super) struct End {
    /// The first point in water, and those up to the node, in order.
    pub(super) line: Vec<UnitVec>,
    pub(super) node: u32,
    /// Which connected water it is in.
    pub(super) water: u16,
    /// Kilometres over land from the landing to the first point in water.
    pub(super) inland_km: f64,
}

fn km(a: UnitVec, b: UnitVec) -> f64 {
    angle(of(a), of(b)) * EARTH_RADIUS_KM
}

/// Ways from `p` into each connected water that it is near, the shortest over land first; of each
/// water one. Empty where all is further than [`MAX_INLAND_KM`].
pub(super) fn ends(shore: &Shore, grid: &Grid, p: UnitVec) -> Vec<End> {
    let mut out: Vec<End> = Vec::new();
    for (inland_km, start) in starts(shore, grid, p) {
        if out.iter().any(|e| e.water == 0) {
            break;
        }
        if let Some(end) = join(shore, grid, start, inland_km)
            && !out.iter().any(|e| e.water == end.water)
        {
            out.push(end);
        }
    }
    out
}

/// Points in water by `p`, and the kilometres over land to each, fewest first.
fn starts(shore: &Shore, grid: &Grid, p: UnitVec) -> Vec<(f64, UnitVec)> {
    let mut out = Vec::new();
    let Some(nearest) = shore.nearest(p) else { return vec![(0.0, p)] };
    if shore.on_land(p) {
        out.extend(beyond(shore, p, Arc::new(p, nearest.at), nearest.distance_km));
    } else {
        out.push((0.0, p));
    }
    let mut nodes = grid.around(p, 4);
    nodes.sort_by(|a, b| km(p, grid.point(*a)).total_cmp(&km(p, grid.point(*b))));
    for node in nodes.into_iter().take(24) {
        let arc = Arc::new(p, grid.point(node));
        let last = shore.crossings(p, grid.point(node)).last().copied();
        out.extend(last.and_then(|t| beyond(shore, p, arc, t * EARTH_RADIUS_KM)));
    }
    out.retain(|(inland_km, _)| *inland_km <= MAX_INLAND_KM);
    out.sort_by(|a, b| a.0.total_cmp(&b.0));
    out
}

/// The point of `arc` just beyond the shore that it meets at `shore_km`.
fn beyond(shore: &Shore, p: UnitVec, arc: Arc, shore_km: f64) -> Option<(f64, UnitVec)> {
    let at = |off_km: f64| rounded(arc.at((shore_km + off_km) / EARTH_RADIUS_KM));
    OFF_KM.iter().map(|off| at(*off)).find(|q| !shore.on_land(*q)).map(|q| (km(p, q), q))
}

/// The way from a point in water to a node near it.
fn join(shore: &Shore, grid: &Grid, start: UnitVec, inland_km: f64) -> Option<End> {
    let mut nodes = grid.around(start, 1);
    nodes.sort_by(|a, b| km(start, grid.point(*a)).total_cmp(&km(start, grid.point(*b))));
    nodes.into_iter().take(6).find_map(|node| {
        let point = rounded(grid.point(node));
        let mut line = vec![start];
        line.extend(local::way(shore, start, point, rounded)?);
        line.push(point);
        Some(End { line, node, water: grid.water(node), inland_km })
    })
}
