//! The supercomputers: modelled round trips between those of Europe and Japan as it stands and by each proposal over the
//! Arctic, with what was measured between the cities that are nearest to them.

use super::asked::Asked;
use super::name::Known;
use super::ways::{Claim, measured};
use crate::cable::gazetteer::{MeasurementClass, PlaceClass};
use crate::i18n::Msg;
use crate::network::Trouble;
use crate::network::compare::{Course, compare};
use crate::sphere::measure::distance_km;

/// The country that the agreement joins to those of the EU.
const PARTNER: &str = "JP";

/// Two machines and the round trips between them, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// "LUMI – Fugaku".
    pub name: String,
    /// As it stands.
    pub now: String,
    /// By each proposal, in the order of [`Machines::proposals`]; those that join later pairs alone are missing.
    pub by: Vec<String>,
    /// What light in fibre needs along the great circle.
    pub limit: String,
    /// What was measured between the nearest two cities of which it is known.
    pub measured: Option<Claim>,
}

/// All pairs that have been compared so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Machines {
    /// The names of the proposals that join any of them.
    pub proposals: Vec<String>,
    /// The pairs.
    pub pairs: Vec<Pair>,
}

impl Machines {
    /// Each machine of Europe with each of Japan, as nodes of the network.
    #[must_use]
    pub fn ends(known: Known<'_>) -> Vec<[usize; 2]> {
        let machines = known.gazetteer.places.iter().filter(|p| p.class == PlaceClass::Supercomputer);
        let node = |id: &str| known.network.end(&["place:", id].concat()).ok();
        let (there, here): (Vec<_>, Vec<_>) = machines.partition(|p| p.country == PARTNER);
        let pairs = here.iter().flat_map(|a| there.iter().map(move |b| (a, b)));
        pairs.filter_map(|(a, b)| Some([node(&a.id)?, node(&b.id)?])).collect()
    }

    /// Compares one more pair under what the question counts and assumes.
    ///
    /// # Errors
    /// What is wrong with the question.
    pub fn add(&mut self, known: Known<'_>, asked: &Asked, ends: [usize; 2]) -> Result<(), Trouble> {
        let found = compare(known.network, &asked.scenario, &asked.assumptions, ends)?;
        let words = known.words;
        let rtt = |ms: Option<f64>| ms.map_or_else(|| words.text(Msg::LabNone).to_owned(), |ms| words.ms(ms));
        let proposals: Vec<(String, f64)> = found
            .rows
            .iter()
            .filter_map(|row| match (row.course, &row.way) {
                (Course::Proposal(cable), Some(way)) => Some((known.cable(cable), way.rtt_ms)),
                _ => None,
            })
            .collect();
        let more = proposals.iter().map(|(name, _)| name.clone()).filter(|name| !self.proposals.contains(name));
        let more: Vec<String> = more.collect();
        self.proposals.extend(more);
        let by = self.proposals.iter().map(|name| rtt(proposals.iter().find(|p| p.0 == *name).map(|p| p.1)));
        self.pairs.push(Pair {
            name: known.pair(ends),
            now: rtt(found.best.ok().map(|way| way.rtt_ms)),
            by: by.collect(),
            limit: words.ms(found.limit.fibre_ms),
            measured: nearest(known, ends),
        });
        Ok(())
    }
}

/// What was measured between the two cities that are, taken together, the nearest to two nodes.
fn nearest(known: Known<'_>, ends: [usize; 2]) -> Option<Claim> {
    let [a, b] = ends.map(|n| known.network.nodes[n].at);
    let at = |id: &str| known.gazetteer.place(id).map(|p| p.at);
    let far = |from: &str, to: &str| {
        let (from, to) = (at(from)?, at(to)?);
        let [there, back] = [[from, to], [to, from]].map(|[x, y]| distance_km(a, x) + distance_km(b, y));
        Some(there.min(back))
    };
    let all = known.gazetteer.measurements.iter().filter(|m| m.class == MeasurementClass::Measured);
    let (_, found) = all.filter_map(|m| Some((far(&m.from, &m.to)?, m))).min_by(|x, y| x.0.total_cmp(&y.0))?;
    let name = |id: &str| known.gazetteer.place(id).map_or(id, |p| p.name.get(known.words.catalogue.code())).to_owned();
    let (_, mut claim) = measured(known, found)?;
    claim.label = known.words.named(&[name(&found.from), name(&found.to)].join(" – "), &claim.label);
    Some(claim)
}
