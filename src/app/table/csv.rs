//! Lines as comma-separated values (RFC 4180).

use super::Line;
use crate::decimal;

const HEADER: [&str; 9] =
    ["id", "name", "status", "ready_for_service", "length_km", "owners", "countries", "landing_points", "sources"];

/// The lines as a file: a header, then a record each; fields of several values have `; ` between them. Lines end in
/// CRLF, as RFC 4180 §2 has it; the text is UTF-8.
#[must_use]
pub fn write_csv(lines: &[Line]) -> String {
    let mut out = String::new();
    record(&mut out, &HEADER.map(str::to_owned));
    for line in lines {
        let fields = [
            line.id.clone(),
            line.name.clone(),
            line.status.as_str().to_owned(),
            line.ready.clone(),
            line.length_km.map(|km| decimal::write(km, 1)).unwrap_or_default(),
            line.owners.join("; "),
            line.countries.join("; "),
            line.landings.join("; "),
            line.sources.join("; "),
        ];
        record(&mut out, &fields);
    }
    out
}

fn record(out: &mut String, fields: &[String]) {
    for (i, field) in fields.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        if field.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push_str("\r\n");
}
