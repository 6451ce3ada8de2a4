//! A comparison in words: one row a way, the fastest first, and the sentence that says the finding.

use super::asked::Asked;
use super::name::Known;
use super::trouble::sentence;
use crate::app::details::status_message;
use crate::cable::gazetteer::{Measurement, MeasurementClass};
use crate::i18n::{Msg, Plural};
use crate::network::compare::{Comparison, Course, compare};
use crate::network::order::sorted;
use crate::network::{EdgeKind, Trouble, Way};
use crate::sphere::LonLat;

/// How many ways are drawn: as many as the map has looks for.
pub const DRAWN: usize = 5;

/// A row of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which way it is about.
    pub name: String,
    /// What keeps it from being real: closed, or not built; else empty.
    pub mark: String,
    /// Whether the question closes its corridor.
    pub closed: bool,
    /// Which of the looks of the map it is drawn in, from 0; `None` where it is not drawn.
    pub look: Option<usize>,
    /// The modelled round trip in milliseconds.
    pub rtt_ms: f64,
    /// Its share of the longest of all.
    pub share: f64,
    /// The round trip in words.
    pub rtt: String,
    /// Kilometres of cable, in words.
    pub length: String,
    /// The formula with its figures.
    pub formula: String,
    /// Segments and lines over land, counted.
    pub hops: String,
    /// The sea cables in order.
    pub cables: String,
    /// The chokepoints in order.
    pub chokepoints: String,
    /// The countries whose shores it uses.
    pub countries: String,
    /// The way itself.
    pub way: Way,
}

/// A published round trip between the two ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// What it is of: "measured, January 2026".
    pub label: String,
    /// The round trip.
    pub value: String,
    /// How it was measured, or over which way.
    pub how: String,
    /// Titles and addresses of the sources; an address may be empty.
    pub sources: Vec<(String, String)>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    /// "Helsinki – Tokyo".
    pub title: String,
    /// What no way can be shorter than.
    pub limit: String,
    /// Milliseconds of that in fibre and in vacuum, as shares of the longest way.
    pub limit_shares: [f64; 2],
    /// What it comes to.
    pub finding: String,
    /// The ways, the fastest first.
    pub rows: Vec<Row>,
    /// Which kinds of ways there are none of.
    pub none: String,
    /// Published round trips.
    pub claims: Vec<Claim>,
}

impl Ways {
    /// Compares the ways between the two ends of the question.
    ///
    /// # Errors
    /// What is wrong with the question.
    pub fn answer(known: Known<'_>, asked: &Asked) -> Result<Self, Trouble> {
        let ends = asked.ends(known.network)?;
        let found = compare(known.network, &asked.scenario, &asked.assumptions, ends)?;
        let words = known.words;
        let mut rows: Vec<Row> = Vec::new();
        let mut none = Vec::new();
        for row in &found.rows {
            match &row.way {
                Some(way) => rows.push(Row::new(known, asked, row.course, row.closed, way)),
                None => none.push(known.course(row.course)),
            }
        }
        let mut rows = order(rows);
        let longest = rows.iter().map(|r| r.rtt_ms).fold(found.limit.fibre_ms, f64::max).max(1e-9);
        rows.iter_mut().for_each(|r| r.share = r.rtt_ms / longest);
        let limit = [
            ("fibre", words.ms(found.limit.fibre_ms)),
            ("vacuum", words.ms(found.limit.vacuum_ms)),
            ("length", words.km(found.limit.great_circle_km)),
        ];
        let limit: Vec<(&str, &str)> = limit.iter().map(|(k, v)| (*k, v.as_str())).collect();
        Ok(Self {
            title: known.pair(ends),
            limit: words.with(Msg::LabLimits, &limit),
            limit_shares: [found.limit.fibre_ms / longest, found.limit.vacuum_ms / longest],
            finding: finding(known, asked, &found),
            rows,
            none: if none.is_empty() {
                String::new()
            } else {
                words.with(Msg::LabNoWay, &[("list", &words.list(&none))])
            },
            claims: claims(known, ends).into_iter().chain(claims_of_proposals(known, &found)).collect(),
        })
    }

    /// The lines of the ways that are drawn, with the number of the look of each.
    #[must_use]
    pub fn lines(&self, known: Known<'_>) -> Vec<(usize, Vec<Vec<LonLat>>)> {
        self.rows.iter().rev().filter_map(|r| Some((r.look?, lines(known, &r.way)))).collect()
    }
}

/// The lines of a way: of segments as drawn, over land straight.
#[must_use]
pub fn lines(known: Known<'_>, way: &Way) -> Vec<Vec<LonLat>> {
    let line = |e: &usize| {
        let edge = &known.network.edges[*e];
        match known.atlas.segment(&edge.id).filter(|_| edge.kind != EdgeKind::Backhaul) {
            Some(segment) => segment.line.clone(),
            None => edge.ends.map(|n| known.network.nodes[n].at).to_vec(),
        }
    };
    way.edges.iter().map(line).collect()
}

/// The fastest first; the first that can be taken, or could if they were built, are drawn before what is closed.
fn order(rows: Vec<Row>) -> Vec<Row> {
    let mut rows = sorted(rows, &|a, b| a.rtt_ms < b.rtt_ms);
    // A way that two kinds have in common is drawn once.
    let mut drawn: Vec<Vec<usize>> = Vec::new();
    for closed in [false, true] {
        for row in rows.iter_mut().filter(|r| r.closed == closed) {
            if drawn.len() < DRAWN && !drawn.contains(&row.way.edges) {
                row.look = Some(drawn.len());
                drawn.push(row.way.edges.clone());
            }
        }
    }
    rows
}

impl Row {
    fn new(known: Known<'_>, asked: &Asked, course: Course, closed: bool, way: &Way) -> Self {
        let words = known.words;
        let status = |cable: usize| known.network.cables[cable].status.map(|s| words.text(status_message(s)));
        let mark = match course {
            _ if closed => words.text(Msg::LabIfOpen).to_owned(),
            Course::Proposal(cable) => words.with(Msg::LabIfBuilt, &[("status", status(cable).unwrap_or_default())]),
            _ => String::new(),
        };
        let chokepoints: Vec<String> = way.chokepoints.iter().map(|c| known.chokepoint(*c)).collect();
        let length = words.km(way.cable_km);
        let index = words.number(asked.assumptions.group_index, 4);
        Self {
            name: known.course(course),
            mark,
            closed,
            look: None,
            rtt_ms: way.rtt_ms,
            share: 0.0,
            rtt: words.ms(way.rtt_ms),
            formula: words.with(Msg::Formula, &[("length", &length), ("index", &index)]),
            length,
            hops: words.count(Plural::LabHops, way.hops(known.network) as u64),
            cables: known.cables(way),
            chokepoints: if chokepoints.is_empty() { "–".to_owned() } else { words.list(&chokepoints) },
            countries: known.countries(&way.countries),
            way: way.clone(),
        }
    }
}

/// What it comes to, in a sentence or two.
fn finding(known: Known<'_>, asked: &Asked, found: &Comparison) -> String {
    let words = known.words;
    let best = match &found.best {
        Ok(way) => way,
        Err(trouble) => return sentence(known, trouble),
    };
    let (rtt, times) = (words.ms(best.rtt_ms), words.number(best.rtt_ms / found.limit.fibre_ms.max(1e-9), 2));
    let now = match asked.scenario.year {
        None => words.with(Msg::LabFastest, &[("rtt", &rtt), ("times", &times)]),
        Some(year) => words.with(Msg::LabFastestYear, &[("year", &year.to_string()), ("rtt", &rtt), ("times", &times)]),
    };
    let proposal = |row: &crate::network::compare::Row| match (row.course, &row.way) {
        (Course::Proposal(cable), Some(way)) => Some((cable, way.rtt_ms)),
        _ => None,
    };
    let best_of = found.rows.iter().filter_map(proposal).min_by(|a, b| a.1.total_cmp(&b.1));
    let Some((cable, rtt_ms)) = best_of else { return now };
    let (name, rtt) = (known.cable(cable), words.ms(rtt_ms));
    let then = if rtt_ms < best.rtt_ms {
        let (saved, share) =
            (words.ms(best.rtt_ms - rtt_ms), words.unit(Msg::UnitPercent, 100.0 * (1.0 - rtt_ms / best.rtt_ms), 0));
        words.with(Msg::LabLess, &[("name", &name), ("rtt", &rtt), ("saved", &saved), ("percent", &share)])
    } else {
        words.with(Msg::LabNotLess, &[("name", &name), ("rtt", &rtt)])
    };
    [&now, " ", &then].concat()
}

/// What has been published between the two ends, the shortest first.
fn claims(known: Known<'_>, ends: [usize; 2]) -> Vec<Claim> {
    let [a, b] = ends.map(|n| known.network.nodes[n].id.as_str());
    let all: Vec<(f64, Claim)> =
        known.gazetteer.measurements_between(a, b).filter_map(|m| measured(known, m)).collect();
    sorted(all, &|a, b| a.0 < b.0).into_iter().map(|(_, claim)| claim).collect()
}

/// A published round trip in milliseconds and in words; nothing where its figure is not known.
pub(super) fn measured(known: Known<'_>, m: &Measurement) -> Option<(f64, Claim)> {
    let words = known.words;
    let ms = m.rtt_ms.value().copied()?;
    let kind = words.text(match m.class {
        MeasurementClass::Measured => Msg::TripMeasured,
        MeasurementClass::Offered => Msg::TripOffered,
        MeasurementClass::Expected => Msg::TripExpected,
    });
    let date = words.date(&m.rtt_ms.shown.date);
    let claim = Claim {
        label: words.with(Msg::TripSaid, &[("kind", kind), ("date", &date)]),
        value: words.ms(ms),
        how: m.method.get(words.catalogue.code()).to_owned(),
        sources: sources(known, &m.rtt_ms.shown.sources),
    };
    Some((ms, claim))
}

/// What is claimed of the proposals that have a way, between their own ends.
fn claims_of_proposals(known: Known<'_>, found: &Comparison) -> Vec<Claim> {
    let words = known.words;
    let lang = words.catalogue.code();
    let claim = |row: &crate::network::compare::Row| {
        let (Course::Proposal(cable), Some(_)) = (row.course, &row.way) else { return None };
        let fact = known.atlas.system(&known.network.cables[cable].id)?.rtt_claim_ms.as_ref()?;
        let date = words.date(&fact.shown.date);
        let said = words.with(Msg::TripSaid, &[("kind", words.text(Msg::DetailRttClaimed)), ("date", &date)]);
        Some(Claim {
            label: words.named(&known.cable(cable), &said),
            value: words.ms(*fact.value()?),
            how: fact.shown.note.as_ref().map(|n| n.get(lang).to_owned()).unwrap_or_default(),
            sources: sources(known, &fact.shown.sources),
        })
    };
    found.rows.iter().filter_map(claim).collect()
}

/// Titles and addresses of sources.
fn sources(known: Known<'_>, ids: &[String]) -> Vec<(String, String)> {
    let one = |id: &String| {
        let source = known.atlas.source(id);
        let title = source.map_or_else(|| id.clone(), |s| s.title.clone());
        (title, source.and_then(|s| s.url.clone()).unwrap_or_default())
    };
    ids.iter().map(one).collect()
}
