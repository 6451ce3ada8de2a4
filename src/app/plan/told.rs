//! A planned cable in words: what came of it, its figures, or what is wrong and what would work.

use super::change::Change;
use super::{MONTHS, Plan, name};
use crate::app::lab::Known;
use crate::cable::{Atlas, Gazetteer};
use crate::i18n::{Msg, Words};
use crate::network::chokepoints;
use crate::network::latency::{GROUP_INDEX_G652, round_trip_ms};
use crate::seaway::{Help, Planned, Refusal, Stop, Survey, Trouble};
use crate::sphere::{LonLat, measure};

/// What is wrong, and what would work.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// In words.
    pub text: String,
    /// A position of the sea that would do in place of a stop: the number of the stop among all, and where it is.
    pub sea: Option<(usize, LonLat)>,
}

/// Milliseconds there and back through a cable along a planned way.
#[must_use]
pub fn rtt_ms(plan: &Plan, planned: &Planned, group_index: Option<f64>) -> f64 {
    round_trip_ms(planned.way.length_km * (1.0 + plan.slack()), group_index.unwrap_or(GROUP_INDEX_G652))
}

/// What came of it, in a sentence or two; `names` are those of the stops.
#[must_use]
pub fn finding(plan: &Plan, planned: &Planned, names: &[String], rtt_ms: f64, words: &Words<'_>) -> String {
    let way = &planned.way;
    let (first, last) = (way.points.first().copied(), way.points.last().copied());
    let straight_km = first.zip(last).map_or(0.0, |(a, b)| measure::distance_km(a, b));
    let (none, cable_km) = (String::new(), way.length_km * (1.0 + plan.slack()));
    let values = [
        ("from", names.first().unwrap_or(&none).clone()),
        ("to", names.last().unwrap_or(&none).clone()),
        ("length", words.km(way.length_km)),
        ("percent", words.percent((way.length_km / straight_km.max(1e-9) - 1.0).max(0.0))),
        ("slack", words.percent(plan.slack())),
        ("cable", words.km(cable_km)),
        ("rtt", words.ms(rtt_ms)),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let mut told = vec![words.with(Msg::PlanFound, &values)];
    // Less than a few samples is what rounds a harbour.
    if planned.wrong_depth_km >= 1.0 {
        told.push(words.with(Msg::PlanWrongDepth, &[("length", &words.km(planned.wrong_depth_km))]));
    }
    if let Some(wanted) = plan.offshore_km.filter(|_| planned.near_shore_km >= 1.0) {
        told.push(
            words.with(
                Msg::PlanNearShore,
                &[("length", &words.km(planned.near_shore_km)), ("wanted", &words.km(wanted))],
            ),
        );
    }
    told.join(" ")
}

/// Its figures by labels.
#[must_use]
pub fn figures(planned: &Planned, survey: &Survey, gazetteer: &Gazetteer, words: &Words<'_>) -> Vec<(Msg, String)> {
    let lang = words.catalogue.code();
    let none = || "–".to_owned();
    let straits = chokepoints::along(gazetteer, &planned.way.points).into_iter();
    let straits: Vec<String> = straits.map(|c| c.name.get(lang).to_owned()).collect();
    let ice = survey.ice_km.map_or_else(none, |km| {
        let [march, september] = km.map(|km| words.percent(km / survey.length_km.max(1e-9)));
        words.with(Msg::LabIceShares, &[("march", &march), ("september", &september)])
    });
    let deepest = survey.deepest.map_or_else(none, |(m, at)| {
        let depth = words.unit(Msg::UnitM, (m / 10.0).round() * 10.0, 0);
        words.with(Msg::LabDeepestAt, &[("depth", &depth), ("position", &words.position(at.lon_deg, at.lat_deg, 0))])
    });
    vec![
        (Msg::LabIce, ice),
        (Msg::LabDeepest, deepest),
        (Msg::DetailChokepoints, if straits.is_empty() { none() } else { words.list(&straits) }),
    ]
}

/// What it would change between a pair of places.
#[must_use]
pub fn changed(known: Known<'_>, change: &Change) -> String {
    let words = known.words;
    let pair = known.pair(change.ends);
    let ms = |value: Option<f64>| value.map(|ms| words.ms(ms)).unwrap_or_default();
    let (before, after) = (ms(change.before_ms), ms(change.after_ms));
    match (change.before_ms, change.after_ms) {
        (Some(a), Some(b)) if change.is_any() => {
            let percent = words.percent(1.0 - b / a.max(1e-9));
            let values = [("pair", pair.as_str()), ("before", &before), ("after", &after), ("percent", &percent)];
            words.with(Msg::PlanFalls, &values)
        }
        (Some(_), _) => words.with(Msg::PlanStays, &[("pair", &pair), ("before", &before)]),
        (None, Some(_)) => words.with(Msg::PlanJoins, &[("pair", &pair), ("after", &after)]),
        (None, None) => words.with(Msg::PlanJoinsNot, &[("pair", &pair)]),
    }
}

/// What is wrong, and what would work.
#[must_use]
pub fn refusal(plan: &Plan, refusal: &Refusal, atlas: &Atlas, gazetteer: &Gazetteer, words: &Words<'_>) -> Told {
    let all = plan.all();
    let number = match refusal.trouble.stop() {
        Stop::From => 0,
        Stop::Via(i) => i + 1,
        Stop::To => all.len().saturating_sub(1),
    };
    let stop = all.get(number).map(|stop| name(stop, atlas, gazetteer, words)).unwrap_or_default();
    let strait = |i: usize| {
        let id = plan.avoid.get(i).map(String::as_str).unwrap_or_default();
        gazetteer.chokepoint(id).map_or(id, |c| c.name.get(words.catalogue.code())).to_owned()
    };
    let of_stop = |message| words.with(message, &[("name", &stop)]);
    let what = match &refusal.trouble {
        Trouble::TooFarInland { km, .. } => words.with(Msg::PlanInland, &[("name", &stop), ("length", &words.km(*km))]),
        Trouble::Lake { .. } => of_stop(Msg::PlanLake),
        Trouble::Same { .. } => of_stop(Msg::PlanSame),
        Trouble::Ice { .. } => of_stop(Msg::PlanInIce),
        Trouble::Avoided { label, .. } => {
            let strait = strait(label.parse().unwrap_or_default());
            words.with(Msg::PlanIn, &[("name", &stop), ("strait", &strait)])
        }
        Trouble::OnLand { .. } => of_stop(Msg::PlanOnLand),
        Trouble::NoWay { .. } => of_stop(Msg::PlanCutOff),
    };
    let mut sea = None;
    let mut helps: Vec<String> = Vec::new();
    for help in &refusal.helps {
        helps.push(match help {
            Help::Sea(at, km) => {
                sea = Some((number, *at));
                let position = words.position(at.lon_deg, at.lat_deg, 2);
                words.with(Msg::PlanHelpSea, &[("position", &position), ("length", &words.km(*km))])
            }
            Help::Other => words.text(Msg::PlanHelpOther).to_owned(),
            Help::Ice => match plan.ice {
                Some(0) => words.with(Msg::PlanHelpAllow, &[("name", words.text(Msg::PlanIceOfMarch))]),
                _ => words.with(Msg::PlanHelpAllow, &[("name", words.text(Msg::PlanIceOfSeptember))]),
            },
            Help::Allow(i) => words.with(Msg::PlanHelpAllow, &[("name", &strait(*i))]),
            Help::AllowAll => words.text(Msg::PlanHelpAllowAll).to_owned(),
        });
    }
    debug_assert!(plan.ice.is_none_or(|month| month < MONTHS.len()), "two months have ice");
    let help = words.with(Msg::LabHelps, &[("list", &words.list(&helps))]);
    Told { text: if helps.is_empty() { what } else { [&what, " ", &help].concat() }, sea }
}
