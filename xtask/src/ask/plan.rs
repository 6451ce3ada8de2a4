//! `ask plan`: a cable that somebody plans, by the shortest way through water, and what it would change.

use super::options::Options;
use super::shape;
use super::world::World;
use crate::fine_land;
use anyhow::{Context, Result, bail};
use arctic_cable_map::app::describe::Track;
use arctic_cable_map::app::lab::{Known, read_position};
use arctic_cable_map::app::plan::{self, MONTHS, Plan};
use arctic_cable_map::i18n::{Catalogue, Msg, PlainFormat, Words};
use arctic_cable_map::network::Assumptions;
use arctic_cable_map::seaway::{Area, Avoid, Mask, Planned, Planner, Refusal, Wish};
use arctic_cable_map::sphere::LonLat;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What is wished of the way.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A place or a landing by its id, as bergen or landing:tomakomai-jp, or a position as lon,lat
    #[arg(allow_hyphen_values = true)]
    from: String,
    /// The other end
    #[arg(allow_hyphen_values = true)]
    to: String,
    /// A point to pass, as an end; may be given more than once
    #[arg(long, allow_hyphen_values = true)]
    via: Vec<String>,
    /// Keep out of the median ice of a month: march or september
    #[arg(long)]
    ice: Option<String>,
    /// Keep out of straits, by the ids of chokepoints, with commas
    #[arg(long, value_delimiter = ',')]
    avoid: Vec<String>,
    /// The sea at least so deep, in metres, where there is a choice
    #[arg(long)]
    deeper: Option<f64>,
    /// The sea at most so deep, in metres, where there is a choice
    #[arg(long)]
    shallower: Option<f64>,
    /// Kilometres away from the shore, where there is a choice
    #[arg(long)]
    off: Option<f64>,
    /// Two places to compare with it and without, instead of those nearest to its ends
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
    pair: Vec<String>,
    /// Write it as GeoJSON
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
}

/// Answers the question.
pub(crate) fn run(root: &Path, world: &World, options: &Options, args: &Args) -> Result<()> {
    let plan = read(world, options, args)?;
    let planner = planner(root, world)?;
    let question = plan.question(&world.atlas, &world.gazetteer).map_err(|stop| unknown(&stop))?;
    let avoid: Vec<Avoid> = question
        .avoid
        .iter()
        .map(|(i, ring)| Avoid::new(i.to_string(), Area::Ring(ring.iter().map(|p| p.to_unit()).collect())))
        .collect();
    let wish = Wish {
        stops: &question.stops,
        ice: plan.ice,
        deeper_m: plan.deeper_m,
        shallower_m: plan.shallower_m,
        offshore_km: plan.offshore_km,
        avoid: &avoid,
    };
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    match planner.plan(&wish) {
        Ok(planned) => {
            let said = Said::new(world, options, &plan, &planned, &planner, &words)?;
            if let Some(file) = &args.save {
                let text = plan::geojson(&plan, &planned, &said.names, &question.stops, said.rtt_ms, "");
                std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))?;
            }
            shape::say(&if options.json { format!("{:#}\n", said.json(&plan, &planned)) } else { said.text() });
            Ok(())
        }
        Err(refusal) => bail!("{}", helped(world, &plan, &refusal, &words)),
    }
}

fn helped(world: &World, plan: &Plan, refusal: &Refusal, words: &Words<'_>) -> String {
    plan::refusal(plan, refusal, &world.atlas, &world.gazetteer, words).text
}

fn unknown(stop: &str) -> anyhow::Error {
    anyhow::anyhow!("no place, landing or chokepoint is called “{stop}”; a position is lon,lat or 69.6N 18.9E")
}

/// What is wished, by the words of the command.
fn read(world: &World, options: &Options, args: &Args) -> Result<Plan> {
    let month = |name: &String| {
        let found = MONTHS.iter().position(|month| month == name);
        found.with_context(|| format!("the ice is known of march and september, not of “{name}”"))
    };
    let via = args.via.iter().map(|text| stop(world, text)).collect::<Result<_>>()?;
    let mut plan = Plan {
        stops: [stop(world, &args.from)?, stop(world, &args.to)?],
        via,
        ice: args.ice.as_ref().map(month).transpose()?,
        avoid: args.avoid.clone(),
        slack_percent: Some(100.0 * options.assumptions()?.sea_slack),
        pair: if let [a, b] = args.pair.as_slice() { Some([a.clone(), b.clone()]) } else { None },
        ..Plan::default()
    };
    for (name, value) in [("deeper", args.deeper), ("shallower", args.shallower), ("off", args.off)] {
        let Some(known) = plan::NUMBERS.iter().find(|n| n.name == name) else { continue };
        if let Some(value) = value.filter(|v| !(known.range.0..=known.range.1).contains(v)) {
            bail!("--{name} is from {} to {}, not {value}", known.range.0, known.range.1);
        }
        (known.set)(&mut plan, value);
    }
    Ok(plan)
}

/// A stop as a link has it.
pub(super) fn stop(world: &World, text: &str) -> Result<String> {
    let numbers: Option<Vec<f64>> = text.split(',').map(|n| n.trim().parse().ok()).collect();
    let at = match numbers.as_deref() {
        Some([lon, lat]) if lon.abs() <= 180.0 && lat.abs() <= 90.0 => Some(LonLat::new(*lon, *lat)),
        _ => read_position(text),
    };
    let named = ["place:", "landing:"].map(|kind| [kind, text].concat());
    let named = std::iter::once(text.to_owned()).chain(named);
    let known = |stop: &String| plan::locate(stop, &world.atlas, &world.gazetteer).is_some();
    let found = at.map(plan::position).or_else(|| named.filter(|s| s.contains(':')).find(known));
    if let Some(found) = found {
        return Ok(found);
    }
    // A landing's id ends with its country's code.
    let town = |id: &str| id.rsplit_once('-').is_some_and(|(town, _)| town == text);
    let towns: Vec<&str> = world.atlas.landings.iter().map(|l| l.id.as_str()).filter(|id| town(id)).collect();
    match towns.as_slice() {
        [one] => Ok(["landing:", one].concat()),
        [] => Err(unknown(text)),
        many => bail!("“{text}” may be {}", many.join(" or ")),
    }
}

/// The waters, the ice and the depths.
fn planner(root: &Path, world: &World) -> Result<Planner> {
    let mut planner = Planner::new(fine_land::page_waters(root)?);
    let sea = super::world::Sea::read(world)?;
    planner.ice = sea.masks.map(|polygons| Some(Mask::new(&polygons)));
    planner.depths = sea.grids;
    Ok(planner)
}

/// The answer in words and numbers.
struct Said {
    names: Vec<String>,
    rtt_ms: f64,
    lines: Vec<String>,
    changes: Vec<Value>,
}

impl Said {
    fn new(
        world: &World,
        options: &Options,
        plan: &Plan,
        planned: &Planned,
        planner: &Planner,
        words: &Words<'_>,
    ) -> Result<Self> {
        let assumptions: Assumptions = options.assumptions()?;
        let names: Vec<String> =
            plan.all().into_iter().map(|stop| plan::name(stop, &world.atlas, &world.gazetteer, words)).collect();
        let rtt_ms = plan::rtt_ms(plan, planned, Some(assumptions.group_index));
        let line = &planned.way.points;
        let survey = planner.survey(line, &Track::new(line.clone()).every(100.0));
        let mut lines = vec![plan::finding(plan, planned, &names, rtt_ms, words)];
        for (label, value) in plan::figures(planned, &survey, &world.gazetteer, words) {
            lines.push(format!("{}: {value}", words.text(label)));
        }
        let mut changes = Vec::new();
        if let Some(joined) = plan::joined(&world.network, plan, line, &world.gazetteer) {
            let pairs = plan::pairs(&world.network, plan, line);
            let known = Known { atlas: &world.atlas, gazetteer: &world.gazetteer, network: &world.network, words };
            let found = plan::changes(&world.network, &joined, &pairs, &options.scenario()?, &assumptions);
            for (i, change) in found.iter().enumerate().filter(|(i, change)| *i == 0 || change.is_any()) {
                if i == 0 {
                    lines.push(format!("\n{}", words.text(Msg::PlanChange)));
                }
                lines.push(plan::changed(known, change));
                let id = |n: usize| world.network.nodes[n].id.clone();
                changes.push(json!({"from": id(change.ends[0]), "to": id(change.ends[1]),
                    "before_ms": change.before_ms.map(shape::tenth), "after_ms": change.after_ms.map(shape::tenth)}));
            }
        }
        Ok(Self { names, rtt_ms, lines, changes })
    }

    fn text(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    fn json(&self, plan: &Plan, planned: &Planned) -> Value {
        let way = &planned.way;
        json!({
            "plan": plan.write(),
            "route_km": shape::tenth(way.length_km),
            "cable_km": shape::tenth(way.length_km * (1.0 + plan.slack())),
            "rtt_ms": shape::tenth(self.rtt_ms),
            "inland_km": way.inland_km.map(shape::tenth),
            "wrong_depth_km": shape::tenth(planned.wrong_depth_km),
            "near_shore_km": shape::tenth(planned.near_shore_km),
            "changes": self.changes,
            "line": way.points.iter().map(|p| [p.lon_deg, p.lat_deg]).collect::<Vec<_>>(),
        })
    }
}
