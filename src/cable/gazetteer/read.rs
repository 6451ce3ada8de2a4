//! Features → chokepoints, places, events; list members → measurements.

use super::super::claim::Form;
use super::super::geometry::{point, shape_name};
use super::super::read::country;
use super::super::{Confidence, Text};
use super::{
    Chokepoint, ChokepointClass, Cut, Event, EventClass, Hazard, Measurement, MeasurementClass, Place, PlaceClass, Spot,
};
use crate::geodata::reader::{self, Node};
use crate::geodata::{Code, Feature, Report, Shape, stitch};
use crate::json::{Map, Value};

/// One feature, as what it is.
pub(super) enum Item {
    Chokepoint(Box<Chokepoint>),
    Place(Box<Place>),
    Event(Box<Event>),
}

#[derive(Clone, Copy)]
enum Kind {
    Chokepoint,
    Place,
    Event,
}

const KINDS: &[(&str, Kind)] = &[("chokepoint", Kind::Chokepoint), ("place", Kind::Place), ("event", Kind::Event)];

const SPOT: Form<Spot> =
    Form { units: &[], value: |v, at, r| reader::one_of(v, at, Spot::NAMES, Code::UnknownValue, r) };
const WORDS: Form<String> = Form { units: &[], value: reader::text };
const WIDTH: Form<f64> = Form { units: &["km"], value: |v, at, r| reader::number(v, at, 0.0, 20_000.0, r) };
const DEPTH: Form<f64> = Form { units: &["m"], value: |v, at, r| reader::number(v, at, 0.0, 11_000.0, r) };
const COUNT: Form<f64> = Form { units: &[], value: |v, at, r| reader::number(v, at, 0.0, 1_000.0, r) };
const SHARE: Form<f64> = Form { units: &["%"], value: |v, at, r| reader::number(v, at, 0.0, 100.0, r) };
const SPEED: Form<f64> = Form { units: &["PFLOPS"], value: |v, at, r| reader::number(v, at, 0.0, 1e6, r) };
const TIME: Form<f64> = Form { units: &["ms"], value: |v, at, r| reader::number(v, at, 0.0, 10_000.0, r) };

/// The item that a feature describes. `None` when a problem was noted that costs it.
pub(super) fn item(feature: &Feature, report: &mut Report) -> Option<Item> {
    let node = Node { map: &feature.properties, path: String::new() };
    let kind = node.one_of("kind", KINDS, Code::UnknownKind, report);
    let id = feature.required_id(report);
    match kind? {
        Kind::Chokepoint => chokepoint(&node, id, &feature.shape, report).map(|c| Item::Chokepoint(Box::new(c))),
        Kind::Place => place(&node, id, &feature.shape, report).map(|p| Item::Place(Box::new(p))),
        Kind::Event => event(&node, id, &feature.shape, report).map(|e| Item::Event(Box::new(e))),
    }
}

fn chokepoint(node: &Node<'_>, id: Option<String>, shape: &Shape, report: &mut Report) -> Option<Chokepoint> {
    node.known(
        &["kind", "name", "class", "summary", "hazards", "width_km", "sill_m", "cables", "traffic_percent", "sources"],
        report,
    );
    let name = Text::read(node, "name", report);
    let class = node.one_of("class", ChokepointClass::NAMES, Code::UnknownValue, report);
    let summary = Text::read(node, "summary", report);
    let hazards = hazards(node, report);
    let width_km = WIDTH.read_if(node, "width_km", report);
    let sill_m = DEPTH.read_if(node, "sill_m", report);
    let cables = COUNT.read_if(node, "cables", report);
    let traffic_percent = SHARE.read_if(node, "traffic_percent", report);
    let sources = node.texts("sources", report).unwrap_or_default();
    if shape.polygons.is_empty() || !shape.points.is_empty() || !shape.lines.is_empty() {
        report.add(Code::WrongGeometry, "geometry", &[shape_name(shape), "Polygon or MultiPolygon"]);
        return None;
    }
    Some(Chokepoint {
        id: id?,
        file: report.file.clone(),
        name: name?,
        class: class?,
        extent: stitch::stitch(shape.polygons.clone()),
        summary: summary?,
        hazards,
        width_km,
        sill_m,
        cables,
        traffic_percent,
        sources,
    })
}

/// The hazards that could be read; a misspelt one costs itself only.
fn hazards(node: &Node<'_>, report: &mut Report) -> Vec<Hazard> {
    if node.get("hazards").is_none() {
        return Vec::new();
    }
    let at = node.at("hazards");
    let list = node.list("hazards", report).unwrap_or_default().iter().enumerate();
    list.filter_map(|(i, v)| reader::one_of(v, &reader::item(&at, i), Hazard::NAMES, Code::UnknownValue, report))
        .collect()
}

fn place(node: &Node<'_>, id: Option<String>, shape: &Shape, report: &mut Report) -> Option<Place> {
    node.known(
        &[
            "kind",
            "name",
            "class",
            "country",
            "capital",
            "position",
            "operator",
            "linpack_pflops",
            "peak_pflops",
            "role",
            "sources",
        ],
        report,
    );
    let name = Text::read(node, "name", report);
    let class = node.one_of("class", PlaceClass::NAMES, Code::UnknownValue, report);
    let country = country(node, "country", report);
    let capital = node.flag("capital", report);
    let position = SPOT.read(node, "position", report);
    let empty = Map::new();
    let inner = node.get("position").and_then(Value::as_object).unwrap_or(&empty);
    let accuracy_km = Node { map: inner, path: "position".to_owned() }.number("accuracy_km", 0.0, 5_000.0, report);
    let operator = WORDS.read_if(node, "operator", report);
    let linpack_pflops = SPEED.read_if(node, "linpack_pflops", report);
    let peak_pflops = SPEED.read_if(node, "peak_pflops", report);
    let role = Text::read_if(node, "role", report);
    let sources = node.texts("sources", report).unwrap_or_default();
    let at = point(shape, report);
    Some(Place {
        id: id?,
        file: report.file.clone(),
        name: name?,
        class: class?,
        country: country?,
        capital: capital?,
        at: at?,
        position: position?,
        accuracy_km: accuracy_km?,
        operator,
        linpack_pflops,
        peak_pflops,
        role,
        sources,
    })
}

fn event(node: &Node<'_>, id: Option<String>, shape: &Shape, report: &mut Report) -> Option<Event> {
    node.known(
        &["kind", "name", "date", "until", "class", "summary", "confidence", "systems", "places", "cuts", "sources"],
        report,
    );
    let name = Text::read(node, "name", report);
    let date = node.date("date", report);
    let until = node.get("until").and_then(|_| node.date("until", report));
    let class = node.one_of("class", EventClass::NAMES, Code::UnknownValue, report);
    let summary = Text::read(node, "summary", report);
    let confidence = node.one_of("confidence", Confidence::NAMES, Code::UnknownConfidence, report);
    let systems = node.texts("systems", report).unwrap_or_default();
    let places = node.texts("places", report).unwrap_or_default();
    let cuts = cuts(node, report);
    let sources = node.texts("sources", report);
    let bare = sources.as_ref().is_some_and(Vec::is_empty);
    if bare {
        report.add(Code::FactWithoutSource, "sources", &[]);
    }
    let at = if *shape == Shape::default() { Some(None) } else { point(shape, report).map(Some) };
    Some(Event {
        id: id?,
        file: report.file.clone(),
        name: name?,
        date: date?,
        until,
        class: class?,
        summary: summary?,
        confidence: confidence?,
        at: at?,
        systems,
        places,
        cuts,
        sources: sources.filter(|_| !bare)?,
    })
}

fn cuts(node: &Node<'_>, report: &mut Report) -> Vec<Cut> {
    let mut out = Vec::new();
    if node.get("cuts").is_none() {
        return out;
    }
    for (i, value) in node.list("cuts", report).unwrap_or_default().iter().enumerate() {
        let Some(cut) = Node::new(value, &reader::item("cuts", i), report) else { continue };
        cut.known(&["system", "segment", "chokepoint", "note"], report);
        let system = cut.id("system", report);
        let segment = cut.get("segment").and_then(|_| cut.id("segment", report));
        let chokepoint = cut.get("chokepoint").and_then(|_| cut.id("chokepoint", report));
        let note = Text::read_if(&cut, "note", report);
        out.extend(system.map(|system| Cut { system, segment, chokepoint, note }));
    }
    out
}

/// The measurement that a member of the list describes.
pub(super) fn measurement(value: &Value, report: &mut Report) -> Option<Measurement> {
    let node = Node::new(value, "", report)?;
    if let Some(Value::String(id)) = node.get("id") {
        report.feature = Some(id.clone());
    }
    node.known(&["id", "from", "to", "class", "rtt_ms", "method"], report);
    let id = node.id("id", report);
    let from = node.id("from", report);
    let to = node.id("to", report);
    let class = node.one_of("class", MeasurementClass::NAMES, Code::UnknownValue, report);
    let rtt_ms = TIME.read(&node, "rtt_ms", report);
    let method = Text::read(&node, "method", report);
    Some(Measurement {
        id: id?,
        file: report.file.clone(),
        from: from?,
        to: to?,
        class: class?,
        rtt_ms: rtt_ms?,
        method: method?,
    })
}
