//! `ask compare`: the best way over each corridor, side by side.

use super::options::Options;
use super::world::{Exposure, Sea, World};
use super::{shape, words};
use anyhow::Result;
use arctic_cable_map::network::compare::{Comparison, Course, compare};
use arctic_cable_map::network::{Corridor, Scenario, Way};
use serde_json::{Value, json};

/// Answers the question.
pub(crate) fn run(world: &World, options: &Options, ends: [usize; 2]) -> Result<()> {
    let (scenario, assumptions) = (options.scenario()?, options.assumptions()?);
    let answer = compare(&world.network, &scenario, &assumptions, ends)
        .map_err(|t| anyhow::anyhow!("{}", words::trouble(world, &t)))?;
    let sea = Sea::read(world)?;
    if options.json {
        shape::say(&format!("{:#}\n", to_json(world, &sea, &answer)));
    } else {
        shape::say(&text(world, &sea, &scenario, &answer));
    }
    Ok(())
}

fn text(world: &World, sea: &Sea, scenario: &Scenario, answer: &Comparison) -> String {
    let [from, to] = answer.ends.map(|n| world.node(n));
    let limit = answer.limit;
    let mut out = format!(
        "{from} – {to}\nmodelled round trips; nothing can be faster than {:.1} ms in fibre ({:.1} ms in vacuum) along the great circle of {:.0} km\n",
        limit.fibre_ms, limit.vacuum_ms, limit.great_circle_km
    );
    let mut missing = Vec::new();
    for row in &answer.rows {
        let name = words::course(world, row.course);
        match &row.way {
            Some(way) => {
                out += &format!("\n{name}{}\n", if row.closed { " — closed in this scenario" } else { "" });
                out += &describe(world, way, &sea.exposure(world, way));
            }
            None => missing.push(name),
        }
    }
    if !missing.is_empty() {
        out += &format!("\nno way: {}\n", missing.join("; "));
    }
    out + &format!("\n{}\n", finding(world, scenario, answer))
}

fn describe(world: &World, way: &Way, exposure: &Exposure) -> String {
    let ice = exposure.ice_km.map(|km| 100.0 * km / exposure.sea_km.max(1.0));
    let deepest = exposure.deepest_m.map_or_else(|| "unknown".to_owned(), |m| format!("{m:.0} m"));
    format!(
        "  {:.1} ms · {:.0} km of cable ({:.0} km as drawn, {:.0} km at sea) · {} hops\n  {}\n  chokepoints: {}\n  shores of: {}\n  under the median ice of March {:.0} %, of September {:.0} % of the sea part · deepest {deepest}\n",
        way.rtt_ms,
        way.cable_km,
        way.route_km,
        way.sea_km,
        way.hops(&world.network),
        words::cables(world, way),
        words::chokepoints(world, way),
        way.countries.join(" "),
        ice[0],
        ice[1],
    )
}

/// What it comes to, in a sentence.
fn finding(world: &World, scenario: &Scenario, answer: &Comparison) -> String {
    let best = match &answer.best {
        Ok(way) => way,
        Err(trouble) => return format!("As it stands there is no way: {}.", words::trouble(world, trouble)),
    };
    let mut proposals: Vec<(&str, &Way)> = answer
        .rows
        .iter()
        .filter_map(|r| match (r.course, &r.way) {
            (Course::Proposal(cable), Some(way)) => Some((world.cable(cable), way)),
            _ => None,
        })
        .collect();
    proposals.sort_by(|a, b| a.1.rtt_ms.total_cmp(&b.1.rtt_ms));
    let times = best.rtt_ms / answer.limit.fibre_ms;
    let stands = if scenario.year.is_some() { "In that year" } else { "As it stands" };
    let asia = if scenario.closed.has(Corridor::Siberian) { ", not counting land lines across Asia," } else { "" };
    let today =
        format!("{stands}{asia} the fastest way takes {:.1} ms, {times:.2} times the limit in fibre", best.rtt_ms);
    match proposals.first() {
        Some((name, way)) if way.rtt_ms < best.rtt_ms => format!(
            "{today}; with {name} it would be {:.1} ms, {:.1} ms or {:.0} % less.",
            way.rtt_ms,
            best.rtt_ms - way.rtt_ms,
            100.0 * (1.0 - way.rtt_ms / best.rtt_ms)
        ),
        Some((name, way)) => format!("{today}; {name} would take {:.1} ms, no less.", way.rtt_ms),
        None => format!("{today}."),
    }
}

fn to_json(world: &World, sea: &Sea, answer: &Comparison) -> Value {
    let rows: Vec<Value> = answer
        .rows
        .iter()
        .map(|row| {
            let (course, cable) = match row.course {
                Course::Direct => ("direct", None),
                Course::Over(c) => (c.as_str(), None),
                Course::Proposal(c) => ("proposal", Some(&world.network.cables[c].id)),
            };
            let way = row.way.as_ref().map(|way| {
                let exposure = sea.exposure(world, way);
                let mut value = shape::way(world, way);
                value["ice_march_km"] = shape::tenth(exposure.ice_km[0]);
                value["ice_september_km"] = shape::tenth(exposure.ice_km[1]);
                value["deepest_m"] = exposure.deepest_m.map_or(Value::Null, shape::tenth);
                value
            });
            json!({"course": course, "cable": cable, "closed": row.closed, "way": way})
        })
        .collect();
    json!({
        "from": world.network.nodes[answer.ends[0]].id,
        "to": world.network.nodes[answer.ends[1]].id,
        "great_circle_km": shape::tenth(answer.limit.great_circle_km),
        "limit_fibre_ms": shape::tenth(answer.limit.fibre_ms),
        "limit_vacuum_ms": shape::tenth(answer.limit.vacuum_ms),
        "best": answer.best.as_ref().ok().map(|way| shape::way(world, way)),
        "trouble": answer.best.as_ref().err().map(|t| words::trouble(world, t)),
        "rows": rows,
    })
}
