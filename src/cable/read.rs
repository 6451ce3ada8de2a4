//! Features → systems, segments, landings, branching units, seas, countries.

use super::claim::Form;
use super::geometry::{point, shape_name, whole};
use super::{BranchingUnit, Country, Course, Landing, PositionKind, Role, Sea, Segment, Status, System, Text};
use crate::geodata::reader::{self, Node, item};
use crate::geodata::{Code, Feature, Report, Shape, positions};
use crate::json::{Map, Value};
use crate::sphere::measure;

/// One feature, as what it is.
pub(super) enum Entity {
    System(Box<System>),
    Segment(Box<Segment>),
    Landing(Box<Landing>),
    BranchingUnit(Box<BranchingUnit>),
    Sea(Sea),
    Country(Country),
}

#[derive(Clone, Copy)]
enum Kind {
    System,
    Segment,
    Landing,
    BranchingUnit,
    Sea,
    Country,
}

const KINDS: &[(&str, Kind)] = &[
    ("system", Kind::System),
    ("segment", Kind::Segment),
    ("landing", Kind::Landing),
    ("branching-unit", Kind::BranchingUnit),
    ("sea", Kind::Sea),
    ("country", Kind::Country),
];

const STATUS: Form<Status> =
    Form { units: &[], value: |v, at, r| reader::one_of(v, at, Status::NAMES, Code::UnknownStatus, r) };
const COURSE: Form<Course> =
    Form { units: &[], value: |v, at, r| reader::one_of(v, at, Course::NAMES, Code::UnknownValue, r) };
const POSITION: Form<PositionKind> =
    Form { units: &[], value: |v, at, r| reader::one_of(v, at, PositionKind::NAMES, Code::UnknownValue, r) };
const WORDS: Form<String> = Form { units: &[], value: reader::text };
const NAMES: Form<Vec<String>> = Form { units: &[], value: names };
const LENGTH: Form<f64> = Form { units: &["km"], value: |v, at, r| reader::number(v, at, 0.1, 100_000.0, r) };
const TIME: Form<f64> = Form { units: &["ms"], value: |v, at, r| reader::number(v, at, 0.0, 10_000.0, r) };
const PAIRS: Form<f64> = Form { units: &["pairs"], value: |v, at, r| reader::number(v, at, 1.0, 1_000.0, r) };
const CAPACITY: Form<f64> = Form { units: &["Tbps"], value: |v, at, r| reader::number(v, at, 0.0, 100_000.0, r) };
const COST: Form<f64> =
    Form { units: &["EUR", "USD", "JPY", "NOK", "SEK", "GBP"], value: |v, at, r| reader::number(v, at, 0.0, 1e12, r) };

fn names(value: &Value, path: &str, report: &mut Report) -> Option<Vec<String>> {
    let Value::Array(list) = value else {
        reader::wrong_type(value, path, "[…]", report);
        return None;
    };
    let read: Vec<String> =
        list.iter().enumerate().filter_map(|(i, v)| reader::text(v, &item(path, i), report)).collect();
    (read.len() == list.len()).then_some(read)
}

/// The entity that a feature describes. `None` when a problem was noted that costs it.
pub(super) fn entity(feature: &Feature, report: &mut Report) -> Option<Entity> {
    let node = Node { map: &feature.properties, path: String::new() };
    let kind = node.one_of("kind", KINDS, Code::UnknownKind, report);
    let id = feature.required_id(report);
    let read = Read { node, file: &report.file.clone(), shape: &feature.shape, report };
    match kind? {
        Kind::System => read.system(id).map(|s| Entity::System(Box::new(s))),
        Kind::Segment => read.segment(id).map(|s| Entity::Segment(Box::new(s))),
        Kind::Landing => read.landing(id).map(|s| Entity::Landing(Box::new(s))),
        Kind::BranchingUnit => read.branching_unit(id).map(|s| Entity::BranchingUnit(Box::new(s))),
        Kind::Sea => read.sea(id).map(Entity::Sea),
        Kind::Country => Country::read(id, &read.node, read.file, read.shape, read.report).map(Entity::Country),
    }
}

struct Read<'a> {
    node: Node<'a>,
    file: &'a str,
    shape: &'a Shape,
    report: &'a mut Report,
}

impl Read<'_> {
    fn system(self, id: Option<String>) -> Option<System> {
        let Self { node, file, shape, report } = self;
        node.known(
            &[
                "kind",
                "name",
                "status",
                "summary",
                "route",
                "owners",
                "supplier",
                "length_km",
                "rfs",
                "fibre_pairs",
                "capacity_tbps",
                "cost",
                "rtt_claim_ms",
                "url",
                "ends",
                "sources",
            ],
            report,
        );
        if *shape != Shape::default() {
            report.add(Code::WrongGeometry, "geometry", &[shape_name(shape), "null"]);
        }
        let name = Text::read(&node, "name", report);
        let status = STATUS.read(&node, "status", report);
        let summary = Text::read(&node, "summary", report);
        let route = Text::read(&node, "route", report);
        let owners = NAMES.read(&node, "owners", report);
        let supplier = WORDS.read_if(&node, "supplier", report);
        let length_km = LENGTH.read_if(&node, "length_km", report);
        let rfs = WORDS.read_if(&node, "rfs", report);
        let fibre_pairs = PAIRS.read_if(&node, "fibre_pairs", report);
        let capacity_tbps = CAPACITY.read_if(&node, "capacity_tbps", report);
        let cost = COST.read_if(&node, "cost", report);
        let rtt_claim_ms = TIME.read_if(&node, "rtt_claim_ms", report);
        let url = node.get("url").and_then(|_| node.url("url", report));
        let ends = ends(&node, report);
        let sources = node.texts("sources", report).unwrap_or_default();
        Some(System {
            id: id?,
            file: file.to_owned(),
            name: name?,
            status: status?,
            summary: summary?,
            route: route?,
            owners: owners?,
            supplier,
            length_km,
            rfs,
            fibre_pairs,
            capacity_tbps,
            cost,
            rtt_claim_ms,
            url,
            ends,
            sources,
        })
    }

    fn segment(self, id: Option<String>) -> Option<Segment> {
        let Self { node, file, shape, report } = self;
        node.known(
            &[
                "kind",
                "system",
                "from",
                "to",
                "role",
                "course",
                "name",
                "reason",
                "sources",
                "length_km",
                "overland",
                "via",
                "avoid",
            ],
            report,
        );
        let system = node.id("system", report);
        let from = node.id("from", report);
        let to = node.id("to", report);
        let role = node.one_of("role", Role::NAMES, Code::UnknownValue, report);
        let course = COURSE.read(&node, "course", report);
        let name = Text::read_if(&node, "name", report);
        let reason = Text::read_if(&node, "reason", report);
        let sources = node.texts("sources", report).unwrap_or_default();
        let length_km = LENGTH.read_if(&node, "length_km", report);
        let overland = node.flag("overland", report).unwrap_or_default();
        let via = node.get("via").and_then(|v| positions(v, "via", &mut 0, report)).unwrap_or_default();
        let avoid = node.texts("avoid", report).unwrap_or_default();
        let line = if shape.lines.is_empty() || !shape.points.is_empty() || !shape.polygons.is_empty() {
            report.add(Code::WrongGeometry, "geometry", &[shape_name(shape), "LineString or MultiLineString"]);
            None
        } else {
            whole(&shape.lines, report)
        };
        let line = line?;
        Some(Segment {
            id: id?,
            file: file.to_owned(),
            system: system?,
            from: from?,
            to: to?,
            role: role?,
            course: course?,
            name,
            reason,
            sources,
            length_km,
            overland,
            via,
            avoid,
            drawn_km: measure::length_km(&line),
            line,
        })
    }

    fn landing(self, id: Option<String>) -> Option<Landing> {
        let Self { node, file, shape, report } = self;
        node.known(&["kind", "name", "country", "position", "note"], report);
        let name = Text::read(&node, "name", report);
        let country = country(&node, "country", report);
        let (position, accuracy_km) = position(&node, report);
        let note = Text::read_if(&node, "note", report);
        let at = point(shape, report);
        Some(Landing {
            id: id?,
            file: file.to_owned(),
            name: name?,
            country: country?,
            at: at?,
            position: position?,
            accuracy_km: accuracy_km?,
            note,
        })
    }

    fn branching_unit(self, id: Option<String>) -> Option<BranchingUnit> {
        let Self { node, file, shape, report } = self;
        node.known(&["kind", "name", "position", "note"], report);
        let name = Text::read(&node, "name", report);
        let (position, accuracy_km) = position(&node, report);
        let note = Text::read_if(&node, "note", report);
        let at = point(shape, report);
        Some(BranchingUnit {
            id: id?,
            file: file.to_owned(),
            name: name?,
            at: at?,
            position: position?,
            accuracy_km: accuracy_km?,
            note,
        })
    }

    fn sea(self, id: Option<String>) -> Option<Sea> {
        let Self { node, file, shape, report } = self;
        node.known(&["kind", "name", "rank", "min_zoom", "note"], report);
        let name = Text::read(&node, "name", report);
        let rank = node.number("rank", 1.0, 4.0, report);
        let note = Text::read_if(&node, "note", report);
        let min_zoom = node.get("min_zoom").and_then(|_| node.number("min_zoom", -5.0, 25.0, report));
        let line = match (shape.points.as_slice(), shape.lines.is_empty(), shape.polygons.is_empty()) {
            ([p], true, true) => Some(vec![*p]),
            ([], false, true) => whole(&shape.lines, report),
            _ => {
                report.add(Code::WrongGeometry, "geometry", &[shape_name(shape), "Point or LineString"]);
                None
            }
        };
        let rank = rank.map(|r| match r {
            r if r < 2.0 => 1,
            r if r < 3.0 => 2,
            r if r < 4.0 => 3,
            _ => 4,
        });
        Some(Sea { id: id?, file: file.to_owned(), name: name?, rank: rank?, min_zoom, note, line: line? })
    }
}

fn ends(node: &Node<'_>, report: &mut Report) -> Vec<(String, String)> {
    let mut out = Vec::new();
    if node.get("ends").is_none() {
        return out;
    }
    for (i, value) in node.list("ends", report).unwrap_or_default().iter().enumerate() {
        let Some(pair) = Node::new(value, &item("ends", i), report) else { continue };
        let (from, to) = (pair.id("from", report), pair.id("to", report));
        out.extend(from.zip(to));
    }
    out
}

/// A required ISO 3166-1 alpha-2 code.
pub(super) fn country(node: &Node<'_>, key: &str, report: &mut Report) -> Option<String> {
    let country = node.text(key, report)?;
    if country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase()) {
        return Some(country);
    }
    report.add(Code::UnknownValue, key, &[&country, "ISO 3166-1 alpha-2"]);
    None
}

fn position(node: &Node<'_>, report: &mut Report) -> (Option<super::Fact<PositionKind>>, Option<f64>) {
    let fact = POSITION.read(node, "position", report);
    let empty = Map::new();
    let inner =
        Node { map: node.get("position").and_then(Value::as_object).unwrap_or(&empty), path: "position".to_owned() };
    let accuracy_km = inner.number("accuracy_km", 0.0, 5_000.0, report);
    (fact, accuracy_km)
}
