//! A cable system in words.

use super::fact::{References, Writer};
use super::relate::Known;
use super::{Details, Mark, Related, Trip};
use crate::cable::gazetteer::Event;
use crate::cable::{Atlas, Claim, Course, Status, System};
use crate::i18n::{Msg, Words};
use crate::network::chokepoints;
use crate::network::latency::{DRAWN_SLACK, GROUP_INDEX_G652, round_trip_ms};
use crate::sheet::status_message;

pub(super) fn details(known: Known<'_>, system: &System, references: &mut References) -> Details {
    let Known { atlas, gazetteer, words } = known;
    let lang = words.catalogue.code();
    let trips: Vec<Trip> = system.ends.iter().filter_map(|ends| trip(atlas, system, ends, words)).collect();
    let trip_note = if trips.is_empty() { String::new() } else { trip_note(words) };
    let landings = atlas.landings_of(&system.id);
    let lines = atlas.segments_of(&system.id).map(|s| s.line.as_slice());
    let chokepoints = chokepoints::along_all(gazetteer, lines);
    let is_here = |e: &Event| e.systems.contains(&system.id);
    let summary_references = references.cite(&system.sources);
    Details {
        title: system.name.get(lang).to_owned(),
        subtitle: system.route.get(lang).to_owned(),
        marks: marks(atlas, system, words),
        summary: system.summary.get(lang).to_owned(),
        summary_references,
        rows: rows(system, &mut Writer { words, references }),
        trips_label: words.text(Msg::DetailRttModelled).to_owned(),
        trips,
        trip_note,
        groups: vec![
            known.group(Msg::DetailLandings, &mut landings.iter().map(|l| known.landing(l))),
            known.group(Msg::DetailSegments, &mut atlas.segments_of(&system.id).map(|s| known.segment(s))),
            known.group(Msg::DetailChokepoints, &mut chokepoints.into_iter().map(|c| known.chokepoint(c))),
            known.group(Msg::DetailOnwardCables, &mut onward(known, system).into_iter()),
            known.group(
                Msg::DetailCountries,
                &mut known.countries(&mut landings.iter().map(|l| l.country.as_str())).into_iter(),
            ),
            known.events(&is_here),
        ],
        sources: Vec::new(),
    }
}

/// The other systems that land where this one does.
fn onward(known: Known<'_>, system: &System) -> Vec<Related> {
    let mut out: Vec<Related> = Vec::new();
    for landing in known.atlas.landings_of(&system.id) {
        for other in known.atlas.systems_at(&landing.id).into_iter().filter(|s| s.id != system.id) {
            let mut line = known.system(other);
            landing.name.get(known.words.catalogue.code()).clone_into(&mut line.detail);
            if out.iter().all(|known| known.selection != line.selection) {
                out.push(line);
            }
        }
    }
    out
}

fn marks(atlas: &Atlas, system: &System, words: &Words<'_>) -> Vec<Mark> {
    let status =
        system.status.value().map(|s| Mark { text: words.text(status_message(*s)).to_owned(), note: String::new() });
    let indicative = atlas.segments_of(&system.id).any(|s| s.course.value() != Some(&Course::Surveyed));
    let course = indicative.then(|| Mark {
        text: words.text(Msg::MarkIndicative).to_owned(),
        note: words.text(Msg::MarkIndicativeNote).to_owned(),
    });
    status.into_iter().chain(course).collect()
}

fn rows(system: &System, writer: &mut Writer<'_, '_>) -> Vec<super::Row> {
    let words = writer.words;
    let mut rows = Vec::new();
    if let Some(fact) = &system.length_km {
        rows.push(writer.number_row(Msg::DetailCableLength, fact, &|_, km| words.km(km)));
    }
    if let Some(fact) = &system.rfs {
        rows.push(writer.row(Msg::DetailReadyForService, fact, Msg::NoFirmDate, &|_, rfs| words.date(rfs)));
    }
    if let Some(fact) = &system.fibre_pairs {
        rows.push(writer.number_row(Msg::DetailFibrePairs, fact, &|_, n| words.number(n, 0)));
    }
    if let Some(fact) = &system.capacity_tbps {
        rows.push(writer.number_row(Msg::DetailCapacity, fact, &|_, tbps| words.tbps(tbps)));
    }
    if let Some(fact) = &system.rtt_claim_ms {
        rows.push(writer.number_row(Msg::DetailRttClaimed, fact, &|_, ms| words.ms(ms)));
    }
    if let Some(fact) = &system.cost {
        rows.push(
            writer.number_row(Msg::DetailCost, fact, &|claim: &Claim<f64>, amount| {
                words.format.money(amount, &claim.unit)
            }),
        );
    }
    let owners = &system.owners;
    if owners.value().is_none_or(|o| !o.is_empty()) {
        rows.push(writer.row(Msg::DetailOwners, owners, Msg::NotPublished, &|_, names| names.join(", ")));
    }
    if let Some(fact) = &system.supplier {
        rows.push(writer.row(Msg::DetailSupplier, fact, Msg::NotPublished, &|_, name| name.clone()));
    }
    let status = |_: &Claim<Status>, s: &Status| words.text(status_message(*s)).to_owned();
    rows.push(writer.row(Msg::DetailStatus, &system.status, Msg::NotPublished, &status));
    rows
}

/// The round trip between two ends, over the drawn route and its slack.
fn trip(atlas: &Atlas, system: &System, (from, to): &(String, String), words: &Words<'_>) -> Option<Trip> {
    let drawn_km = atlas.route_km(&system.id, from, to)?;
    let cable_km = drawn_km * (1.0 + DRAWN_SLACK);
    let name = |id: &str| atlas.landing(id).map(|l| l.name.get(words.catalogue.code()));
    let index = words.number(GROUP_INDEX_G652, 4);
    Some(Trip {
        ends: words.with(Msg::Ends, &[("from", name(from)?), ("to", name(to)?)]),
        value: words.ms(round_trip_ms(cable_km, GROUP_INDEX_G652).round()),
        route: words.with(Msg::DrawnRoute, &[("length", &words.km(drawn_km.round()))]),
        formula: words.with(Msg::Formula, &[("length", &words.km(cable_km.round())), ("index", &index)]),
        references: Vec::new(),
    })
}

fn trip_note(words: &Words<'_>) -> String {
    let (index, slack) = (words.number(GROUP_INDEX_G652, 4), words.percent(DRAWN_SLACK));
    words.with(Msg::FormulaNote, &[("index", &index), ("slack", &slack)])
}
