//! What surrounds the cables: chokepoints, places, events, measured round trips.

use super::super::{Confidence, Fact, Text};
use crate::geodata::Polygon;
use crate::sphere::LonLat;

/// What makes cables come together in a chokepoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChokepointClass {
    /// A narrow water between two shores, or a sill between two deeps.
    Strait,
    /// A neck of land that cables cross instead of going round.
    LandBridge,
    /// Open water that a detour has to pass.
    Corridor,
    /// An island where cables are joined to each other.
    Hub,
}

impl ChokepointClass {
    /// Every class with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("strait", Self::Strait),
        ("land-bridge", Self::LandBridge),
        ("corridor", Self::Corridor),
        ("hub", Self::Hub),
    ];
}

/// What endangers a cable, or delays it, in a chokepoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hazard {
    /// Sea ice keeps cable ships out for part of the year.
    SeaIce,
    /// Keels of ice or icebergs plough the seabed.
    IceScour,
    /// Anchors of ships.
    Anchors,
    /// Trawls and other fishing gear.
    Fishing,
    /// War or threats.
    Conflict,
    /// Earthquakes, and the slides and tsunamis they start.
    Earthquakes,
    /// Volcanoes.
    Volcanoes,
    /// Strong or turbulent currents.
    Currents,
    /// Shallow water.
    Shallows,
    /// Leave to lay or repair is slow or disputed.
    Permits,
    /// Many cables side by side, so one accident meets several.
    Crowding,
}

impl Hazard {
    /// Every hazard with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("sea-ice", Self::SeaIce),
        ("ice-scour", Self::IceScour),
        ("anchors", Self::Anchors),
        ("fishing", Self::Fishing),
        ("conflict", Self::Conflict),
        ("earthquakes", Self::Earthquakes),
        ("volcanoes", Self::Volcanoes),
        ("currents", Self::Currents),
        ("shallows", Self::Shallows),
        ("permits", Self::Permits),
        ("crowding", Self::Crowding),
    ];
}

/// A place that many cables have to pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Chokepoint {
    /// `bering-strait`.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// What makes cables come together here.
    pub class: ChokepointClass,
    /// The area, from shore to shore: a cable with any part in it goes through. Uncut, so it may
    /// cross the antimeridian.
    pub extent: Vec<Polygon>,
    /// Why it matters.
    pub summary: Text,
    /// What endangers cables here.
    pub hazards: Vec<Hazard>,
    /// Width at the narrowest, in kilometres.
    pub width_km: Option<Fact<f64>>,
    /// Depth in metres at the shallowest of the deepest way through: the sill.
    pub sill_m: Option<Fact<f64>>,
    /// Number of cables in it, as published.
    pub cables: Option<Fact<f64>>,
    /// Share in per cent of the traffic that the fact's note names, as published.
    pub traffic_percent: Option<Fact<f64>>,
    /// Ids of the sources of the summary and the hazards.
    pub sources: Vec<String>,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceClass {
    /// A supercomputer.
    Supercomputer,
    /// A capital or another large city.
    City,
    /// A place where networks meet.
    Exchange,
}

impl PlaceClass {
    /// Every class with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("supercomputer", Self::Supercomputer), ("city", Self::City), ("exchange", Self::Exchange)];
}

/// What the position of a place stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The middle of the town.
    Town,
    /// The building or its grounds.
    Site,
}

impl Spot {
    /// Every kind with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] = &[("town", Self::Town), ("site", Self::Site)];
}

/// An end of a comparison: a city, a supercomputer.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// `tokyo`, `fugaku`.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub class: PlaceClass,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Whether it is the capital of its country.
    pub capital: bool,
    /// Where it is.
    pub at: LonLat,
    /// What the position stands for.
    pub position: Fact<Spot>,
    /// How far the true place may be from it.
    pub accuracy_km: f64,
    /// Who runs it.
    pub operator: Option<Fact<String>>,
    /// Speed in the Linpack benchmark in `PFlop/s`, as in the TOP500 list of the fact's date.
    pub linpack_pflops: Option<Fact<f64>>,
    /// Theoretical peak in `PFlop/s`.
    pub peak_pflops: Option<Fact<f64>>,
    /// What it has to do with the link between the EU and Japan.
    pub role: Option<Text>,
    /// Ids of the sources of the role.
    pub sources: Vec<String>,
}

/// What sort of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventClass {
    /// A memorandum, a partnership, a declaration.
    Agreement,
    /// A meeting of leaders or ministers.
    Summit,
    /// An arrangement between administrations.
    Arrangement,
    /// A project begins, changes or stops.
    Project,
    /// Money is granted or promised.
    Funding,
    /// A cable goes into service.
    Service,
    /// A fault.
    Incident,
}

impl EventClass {
    /// Every class with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("agreement", Self::Agreement),
        ("summit", Self::Summit),
        ("arrangement", Self::Arrangement),
        ("project", Self::Project),
        ("funding", Self::Funding),
        ("service", Self::Service),
        ("incident", Self::Incident),
    ];
}

/// A cable that failed, so that the event can be replayed.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// The system's id.
    pub system: String,
    /// The segment that failed, where it is known.
    pub segment: Option<String>,
    /// The chokepoint in which it failed, where it is known: every segment of the system through
    /// it is out. Without segment and chokepoint the whole system is.
    pub chokepoint: Option<String>,
    /// What a reader must know.
    pub note: Option<Text>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// `2023-07-03-submarine-cable-memorandum`.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// When it ended, for one that lasted: the same forms.
    pub until: Option<String>,
    /// What sort of event it is.
    pub class: EventClass,
    /// What happened.
    pub summary: Text,
    /// How far date and summary can be relied on.
    pub confidence: Confidence,
    /// Where, if it has a place.
    pub at: Option<LonLat>,
    /// Ids of the systems it is about.
    pub systems: Vec<String>,
    /// Ids of the places it is about.
    pub places: Vec<String>,
    /// What failed.
    pub cuts: Vec<Cut>,
    /// Ids of the sources; at least one.
    pub sources: Vec<String>,
}

/// How a round trip is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasurementClass {
    /// Measured by packets.
    Measured,
    /// Published by an operator for a route it sells or sold.
    Offered,
    /// Expected of a cable that did not exist.
    Expected,
}

impl MeasurementClass {
    /// Every class with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("measured", Self::Measured), ("offered", Self::Offered), ("expected", Self::Expected)];
}

/// A published round trip between two places.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// `azure-2026-07-tokyo-dublin`.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// The place at one end.
    pub from: String,
    /// The place at the other.
    pub to: String,
    /// How it is known.
    pub class: MeasurementClass,
    /// There and back in milliseconds.
    pub rtt_ms: Fact<f64>,
    /// How it was measured, or over which way.
    pub method: Text,
}
