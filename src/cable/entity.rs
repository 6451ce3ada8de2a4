//! What there is on the map: systems, segments, landings, branching units, seas.

use super::{Fact, Status, Text};
use crate::sphere::LonLat;

/// A cable system: the whole under one name.
#[derive(Clone, Debug, PartialEq)]
pub struct System {
    /// What segments and links call it by.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// How far it has come.
    pub status: Fact<Status>,
    /// One or two sentences.
    pub summary: Text,
    /// Where it runs, in a line.
    pub route: Text,
    /// Who owns or proposes it.
    pub owners: Fact<Vec<String>>,
    /// Who builds it.
    pub supplier: Option<Fact<String>>,
    /// Cable length.
    pub length_km: Option<Fact<f64>>,
    /// Ready for service: `2026`, `2026-Q4` or a date.
    pub rfs: Option<Fact<String>>,
    /// Number of fibre pairs.
    pub fibre_pairs: Option<Fact<f64>>,
    /// Design capacity in Tbit/s.
    pub capacity_tbps: Option<Fact<f64>>,
    /// Cost in the fact's currency.
    pub cost: Option<Fact<f64>>,
    /// Round trip as published.
    pub rtt_claim_ms: Option<Fact<f64>>,
    /// Its own page.
    pub url: Option<String>,
    /// Pairs of landings for which a round trip is modelled.
    pub ends: Vec<(String, String)>,
    /// Ids of the sources of summary and route.
    pub sources: Vec<String>,
}

/// Whether a segment is part of the main line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The main line between end stations.
    Trunk,
    /// The branch from a branching unit to one station.
    Spur,
}

impl Role {
    /// Every role with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] = &[("trunk", Self::Trunk), ("spur", Self::Spur)];
}

/// How the course of a line is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Drawn between known places.
    Indicative,
    /// As surveyed or laid.
    Surveyed,
}

impl Course {
    /// Every course with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("indicative", Self::Indicative), ("surveyed", Self::Surveyed)];
}

/// Cable between two adjacent nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// `<system>/<from>--<to>`.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// The system's id.
    pub system: String,
    /// The node at which the line begins.
    pub from: String,
    /// The node at which the line ends.
    pub to: String,
    /// Trunk or spur.
    pub role: Role,
    /// How the course is known.
    pub course: Fact<Course>,
    /// Its own name, if it has one.
    pub name: Option<Text>,
    /// Why it runs so.
    pub reason: Option<Text>,
    /// Ids of the sources of name and reason.
    pub sources: Vec<String>,
    /// Cable length of this segment alone, where it is published.
    pub length_km: Option<Fact<f64>>,
    /// Whether it runs over land.
    pub overland: bool,
    /// Positions set by hand that the line was led through.
    pub via: Vec<LonLat>,
    /// Ids of the straits that the line was kept out of.
    pub avoid: Vec<String>,
    /// The line from `from` to `to`, whole: what the file cuts at the antimeridian is joined.
    pub line: Vec<LonLat>,
    /// Route length of the line as drawn.
    pub drawn_km: f64,
}

/// What a position stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionKind {
    /// The middle of the town.
    Town,
    /// The station or beach manhole itself.
    Station,
    /// About the right place: no gazetteer we use has it.
    Approximate,
    /// Some place on the right shore: the town is not published.
    Placeholder,
}

impl PositionKind {
    /// Every kind with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("town", Self::Town),
        ("station", Self::Station),
        ("approximate", Self::Approximate),
        ("placeholder", Self::Placeholder),
    ];

    /// The word in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// The place where a cable comes ashore.
#[derive(Clone, Debug, PartialEq)]
pub struct Landing {
    /// `tomakomai-jp`.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Where it is.
    pub at: LonLat,
    /// What the position stands for.
    pub position: Fact<PositionKind>,
    /// How far the true place may be from it.
    pub accuracy_km: f64,
    /// What a reader must know.
    pub note: Option<Text>,
}

/// A submerged splitter.
#[derive(Clone, Debug, PartialEq)]
pub struct BranchingUnit {
    /// `bu-tomakomai`.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// Where it is.
    pub at: LonLat,
    /// What the position stands for.
    pub position: Fact<PositionKind>,
    /// How far the true place may be from it.
    pub accuracy_km: f64,
    /// What a reader must know.
    pub note: Option<Text>,
}

/// A named sea.
#[derive(Clone, Debug, PartialEq)]
pub struct Sea {
    /// Its id.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// 1 ocean … 4 strait.
    pub rank: u8,
    /// The zoom from which it is written.
    pub min_zoom: Option<f64>,
    /// What a reader must know of the name.
    pub note: Option<Text>,
    /// The line the name bends along, or one position.
    pub line: Vec<LonLat>,
}
