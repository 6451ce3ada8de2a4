//! A cable that somebody plans on the map: what is wished of it, as the key `plan` of a link holds it, and what came of it in words.
//!
//! `landing:bergen-no,5/78.5,place:tokyo,ice:september,avoid:bering-strait,deeper:50,off:25`: from Bergen to Tokyo past 78.5° N 5° E, out of
//! the ice of September and the Bering Strait, where the sea is 50 m deep and the shore 25 km away if there is a choice.

mod change;
mod file;
mod told;

pub use change::{Change, Joined, changes, joined, pairs};
pub use file::geojson;
pub use told::{Told, changed, figures, finding, refusal, rtt_ms};

use crate::cable::{Atlas, Gazetteer};
use crate::decimal;
use crate::i18n::Words;
use crate::network::latency::DRAWN_SLACK;
use crate::seaway::wire::Question;
use crate::sphere::LonLat;

/// The key of the state.
pub const KEY: &str = "plan";

/// The files that ways are found with: the land, and the graph of the waters around that land.
pub const LAND: &str = "basemap/land-10m-500m.acmp";
/// See [`LAND`].
pub const GRAPH: &str = "basemap/waters.acmw";

/// The names of the months whose ice is known.
pub const MONTHS: [&str; 2] = ["march", "september"];

/// An end that is not chosen, where something follows.
const NONE: &str = "-";

/// Most points to pass that are read from a link.
const MOST_STOPS: usize = 60;

/// A number that may be wished.
pub struct Number {
    /// Its name in links.
    pub name: &'static str,
    /// The number; none where nothing is wished.
    pub get: fn(&Plan) -> Option<f64>,
    /// Takes it over.
    pub set: fn(&mut Plan, Option<f64>),
    /// The least and the most that it may be.
    pub range: (f64, f64),
}

/// All of them, in the order of a form.
pub const NUMBERS: [Number; 4] = [
    Number { name: "deeper", get: |p| p.deeper_m, set: |p, n| p.deeper_m = n, range: (0.0, 6_000.0) },
    Number { name: "shallower", get: |p| p.shallower_m, set: |p, n| p.shallower_m = n, range: (50.0, 11_000.0) },
    Number { name: "off", get: |p| p.offshore_km, set: |p, n| p.offshore_km = n, range: (0.0, 300.0) },
    Number { name: "slack", get: |p| p.slack_percent, set: |p, n| p.slack_percent = n, range: (0.0, 100.0) },
];

/// What is wished.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The ends, and between them the points to pass: `place:…`, `landing:…` or `lon/lat`; an end that is not chosen is empty.
    pub stops: [String; 2],
    /// The points to pass, in order.
    pub via: Vec<String>,
    /// The month whose ice is to be kept out of, by its place in [`MONTHS`].
    pub ice: Option<usize>,
    /// Ids of chokepoints to be kept out of.
    pub avoid: Vec<String>,
    /// See [`Question::deeper_m`].
    pub deeper_m: Option<f64>,
    /// See [`Question::shallower_m`].
    pub shallower_m: Option<f64>,
    /// See [`Question::offshore_km`].
    pub offshore_km: Option<f64>,
    /// What the cable is longer than the line, in per cent; 5 without.
    pub slack_percent: Option<f64>,
    /// Ids of the two places that are compared with it and without; none for those nearest to its ends.
    pub pair: Option<[String; 2]>,
}

/// A position as a link has it.
#[must_use]
pub fn position(at: LonLat) -> String {
    [&decimal::write(at.lon_deg, 4), "/", &decimal::write(at.lat_deg, 4)].concat()
}

/// The position that a stop is, where it is one.
#[must_use]
pub fn read_position(stop: &str) -> Option<LonLat> {
    let (lon, lat) = stop.split_once('/')?;
    let (lon, lat) = (decimal::read(lon)?, decimal::read(lat)?);
    (lon.abs() <= 180.0 && lat.abs() <= 90.0).then(|| LonLat::new(lon, lat))
}

fn is_stop(word: &str) -> bool {
    word == NONE || word.starts_with("place:") || word.starts_with("landing:") || read_position(word).is_some()
}

impl Plan {
    /// Reads the key; what is no word of it is returned as it stands.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<String>) {
        let (mut plan, mut strange, mut stops) = (Self::default(), Vec::new(), Vec::new());
        for word in text.split(',').map(str::trim).filter(|w| !w.is_empty()) {
            if is_stop(word) && stops.len() < MOST_STOPS {
                stops.push(if word == NONE { String::new() } else { word.to_owned() });
            } else if !plan.wish(word) {
                strange.push(word.to_owned());
            }
        }
        let to = if stops.len() > 1 { stops.pop() } else { None };
        let from = if stops.is_empty() { String::new() } else { stops.remove(0) };
        plan.stops = [from, to.unwrap_or_default()];
        plan.via = stops.into_iter().filter(|stop| !stop.is_empty()).collect();
        (plan, strange)
    }

    /// Takes over a wish; says whether the word is one, within its range.
    fn wish(&mut self, word: &str) -> bool {
        let Some((name, value)) = word.split_once(':') else { return false };
        match name {
            "ice" => {
                self.ice = MONTHS.iter().position(|month| *month == value);
                self.ice.is_some()
            }
            "avoid" => {
                if !self.avoid.iter().any(|id| id == value) {
                    self.avoid.push(value.to_owned());
                }
                true
            }
            "pair" => {
                self.pair = value.split_once('/').map(|(a, b)| [a.to_owned(), b.to_owned()]);
                self.pair.is_some()
            }
            _ => {
                let known = NUMBERS.iter().find(|number| number.name == name);
                let value = decimal::read(value).filter(|v| v.is_finite());
                let Some((known, value)) = known.zip(value) else { return false };
                let fits = (known.range.0..=known.range.1).contains(&value);
                if fits {
                    (known.set)(self, Some(value));
                }
                fits
            }
        }
    }

    /// The key for what is wished; empty for nothing.
    #[must_use]
    pub fn write(&self) -> String {
        let [from, to] = &self.stops;
        let mut words: Vec<String> = Vec::new();
        if !(from.is_empty() && to.is_empty() && self.via.is_empty()) {
            let or = |stop: &String| if stop.is_empty() { NONE.to_owned() } else { stop.clone() };
            words.push(or(from));
            words.extend(self.via.iter().cloned());
            words.extend((!(to.is_empty() && self.via.is_empty())).then(|| or(to)));
        }
        words.extend(self.ice.and_then(|month| Some(["ice:", MONTHS.get(month)?].concat())));
        words.extend(self.avoid.iter().map(|id| ["avoid:", id].concat()));
        for number in &NUMBERS {
            words.extend((number.get)(self).map(|value| [number.name, ":", &decimal::write(value, 2)].concat()));
        }
        words.extend(self.pair.as_ref().map(|[a, b]| ["pair:", a, "/", b].concat()));
        words.join(",")
    }

    /// The stops that are chosen, in order.
    #[must_use]
    pub fn all(&self) -> Vec<&str> {
        let [from, to] = &self.stops;
        let all = std::iter::once(from).chain(&self.via).chain([to]);
        all.map(String::as_str).filter(|stop| !stop.is_empty()).collect()
    }

    /// Whether both ends are chosen.
    #[must_use]
    pub fn has_ends(&self) -> bool {
        self.stops.iter().all(|stop| !stop.is_empty())
    }

    /// What the cable is longer than the line: a share.
    #[must_use]
    pub fn slack(&self) -> f64 {
        self.slack_percent.map_or(DRAWN_SLACK, |percent| percent / 100.0)
    }

    /// Adds a point to pass where it makes the line between the stops the least longer.
    pub fn pass(&mut self, stop: String, atlas: &Atlas, gazetteer: &Gazetteer) {
        let Some(at) = locate(&stop, atlas, gazetteer) else { return };
        let known: Vec<LonLat> = self.all().into_iter().filter_map(|stop| locate(stop, atlas, gazetteer)).collect();
        let far = |a: LonLat, b: LonLat| a.to_unit().angle_to(b.to_unit());
        let longer = |leg: &[LonLat]| far(leg[0], at) + far(at, leg[1]) - far(leg[0], leg[1]);
        let best = known.windows(2).map(longer).enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
        let place = best.map_or(self.via.len(), |(leg, _)| leg.min(self.via.len()));
        self.via.insert(place, stop);
    }

    /// The question for the waters.
    ///
    /// # Errors
    /// The stop that nothing is known of.
    pub fn question(&self, atlas: &Atlas, gazetteer: &Gazetteer) -> Result<Question, String> {
        let mut stops = Vec::new();
        for stop in self.all() {
            stops.push(locate(stop, atlas, gazetteer).ok_or_else(|| stop.to_owned())?);
        }
        let mut avoid = Vec::new();
        for (i, id) in self.avoid.iter().enumerate() {
            let chokepoint = gazetteer.chokepoint(id).ok_or_else(|| id.clone())?;
            avoid.extend(chokepoint.extent.iter().flat_map(|p| p.rings.first()).map(|ring| (i, ring.clone())));
        }
        Ok(Question {
            stops,
            ice: self.ice,
            deeper_m: self.deeper_m,
            shallower_m: self.shallower_m,
            offshore_km: self.offshore_km,
            avoid,
        })
    }
}

/// Where a stop is.
#[must_use]
pub fn locate(stop: &str, atlas: &Atlas, gazetteer: &Gazetteer) -> Option<LonLat> {
    match stop.split_once(':') {
        Some(("place", id)) => gazetteer.place(id).map(|p| p.at),
        Some(("landing", id)) => atlas.landing(id).map(|l| l.at),
        _ => read_position(stop),
    }
}

/// What a stop is called; a position by its degrees.
#[must_use]
pub fn name(stop: &str, atlas: &Atlas, gazetteer: &Gazetteer, words: &Words<'_>) -> String {
    let lang = words.catalogue.code();
    let found = match stop.split_once(':') {
        Some(("place", id)) => gazetteer.place(id).map(|p| p.name.get(lang).to_owned()),
        Some(("landing", id)) => atlas.landing(id).map(|l| l.name.get(lang).to_owned()),
        _ => read_position(stop).map(|at| words.position(at.lon_deg, at.lat_deg, 2)),
    };
    found.unwrap_or_else(|| stop.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wished_comes_back_from_a_link() {
        for text in [
            "landing:bergen-no,5/78.5,place:tokyo,ice:september,avoid:bering-strait,deeper:50,off:25",
            "-,place:tokyo",
            "place:tokyo",
            "-12.5/60.1,-0.25/-3",
            "landing:a,-1/2,-,ice:march,slack:7.5,pair:helsinki/tokyo",
            "",
        ] {
            let (plan, strange) = Plan::read(text);
            assert_eq!((plan.write().as_str(), strange), (text, vec![]), "{plan:?}");
        }
        let (plan, _) = Plan::read("-12.5/60.1,-0.25/-3");
        assert_eq!(read_position(&plan.stops[0]).map(|p| p.lon_deg), Some(-12.5));
    }

    #[test]
    fn what_means_nothing_is_told() {
        let (plan, strange) = Plan::read("place:a,ice:june,deeper:-3,off:1e9,200/0,hello,pair:x,slack:nan");
        assert_eq!(plan, Plan { stops: ["place:a".to_owned(), String::new()], ..Plan::default() });
        assert_eq!(strange, ["ice:june", "deeper:-3", "off:1e9", "200/0", "hello", "pair:x", "slack:nan"]);
    }
}
