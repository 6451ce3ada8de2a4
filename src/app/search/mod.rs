//! Finding things by their names: in every language that the data holds, in any script, with a slip of the finger or two.
//!
//! An [`Index`] knows names; [`Index::find`] answers what is typed with [`Group`]s of [`Hit`]s, the best first. What is
//! typed is text and nothing else: its first letters are read, whatever follows.

mod atlas;
mod fold;
mod slip;
#[cfg(test)]
mod tests;

pub use atlas::{entries, marks_of, place_of};
pub use fold::words;

use slip::{allowed, slips};

/// What kind of thing is found, in the order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A cable system.
    Cable,
    /// A landing point.
    Landing,
    /// A country; its id is its code.
    Country,
    /// A city or a supercomputer.
    Place,
    /// A strait or another place that cables have to pass.
    Chokepoint,
    /// An entry of the timeline.
    Event,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] = [Self::Cable, Self::Landing, Self::Country, Self::Place, Self::Chokepoint, Self::Event];
}

/// A thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its id in the data.
    pub id: String,
    /// Its names; the first is the one of the page's language.
    pub names: Vec<String>,
    /// What narrows a search down: the country of a town, the owners of a cable.
    pub also: Vec<String>,
}

/// A thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Its id in the data.
    pub id: String,
    /// Its name in the page's language.
    pub name: String,
    /// The name that was found, where that is another one.
    pub other: Option<String>,
}

/// What was found of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// The best of them, the best first.
    pub hits: Vec<Hit>,
}

/// More than this of what is typed is not read, in letters.
const MAX_LETTERS: usize = 80;
/// More words than this are not read.
const MAX_WORDS: usize = 8;

/// A word, ready to be compared.
#[derive(Clone, Debug)]
struct Word {
    letters: Vec<char>,
    /// The bits of its letters: a word that lacks too many of those that are typed is not compared.
    mask: u64,
}

impl Word {
    fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let mask = letters.iter().fold(0, |mask, c| mask | bit(*c));
        Self { letters, mask }
    }
}

/// The bit of a letter, by the last six bits of its code.
fn bit(c: char) -> u64 {
    1 << (u32::from(c) & 63)
}

/// A name, ready to be compared.
#[derive(Clone, Debug)]
struct Name {
    words: Vec<Word>,
    /// All its letters in one.
    joined: String,
}

impl Name {
    fn new(text: &str, most: usize) -> Self {
        let words = words(text, most);
        Self { joined: words.concat(), words: words.iter().map(|w| Word::new(w)).collect() }
    }
}

struct Known {
    entry: Entry,
    names: Vec<Name>,
    also: Vec<Word>,
}

/// All that can be found.
#[derive(Default)]
pub struct Index(Vec<Known>);

impl Index {
    /// Reads the names.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let known = |entry: Entry| Known {
            names: entry.names.iter().map(|n| Name::new(n, usize::MAX)).collect(),
            also: entry.also.iter().flat_map(|n| Name::new(n, usize::MAX).words).collect(),
            entry,
        };
        Self(entries.into_iter().map(known).collect())
    }

    /// The entry of an id.
    #[must_use]
    pub fn entry(&self, kind: Kind, id: &str) -> Option<&Entry> {
        self.0.iter().map(|known| &known.entry).find(|e| e.kind == kind && e.id == id)
    }

    /// What is meant by a text: groups in the order of their best, and at most `most` of each.
    #[must_use]
    pub fn find(&self, text: &str, most: usize) -> Vec<Group> {
        let mut typed = Name::new(text, MAX_LETTERS);
        typed.words.truncate(MAX_WORDS);
        let mut groups: Vec<(u32, Vec<u32>, Group)> = Vec::new();
        if typed.words.is_empty() {
            return Vec::new();
        }
        for known in &self.0 {
            let Some((cost, name)) = known.cost(&typed) else { continue };
            let kind = known.entry.kind;
            let place = groups.iter().position(|g| g.2.kind == kind).unwrap_or_else(|| {
                groups.push((cost, Vec::new(), Group { kind, hits: Vec::new() }));
                groups.len() - 1
            });
            let (best, costs, group) = &mut groups[place];
            *best = cost.min(*best);
            let place = costs.partition_point(|c| *c <= cost);
            if place < most {
                costs.insert(place, cost);
                group.hits.insert(place, known.hit(name));
                costs.truncate(most);
                group.hits.truncate(most);
            }
        }
        let mut out: Vec<(u32, Group)> = Vec::new();
        for (best, _, group) in groups {
            let place = out.partition_point(|(b, g)| (*b, g.kind) <= (best, group.kind));
            out.insert(place, (best, group));
        }
        out.into_iter().map(|(_, group)| group).collect()
    }
}

impl Known {
    /// What it costs to take this for what is typed, and which of its names was nearest.
    fn cost(&self, typed: &Name) -> Option<(u32, usize)> {
        let of = |(i, name)| self.cost_of(typed, name).map(|cost| (cost + u32::from(i > 0), i));
        self.names.iter().enumerate().filter_map(of).min()
    }

    fn cost_of(&self, typed: &Name, name: &Name) -> Option<u32> {
        // "seamewe3" and "sea me we 3" are one name.
        if name.joined == typed.joined {
            return Some(0);
        }
        #[allow(clippy::cast_possible_truncation, reason = "a name has few words")]
        let longer = (name.words.len() as u32).min(9);
        if name.joined.starts_with(&typed.joined) {
            return Some(1 + longer);
        }
        let (mut total, mut named) = (4, false);
        for word in &typed.words {
            let own = best(word, &name.words);
            named |= own.is_some();
            // What narrows down counts less than the name.
            total += own.or_else(|| best(word, &self.also).map(|cost| cost + 20))?;
        }
        // A cable is asked for by its owner too; a town is not by its country.
        (named || self.entry.kind == Kind::Cable).then_some(if named { total + longer } else { total })
    }

    fn hit(&self, name: usize) -> Hit {
        let names = &self.entry.names;
        let own = names.first().cloned().unwrap_or_default();
        let other = names.get(name).filter(|n| **n != own).cloned();
        Hit { kind: self.entry.kind, id: self.entry.id.clone(), name: own, other }
    }
}

/// The least that it costs to take one of the words for what is typed.
fn best(typed: &Word, words: &[Word]) -> Option<u32> {
    words.iter().filter_map(|word| cost(typed, word)).min()
}

/// What it costs to take a word for what is typed: nothing for the word itself, little for its beginning, more for a
/// part of it, most for slips.
fn cost(typed: &Word, word: &Word) -> Option<u32> {
    let (a, b) = (&typed.letters, &word.letters);
    if b.starts_with(a) {
        return Some(if a.len() == b.len() { 0 } else { 2 });
    }
    // Scripts without spaces have their words inside.
    let unspaced = a.first().is_some_and(|c| *c >= '\u{2e80}');
    if (a.len() >= 3 || unspaced) && a.len() <= b.len() && b.windows(a.len()).any(|part| part == a) {
        return Some(8);
    }
    let most = allowed(a.len());
    // Each letter that the word does not have at all is a slip.
    let unknown = || a.iter().filter(|c| word.mask & bit(**c) == 0).count();
    if most == 0 || b.len() + most < a.len() || unknown() > most {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, reason = "two at the most")]
    slips(a, b, most).map(|(count, whole)| 12 * count as u32 + if whole { 0 } else { 6 })
}
