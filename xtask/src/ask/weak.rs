//! `ask weak` and `ask paths`: single points of failure, and ways that share nothing.

use super::options::Options;
use super::world::World;
use super::{shape, words};
use anyhow::Result;
use arctic_cable_map::network::disjoint::{Apart, Disjoint, disjoint};
use arctic_cable_map::network::effect::PAIRS;
use arctic_cable_map::network::weak::{Weak, Weakness, weak};
use arctic_cable_map::network::{Corridor, Trouble};
use serde_json::{Value, json};

/// Single points of failure of all that stands.
pub(crate) fn run(world: &World, options: &Options, count: usize) -> Result<()> {
    let pairs: Vec<[usize; 2]> = PAIRS.iter().filter_map(|(a, b)| world.network.ends(a, b).ok()).collect();
    let found = weak(&world.network, &options.whole()?, &pairs).map_err(|t| said(world, &t))?;
    if options.json {
        shape::say(&format!("{:#}\n", to_json(world, &found, &pairs)));
        return Ok(());
    }
    let mut out = format!(
        "{} segments and {} landings or branching units hold something together alone.\n\
         Each of these, failing alone, cuts something off; the most serious first:\n",
        found.bridges.len(),
        found.articulations.len()
    );
    for weakness in found.list.iter().take(count) {
        out += &describe(world, weakness, &pairs);
    }
    out += &format!(
        "{} in all, as far as the data goes, which has not every regional cable. A chokepoint counts as one: everything in \
         it fails together.\n",
        found.list.len()
    );
    shape::say(&out);
    Ok(())
}

fn said(world: &World, trouble: &Trouble) -> anyhow::Error {
    anyhow::anyhow!("{}", words::trouble(world, trouble))
}

fn pair(world: &World, ends: [usize; 2]) -> String {
    let [a, b] = ends.map(|n| world.node(n));
    format!("{a}–{b}")
}

fn describe(world: &World, weakness: &Weakness, pairs: &[[usize; 2]]) -> String {
    let mut costs = Vec::new();
    if !weakness.pairs.is_empty() {
        let all: Vec<String> = weakness.pairs.iter().map(|i| pair(world, pairs[*i])).collect();
        costs.push(format!("no way {}", all.join(", ")));
    }
    if !weakness.countries.is_empty() {
        costs.push(format!("countries cut off: {}", weakness.countries.join(" ")));
    }
    if !weakness.landings.is_empty() {
        const SHOWN: usize = 6;
        let some: Vec<String> = weakness.landings.iter().take(SHOWN).map(|n| world.node(*n)).collect();
        let more = weakness.landings.len().saturating_sub(SHOWN);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        costs.push(format!("landings cut off: {}{more}", some.join(", ")));
    }
    let corridors: Vec<&str> = weakness.corridors.iter().map(Corridor::as_str).collect();
    if !corridors.is_empty() {
        costs.push(format!("the corridor lost: {}", corridors.join(", ")));
    }
    format!("- {}: {}\n", words::cut(world, &weakness.cut), costs.join("; "))
}

fn to_json(world: &World, found: &Weak, pairs: &[[usize; 2]]) -> Value {
    let list: Vec<Value> = found
        .list
        .iter()
        .map(|w| {
            let pairs: Vec<[&str; 2]> = w.pairs.iter().map(|i| pairs[*i].map(|n| shape::node(world, n))).collect();
            json!({"cut": w.cut.to_link(), "countries": w.countries, "pairs": pairs,
                "landings": w.landings.iter().map(|n| shape::node(world, *n)).collect::<Vec<_>>(),
                "corridors": w.corridors.iter().map(Corridor::as_str).collect::<Vec<_>>()})
        })
        .collect();
    json!({
        "list": list,
        "bridges": found.bridges.iter().map(|e| &world.network.edges[*e].id).collect::<Vec<_>>(),
        "articulations": found.articulations.iter().map(|n| shape::node(world, *n)).collect::<Vec<_>>(),
    })
}

/// Ways between two places that share nothing.
pub(crate) fn paths(world: &World, options: &Options, ends: [usize; 2]) -> Result<()> {
    let assumptions = options.assumptions()?;
    let standing = options.scenario()?.standing(&world.network).map_err(|t| said(world, &t))?;
    let kinds = [("without a common segment", Apart::Edges), ("without a common landing", Apart::Nodes)];
    let found = kinds.map(|(name, apart)| (name, disjoint(&world.network, &standing, &assumptions, ends, apart)));
    if options.json {
        let value = |d: &Disjoint| {
            json!({
                "ways": d.ways.iter().map(|w| shape::way(world, w)).collect::<Vec<_>>(),
                "cut_segments": d.cut_edges.iter().map(|e| &world.network.edges[*e].id).collect::<Vec<_>>(),
                "cut_landings": d.cut_nodes.iter().map(|n| shape::node(world, *n)).collect::<Vec<_>>(),
                "shared": d.shared.iter().map(|(c, n)| json!({"chokepoint": world.network.chokepoints[*c], "ways": n})).collect::<Vec<_>>(),
            })
        };
        shape::say(&format!("{:#}\n", json!({"edges": value(&found[0].1), "nodes": value(&found[1].1)})));
        return Ok(());
    }
    let mut out = pair(world, ends) + "\n";
    for (name, d) in &found {
        out += &format!("\n{} ways {name}, in all as short as can be:\n", d.ways.len());
        for way in &d.ways {
            out += &format!("  {:.1} ms, {:.0} km: {}\n", way.rtt_ms, way.cable_km, words::cables(world, way));
        }
        let edges = d.cut_edges.iter().map(|e| world.network.edges[*e].id.clone());
        let all: Vec<String> = edges.chain(d.cut_nodes.iter().map(|n| world.node(*n))).collect();
        out += &format!("  the fewest whose loss parts the two: {}\n", all.join(", "));
        let shared: Vec<String> =
            d.shared.iter().map(|(c, n)| format!("{} ({n} of them)", world.chokepoint(*c))).collect();
        let shared = if shared.is_empty() { "none".to_owned() } else { shared.join(", ") };
        out += &format!("  chokepoints that several pass, where they fail together: {shared}\n");
    }
    shape::say(&out);
    Ok(())
}
