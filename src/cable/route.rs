//! The shortest way along a system's own segments.

use super::{Atlas, Segment};

/// A way: its length in kilometres, and its segments in order, each with whether it is gone from its end to its beginning.
pub(super) type Way<'a> = (f64, Vec<(&'a Segment, bool)>);

/// Dijkstra over the segments of one system, which are few.
pub(super) fn shortest<'a>(atlas: &'a Atlas, system: &'a str, from: &str, to: &str) -> Option<Way<'a>> {
    let mut nodes: Vec<&str> = Vec::new();
    let mut edges: Vec<(usize, usize, &Segment)> = Vec::new();
    for segment in atlas.segments_of(system) {
        let [a, b] = [segment.from.as_str(), segment.to.as_str()].map(|id| {
            nodes.iter().position(|n| *n == id).unwrap_or_else(|| {
                nodes.push(id);
                nodes.len() - 1
            })
        });
        edges.push((a, b, segment));
    }
    let start = nodes.iter().position(|n| *n == from)?;
    let goal = nodes.iter().position(|n| *n == to)?;
    let mut best = vec![f64::INFINITY; nodes.len()];
    let mut done = vec![false; nodes.len()];
    // By which segment a node is reached, from which node, and whether against the segment's direction.
    let mut before: Vec<Option<(usize, &Segment, bool)>> = vec![None; nodes.len()];
    best[start] = 0.0;
    loop {
        let here = (0..nodes.len())
            .filter(|&i| !done[i] && best[i].is_finite())
            .min_by(|&i, &j| best[i].total_cmp(&best[j]))?;
        if here == goal {
            return Some((best[here], back(&before, here)));
        }
        done[here] = true;
        for &(a, b, segment) in &edges {
            for (a, b, reversed) in [(a, b, false), (b, a, true)] {
                let km = best[here] + segment.drawn_km;
                if a == here && km < best[b] {
                    best[b] = km;
                    before[b] = Some((here, segment, reversed));
                }
            }
        }
    }
}

/// The segments that lead to a node, in order.
fn back<'a>(before: &[Option<(usize, &'a Segment, bool)>], mut node: usize) -> Vec<(&'a Segment, bool)> {
    let mut way = Vec::new();
    while let Some((from, segment, reversed)) = before[node] {
        way.push((segment, reversed));
        node = from;
    }
    way.reverse();
    way
}
