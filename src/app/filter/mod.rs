//! Filters: which systems a reader wants to see, and how many each choice would leave.
//!
//! [`Facets`] knows, for each system and each [`Facet`], which of the facet's choices it has. A [`Filter`] is what is
//! chosen. A system matches when it has at least one of the choices of each facet in which anything is chosen. Beside a
//! choice stands how many systems would match if it were the only one of its facet: what is chosen elsewhere counts.
//!
//! In a link each facet is a key with codes and commas between them:
//!
//! | key | codes |
//! |---|---|
//! | `status` | `in-service` … as in the data |
//! | `year` | ready for service: `-1999`, `2000-2009`, `2010-2019`, `2020-2029`, `2030-`, `none`; or one year alone, for what stands at the end of it |
//! | `owner` | the name in small letters without accents, words joined by `-` |
//! | `country` | ISO 3166-1 alpha-2, of a landing point |
//! | `length` | cable length in kilometres, from and below: `-500`, `500-2000`, `2000-5000`, `5000-10000`, `10000-`, `none` |
//! | `through` | ids of chokepoints |

mod facts;
mod passage;
#[cfg(test)]
mod tests;

pub use facts::{Band, LENGTHS, YEARS, stands};
pub(super) use facts::{length_km, status};
pub use passage::Passages;

use super::Carried;
use super::url::UrlProblem;
use crate::i18n::Msg;

/// What systems are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// How far it has come.
    Status,
    /// When it was, or is to be, ready for service.
    Year,
    /// How long its cable is.
    Length,
    /// Who owns it.
    Owner,
    /// Where it lands.
    Country,
    /// The chokepoints that it passes.
    Through,
}

impl Facet {
    /// All facets, in the order of the panel.
    pub const ALL: [Self; 6] = [Self::Status, Self::Year, Self::Length, Self::Owner, Self::Country, Self::Through];

    /// The key in a link: one of [`super::CARRIED`].
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Year => "year",
            Self::Length => "length",
            Self::Owner => "owner",
            Self::Country => "country",
            Self::Through => "through",
        }
    }

    const fn place(self) -> usize {
        self as usize
    }
}

/// One thing that can be chosen of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What stands for it in a link.
    pub code: String,
    /// Its name in the data, where it has one: an owner's.
    pub name: String,
}

/// One system as filters see it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    id: String,
    /// For each facet, which of its choices the system has.
    has: [Vec<usize>; Facet::ALL.len()],
    /// The first year at the end of which it stands, and the first at the end of which it no longer does.
    since: i32,
    until: i32,
}

/// The systems and what can be chosen of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    choices: [Vec<Choice>; Facet::ALL.len()],
    rows: Vec<Row>,
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: [Vec<usize>; Facet::ALL.len()],
    /// The year at the end of which the systems are to stand.
    pub at_end_of: Option<i32>,
}

impl Filter {
    /// Whether everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a choice, by its place, is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, choice: usize) -> bool {
        self.chosen[facet.place()].contains(&choice)
    }

    /// How many choices of a facet are chosen.
    #[must_use]
    pub fn count_of(&self, facet: Facet) -> usize {
        let year = facet == Facet::Year && self.at_end_of.is_some();
        self.chosen[facet.place()].len() + usize::from(year)
    }

    /// How many choices are chosen.
    #[must_use]
    pub fn count(&self) -> usize {
        Facet::ALL.iter().map(|facet| self.count_of(*facet)).sum()
    }
}

impl Facets {
    /// The choices of a facet, in the order of a list.
    #[must_use]
    pub fn choices(&self, facet: Facet) -> &[Choice] {
        &self.choices[facet.place()]
    }

    /// Reads what a link has chosen. What is not a choice is left out and reported.
    #[must_use]
    pub fn read(&self, carried: &Carried) -> (Filter, Vec<UrlProblem>) {
        let (mut filter, mut problems) = (Filter::default(), Vec::new());
        for facet in Facet::ALL {
            let text = carried.get(facet.key());
            let mut known = true;
            for code in text.split(',').map(str::trim).filter(|code| !code.is_empty()) {
                let year = facts::year_alone(code).filter(|_| facet == Facet::Year);
                let choice = self.choices(facet).iter().position(|c| c.code.eq_ignore_ascii_case(code));
                let chosen = &mut filter.chosen[facet.place()];
                match (year, choice) {
                    (Some(year), _) => filter.at_end_of = Some(year),
                    (None, Some(choice)) if !chosen.contains(&choice) => chosen.push(choice),
                    (None, Some(_)) => {}
                    (None, None) => known = false,
                }
            }
            if !known {
                problems.push(UrlProblem::new(facet.key(), text, Msg::ProblemUrlValue));
            }
        }
        (filter, problems)
    }

    /// What is chosen of a facet, for a link.
    #[must_use]
    pub fn write(&self, filter: &Filter, facet: Facet) -> String {
        let codes = filter.chosen[facet.place()].iter().filter_map(|i| self.choices(facet).get(*i));
        let year = filter.at_end_of.filter(|_| facet == Facet::Year).map(|y| y.to_string());
        codes.map(|c| c.code.clone()).chain(year).collect::<Vec<_>>().join(",")
    }

    /// What is chosen of a facet once a choice, by its place, has been switched, for a link.
    #[must_use]
    pub fn switched(&self, filter: &Filter, facet: Facet, choice: usize) -> String {
        let mut filter = filter.clone();
        let chosen = &mut filter.chosen[facet.place()];
        match chosen.iter().position(|c| *c == choice) {
            Some(place) => {
                chosen.remove(place);
            }
            None => chosen.push(choice),
        }
        self.write(&filter, facet)
    }

    /// Ids of the systems that match, in the order of the data.
    #[must_use]
    pub fn matching(&self, filter: &Filter) -> Vec<String> {
        self.rows.iter().filter(|row| row.lacks(filter) == Some(None)).map(|row| row.id.clone()).collect()
    }

    /// How many systems would match if a choice were the only one of its facet, for each choice of each facet.
    #[must_use]
    pub fn counts(&self, filter: &Filter) -> [Vec<usize>; Facet::ALL.len()] {
        let mut counts = Facet::ALL.map(|facet| vec![0; self.choices(facet).len()]);
        for row in &self.rows {
            // A system that fails in one facet alone counts for that facet's choices, one that fails in two for none.
            let Some(lacks) = row.lacks(filter) else { continue };
            for facet in Facet::ALL {
                if lacks.is_none_or(|lacking| lacking == facet) {
                    row.has[facet.place()].iter().for_each(|choice| counts[facet.place()][*choice] += 1);
                }
            }
        }
        counts
    }
}

impl Row {
    /// The one facet in which this does not match; `None` where that is more than one.
    fn lacks(&self, filter: &Filter) -> Option<Option<Facet>> {
        let mut lacking = None;
        for facet in Facet::ALL {
            let (has, chosen) = (&self.has[facet.place()], &filter.chosen[facet.place()]);
            let mut fits = chosen.is_empty() || has.iter().any(|choice| chosen.contains(choice));
            if let (Facet::Year, Some(year)) = (facet, filter.at_end_of) {
                fits &= self.since <= year && year < self.until;
            }
            if !fits && lacking.replace(facet).is_some() {
                return None;
            }
        }
        Some(lacking)
    }
}
