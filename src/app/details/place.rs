//! A city or a supercomputer in words: what it is, where, and how far in milliseconds from others.

use super::fact::{References, Write, Writer};
use super::relate::{Known, place_message};
use super::{Details, Trip};
use crate::cable::gazetteer::{Measurement, MeasurementClass, Place, Spot};
use crate::i18n::Msg;

/// How many of the nearest landings are listed.
const NEAREST: usize = 4;

pub(super) fn details(known: Known<'_>, place: &Place, references: &mut References) -> Details {
    let words = known.words;
    let lang = words.catalogue.code();
    let mut writer = Writer { words, references };
    let summary_references = writer.references.cite(&place.sources);
    let speed: Write = |w, pflops| w.unit(Msg::UnitPflops, pflops, 1);
    let mut rows = writer
        .numbers(&[(Msg::DetailLinpack, &place.linpack_pflops, speed), (Msg::DetailPeak, &place.peak_pflops, speed)]);
    if let Some(fact) = &place.operator {
        rows.push(writer.row(Msg::DetailOperator, fact, Msg::NotPublished, &|_, name| name.clone()));
    }
    rows.push(super::point::position(&mut writer, &place.position, place.at, place.accuracy_km, |spot| match spot {
        Spot::Town => Some(Msg::PositionTown),
        Spot::Site => Some(Msg::PositionSite),
    }));
    let trips = trips(known, place, &mut writer);
    Details {
        title: place.name.get(lang).to_owned(),
        subtitle: [words.text(place_message(place)), " · ", &words.country(&place.country)].concat(),
        summary: place.role.as_ref().map(|r| r.get(lang).to_owned()).unwrap_or_default(),
        summary_references,
        rows,
        trips_label: words.text(Msg::DetailTrips).to_owned(),
        trips,
        groups: vec![
            known.nearest(place.at, "", NEAREST),
            known.country(&place.country),
            known.events(&|e| e.places.contains(&place.id)),
        ],
        ..Details::default()
    }
}

fn class_message(class: MeasurementClass) -> Msg {
    match class {
        MeasurementClass::Measured => Msg::TripMeasured,
        MeasurementClass::Offered => Msg::TripOffered,
        MeasurementClass::Expected => Msg::TripExpected,
    }
}

/// The published round trips from and to it, the shortest first.
fn trips(known: Known<'_>, place: &Place, writer: &mut Writer<'_, '_>) -> Vec<Trip> {
    let words = known.words;
    let lang = words.catalogue.code();
    let ms = |m: &Measurement| m.rtt_ms.value().copied().unwrap_or(f64::INFINITY);
    let mut all: Vec<&Measurement> = Vec::new();
    for one in known.gazetteer.measurements.iter().filter(|m| m.from == place.id || m.to == place.id) {
        all.insert(all.partition_point(|other| ms(other) <= ms(one)), one);
    }
    let name = |id: &str| known.gazetteer.place(id).map_or(id, |p| p.name.get(lang)).to_owned();
    let trip = |m: &&Measurement| {
        let other = if m.from == place.id { &m.to } else { &m.from };
        let class = words.text(class_message(m.class));
        let date = words.date(&m.rtt_ms.shown.date);
        Trip {
            ends: words.with(Msg::Ends, &[("from", &name(&place.id)), ("to", &name(other))]),
            value: m.rtt_ms.value().map_or_else(|| words.text(Msg::NotPublished).to_owned(), |ms| words.ms(*ms)),
            route: words.with(Msg::TripSaid, &[("kind", class), ("date", &date)]),
            formula: m.method.get(lang).to_owned(),
            references: writer.references.cite(&m.rtt_ms.shown.sources),
        }
    };
    all.iter().map(trip).collect()
}
