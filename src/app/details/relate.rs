//! Lines that lead from the selected thing to another.

use super::{Group, Related};
use crate::app::{SelKind, Selection};
use crate::cable::gazetteer::{Chokepoint, ChokepointClass, Event, EventClass, Place, PlaceClass};
use crate::cable::{Atlas, Gazetteer, Landing, PositionKind, Segment, System};
use crate::i18n::{Msg, Words};

/// All that is known, and the words for it.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) words: &'a Words<'a>,
}

/// The word for a kind of chokepoint.
#[must_use]
pub fn chokepoint_message(class: ChokepointClass) -> Msg {
    match class {
        ChokepointClass::Strait => Msg::ChokepointStrait,
        ChokepointClass::LandBridge => Msg::ChokepointLandBridge,
        ChokepointClass::Corridor => Msg::ChokepointCorridor,
        ChokepointClass::Hub => Msg::ChokepointHub,
    }
}

/// The word for a kind of place.
#[must_use]
pub fn place_message(place: &Place) -> Msg {
    match place.class {
        PlaceClass::Supercomputer => Msg::PlaceSupercomputer,
        PlaceClass::City if place.capital => Msg::PlaceCapital,
        PlaceClass::City => Msg::PlaceCity,
        PlaceClass::Exchange => Msg::PlaceExchange,
    }
}

/// The word for a kind of event.
#[must_use]
pub fn event_message(class: EventClass) -> Msg {
    match class {
        EventClass::Agreement => Msg::EventAgreement,
        EventClass::Summit => Msg::EventSummit,
        EventClass::Arrangement => Msg::EventArrangement,
        EventClass::Project => Msg::EventProject,
        EventClass::Funding => Msg::EventFunding,
        EventClass::Service => Msg::EventService,
        EventClass::Incident => Msg::EventIncident,
    }
}

impl Known<'_> {
    /// Items under a heading. They come one by one through one kind of iterator: each list of its own makes half a
    /// kilobyte of code.
    #[inline(never)]
    pub(super) fn group(self, label: Msg, items: &mut dyn Iterator<Item = Related>) -> Group {
        Group { label: self.words.text(label).to_owned(), items: items.collect() }
    }

    #[inline(never)]
    fn line(self, kind: SelKind, id: &str, name: String, detail: String) -> Related {
        Related { selection: Selection::new(kind, id), name, detail }
    }

    fn lang(self) -> String {
        self.words.catalogue.code().to_owned()
    }

    #[inline(never)]
    pub(super) fn system(self, system: &System) -> Related {
        let status = system.status.value().map(|s| self.words.text(super::status_message(*s)).to_owned());
        self.line(SelKind::Cable, &system.id, system.name.get(&self.lang()).to_owned(), status.unwrap_or_default())
    }

    #[inline(never)]
    pub(super) fn landing(self, landing: &Landing) -> Related {
        let is_placeholder = landing.position.value() == Some(&PositionKind::Placeholder);
        let unknown = || self.words.text(Msg::PositionPlaceholder).to_owned();
        let detail = if is_placeholder { unknown() } else { self.words.country(&landing.country) };
        self.line(SelKind::Landing, &landing.id, landing.name.get(&self.lang()).to_owned(), detail)
    }

    /// A landing or branching unit by its id.
    #[inline(never)]
    pub(super) fn node(self, id: &str) -> Option<Related> {
        if let Some(landing) = self.atlas.landing(id) {
            return Some(self.landing(landing));
        }
        let unit = self.atlas.branching_unit(id)?;
        let kind = self.words.text(Msg::KindBranchingUnit).to_owned();
        Some(self.line(SelKind::Landing, &unit.id, unit.name.get(&self.lang()).to_owned(), kind))
    }

    /// The landings nearest to a position, with their distance; `but` is left out.
    pub(super) fn nearest(self, at: crate::sphere::LonLat, but: &str, count: usize) -> Group {
        let near = crate::network::nearest::landings(self.atlas, at, count + 1);
        let others = near.into_iter().filter(|(l, _)| l.id != but).take(count);
        let line = |(landing, km): (&Landing, f64)| Related {
            detail: self.words.with(Msg::DistanceAway, &[("distance", &self.words.km(km))]),
            ..self.landing(landing)
        };
        self.group(Msg::DetailNearest, &mut others.map(line))
    }

    /// A segment by its ends and its length as drawn.
    #[inline(never)]
    pub(super) fn segment(self, segment: &Segment) -> Related {
        let detail = self.words.km(segment.drawn_km);
        self.line(SelKind::Segment, &segment.id, super::segment::title(self, segment), detail)
    }

    #[inline(never)]
    pub(super) fn chokepoint(self, chokepoint: &Chokepoint) -> Related {
        let class = self.words.text(chokepoint_message(chokepoint.class)).to_owned();
        self.line(SelKind::Chokepoint, &chokepoint.id, chokepoint.name.get(&self.lang()).to_owned(), class)
    }

    #[inline(never)]
    pub(super) fn place(self, place: &Place) -> Related {
        let country = self.words.country(&place.country);
        self.line(SelKind::Place, &place.id, place.name.get(&self.lang()).to_owned(), country)
    }

    #[inline(never)]
    pub(super) fn event(self, event: &Event) -> Related {
        let date = self.words.date(&event.date);
        self.line(SelKind::Event, &event.id, event.name.get(&self.lang()).to_owned(), date)
    }

    /// The countries of some codes, each once, in their order.
    pub(super) fn countries(self, codes: &mut dyn Iterator<Item = &str>) -> Vec<Related> {
        let mut all: Vec<Related> = Vec::new();
        for code in codes {
            if all.iter().all(|known| known.selection.id != code) {
                all.push(self.line(SelKind::Country, code, self.words.country(code), String::new()));
            }
        }
        all
    }

    /// One country.
    pub(super) fn country(self, code: &str) -> Group {
        self.group(Msg::DetailCountry, &mut self.countries(&mut std::iter::once(code)).into_iter())
    }

    /// What happened to any of some systems, the newest first.
    pub(super) fn events(self, is_about: &dyn Fn(&Event) -> bool) -> Group {
        let mut events: Vec<&Event> = Vec::new();
        for event in self.gazetteer.events.iter().filter(|e| is_about(e)) {
            let place = events.partition_point(|other| other.date > event.date);
            events.insert(place, event);
        }
        self.group(Msg::DetailEvents, &mut events.into_iter().map(|e| self.event(e)))
    }
}
