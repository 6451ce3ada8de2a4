//! Walks a JSON object by property, and notes each problem under the property's path.

use super::json::type_name;
use super::{Code, Report};
use crate::decimal;
use crate::json::{Map, Value};

/// A JSON object and the path that leads to it.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// The members.
    pub map: &'a Map,
    /// `length_km.claims[0]`, or empty at the top.
    pub path: String,
}

impl<'a> Node<'a> {
    /// The object `value`, found at `path`.
    pub fn new(value: &'a Value, path: &str, report: &mut Report) -> Option<Self> {
        match value {
            Value::Object(map) => Some(Self { map, path: path.to_owned() }),
            other => {
                wrong_type(other, path, "{…}", report);
                None
            }
        }
    }

    /// The path of a member.
    #[must_use]
    pub fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { [self.path.as_str(), ".", key].concat() }
    }

    /// A member; `null` counts as absent.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|v| !v.is_null())
    }

    /// A member that must be there.
    pub fn need(&self, key: &str, report: &mut Report) -> Option<&'a Value> {
        let found = self.get(key);
        if found.is_none() {
            report.add(Code::MissingProperty, &self.at(key), &[]);
        }
        found
    }

    /// A required object.
    pub fn object(&self, key: &str, report: &mut Report) -> Option<Self> {
        let value = self.need(key, report)?;
        Self::new(value, &self.at(key), report)
    }

    /// A required text that is not empty.
    pub fn text(&self, key: &str, report: &mut Report) -> Option<String> {
        let value = self.need(key, report)?;
        text(value, &self.at(key), report)
    }

    /// A required number between `low` and `high`.
    pub fn number(&self, key: &str, low: f64, high: f64, report: &mut Report) -> Option<f64> {
        let value = self.need(key, report)?;
        number(value, &self.at(key), low, high, report)
    }

    /// A required list.
    pub fn list(&self, key: &str, report: &mut Report) -> Option<&'a [Value]> {
        match self.need(key, report)? {
            Value::Array(items) => Some(items),
            other => {
                wrong_type(other, &self.at(key), "[…]", report);
                None
            }
        }
    }

    /// A list of texts; absent means empty.
    pub fn texts(&self, key: &str, report: &mut Report) -> Option<Vec<String>> {
        if self.get(key).is_none() {
            return Some(Vec::new());
        }
        let path = self.at(key);
        let items = self.list(key, report)?;
        let read: Vec<String> =
            items.iter().enumerate().filter_map(|(i, v)| text(v, &item(&path, i), report)).collect();
        (read.len() == items.len()).then_some(read)
    }

    /// A flag; absent means `false`.
    pub fn flag(&self, key: &str, report: &mut Report) -> Option<bool> {
        match self.get(key) {
            None => Some(false),
            Some(Value::Bool(flag)) => Some(*flag),
            Some(other) => {
                wrong_type(other, &self.at(key), "true / false", report);
                None
            }
        }
    }

    /// A required date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn date(&self, key: &str, report: &mut Report) -> Option<String> {
        let date = self.text(key, report)?;
        if is_date(&date) {
            return Some(date);
        }
        report.add(Code::BadDate, &self.at(key), &[&date]);
        None
    }

    /// A required id.
    pub fn id(&self, key: &str, report: &mut Report) -> Option<String> {
        let id = self.text(key, report)?;
        is_id(&id, &self.at(key), report).then_some(id)
    }

    /// An address that may be opened by a link: http or https only.
    pub fn url(&self, key: &str, report: &mut Report) -> Option<String> {
        let url = self.text(key, report)?;
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if rest.is_some_and(|r| !r.is_empty() && !r.starts_with('/'))
            && !url.contains(|c: char| c.is_whitespace() || c.is_control())
        {
            return Some(url);
        }
        report.add(Code::BadUrl, &self.at(key), &[&url]);
        None
    }

    /// A required text out of a list of names.
    pub fn one_of<T: Copy>(&self, key: &str, names: &[(&str, T)], code: Code, report: &mut Report) -> Option<T> {
        let value = self.need(key, report)?;
        one_of(value, &self.at(key), names, code, report)
    }

    /// Warns of members that are not in `known`.
    pub fn known(&self, known: &[&str], report: &mut Report) {
        for key in self.map.keys() {
            if !known.contains(&key) {
                report.add(Code::UnknownProperty, &self.at(key), &[]);
            }
        }
    }
}

/// The path of a list's item.
#[must_use]
pub fn item(path: &str, index: usize) -> String {
    [path, "[", &index.to_string(), "]"].concat()
}

/// Notes that `value` is of the wrong type.
pub fn wrong_type(value: &Value, path: &str, wanted: &str, report: &mut Report) {
    report.add(Code::WrongType, path, &[wanted, type_name(value)]);
}

/// A text that is not empty. Control and bidirectional characters are kept: they are text, and
/// who draws it isolates it.
pub fn text(value: &Value, path: &str, report: &mut Report) -> Option<String> {
    match value {
        Value::String(s) if s.trim().is_empty() => {
            report.add(Code::EmptyText, path, &[]);
            None
        }
        Value::String(s) => Some(s.clone()),
        other => {
            wrong_type(other, path, "“…”", report);
            None
        }
    }
}

/// A number between `low` and `high`.
pub fn number(value: &Value, path: &str, low: f64, high: f64, report: &mut Report) -> Option<f64> {
    let Some(number) = value.as_f64() else {
        wrong_type(value, path, "123", report);
        return None;
    };
    if (low..=high).contains(&number) {
        return Some(number);
    }
    report.add(
        Code::NumberOutOfRange,
        path,
        &[number, low, high].map(|n| decimal::write(n, 6)).each_ref().map(String::as_str),
    );
    None
}

/// A text out of a list of names; `code` is the problem when it is none of them.
pub fn one_of<T: Copy>(value: &Value, path: &str, names: &[(&str, T)], code: Code, report: &mut Report) -> Option<T> {
    let found = text(value, path, report)?;
    let hit = names.iter().find(|(name, _)| *name == found);
    if hit.is_none() {
        let all: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        report.add(code, path, &[&found, &all.join(", ")]);
    }
    hit.map(|(_, t)| *t)
}

/// Whether `id` is fit for an id; notes the problem if not.
pub fn is_id(id: &str, path: &str, report: &mut Report) -> bool {
    let fit = id.len() <= 120
        && id.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-./".contains(&b));
    if !fit {
        report.add(Code::BadId, path, &[id]);
    }
    fit
}

fn is_date(date: &str) -> bool {
    let part = |text: Option<&str>, length: usize, low: u32, high: u32| {
        text.is_none_or(|t| {
            t.len() == length
                && t.bytes().all(|b| b.is_ascii_digit())
                && t.parse().is_ok_and(|n| (low..=high).contains(&n))
        })
    };
    let mut parts = date.split('-');
    part(parts.next(), 4, 1, 9999)
        && part(parts.next(), 2, 1, 12)
        && part(parts.next(), 2, 1, 31)
        && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for good in ["2023", "2023-07", "2023-07-03"] {
            assert!(is_date(good), "{good}");
        }
        for bad in ["", "23", "2023-13", "2023-7", "2023-07-32", "2023-07-03-01", "+023", "2023-", "2023-00"] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn script_addresses_are_refused() {
        let value = crate::json::parse(
            r#"{"a": "javascript:alert(1)", "b": "https://example.org/x", "c": "https:///x", "d": "http://a b"}"#,
        )
        .unwrap();
        let mut report = Report::new("f");
        let node = Node::new(&value, "", &mut report).unwrap();
        assert!(node.url("b", &mut report).is_some());
        for key in ["a", "c", "d"] {
            assert!(node.url(key, &mut report).is_none(), "{key}");
        }
        assert_eq!(report.problems.len(), 3);
    }
}
