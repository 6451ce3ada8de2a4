//! A fact with its sources, date, confidence, and all that was published about it.

use super::Text;
use crate::geodata::reader::{Node, item};
use crate::geodata::{Code, Report};
use crate::json::Value;

/// How far a fact can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Primary or official, or several independent sources.
    A,
    /// One good source of the trade.
    B,
    /// Secondary, undated, or our own derivation.
    C,
}

impl Confidence {
    pub(super) const NAMES: &'static [(&'static str, Self)] = &[("A", Self::A), ("B", Self::B), ("C", Self::C)];

    /// `A`, `B` or `C`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// One published value.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<T> {
    /// The value; `None` is "not published", and the note says so.
    pub value: Option<T>,
    /// The unit, or empty.
    pub unit: String,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// When it was said: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where not known.
    pub date: String,
    /// How far it can be relied on.
    pub confidence: Confidence,
    /// What a reader must know with it.
    pub note: Option<Text>,
}

/// The value that is shown, and every published one.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<T> {
    /// What is shown, and where it is from.
    pub shown: Claim<T>,
    /// How we derived it ourselves, if we did.
    pub derived: Option<Text>,
    /// Known to nobody in writing; marked so.
    pub unsourced: bool,
    /// All the published values, the newest first; empty where there is only the one shown.
    pub claims: Vec<Claim<T>>,
}

impl<T> Fact<T> {
    /// The value that is shown.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.shown.value.as_ref()
    }
}

/// How one kind of fact is read: the units it may have (none: it has no unit) and its value.
pub(super) struct Form<T: 'static> {
    pub(super) units: &'static [&'static str],
    pub(super) value: fn(&Value, &str, &mut Report) -> Option<T>,
}

impl<T> Form<T> {
    /// The fact at `key`, which must be there.
    pub(super) fn read(&self, parent: &Node<'_>, key: &str, report: &mut Report) -> Option<Fact<T>> {
        let raw = RawFact::read(&parent.object(key, report)?, self.units, report);
        let shown = self.claim(raw.shown, report);
        let claims: Vec<Option<Claim<T>>> = raw.claims.into_iter().map(|c| self.claim(c, report)).collect();
        let claims: Option<Vec<Claim<T>>> = claims.into_iter().collect();
        Some(Fact { shown: shown?, derived: raw.derived, unsourced: raw.unsourced?, claims: claims? })
            .filter(|_| raw.whole)
    }

    /// The fact at `key`, if there is one.
    pub(super) fn read_if(&self, parent: &Node<'_>, key: &str, report: &mut Report) -> Option<Fact<T>> {
        parent.get(key)?;
        self.read(parent, key, report)
    }

    fn claim(&self, raw: RawClaim<'_>, report: &mut Report) -> Option<Claim<T>> {
        let value = match raw.value {
            RawValue::Bad => None,
            RawValue::Null => Some(None),
            RawValue::Given(value, at) => (self.value)(value, &at, report).map(Some),
        };
        Some(raw.frame?.with(value?))
    }
}

/// A value not yet read, whatever its type will be.
enum RawValue<'v> {
    /// Missing, or null without a note; it has been reported.
    Bad,
    /// Null, and a note says why.
    Null,
    /// A value and its path.
    Given(&'v Value, String),
}

/// A claim but for the reading of its value.
struct RawClaim<'v> {
    frame: Option<Frame>,
    value: RawValue<'v>,
}

/// A fact but for the reading of its values: the part that is the same for all types.
struct RawFact<'v> {
    shown: RawClaim<'v>,
    claims: Vec<RawClaim<'v>>,
    derived: Option<Text>,
    unsourced: Option<bool>,
    /// Whether the list of claims could be read as far as it is a list of objects.
    whole: bool,
}

impl<'v> RawFact<'v> {
    fn read(node: &Node<'v>, units: &[&str], report: &mut Report) -> Self {
        let (frame, derived, unsourced) = match Frame::read(node, units, true, report) {
            Some((frame, derived, unsourced)) => (Some(frame), derived, Some(unsourced)),
            None => (None, None, None),
        };
        let mut whole = true;
        let mut claims = Vec::new();
        if node.get("claims").is_some() {
            let at = node.at("claims");
            let list = node.list("claims", report);
            whole = list.is_some();
            for (i, value) in list.into_iter().flatten().enumerate() {
                match Node::new(value, &item(&at, i), report) {
                    Some(claim) => {
                        let frame = Frame::read(&claim, units, false, report).map(|f| f.0);
                        claims.push(RawClaim { frame, value: raw_value(&claim, report) });
                    }
                    None => whole = false,
                }
            }
        }
        Self { shown: RawClaim { frame, value: raw_value(node, report) }, claims, derived, unsourced, whole }
    }
}

fn raw_value<'v>(node: &Node<'v>, report: &mut Report) -> RawValue<'v> {
    let at = node.at("value");
    match node.map.get("value") {
        None => report.add(Code::MissingProperty, &at, &[]),
        Some(Value::Null) if node.get("note").is_some() => return RawValue::Null,
        Some(Value::Null) => report.add(Code::NullWithoutNote, &at, &[]),
        Some(value) => return RawValue::Given(value, at),
    }
    RawValue::Bad
}

/// What surrounds the value of a fact or a claim, whatever its type.
struct Frame {
    unit: String,
    sources: Vec<String>,
    date: String,
    confidence: Confidence,
    note: Option<Text>,
}

impl Frame {
    fn read(node: &Node<'_>, units: &[&str], fact: bool, report: &mut Report) -> Option<(Self, Option<Text>, bool)> {
        node.known(
            &[
                "value",
                "unit",
                "sources",
                "date",
                "confidence",
                "note",
                "derived",
                "unsourced",
                "claims",
                "accuracy_km",
            ],
            report,
        );
        let unit = unit(node, units, report);
        let note = Text::read_if(node, "note", report);
        let derived = if fact { Text::read_if(node, "derived", report) } else { None };
        let unsourced = if fact { node.flag("unsourced", report)? } else { false };
        let sources = node.texts("sources", report);
        let bare = sources.as_ref().is_some_and(Vec::is_empty) && derived.is_none() && !unsourced;
        if bare {
            let code = if fact { Code::FactWithoutSource } else { Code::ClaimWithoutSource };
            report.add(code, &node.at("sources"), &[]);
        }
        let undated = (derived.is_some() || unsourced) && node.get("date").is_none();
        let date = if undated { Some(String::new()) } else { node.date("date", report) };
        let confidence = node.one_of("confidence", Confidence::NAMES, Code::UnknownConfidence, report);
        let sources = sources.filter(|_| !bare);
        Some((Self { unit: unit?, sources: sources?, date: date?, confidence: confidence?, note }, derived, unsourced))
    }

    fn with<T>(self, value: Option<T>) -> Claim<T> {
        Claim {
            value,
            unit: self.unit,
            sources: self.sources,
            date: self.date,
            confidence: self.confidence,
            note: self.note,
        }
    }
}

/// The unit: required where there is a choice of units and a value, one of them where it is given.
fn unit(node: &Node<'_>, units: &[&str], report: &mut Report) -> Option<String> {
    if node.get("unit").is_none() && (units.is_empty() || node.get("value").is_none()) {
        return Some(String::new());
    }
    let unit = node.text("unit", report)?;
    if units.contains(&unit.as_str()) {
        return Some(unit);
    }
    let all = if units.is_empty() { "none".to_owned() } else { units.join(", ") };
    report.add(Code::UnknownUnit, &node.at("unit"), &[&unit, &all]);
    None
}
