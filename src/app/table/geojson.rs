//! Systems and their landing points as GeoJSON (RFC 7946).

use super::{Line, lines};
use crate::cable::{Atlas, Course, Landing, PositionKind};
use crate::decimal;
use crate::geodata::cut_at_antimeridian;
use crate::sphere::LonLat;

/// The systems as one feature each, their lines cut at the antimeridian, and then each landing point once. Names are
/// English, as in the data; a system that nothing is drawn of has no geometry. An id that there is not is left out.
#[must_use]
pub fn write_geojson(atlas: &Atlas, ids: &[String]) -> String {
    let lines = lines(atlas, ids, "en");
    let mut landings: Vec<&Landing> = Vec::new();
    for landing in lines.iter().flat_map(|line| atlas.landings_of(&line.id)) {
        if !landings.iter().any(|known| known.id == landing.id) {
            landings.push(landing);
        }
    }
    let systems = lines.iter().map(|line| system(atlas, line));
    let features: Vec<String> = systems.chain(landings.into_iter().map(point)).collect();
    let start = "{\"type\":\"FeatureCollection\",\"attribution\":\"Arctic Cable Map\",\"licence\":\"CC-BY-4.0\",\"features\":[\n";
    [start, &features.join(",\n"), "\n]}\n"].concat()
}

fn system(atlas: &Atlas, line: &Line) -> String {
    let segments = || atlas.segments_of(&line.id);
    let surveyed = segments().all(|s| s.course.value() == Some(&Course::Surveyed));
    let parts: Vec<Vec<LonLat>> = segments().flat_map(|s| cut_at_antimeridian(&s.line)).collect();
    let mut properties = vec![
        ("kind", text("system")),
        ("name", text(&line.name)),
        ("status", text(line.status.as_str())),
        ("ready_for_service", if line.ready.is_empty() { null() } else { text(&line.ready) }),
        ("length_km", line.length_km.map_or_else(null, |km| decimal::write(km, 1))),
        ("owners", list(&line.owners)),
        ("countries", list(&line.countries)),
        ("sources", list(&line.sources)),
    ];
    let geometry = if parts.is_empty() {
        null()
    } else {
        properties.push(("course", text(if surveyed { "surveyed" } else { "indicative" })));
        let lines: Vec<String> = parts.iter().map(|part| array(part.iter().map(|p| position(*p)))).collect();
        ["{\"type\":\"MultiLineString\",\"coordinates\":", &array(lines.into_iter()), "}"].concat()
    };
    feature(&line.id, &properties, &geometry)
}

fn point(landing: &Landing) -> String {
    let properties = [
        ("kind", text("landing")),
        ("name", text(landing.name.get("en"))),
        ("country", text(&landing.country)),
        ("position", text(landing.position.value().map_or("", |kind: &PositionKind| kind.as_str()))),
        ("accuracy_km", decimal::write(landing.accuracy_km, 1)),
    ];
    let geometry = ["{\"type\":\"Point\",\"coordinates\":", &position(landing.at), "}"].concat();
    feature(&landing.id, &properties, &geometry)
}

fn feature(id: &str, properties: &[(&str, String)], geometry: &str) -> String {
    let members: Vec<String> =
        properties.iter().map(|(key, value)| [&text(key), ":", value.as_str()].concat()).collect();
    let id = text(id);
    ["{\"type\":\"Feature\",\"id\":", &id, ",\"properties\":{", &members.join(","), "},\"geometry\":", geometry, "}"]
        .concat()
}

fn position(p: LonLat) -> String {
    ["[", &decimal::write(p.lon_deg, 4), ",", &decimal::write(p.lat_deg, 4), "]"].concat()
}

fn array(items: impl Iterator<Item = String>) -> String {
    ["[", &items.collect::<Vec<_>>().join(","), "]"].concat()
}

fn list(texts: &[String]) -> String {
    array(texts.iter().map(|t| text(t)))
}

fn null() -> String {
    "null".to_owned()
}

/// A JSON string (RFC 8259 §7).
fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // Data has no other control characters: its reader refuses them.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
