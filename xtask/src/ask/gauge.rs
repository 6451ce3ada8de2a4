//! `ask measure` and `ask profile`: geodesics between points, and what lies over and under a cable.

use super::options::Options;
use super::plan::stop;
use super::shape;
use super::world::{Sea, World};
use anyhow::{Context, Result, bail};
use arctic_cable_map::app::describe::{Track, Way, way};
use arctic_cable_map::app::lab::{Gauge, Leg};
use arctic_cable_map::app::profile::Profile;
use arctic_cable_map::app::{SelKind, Selection, plan};
use arctic_cable_map::geodata::Polygon;
use arctic_cable_map::i18n::{Catalogue, PlainFormat, Words};
use arctic_cable_map::seaway::Mask;
use arctic_cable_map::sphere::LonLat;
use serde_json::{Value, json};

/// One in so many points of a profile is a line of the text; JSON has all.
const LISTED: usize = 10;

/// Lengths, bearings and the time of light between points that follow each other.
pub(crate) fn measure(world: &World, options: &Options, points: &[String]) -> Result<()> {
    if points.len() < 2 {
        bail!("it takes two points or more to measure");
    }
    let stops = points.iter().map(|text| stop(world, text)).collect::<Result<Vec<String>>>()?;
    let at = |stop: &String| plan::locate(stop, &world.atlas, &world.gazetteer).context("a stop that is nowhere");
    let line = stops.iter().map(at).collect::<Result<Vec<LonLat>>>()?;
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    let name = |stop: &String| plan::name(stop, &world.atlas, &world.gazetteer, &words);
    let gauge = Gauge::new(&line, options.assumptions()?.group_index);
    let ends = stops.windows(2).map(|two| (name(&two[0]), name(&two[1])));
    let total = gauge.total.map(|leg| ((name(&stops[0]), name(&stops[stops.len() - 1])), leg));
    let legs: Vec<((String, String), Leg)> = ends.zip(gauge.legs.iter().copied()).chain(total).collect();
    let json: Vec<Value> = legs
        .iter()
        .map(|((from, to), leg)| {
            json!({"from": from, "to": to, "km": shape::tenth(leg.km), "bearing_deg": leg.bearing_deg.map(shape::tenth),
                "fibre_ms": shape::tenth(leg.fibre_ms), "vacuum_ms": shape::tenth(leg.vacuum_ms)})
        })
        .collect();
    let text = legs.iter().map(|((from, to), leg)| {
        let [km, bearing, fibre, vacuum] = leg.cells(&words);
        let bearing = if bearing.is_empty() { "in all".to_owned() } else { bearing };
        format!("{from} – {to}: {km}, {bearing}, there and back {fibre} in fibre and {vacuum} in vacuum\n")
    });
    shape::say(&if options.json { format!("{:#}\n", json!(json)) } else { text.collect() });
    Ok(())
}

/// Depths, ice and chokepoints along a cable or a segment.
pub(crate) fn profile(world: &World, options: &Options, id: &str) -> Result<()> {
    let way = selected(world, id)?;
    let sea = Sea::read(world)?;
    let found = sounded(&way.track, world, &sea);
    let deepest = found.soundings().into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let json = json!({
        "id": way.id, "km": shape::tenth(way.track.length_km()),
        "deepest": deepest.map(|(km, m)| json!({"km": shape::tenth(km), "depth_m": m})),
        "chokepoints": found.chokepoints.iter().map(|c| json!({"id": c.id, "from_km": shape::tenth(c.km.0), "to_km": shape::tenth(c.km.1)})).collect::<Vec<_>>(),
        "points": found.points.iter().map(|p| json!({"km": shape::tenth(p.km), "lon": p.at.lon_deg, "lat": p.at.lat_deg,
            "depth_m": p.depth_m, "ice": {"march": p.under_ice[0], "september": p.under_ice[1]}})).collect::<Vec<_>>(),
    });
    shape::say(&if options.json { format!("{json:#}\n") } else { told(world, &way, &found, deepest) });
    Ok(())
}

/// The way of a cable or a segment, by what a link calls it or by its id alone.
fn selected(world: &World, id: &str) -> Result<Way> {
    let of = |kind| way(&world.atlas, &Selection::new(kind, id));
    let named = Selection::parse(id).and_then(|selection| way(&world.atlas, &selection));
    let found = named.or_else(|| of(SelKind::Cable)).or_else(|| of(SelKind::Segment));
    found.with_context(|| format!("no cable or segment is called “{id}”"))
}

fn sounded(track: &Track, world: &World, sea: &Sea) -> Profile {
    let mut out = Profile::new(track, &world.gazetteer, [None, None]);
    let masks = sea.masks.each_ref().map(|polygons: &Vec<Polygon>| Mask::new(polygons));
    for point in &mut out.points {
        point.depth_m = sea.grids.iter().find_map(|grid| grid.depth_m(point.at));
        point.under_ice = masks.each_ref().map(|mask| mask.covers(point.at));
    }
    out
}

fn told(world: &World, way: &Way, profile: &Profile, deepest: Option<(f64, f64)>) -> String {
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    let mut out = format!("{}, {}\n", way.ends(&world.atlas, &words), words.km(way.track.length_km()));
    if let Some((km, m)) = deepest {
        out += &format!("deepest {m:.0} m, {km:.0} km from the beginning\n");
    }
    for c in &profile.chokepoints {
        let name = world.gazetteer.chokepoint(&c.id).map_or(c.id.as_str(), |known| known.name.get("en"));
        out += &format!("{name}: {:.0} to {:.0} km\n", c.km.0, c.km.1);
    }
    out += "\n      km   depth m  ice\n";
    for point in profile.points.iter().step_by(LISTED) {
        let depth = point.depth_m.map_or_else(|| "land".to_owned(), |m| format!("{m:.0}"));
        let ice = match point.under_ice {
            [_, true] => "March and September",
            [true, false] => "March",
            [false, false] => "",
        };
        out += format!("{:8.0}  {depth:>8}  {ice}", point.km).trim_end();
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    #[test]
    fn a_route_over_the_pole_is_deep_and_under_ice_and_passes_the_bering_strait() -> Result<()> {
        let world = World::read(&Project::find()?.path("geodata"))?;
        let found = sounded(&selected(&world, "polar-connect")?.track, &world, &Sea::read(&world)?);
        assert!(found.soundings().iter().any(|(_, m)| *m > 3500.0));
        let share =
            |month: usize| found.points.iter().filter(|p| p.under_ice[month]).count() * 100 / found.points.len();
        assert!(share(0) > share(1) && share(1) > 10, "{} % in March, {} % in September", share(0), share(1));
        assert!(found.chokepoints.iter().any(|c| c.id == "bering-strait"));
        assert!(selected(&world, "no-such-cable").is_err());
        Ok(())
    }
}
