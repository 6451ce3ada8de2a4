//! `ask cut` and `ask incident`: before and after, for pairs of places and by country.

use super::options::{self, Options};
use super::world::World;
use super::{shape, words};
use anyhow::{Context, Result};
use arctic_cable_map::cable::gazetteer::Event;
use arctic_cable_map::network::effect::{Change, Effect, Fate, HUBS, PAIRS, effect};
use arctic_cable_map::network::{Cut, Scenario, incident};
use serde_json::{Value, json};

/// Cuts what is named, in the scenario of the options.
pub(crate) fn run(world: &World, options: &Options, cuts: &[String], pair: Option<[usize; 2]>) -> Result<()> {
    let before = options.scenario()?;
    let mut all = before.cuts.clone();
    for text in cuts {
        all.push(options::cut(text)?);
    }
    answer(world, options, &before, &before.cut(all), pair, None)
}

/// Replays an incident of the data; without an id, lists those that can be.
pub(crate) fn replay(world: &World, options: &Options, id: Option<&str>, pair: Option<[usize; 2]>) -> Result<()> {
    let events = || world.gazetteer.events.iter().filter(|e| !e.cuts.is_empty());
    let Some(id) = id else {
        for event in events() {
            shape::say(&format!("{}: {}\n", event.id, event.name.get("en")));
        }
        return Ok(());
    };
    let event = events().find(|e| e.id == id).with_context(|| {
        let all: Vec<&str> = events().map(|e| e.id.as_str()).collect();
        format!("no incident that can be replayed is called “{id}”: {}", all.join(", "))
    })?;
    let after = incident::incident(&world.network, event).context("the incident names nothing that failed")?;
    answer(world, options, &after.cut(Vec::new()), &after, pair, Some(event))
}

fn answer(
    world: &World,
    options: &Options,
    before: &Scenario,
    after: &Scenario,
    pair: Option<[usize; 2]>,
    event: Option<&Event>,
) -> Result<()> {
    let assumptions = options.assumptions()?;
    let known = |id: &&str| world.network.end(id).ok();
    let hubs: Vec<usize> = HUBS.iter().filter_map(known).collect();
    let named = PAIRS.iter().filter_map(|(a, b)| world.network.ends(a, b).ok());
    let pairs: Vec<[usize; 2]> = pair.into_iter().chain(named).collect();
    let found = effect(&world.network, [before, after], &assumptions, &pairs, &hubs)
        .map_err(|t| anyhow::anyhow!("{}", words::trouble(world, &t)))?;
    if options.json {
        shape::say(&format!("{:#}\n", to_json(world, after, &found, event)));
    } else {
        shape::say(&text(world, after, &found, event));
    }
    Ok(())
}

fn text(world: &World, after: &Scenario, found: &Effect, event: Option<&Event>) -> String {
    let mut out = String::new();
    if let Some(event) = event {
        let year = after.year.unwrap_or_default();
        out += &format!("{} ({})\n{}\n", event.name.get("en"), event.date, event.summary.get("en"));
        out += &format!("sources: {}\nthe network at the end of {year}\n", event.sources.join(", "));
        for note in event.cuts.iter().filter_map(|c| c.note.as_ref()) {
            out += &format!("note: {}\n", note.get("en"));
        }
    }
    let cuts: Vec<String> = after.cuts.iter().map(|c| words::cut(world, c)).collect();
    out += &format!("cut: {}\n\nround trips, modelled, before → after\n", cuts.join("; "));
    for pair in &found.pairs {
        let [a, b] = pair.ends.map(|n| world.node(n));
        out += &format!("  {a} – {b}: {}\n", change(&pair.change));
        if let Some(trouble) = &pair.trouble {
            out += &format!("    {}\n", words::trouble(world, trouble));
        }
    }
    let hit = || found.countries.iter().filter(|c| c.fate() != Fate::Unaffected);
    out += "\ncountries, by their way to London, Frankfurt, Ashburn, Los Angeles, Singapore and Tokyo\n";
    for c in hit() {
        let word = if c.fate() == Fate::Isolated { "isolated" } else { "slower" };
        out += &format!(
            "  {} {word}: of {} landings {} isolated, {} slower, by up to {:.1} ms\n",
            c.country, c.landings, c.isolated, c.slower, c.added_ms
        );
    }
    let cut_off: Vec<String> = found.cut_off.iter().map(|n| world.node(*n)).collect();
    let cut_off = if cut_off.is_empty() { "none".to_owned() } else { cut_off.join(", ") };
    out + &format!(
        "  unaffected: {} others\n\nlandings cut off from the rest: {cut_off}\n\
         Only delay is modelled: what is left may be too full to carry what was cut.\n",
        found.countries.len() - hit().count()
    )
}

fn change(change: &Change) -> String {
    match (change.fate(), change.before_ms, change.after_ms) {
        (Fate::Slower, Some(before), Some(after)) => {
            format!("{before:.1} → {after:.1} ms, {:.1} ms slower", after - before)
        }
        (Fate::Isolated, Some(before), _) => format!("{before:.1} ms → no way"),
        (Fate::Unaffected, Some(before), _) => format!("{before:.1} ms, unaffected"),
        _ => "no way before either".to_owned(),
    }
}

fn to_json(world: &World, after: &Scenario, found: &Effect, event: Option<&Event>) -> Value {
    let fate = |fate| match fate {
        Fate::Unaffected => "unaffected",
        Fate::Slower => "slower",
        Fate::Isolated => "isolated",
        Fate::Apart => "apart",
    };
    let pairs: Vec<Value> = found
        .pairs
        .iter()
        .map(|p| {
            let [from, to] = p.ends.map(|n| shape::node(world, n));
            json!({"from": from, "to": to, "fate": fate(p.change.fate()),
                "before_ms": p.change.before_ms.map(shape::tenth), "after_ms": p.change.after_ms.map(shape::tenth)})
        })
        .collect();
    let countries: Vec<Value> = found
        .countries
        .iter()
        .map(|c| {
            json!({"country": c.country, "fate": fate(c.fate()), "landings": c.landings, "isolated": c.isolated,
                "slower": c.slower, "added_ms": shape::tenth(c.added_ms)})
        })
        .collect();
    json!({
        "incident": event.map(|e| json!({"id": e.id, "date": e.date, "sources": e.sources})),
        "year": after.year,
        "cuts": after.cuts.iter().map(Cut::to_link).collect::<Vec<_>>(),
        "pairs": pairs,
        "countries": countries,
        "cut_off": found.cut_off.iter().map(|n| shape::node(world, *n)).collect::<Vec<_>>(),
    })
}
