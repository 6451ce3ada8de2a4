//! Turning facts into rows, and numbering the sources they cite.

use super::{ClaimLine, Row, SourceLine};
use crate::cable::{Atlas, Claim, Confidence, Fact, Text};
use crate::i18n::{Msg, Words};

/// The sources cited so far, in the order of their first mention.
#[derive(Default)]
pub(super) struct References {
    ids: Vec<String>,
}

impl References {
    /// The numbers of some sources, giving new ones to those not yet mentioned.
    pub(super) fn cite(&mut self, sources: &[String]) -> Vec<usize> {
        sources
            .iter()
            .map(|id| match self.ids.iter().position(|known| known == id) {
                Some(place) => place + 1,
                None => {
                    self.ids.push(id.clone());
                    self.ids.len()
                }
            })
            .collect()
    }

    /// The list of sources behind the numbers. A source that the data does not hold is named by its
    /// id: the validator has reported it.
    pub(super) fn lines(&self, atlas: &Atlas, words: &Words<'_>) -> Vec<SourceLine> {
        let line = |(i, id): (usize, &String)| {
            let source = atlas.source(id);
            let date = source.map(|s| s.date.as_deref().map_or_else(|| words.text(Msg::Undated).to_owned(), |d| words.date(d)));
            let publisher = source.map(|s| s.publisher.as_str());
            let parts: Vec<&str> = [publisher, date.as_deref()].into_iter().flatten().filter(|p| !p.is_empty()).collect();
            SourceLine {
                number: i + 1,
                title: source.map_or_else(|| id.clone(), |s| s.title.clone()),
                detail: parts.join(", "),
                url: source.and_then(|s| s.url.clone()).unwrap_or_default(),
            }
        };
        self.ids.iter().enumerate().map(line).collect()
    }
}

/// What all rows need.
pub(super) struct Writer<'a, 'w> {
    pub(super) words: &'a Words<'w>,
    pub(super) references: &'a mut References,
}

impl Writer<'_, '_> {
    /// The row of a fact whose value `write` puts into words; `none` stands for a null value.
    pub(super) fn row<T>(&mut self, label: Msg, fact: &Fact<T>, none: Msg, write: impl Fn(&Claim<T>, &T) -> String) -> Row {
        let value = |claim: &Claim<T>| match &claim.value {
            Some(v) => write(claim, v),
            None => self.words.text(none).to_owned(),
        };
        let claims: Vec<(String, &Claim<T>)> = fact.claims.iter().map(|c| (value(c), c)).collect();
        let shown = value(&fact.shown);
        let mut notes: Vec<String> = Vec::new();
        notes.extend(self.text(fact.shown.note.as_ref()));
        notes.extend(self.text(fact.derived.as_ref()));
        let mut marks = Vec::new();
        if fact.derived.is_some() {
            marks.push(self.words.text(Msg::MarkDerived).to_owned());
        }
        if fact.unsourced {
            marks.push(self.words.text(Msg::MarkUnsourced).to_owned());
        }
        if claims.iter().any(|(text, c)| c.value.is_some() && claims.iter().any(|(other, d)| d.value.is_some() && other != text)) {
            marks.push(self.words.text(Msg::MarkConflict).to_owned());
        }
        let claims = claims.into_iter().map(|(text, c)| self.claim(text, c)).collect();
        Row {
            label: self.words.text(label).to_owned(),
            value: shown,
            marks,
            references: self.references.cite(&fact.shown.sources),
            date: self.date(&fact.shown.date),
            confidence: self.confidence(fact.shown.confidence),
            notes,
            claims,
        }
    }

    /// As [`Writer::row`], for a number: conflicting claims are shown as their range.
    pub(super) fn number_row(&mut self, label: Msg, fact: &Fact<f64>, write: impl Fn(&Claim<f64>, f64) -> String) -> Row {
        let mut row = self.row(label, fact, Msg::NotPublished, |claim, v| write(claim, *v));
        let unit = fact.shown.unit.as_str();
        let same_unit = fact.claims.iter().filter(|c| c.unit == unit);
        let values: Vec<f64> = same_unit.filter_map(|c| c.value).collect();
        let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(*v), h.max(*v)));
        if low < high {
            let (low, high) = (write(&fact.shown, low), write(&fact.shown, high));
            let conflict = self.words.text(Msg::MarkConflict);
            row.marks.retain(|m| m != conflict);
            row.marks.push(self.words.with(Msg::PublishedBetween, &[("low", &low), ("high", &high)]));
        }
        row
    }

    fn claim<T>(&mut self, value: String, claim: &Claim<T>) -> ClaimLine {
        ClaimLine {
            value,
            date: self.date(&claim.date),
            references: self.references.cite(&claim.sources),
            confidence: self.confidence(claim.confidence),
            note: self.text(claim.note.as_ref()),
        }
    }

    fn date(&self, iso: &str) -> String {
        if iso.is_empty() { self.words.text(Msg::Undated).to_owned() } else { self.words.date(iso) }
    }

    fn confidence(&self, grade: Confidence) -> String {
        self.words.with(Msg::Confidence, &[("grade", grade.as_str())])
    }

    fn text(&self, text: Option<&Text>) -> Option<String> {
        text.map(|t| t.get(self.words.catalogue.code()).to_owned()).filter(|t| !t.is_empty())
    }
}
