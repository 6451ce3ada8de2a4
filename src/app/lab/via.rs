//! The key `via`: which corridors and statuses count, and what the model assumes, as far as that is not usual.
//!
//! `-suez,siberian,proposed,index:1.462`: Suez is closed, Siberia open, proposals count, the group index is 1.462.

use crate::cable::Status;
use crate::decimal;
use crate::network::{Assumptions, Corridor, Scenario};

/// A number that the model assumes.
pub struct Assumed {
    /// Its name in links.
    pub name: &'static str,
    /// The number as links and people write it: shares in per cent.
    pub get: fn(&Assumptions) -> f64,
    /// Takes it over.
    pub set: fn(&mut Assumptions, f64),
    /// The least and the most that it may be.
    pub range: (f64, f64),
}

/// All that the model assumes, in the order of a form.
pub const ASSUMPTIONS: [Assumed; 5] = [
    Assumed { name: "index", get: |a| a.group_index, set: |a, v| a.group_index = v, range: (1.0, 3.0) },
    Assumed { name: "slack", get: |a| a.sea_slack * 100.0, set: |a, v| a.sea_slack = v / 100.0, range: (0.0, 100.0) },
    Assumed {
        name: "detour",
        get: |a| a.land_detour * 100.0,
        set: |a, v| a.land_detour = v / 100.0,
        range: (0.0, 300.0),
    },
    Assumed { name: "station", get: |a| a.station_ms, set: |a, v| a.station_ms = v, range: (0.0, 100.0) },
    Assumed { name: "end", get: |a| a.end_ms, set: |a, v| a.end_ms = v, range: (0.0, 1000.0) },
];

/// What counts unless `via` says otherwise: now, or at the end of a year.
#[must_use]
pub fn base(year: Option<i32>) -> Scenario {
    year.map_or_else(Scenario::default, Scenario::at_year)
}

/// Reads the key; what is no word of it is returned as it stands.
#[must_use]
pub fn read_via(text: &str, year: Option<i32>) -> (Scenario, Assumptions, Vec<String>) {
    let (mut scenario, mut assumptions, mut strange) = (base(year), Assumptions::default(), Vec::new());
    for word in text.split(',').map(str::trim).filter(|w| !w.is_empty()) {
        let (name, on) = word.strip_prefix('-').map_or((word, true), |name| (name, false));
        if let Some(corridor) = Corridor::parse(name) {
            let closed = scenario.closed;
            scenario.closed = if on { closed.without(corridor) } else { closed.with(corridor) };
        } else if let Some(status) = Status::parse(name) {
            scenario.statuses.retain(|s| *s != status);
            scenario.statuses.extend(on.then_some(status));
        } else if !assume(&mut assumptions, word) {
            strange.push(word.to_owned());
        }
    }
    (scenario, assumptions, strange)
}

/// Takes over `index:1.462`; says whether that is one, within its range.
fn assume(assumptions: &mut Assumptions, word: &str) -> bool {
    let Some((name, value)) = word.split_once(':') else { return false };
    let known = ASSUMPTIONS.iter().find(|a| a.name == name);
    let value = decimal::read(value).filter(|v| v.is_finite());
    match (known, value) {
        (Some(known), Some(value)) if (known.range.0..=known.range.1).contains(&value) => {
            (known.set)(assumptions, value);
            true
        }
        _ => false,
    }
}

/// The key for a scenario and assumptions; empty where all is usual.
#[must_use]
pub fn write_via(scenario: &Scenario, assumptions: &Assumptions) -> String {
    let usual = base(scenario.year);
    let mut words: Vec<String> = Vec::new();
    let mut switch = |name: &str, on: bool| words.push(if on { name.to_owned() } else { ["-", name].concat() });
    for (name, corridor) in Corridor::NAMES {
        let closed = scenario.closed.has(*corridor);
        if closed != usual.closed.has(*corridor) {
            switch(name, !closed);
        }
    }
    for (name, status) in Status::NAMES {
        let counts = scenario.statuses.contains(status);
        if counts != usual.statuses.contains(status) {
            switch(name, counts);
        }
    }
    for known in &ASSUMPTIONS {
        let text = decimal::write((known.get)(assumptions), 4);
        if text != decimal::write((known.get)(&Assumptions::default()), 4) {
            words.push([known.name, ":", &text].concat());
        }
    }
    words.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_is_not_written() {
        for year in [None, Some(2024)] {
            let (scenario, assumptions, strange) = read_via("", year);
            assert_eq!((&scenario, assumptions, strange.len()), (&base(year), Assumptions::default(), 0));
            assert_eq!(write_via(&scenario, &assumptions), "");
        }
    }

    #[test]
    fn switches_and_numbers_round_trip() {
        let text = "-suez,siberian,proposed,index:1.462,slack:7.5,detour:20,station:0.1,end:2";
        let (scenario, assumptions, strange) = read_via(text, None);
        assert_eq!(strange, Vec::<String>::new());
        assert!(scenario.closed.has(Corridor::Suez) && !scenario.closed.has(Corridor::Siberian));
        assert!(scenario.statuses.contains(&Status::Proposed));
        assert!((assumptions.sea_slack - 0.075).abs() < 1e-12 && (assumptions.land_detour - 0.2).abs() < 1e-12);
        assert_eq!(write_via(&scenario, &assumptions), text);
    }

    #[test]
    fn what_is_no_word_of_it_is_told() {
        let (scenario, assumptions, strange) = read_via("north,index:9,slack:x,-,end:-1,-in-service", None);
        assert_eq!(strange, ["north", "index:9", "slack:x", "-", "end:-1"]);
        assert_eq!(assumptions, Assumptions::default());
        assert_eq!(scenario.statuses, [Status::Terrestrial]);
    }
}
