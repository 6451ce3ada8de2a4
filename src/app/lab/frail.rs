//! What fails together and what fails alone, in words: ways that share nothing, and single points of failure.

use super::asked::Asked;
use super::name::{Known, corridor_message};
use crate::i18n::Msg;
use crate::network::disjoint::{Apart, disjoint};
use crate::network::weak::Weak;
use crate::network::{Cut, Trouble};

/// How many landings are named one by one.
const NAMED: usize = 6;

/// Ways that share nothing of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Apartness {
    /// Round trip and cables of each, the fastest first.
    pub ways: Vec<(String, String)>,
    /// The fewest whose loss parts the two ends; empty where they are apart already.
    pub min_cut: String,
    /// What several of the ways pass.
    pub shared: String,
}

/// The most ways between the ends that have nothing of one kind in common.
///
/// # Errors
/// What is wrong with the question.
pub fn apartness(known: Known<'_>, asked: &Asked, apart: Apart) -> Result<Apartness, Trouble> {
    let (network, words) = (known.network, known.words);
    let ends = asked.ends(network)?;
    let standing = asked.scenario.standing(network)?;
    let found = disjoint(network, &standing, &asked.assumptions, ends, apart);
    let edges = found.cut_edges.iter().map(|e| known.segment(*e));
    let parts: Vec<String> = edges.chain(found.cut_nodes.iter().map(|n| known.node(*n))).collect();
    let shared = |(c, n): &(usize, usize)| {
        words.with(Msg::LabSharedBy, &[("name", &known.chokepoint(*c)), ("count", &n.to_string())])
    };
    let shared: Vec<String> = found.shared.iter().map(shared).collect();
    Ok(Apartness {
        ways: found.ways.iter().map(|w| (words.ms(w.rtt_ms), known.cables(w))).collect(),
        min_cut: if parts.is_empty() {
            String::new()
        } else {
            words.with(Msg::LabMinCut, &[("list", &words.list(&parts))])
        },
        shared: if shared.is_empty() {
            words.text(Msg::LabSharedNone).to_owned()
        } else {
            words.with(Msg::LabShared, &[("list", &words.list(&shared))])
        },
    })
}

/// Something that cuts others off by failing alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Weakness {
    /// What fails.
    pub cut: Cut,
    /// What it is called.
    pub name: String,
    /// What it costs.
    pub costs: Vec<String>,
}

/// The single points of failure.
#[derive(Clone, Debug, PartialEq)]
pub struct Frail {
    /// What the list is of.
    pub note: String,
    /// The list, the most serious first.
    pub list: Vec<Weakness>,
}

impl Frail {
    /// The list in words; `pairs` are those asked about.
    #[must_use]
    pub fn new(known: Known<'_>, found: &Weak, pairs: &[[usize; 2]]) -> Self {
        let counts = [found.bridges.len().to_string(), found.articulations.len().to_string()];
        let note = known.words.with(Msg::LabWeakNote, &[("bridges", &counts[0]), ("landings", &counts[1])]);
        Self { note, list: found.list.iter().map(|w| weakness(known, w, pairs)).collect() }
    }
}

fn weakness(known: Known<'_>, found: &crate::network::weak::Weakness, pairs: &[[usize; 2]]) -> Weakness {
    let words = known.words;
    let mut costs = Vec::new();
    let mut cost = |message: Msg, list: String| {
        if !list.is_empty() {
            costs.push(words.with(message, &[("list", &list)]));
        }
    };
    cost(
        Msg::LabLosesPairs,
        words.list(&found.pairs.iter().filter_map(|i| pairs.get(*i)).map(|p| known.pair(*p)).collect::<Vec<_>>()),
    );
    cost(Msg::LabLosesCountries, known.countries(&found.countries));
    cost(
        Msg::LabLosesLandings,
        if found.landings.is_empty() { String::new() } else { known.nodes(&found.landings, NAMED) },
    );
    let corridors: Vec<String> = found.corridors.iter().map(|c| words.text(corridor_message(c)).to_owned()).collect();
    cost(Msg::LabLosesCorridor, words.list(&corridors));
    Weakness { cut: found.cut.clone(), name: known.cut(&found.cut), costs }
}
