//! A file of cables as text: which bytes are a segment's geometry, and what a line looks like there.

use anyhow::{Context, Result, bail};
use arctic_cable_map::geodata::cut_at_antimeridian;
use arctic_cable_map::sphere::LonLat;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::fmt::Write as _;
use std::ops::Range;

/// Lines of a file are no longer than this.
const WIDTH: usize = 120;
/// The indentation of a feature's members.
const INDENT: usize = 6;

/// A file and its segments.
pub(super) struct File<'a> {
    text: &'a str,
    pub(super) segments: Vec<Segment>,
}

/// What a segment says of its line.
pub(super) struct Segment {
    pub(super) id: String,
    pub(super) system: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) via: Vec<LonLat>,
    pub(super) avoid: Vec<String>,
    pub(super) overland: bool,
    /// Whether the line stands for one still to be drawn.
    pub(super) is_sketch: bool,
    /// The bytes of the geometry.
    pub(super) geometry: Range<usize>,
}

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(borrow)]
    features: Vec<Feature<'a>>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    #[serde(default)]
    id: Value,
    properties: Value,
    #[serde(borrow)]
    geometry: &'a RawValue,
}

impl<'a> File<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self> {
        let collection: Collection<'a> = serde_json::from_str(text)?;
        let mut segments = Vec::new();
        for feature in &collection.features {
            if feature.properties["kind"] == "segment" {
                let id = feature.id.as_str().context("a segment has no id")?;
                segments.push(segment(text, id, feature).with_context(|| format!("segment {id}"))?);
            }
        }
        Ok(Self { text, segments })
    }

    /// The text with new geometries.
    pub(super) fn with(&self, mut new: Vec<(Range<usize>, String)>) -> String {
        new.sort_by_key(|(range, _)| range.start);
        let mut out = String::with_capacity(self.text.len() * 2);
        let mut from = 0;
        for (range, geometry) in new {
            out.push_str(&self.text[from..range.start]);
            out.push_str(&geometry);
            from = range.end;
        }
        out.push_str(&self.text[from..]);
        out
    }
}

fn segment(text: &str, id: &str, feature: &Feature<'_>) -> Result<Segment> {
    let p = &feature.properties;
    let member = |name: &str| p[name].as_str().map(str::to_owned).with_context(|| format!("{name} is missing"));
    let raw = feature.geometry.get();
    // What is borrowed from a text lies within it.
    let start = raw.as_ptr() as usize - text.as_ptr() as usize;
    let geometry: Value = serde_json::from_str(raw)?;
    let two = geometry.is_null()
        || geometry["coordinates"].as_array().is_some_and(|c| geometry["type"] == "LineString" && c.len() == 2);
    Ok(Segment {
        id: id.to_owned(),
        system: p["system"].as_str().unwrap_or_default().to_owned(),
        from: member("from")?,
        to: member("to")?,
        via: list(p, "via")?.iter().map(position).collect::<Result<_>>()?,
        avoid: list(p, "avoid")?
            .iter()
            .map(|v| v.as_str().map(str::to_owned).context("avoid holds something else than ids"))
            .collect::<Result<_>>()?,
        overland: p["overland"] == true,
        is_sketch: two || !p["via"].is_null() || p["overland"] == true,
        geometry: start..start + raw.len(),
    })
}

fn list<'v>(properties: &'v Value, name: &str) -> Result<&'v [Value]> {
    match &properties[name] {
        Value::Null => Ok(&[]),
        Value::Array(list) => Ok(list),
        other => bail!("{name} is not a list but {other}"),
    }
}

fn position(value: &Value) -> Result<LonLat> {
    let number = |i: usize| value.get(i).and_then(Value::as_f64);
    match (number(0), number(1)) {
        (Some(lon), Some(lat)) if lon.abs() <= 180.0 && lat.abs() <= 90.0 => Ok(LonLat::new(lon, lat)),
        _ => bail!("via holds {value}, which is not a position"),
    }
}

/// A line as the text of a geometry, cut at the antimeridian as RFC 7946 wants.
pub(super) fn geometry(line: &[LonLat]) -> String {
    let parts = cut_at_antimeridian(line);
    let (name, lists): (&str, Vec<Vec<String>>) = match parts.as_slice() {
        [one] => ("LineString", vec![one.iter().map(written).collect()]),
        many => ("MultiLineString", many.iter().map(|part| part.iter().map(written).collect()).collect()),
    };
    let joined: Vec<String> = lists.iter().map(|l| format!("[{}]", l.join(", "))).collect();
    let inner = if lists.len() == 1 { joined.concat() } else { format!("[{}]", joined.join(", ")) };
    let short = format!("{{\"type\": \"{name}\", \"coordinates\": {inner}}}");
    if short.len() + INDENT + "\"geometry\": ".len() <= WIDTH {
        return short;
    }
    let pad = " ".repeat(INDENT);
    let mut out = format!("{{\n{pad}  \"type\": \"{name}\",\n{pad}  \"coordinates\": [\n");
    if lists.len() == 1 {
        wrap(&mut out, &lists[0], INDENT + 4);
    } else {
        for (i, list) in lists.iter().enumerate() {
            let _ = writeln!(out, "{pad}    [");
            wrap(&mut out, list, INDENT + 6);
            let _ = writeln!(out, "{pad}    ]{}", if i + 1 < lists.len() { "," } else { "" });
        }
    }
    let _ = write!(out, "{pad}  ]\n{pad}}}");
    out
}

/// Positions, as many on a line as fit.
fn wrap(out: &mut String, list: &[String], indent: usize) {
    let mut column = 0;
    for (i, item) in list.iter().enumerate() {
        let comma = usize::from(i + 1 < list.len());
        if column == 0 || column + 1 + item.len() + comma > WIDTH {
            let _ = write!(out, "{}{}", if column == 0 { "" } else { "\n" }, " ".repeat(indent));
            column = indent;
        } else {
            out.push(' ');
            column += 1;
        }
        out.push_str(item);
        out.push_str(if comma == 1 { "," } else { "" });
        column += item.len() + comma;
    }
    out.push('\n');
}

fn written(p: &LonLat) -> String {
    format!("[{}, {}]", decimal(p.lon_deg), decimal(p.lat_deg))
}

/// At most four decimals, at least one.
fn decimal(x: f64) -> String {
    format!("{:?}", (x * 10_000.0).round() / 10_000.0 + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().map(|&(x, y)| LonLat::new(x, y)).collect()
    }

    #[test]
    fn a_line_over_the_antimeridian_is_written_in_two_parts() {
        let text = geometry(&line(&[(170.0, 60.0), (-170.0, 60.0)]));
        assert!(text.contains("MultiLineString") && text.contains("[180.0, 60.3783]\n"), "{text}");
    }

    #[test]
    fn only_the_geometry_of_a_segment_changes() {
        let text = r#"{"features": [
  {"id": "s/a--b", "properties": {"kind": "segment", "system": "s", "from": "a", "to": "b", "name": {"en": "Ö"}, "via": [[1, 2]]},
   "geometry": {"type":  "LineString", "coordinates": [[0, 0], [1, 1]]}, "x": 1}, {"id": "s", "properties": {"kind": "system"}, "geometry": null}]}"#;
        let file = File::read(text).unwrap_or_else(|e| unreachable!("{e}"));
        let [segment] = file.segments.as_slice() else { unreachable!("one segment") };
        assert!(segment.is_sketch && segment.via == line(&[(1.0, 2.0)]));
        let new = geometry(&line(&[(0.0, 0.0), (1.0, 2.0)]));
        let got = file.with(vec![(segment.geometry.clone(), new.clone())]);
        assert_eq!(got, text.replace(r#"{"type":  "LineString", "coordinates": [[0, 0], [1, 1]]}"#, &new));
    }

    #[test]
    fn long_lines_are_wrapped() {
        let many: Vec<LonLat> = (0..40).map(|k| LonLat::new(f64::from(k) + 0.123_45, 10.0)).collect();
        let text = geometry(&many);
        assert!(text.lines().all(|l| l.len() <= WIDTH) && text.lines().count() > 8);
        assert!(serde_json::from_str::<Value>(&text).is_ok_and(|v| v["coordinates"][39][0] == 39.1235));
    }
}
