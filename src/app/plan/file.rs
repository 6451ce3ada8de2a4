//! A planned cable as a file of GeoJSON.

use super::Plan;
use crate::decimal;
use crate::geodata::cut_at_antimeridian;
use crate::seaway::Planned;
use crate::sphere::LonLat;

/// The planned line as RFC 7946 has it, cut at the antimeridian, with its figures, and a point for each stop; `link` is the state
/// in which it was planned.
#[must_use]
pub fn geojson(plan: &Plan, planned: &Planned, names: &[String], stops: &[LonLat], rtt_ms: f64, link: &str) -> String {
    let way = &planned.way;
    let parts = cut_at_antimeridian(&way.points);
    let lists: Vec<String> = parts.iter().map(|part| list(part)).collect();
    let (kind, coordinates) = match lists.as_slice() {
        [one] => ("LineString", one.clone()),
        many => ("MultiLineString", ["[", &many.join(", "), "]"].concat()),
    };
    let number = |n: f64| decimal::write(n, 1);
    let ends = names.first().zip(names.last()).map(|(a, b)| [a.as_str(), " – ", b].concat()).unwrap_or_default();
    let properties: Vec<(&str, String)> = vec![
        ("kind", quoted("planned")),
        ("name", quoted(&ends)),
        ("route_km", number(way.length_km)),
        ("cable_km", number(way.length_km * (1.0 + plan.slack()))),
        ("rtt_ms", number(rtt_ms)),
        ("inland_km", ["[", &number(way.inland_km[0]), ", ", &number(way.inland_km[1]), "]"].concat()),
        ("plan", quoted(&plan.write())),
        ("link", quoted(link)),
        (
            "note",
            quoted(
                "Planned on the Arctic Cable Map: a line through water, not a survey and not a cable that anybody proposes.",
            ),
        ),
    ];
    let mut features = vec![feature(&properties, kind, &coordinates)];
    for (name, at) in names.iter().zip(stops) {
        features.push(feature(&[("kind", quoted("stop")), ("name", quoted(name))], "Point", &pair(*at)));
    }
    ["{\n  \"type\": \"FeatureCollection\",\n  \"features\": [\n", &features.join(",\n"), "\n  ]\n}\n"].concat()
}

fn feature(properties: &[(&str, String)], kind: &str, coordinates: &str) -> String {
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| [&quoted(name), ": ", value.as_str()].concat()).collect();
    [
        "    {\"type\": \"Feature\", \"properties\": {",
        &properties.join(", "),
        "},\n      \"geometry\": {\"type\": ",
        &quoted(kind),
        ", \"coordinates\": ",
        coordinates,
        "}}",
    ]
    .concat()
}

fn list(line: &[LonLat]) -> String {
    ["[", &line.iter().map(|p| pair(*p)).collect::<Vec<_>>().join(", "), "]"].concat()
}

fn pair(at: LonLat) -> String {
    ["[", &decimal::write(at.lon_deg, 4), ", ", &decimal::write(at.lat_deg, 4), "]"].concat()
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::{Report, features};
    use crate::seaway::Way;

    #[test]
    fn the_file_is_read_again_and_is_cut_at_the_antimeridian() {
        let points = vec![LonLat::new(170.0, 60.0), LonLat::new(-170.0, 60.0), LonLat::new(-169.5, 59.0)];
        let way = Way { points: points.clone(), length_km: 1_200.04, inland_km: [0.0, 1.26] };
        let planned = Planned { way, wrong_depth_km: 0.0, near_shore_km: 0.0 };
        let names = ["A \"b\" \\ c\n".to_owned(), "Ö".to_owned()];
        let text = geojson(&Plan::default(), &planned, &names, &[points[0], points[2]], 12.34, "https://x/#plan=1");
        let mut report = Report::new("plan");
        let read = features(text.as_bytes(), &mut report);
        assert_eq!(read.len(), 3, "{text}");
        assert_eq!(read[0].shape.lines.len(), 2);
        assert_eq!(read[0].shape.lines[0].last().map(|p| p.lon_deg), Some(180.0));
        assert_eq!(read[2].shape.points, [points[2]]);
        assert!(text.contains("\"cable_km\": 1260,") || text.contains("\"cable_km\": 1260.0,"), "{text}");
    }
}
