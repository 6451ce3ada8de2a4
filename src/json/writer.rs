//! Values → text, by RFC 8259, without white space.

use super::Value;
use crate::decimal;

/// The text of a value. Numbers keep seven decimals, more than any in our files has.
#[must_use]
pub fn write(value: &Value) -> String {
    let mut out = String::new();
    add(value, &mut out);
    out
}

fn add(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(&decimal::write(*number, 7)),
        Value::String(text) => quote(text, out),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                add(item, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            out.push('{');
            for (i, (key, member)) in map.iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                quote(key, out);
                out.push(':');
                add(member, out);
            }
            out.push('}');
        }
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(u32::from(c) >> 4), digit(u32::from(c) & 15)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn what_is_written_reads_back_the_same() {
        for text in [
            r#"{"a":[1,-2.5,0.0001,1100000000,442.01],"b":{"c":null,"d":true,"e":false},"f":[],"g":{}}"#,
            "[\"\\\"\\\\\\n\\u0001\\u001f\",\"北極 ‘é’\"]",
        ] {
            let value = parse(text).unwrap();
            assert_eq!(write(&value), text);
            assert_eq!(parse(&write(&value)).unwrap(), value);
        }
    }
}
