//! A cable system in words.

use super::fact::{References, Writer};
use super::{Details, Mark, Related, Trip};
use crate::app::{SelKind, Selection};
use crate::cable::{Atlas, Claim, Course, PositionKind, Status, System};
use crate::i18n::{Msg, Words};
use crate::network::latency::{DRAWN_SLACK, GROUP_INDEX_G652, round_trip_ms};
use crate::sheet::status_message;

pub(super) fn details(atlas: &Atlas, system: &System, words: &Words<'_>, references: &mut References) -> Details {
    let lang = words.catalogue.code();
    let trips: Vec<Trip> = system.ends.iter().filter_map(|ends| trip(atlas, system, ends, words)).collect();
    let trip_note = if trips.is_empty() { String::new() } else { trip_note(words) };
    Details {
        title: system.name.get(lang).to_owned(),
        subtitle: system.route.get(lang).to_owned(),
        marks: marks(atlas, system, words),
        summary: system.summary.get(lang).to_owned(),
        rows: rows(system, &mut Writer { words, references }),
        trips,
        trip_note,
        related_label: words.text(Msg::DetailLandings).to_owned(),
        related: atlas
            .landings_of(&system.id)
            .into_iter()
            .map(|landing| {
                let placeholder = landing.position.value() == Some(&PositionKind::Placeholder);
                Related {
                    selection: Selection::new(SelKind::Landing, landing.id.as_str()),
                    name: landing.name.get(lang).to_owned(),
                    detail: if placeholder {
                        words.text(Msg::PositionPlaceholder).to_owned()
                    } else {
                        words.country(&landing.country)
                    },
                }
            })
            .collect(),
        sources: Vec::new(),
    }
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
    })
}

fn trip_note(words: &Words<'_>) -> String {
    let (index, slack) = (words.number(GROUP_INDEX_G652, 4), words.percent(DRAWN_SLACK));
    words.with(Msg::FormulaNote, &[("index", &index), ("slack", &slack)])
}
