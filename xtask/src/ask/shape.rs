//! The shapes of JSON that answers have in common.

use super::world::World;
use arctic_cable_map::network::{EdgeKind, Way};
use serde_json::{Value, json};
use std::io::Write;

/// Writes an answer; a reader that has gone, as `head` does, is no fault.
pub(crate) fn say(text: &str) {
    drop(std::io::stdout().lock().write_all(text.as_bytes()));
}

/// A number to a tenth.
pub(crate) fn tenth(number: f64) -> Value {
    // Adding nothing makes −0 a plain 0.
    json!((number * 10.0).round() / 10.0 + 0.0)
}

/// The id of a node.
pub(crate) fn node(world: &World, node: usize) -> &str {
    &world.network.nodes[node].id
}

/// A way.
pub(crate) fn way(world: &World, way: &Way) -> Value {
    let network = &world.network;
    let kind = |kind| match kind {
        EdgeKind::Sea => "sea",
        EdgeKind::Land => "land",
        EdgeKind::Backhaul => "backhaul",
    };
    let hops: Vec<Value> = way
        .edges
        .iter()
        .zip(way.nodes.windows(2))
        .map(|(e, ends)| {
            let edge = &network.edges[*e];
            json!({"kind": kind(edge.kind), "segment": edge.id, "from": node(world, ends[0]), "to": node(world, ends[1]),
                "drawn_km": tenth(edge.drawn_km), "published_km": edge.published_km})
        })
        .collect();
    json!({
        "rtt_ms": tenth(way.rtt_ms),
        "cable_km": tenth(way.cable_km),
        "route_km": tenth(way.route_km),
        "sea_km": tenth(way.sea_km),
        "backhaul_km": tenth(way.backhaul_km),
        "published_km": tenth(way.published_km),
        "hops": hops,
        "cables": way.cables.iter().map(|c| &network.cables[*c].id).collect::<Vec<_>>(),
        "chokepoints": way.chokepoints.iter().map(|c| &network.chokepoints[*c]).collect::<Vec<_>>(),
        "countries": way.countries,
    })
}
