//! A route in words, made from its line and the data: direction, seas, chokepoints, countries, lengths, deepest water.
//!
//! Each sentence is one message with placeholders, so that every language orders its own words; lists follow a colon,
//! so that no name has to be declined.

mod track;
mod way;

pub use track::Track;
pub use way::{Way, way};

use crate::cable::{Atlas, Gazetteer, SeaArea};
use crate::i18n::{Msg, Words};
use crate::network::chokepoints;
use crate::sphere::LonLat;

/// The seas are asked for every so many kilometres of a line.
const SEA_STEP_KM: f64 = 25.0;

/// A line goes over the top, or by the south, when it leaves the latitudes of its ends by so many degrees.
const DETOUR_DEG: f64 = 8.0;

/// The sentences of a way, but for its depth.
#[must_use]
pub fn describe(way: &Way, atlas: &Atlas, gazetteer: &Gazetteer, areas: &[SeaArea], words: &Words<'_>) -> Vec<String> {
    let lang = words.catalogue.code();
    let mut out = vec![direction(way, atlas, words)];
    let seas: Vec<String> = seas(&way.track, areas)
        .into_iter()
        .filter_map(|id| atlas.sea(id))
        .map(|s| s.name.get(lang).to_owned())
        .collect();
    let passed: Vec<String> =
        chokepoints::along(gazetteer, way.track.line()).into_iter().map(|c| c.name.get(lang).to_owned()).collect();
    let mut countries: Vec<String> = Vec::new();
    for code in &way.countries {
        let name = words.country(code);
        if !countries.contains(&name) {
            countries.push(name);
        }
    }
    for (message, all) in
        [(Msg::DescribeSeas, seas), (Msg::DescribeChokepoints, passed), (Msg::DescribeCountries, countries)]
    {
        if !all.is_empty() {
            out.push(words.with(message, &[("list", &words.list(&all))]));
        }
    }
    out.push(lengths(way, words));
    out
}

/// Where the water is deepest, of soundings along the way: metres with their distance.
#[must_use]
pub fn deepest(way: &Way, soundings: &[(f64, f64)], atlas: &Atlas, words: &Words<'_>) -> Option<String> {
    let (km, depth_m) = *soundings.iter().filter(|(_, m)| *m > 0.0).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let at = way.track.at(km);
    // The grid's own steps are 50 m in the deep.
    let depth = words.unit(Msg::UnitM, (depth_m / 10.0).round() * 10.0, 0);
    let position = words.position(at.lon_deg, at.lat_deg, 1);
    let (distance, from) = (words.km(km.round()), way::name(atlas, &way.from, words));
    let values = [("depth", depth.as_str()), ("distance", &distance), ("from", &from), ("position", &position)];
    Some(words.with(Msg::DescribeDeepest, &values))
}

fn direction(way: &Way, atlas: &Atlas, words: &Words<'_>) -> String {
    let [from, to] = [&way.from, &way.to].map(|id| way::name_in_country(atlas, id, words));
    let line = way.track.line();
    let name = way::title(way, atlas, words);
    let values = [("name", name.as_str()), ("from", &from), ("to", &to)];
    match detour(&way.track) {
        Some((is_north, lat_deg)) => {
            let latitude = words.latitude(lat_deg, 0);
            let message = if is_north { Msg::DescribeOverNorth } else { Msg::DescribeOverSouth };
            words.with(message, &[values.as_slice(), &[("latitude", latitude.as_str())]].concat())
        }
        None => {
            let direction = words.text(wind(line));
            words.with(Msg::DescribeRuns, &[values.as_slice(), &[("direction", direction)]].concat())
        }
    }
}

/// How far north or south a track leaves the latitudes of its ends, if far: whether north, and the latitude. Vertices are
/// not enough: a great circle over the Pole has none there.
fn detour(track: &Track) -> Option<(bool, f64)> {
    let line = track.line();
    let (first, last) = (line.first()?.lat_deg, line.last()?.lat_deg);
    let all = track.every(SEA_STEP_KM);
    let (low, high) = all.iter().fold((90.0, -90.0), |(low, high), p| (p.lat_deg.min(low), p.lat_deg.max(high)));
    let (north, south) = (high - first.max(last), first.min(last) - low);
    if north.max(south) < DETOUR_DEG {
        None
    } else if north >= south {
        Some((true, high))
    } else {
        Some((false, low))
    }
}

/// The wind that a line leads to: of the straight line between its ends on Mercator's map, on the side of the Earth where
/// the line is.
fn wind(line: &[LonLat]) -> Msg {
    const WINDS: [Msg; 8] = [
        Msg::DirectionN,
        Msg::DirectionNe,
        Msg::DirectionE,
        Msg::DirectionSe,
        Msg::DirectionS,
        Msg::DirectionSw,
        Msg::DirectionW,
        Msg::DirectionNw,
    ];
    let step = |w: &[LonLat]| (w[1].lon_deg - w[0].lon_deg + 180.0).rem_euclid(360.0) - 180.0;
    let east = line.windows(2).map(step).sum::<f64>().to_radians();
    let stretched = |p: Option<&LonLat>| {
        p.map_or(0.0, |p| (p.lat_deg.clamp(-89.0, 89.0).to_radians() / 2.0 + std::f64::consts::FRAC_PI_4).tan().ln())
    };
    let north = stretched(line.last()) - stretched(line.first());
    let eighth = (east.atan2(north).to_degrees() / 45.0).round().rem_euclid(8.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 7")]
    WINDS[eighth as usize % 8]
}

/// The seas that a track passes, each once, in order. One that it only grazes is left out, unless the track is short.
fn seas<'a>(track: &Track, areas: &'a [SeaArea]) -> Vec<&'a str> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    let places = track.every(SEA_STEP_KM);
    for at in &places {
        let Some(area) = areas.iter().find(|a| a.holds(*at)) else { continue };
        match found.iter_mut().find(|(id, _)| *id == area.id) {
            Some((_, count)) => *count += 1,
            None => found.push((&area.id, 1)),
        }
    }
    let least = if places.len() < 8 { 1 } else { 2 };
    found.into_iter().filter(|(_, count)| *count >= least).map(|(id, _)| id).collect()
}

fn lengths(way: &Way, words: &Words<'_>) -> String {
    let drawn = words.km(way.track.length_km().round());
    match way.published_km {
        None => words.with(Msg::DescribeDrawn, &[("drawn", &drawn)]),
        Some(km) => {
            let message = if way.is_segment { Msg::DescribeSegmentLengths } else { Msg::DescribeLengths };
            words.with(message, &[("drawn", &drawn), ("published", &words.km(km))])
        }
    }
}

#[cfg(test)]
mod tests;
