//! `ask validate`: the model against published round trips.

use super::options::Options;
use super::world::World;
use super::{shape, words};
use anyhow::{Context, Result, anyhow, ensure};
use arctic_cable_map::cable::gazetteer::MeasurementClass;
use arctic_cable_map::network::compare::{Course, Row as CompareRow, compare};
use arctic_cable_map::network::latency::round_trip_ms;
use arctic_cable_map::network::{Assumptions, Corridor, EdgeKind, Network, Scenario, search};
use serde_json::{Value, json};
use std::path::Path;

const BEGIN: &str = "<!-- validation: written by `cargo xtask ask validate --write` -->";
const END: &str = "<!-- /validation -->";

/// The way that a published figure is for.
#[derive(Clone, Copy)]
enum Claimed {
    /// It is not published: the fastest way that stands.
    Unknown,
    /// Over that corridor.
    Over(Corridor),
    /// By that system, with lines over land at its ends.
    By(&'static str),
    /// That many kilometres of cable.
    Length(f64),
}

/// What the method of a measurement says of its way, by how its id begins; of all others nothing is published.
const WAYS: &[(&str, Claimed)] = &[
    ("tea-", Claimed::Over(Corridor::Siberian)),
    ("trans-indian-", Claimed::Over(Corridor::Suez)),
    ("trans-pacific-", Claimed::Over(Corridor::American)),
    ("tgn-ia-", Claimed::By("tgn-ia")),
    ("hibernia-express-", Claimed::By("exa-express")),
    ("far-north-fiber-2022", Claimed::Length(14_500.0)),
    ("arctic-fibre-2012", Claimed::By("arctic-fibre")),
];

/// Published round trips that are not in the data, for one end is no place of it: ends, milliseconds, year and publisher, way.
const MORE: &[(&str, &str, f64, &str, Claimed)] = &[
    ("frankfurt", "hong-kong", 162.0, "2016, DCD", Claimed::Over(Corridor::Siberian)),
    // Published as 70 ms one way, between Sydney and Oregon.
    ("sydney", "landing:nedonna-beach-us", 140.0, "2000, Scoop", Claimed::By("southern-cross")),
];

/// A published figure and what the model says.
struct Row {
    from: usize,
    to: usize,
    class: MeasurementClass,
    published: String,
    published_ms: f64,
    way: String,
    known: bool,
    cable_km: f64,
    modelled_ms: f64,
}

impl Row {
    /// By how much the model differs, in per cent of what is published.
    fn off_percent(&self) -> f64 {
        100.0 * (self.modelled_ms / self.published_ms - 1.0)
    }
}

/// Answers the question.
pub(crate) fn run(world: &World, options: &Options, write: Option<&Path>) -> Result<()> {
    let rows = rows(world, &options.assumptions()?)?;
    if let Some(readme) = write {
        let text = std::fs::read_to_string(readme)?;
        std::fs::write(readme, with_table(&text, &table(world, &rows))?)?;
        println!("{}: {} rows", readme.display(), rows.len());
    } else if options.json {
        shape::say(&format!("{:#}\n", to_json(world, &rows)));
    } else {
        shape::say(&table(world, &rows));
    }
    Ok(())
}

fn rows(world: &World, assumptions: &Assumptions) -> Result<Vec<Row>> {
    let claimed =
        |id: &str| WAYS.iter().find(|(begin, _)| id.starts_with(begin)).map_or(Claimed::Unknown, |(_, way)| *way);
    let own = world.gazetteer.measurements.iter().map(|m| {
        let published_ms = *m.rtt_ms.value().with_context(|| format!("{} has no value", m.id))?;
        let date = m.rtt_ms.shown.date.clone();
        row(world, assumptions, [&m.from, &m.to], claimed(&m.id), (m.class, date, published_ms))
            .with_context(|| m.id.clone())
    });
    let more = MORE.iter().map(|(from, to, ms, date, way)| {
        row(world, assumptions, [from, to], *way, (MeasurementClass::Offered, (*date).to_owned(), *ms))
    });
    own.chain(more).collect()
}

fn row(
    world: &World,
    assumptions: &Assumptions,
    [from, to]: [&str; 2],
    claimed: Claimed,
    (class, published, published_ms): (MeasurementClass, String, f64),
) -> Result<Row> {
    let ends = world.network.ends(from, to).map_err(|t| anyhow!("{}", words::trouble(world, &t)))?;
    let (way, cable_km, modelled_ms) = modelled(world, assumptions, ends, claimed)?;
    let known = !matches!(claimed, Claimed::Unknown);
    Ok(Row { from: ends[0], to: ends[1], class, published, published_ms, way, known, cable_km, modelled_ms })
}

/// What the way is called, its kilometres and milliseconds.
fn modelled(
    world: &World,
    assumptions: &Assumptions,
    ends: [usize; 2],
    claimed: Claimed,
) -> Result<(String, f64, f64)> {
    let network = &world.network;
    let compared = || {
        compare(network, &Scenario::default(), assumptions, ends).map_err(|t| anyhow!("{}", words::trouble(world, &t)))
    };
    match claimed {
        Claimed::Length(km) => {
            let ms = round_trip_ms(km, assumptions.group_index) + 2.0 * assumptions.end_ms;
            Ok((format!("{km:.0} km of fibre"), km, ms))
        }
        Claimed::By(id) => {
            let (km, ms) =
                by_cable(network, assumptions, ends, id).with_context(|| format!("{id} does not join the two"))?;
            Ok((network.cable(id).map_or(id, |c| world.cable(c)).to_owned(), km, ms))
        }
        Claimed::Over(corridor) => {
            let row = compared()?.rows.into_iter().find(|r| r.course == Course::Over(corridor));
            let way = row.and_then(|r| r.way).with_context(|| format!("no way {}", corridor.as_str()))?;
            Ok((words::corridor(corridor).to_owned(), way.cable_km, way.rtt_ms))
        }
        Claimed::Unknown => {
            let answer = compared()?;
            let best = answer.best.map_err(|t| anyhow!("{}", words::trouble(world, &t)))?;
            let taken = |r: &&CompareRow| !r.closed && r.way.as_ref().is_some_and(|w| w.edges == best.edges);
            let course = answer.rows.iter().find(taken).map_or(Course::Direct, |r| r.course);
            Ok((words::course(world, course), best.cable_km, best.rtt_ms))
        }
    }
}

/// Kilometres and milliseconds by one system, with lines over land and backhaul.
fn by_cable(network: &Network, assumptions: &Assumptions, [from, to]: [usize; 2], id: &str) -> Option<(f64, f64)> {
    let cable = network.cable(id)?;
    let mut standing = Scenario::default().and(id).standing(network).ok()?;
    for (edge, stands) in network.edges.iter().zip(&mut standing.edges) {
        *stands &= edge.kind != EdgeKind::Sea || edge.cable == Some(cable);
    }
    let path = search::shortest(network, &standing, &assumptions.costs(network), from, to)?;
    let way = arctic_cable_map::network::Way::new(network, path, assumptions);
    way.cables.contains(&cable).then_some((way.cable_km, way.rtt_ms))
}

fn class(class: MeasurementClass) -> &'static str {
    match class {
        MeasurementClass::Measured => "measured",
        MeasurementClass::Offered => "offered",
        MeasurementClass::Expected => "expected",
    }
}

/// The summary and the table, as Markdown.
fn table(world: &World, rows: &[Row]) -> String {
    let mut out = String::from(
        "| from – to | published | | date | way modelled | cable | modelled | off |\n|---|---:|---|---|---|---:|---:|---:|\n",
    );
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by_key(|r| !r.known);
    for r in &sorted {
        let star = if r.known { "" } else { " *" };
        out += &format!(
            "| {} – {} | {} ms | {} | {} | {}{star} | {:.0} km | {:.1} ms | {:+.0} % |\n",
            world.node(r.from),
            world.node(r.to),
            r.published_ms,
            class(r.class),
            r.published,
            r.way,
            r.cable_km,
            r.modelled_ms,
            r.off_percent()
        );
    }
    summary(rows) + "\n" + &out
}

fn summary(rows: &[Row]) -> String {
    let median = |known: bool| {
        let mut off: Vec<f64> = rows.iter().filter(|r| r.known == known).map(Row::off_percent).collect();
        off.sort_by(f64::total_cmp);
        (off.len(), off.get(off.len() / 2).copied().unwrap_or_default())
    };
    let ((known, known_off), (unknown, unknown_off)) = (median(true), median(false));
    let near = rows.iter().filter(|r| r.off_percent().abs() <= 10.0).count();
    format!(
        "{} round trips: {known} of a way that is known, median {known_off:+.0} %; {unknown} of a way that is not published \
         (*, the fastest way that stands without land lines across Asia), median {unknown_off:+.0} %. {near} are within 10 %.\n",
        rows.len()
    )
}

fn with_table(readme: &str, table: &str) -> Result<String> {
    let (before, rest) = readme.split_once(BEGIN).context("README.md has no place for the table")?;
    let (_, after) = rest.split_once(END).context("README.md does not say where the table ends")?;
    ensure!(!after.contains(BEGIN), "README.md has two places for the table");
    Ok(format!("{before}{BEGIN}\n{table}{END}{after}"))
}

fn to_json(world: &World, rows: &[Row]) -> Value {
    let row = |r: &Row| {
        json!({"from": shape::node(world, r.from), "to": shape::node(world, r.to), "class": class(r.class),
            "date": r.published, "published_ms": r.published_ms, "way": r.way, "way_known": r.known,
            "cable_km": shape::tenth(r.cable_km), "modelled_ms": shape::tenth(r.modelled_ms),
            "off_percent": shape::tenth(r.off_percent())})
    };
    json!({"rows": rows.iter().map(row).collect::<Vec<_>>()})
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> World {
        World::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../geodata")).unwrap()
    }

    #[test]
    fn the_model_gives_what_is_published() {
        let world = world();
        let rows = rows(&world, &Assumptions::default()).unwrap();
        assert_eq!(rows.len(), world.gazetteer.measurements.len() + MORE.len());
        let one = |way: &str| rows.iter().find(|r| r.known && r.way.contains(way)).unwrap();
        let far_north = one("14500 km");
        assert!((far_north.modelled_ms - 142.0).abs() < 0.2, "{}", far_north.modelled_ms);
        for way in ["TGN-Intra Asia", "EXA Express", "Southern Cross"] {
            assert!(one(way).off_percent().abs() < 10.0, "{way}: {:+.1} %", one(way).off_percent());
        }
        // Light is no slower than the model has it, so a measurement far below it would be a fault of the network.
        for r in rows.iter().filter(|r| r.class == MeasurementClass::Measured) {
            assert!(r.off_percent() < 10.0, "{} {}: {:+.1} %", world.node(r.from), world.node(r.to), r.off_percent());
        }
    }

    #[test]
    fn the_table_of_the_readme_is_this_one() {
        let world = world();
        let table = table(&world, &rows(&world, &Assumptions::default()).unwrap());
        let readme = include_str!("../../../README.md");
        assert!(with_table(readme, &table).unwrap() == readme, "run `cargo xtask ask validate --write`");
    }
}
