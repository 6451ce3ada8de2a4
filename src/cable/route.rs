//! The shortest way along a system's own segments.

use super::Atlas;

/// Dijkstra over the segments of one system, which are few.
pub(super) fn shortest_km(atlas: &Atlas, system: &str, from: &str, to: &str) -> Option<f64> {
    let mut nodes: Vec<&str> = Vec::new();
    let mut edges = Vec::new();
    for segment in atlas.segments_of(system) {
        let [a, b] = [segment.from.as_str(), segment.to.as_str()].map(|id| {
            nodes.iter().position(|n| *n == id).unwrap_or_else(|| {
                nodes.push(id);
                nodes.len() - 1
            })
        });
        edges.push((a, b, segment.drawn_km));
    }
    let start = nodes.iter().position(|n| *n == from)?;
    let goal = nodes.iter().position(|n| *n == to)?;
    let mut best = vec![f64::INFINITY; nodes.len()];
    let mut done = vec![false; nodes.len()];
    best[start] = 0.0;
    loop {
        let here = (0..nodes.len())
            .filter(|&i| !done[i] && best[i].is_finite())
            .min_by(|&i, &j| best[i].total_cmp(&best[j]))?;
        if here == goal {
            return Some(best[here]);
        }
        done[here] = true;
        for &(a, b, km) in &edges {
            for (a, b) in [(a, b), (b, a)] {
                if a == here && best[here] + km < best[b] {
                    best[b] = best[here] + km;
                }
            }
        }
    }
}
