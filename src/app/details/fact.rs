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
            let date = source
                .map(|s| s.date.as_deref().map_or_else(|| words.text(Msg::Undated).to_owned(), |d| words.date(d)));
            let publisher = source.map(|s| s.publisher.as_str());
            let parts: Vec<&str> =
                [publisher, date.as_deref()].into_iter().flatten().filter(|p| !p.is_empty()).collect();
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

/// How a number is put into words.
pub(super) type Write = fn(&Words<'_>, f64) -> String;

/// What all rows need.
pub(super) struct Writer<'a, 'w> {
    pub(super) words: &'a Words<'w>,
    pub(super) references: &'a mut References,
}

/// A claim whose value is in words: whatever its type was, the rest is the same for all.
struct Written<'f> {
    value: String,
    /// Whether there is a value; a null is put into words too.
    known: bool,
    sources: &'f [String],
    date: &'f str,
    confidence: Confidence,
    note: Option<&'f Text>,
}

/// A fact in words.
struct WrittenFact<'f> {
    shown: Written<'f>,
    derived: Option<&'f Text>,
    unsourced: bool,
    claims: Vec<Written<'f>>,
}

fn written<'f, T>(claim: &'f Claim<T>, none: &str, write: &dyn Fn(&Claim<T>, &T) -> String) -> Written<'f> {
    Written {
        value: claim.value.as_ref().map_or_else(|| none.to_owned(), |v| write(claim, v)),
        known: claim.value.is_some(),
        sources: &claim.sources,
        date: &claim.date,
        confidence: claim.confidence,
        note: claim.note.as_ref(),
    }
}

impl Writer<'_, '_> {
    /// The row of a fact whose value `write` puts into words; `none` stands for a null value.
    pub(super) fn row<T>(
        &mut self,
        label: Msg,
        fact: &Fact<T>,
        none: Msg,
        write: &dyn Fn(&Claim<T>, &T) -> String,
    ) -> Row {
        let none = self.words.text(none);
        let claims = fact.claims.iter().map(|c| written(c, none, write)).collect();
        let shown = written(&fact.shown, none, write);
        self.row_of(label, &WrittenFact { shown, derived: fact.derived.as_ref(), unsourced: fact.unsourced, claims })
    }

    /// As [`Writer::row`], for a number: conflicting claims are shown as their range.
    pub(super) fn number_row(
        &mut self,
        label: Msg,
        fact: &Fact<f64>,
        write: &dyn Fn(&Claim<f64>, f64) -> String,
    ) -> Row {
        let mut row = self.row(label, fact, Msg::NotPublished, &|claim, v| write(claim, *v));
        let same_unit = fact.claims.iter().filter(|c| c.unit == fact.shown.unit);
        let values = same_unit.filter_map(|c| c.value);
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        if low < high {
            let (low, high) = (write(&fact.shown, low), write(&fact.shown, high));
            let conflict = self.words.text(Msg::MarkConflict);
            row.marks.retain(|m| m != conflict);
            row.marks.push(self.words.with(Msg::PublishedBetween, &[("low", &low), ("high", &high)]));
        }
        row
    }

    /// The rows of those of some numbers that are there.
    pub(super) fn numbers(&mut self, numbers: &[(Msg, &Option<Fact<f64>>, Write)]) -> Vec<Row> {
        let words = self.words;
        let mut rows = Vec::new();
        for (label, fact, write) in numbers {
            if let Some(fact) = fact {
                rows.push(self.number_row(*label, fact, &|_, value| write(words, value)));
            }
        }
        rows
    }

    /// A value of ours: counted or measured on the map's own lines.
    #[inline(never)]
    pub(super) fn own_row(&mut self, label: Msg, value: String, mark: Msg) -> Row {
        Row {
            label: self.words.text(label).to_owned(),
            value,
            marks: vec![self.words.text(mark).to_owned()],
            references: Vec::new(),
            date: String::new(),
            confidence: String::new(),
            notes: Vec::new(),
            claims: Vec::new(),
        }
    }

    fn row_of(&mut self, label: Msg, fact: &WrittenFact<'_>) -> Row {
        let known: Vec<&str> = fact.claims.iter().filter(|c| c.known).map(|c| c.value.as_str()).collect();
        let conflict = known.iter().any(|v| *v != known[0]);
        let marks = [
            (fact.derived.is_some(), Msg::MarkDerived),
            (fact.unsourced, Msg::MarkUnsourced),
            (conflict, Msg::MarkConflict),
        ];
        let notes = [fact.shown.note, fact.derived];
        Row {
            label: self.words.text(label).to_owned(),
            value: fact.shown.value.clone(),
            marks: marks.iter().filter(|(on, _)| *on).map(|(_, m)| self.words.text(*m).to_owned()).collect(),
            references: self.references.cite(fact.shown.sources),
            date: self.date(fact.shown.date),
            confidence: self.confidence(fact.shown.confidence),
            notes: notes.into_iter().filter_map(|n| self.text(n)).collect(),
            claims: fact.claims.iter().map(|c| self.claim(c)).collect(),
        }
    }

    fn claim(&mut self, claim: &Written<'_>) -> ClaimLine {
        ClaimLine {
            value: claim.value.clone(),
            date: self.date(claim.date),
            references: self.references.cite(claim.sources),
            confidence: self.confidence(claim.confidence),
            note: self.text(claim.note),
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
