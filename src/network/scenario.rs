//! What is taken to stand: statuses, a year, corridors closed, cuts.

use super::{Corridor, Corridors, Cut, Network, NodeKind, Standing, Trouble};
use crate::cable::Status;

/// A choice of what stands. The default is what is in service, and lines over land other than those across Asia.
///
/// The lines through Siberia, Kazakhstan, Iraq, Iran and across Arabia exist. What sanctions, politics and prices leave of
/// them to others was not researched, so a way may take them only when it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The statuses that count.
    pub statuses: Vec<Status>,
    /// The year whose end is meant; `None`: statuses as they are told now.
    pub year: Option<i32>,
    /// Ids of systems that stand whatever their status and year, as proposals that are tried out.
    pub with: Vec<String>,
    /// Corridors that no way may take.
    pub closed: Corridors,
    /// What is cut.
    pub cuts: Vec<Cut>,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            statuses: vec![Status::InService, Status::Terrestrial],
            year: None,
            with: Vec::new(),
            closed: Corridors::of(&[Corridor::Siberian, Corridor::NearEast, Corridor::Arabian]),
            cuts: Vec::new(),
        }
    }
}

impl Scenario {
    /// What stands at the end of that year: what was in service then, though it be retired now, and of the years to
    /// come what is being laid or planned with a date.
    #[must_use]
    pub fn at_year(year: i32) -> Self {
        let statuses =
            vec![Status::InService, Status::Terrestrial, Status::Retired, Status::UnderConstruction, Status::Planned];
        Self { statuses, year: Some(year), ..Self::default() }
    }

    /// The same with every corridor open: what is there, politics aside. Take it to ask what fails together, for a line
    /// that no stranger may use still joins its own shores.
    #[must_use]
    pub fn open(&self) -> Self {
        Self { closed: Corridors::NONE, ..self.clone() }
    }

    /// The same with that system besides.
    #[must_use]
    pub fn and(&self, cable: &str) -> Self {
        let mut out = self.clone();
        out.with.push(cable.to_owned());
        out
    }

    /// The same with those cuts instead of its own.
    #[must_use]
    pub fn cut(&self, cuts: Vec<Cut>) -> Self {
        Self { cuts, ..self.clone() }
    }

    /// What stands of a network.
    ///
    /// # Errors
    /// A system or a cut of which the network knows nothing.
    pub fn standing(&self, network: &Network) -> Result<Standing, Trouble> {
        let mut with = Vec::new();
        for id in &self.with {
            with.push(network.cable(id).ok_or_else(|| Trouble::UnknownCable(id.clone()))?);
        }
        let stands = |cable: usize| {
            let known = &network.cables[cable];
            let status = known.status.filter(|s| self.statuses.contains(s));
            with.contains(&cable) || status.is_some_and(|s| self.year.is_none_or(|year| known.years.stands(s, year)))
        };
        let cables: Vec<bool> = (0..network.cables.len()).map(stands).collect();
        let open = |e: &super::Edge| e.cable.is_none_or(|c| cables[c]) && e.crosses.is_apart(self.closed);
        let mut out =
            Standing { nodes: vec![true; network.nodes.len()], edges: network.edges.iter().map(open).collect() };
        for cut in &self.cuts {
            out.cut(network, cut)?;
        }
        Ok(out)
    }
}

impl Standing {
    /// Takes out what is cut.
    ///
    /// # Errors
    /// A cut of which the network knows nothing.
    pub fn cut(&mut self, network: &Network, cut: &Cut) -> Result<(), Trouble> {
        let unknown = || Trouble::UnknownCut(cut.clone());
        let edges = network.edges.iter().enumerate();
        match cut {
            Cut::Cable(id) => {
                let cable = network.cable(id).ok_or_else(unknown)?;
                edges.filter(|(_, e)| e.cable == Some(cable)).for_each(|(i, _)| self.edges[i] = false);
            }
            Cut::Segment(id) => self.edges[network.edge(id).ok_or_else(unknown)?] = false,
            Cut::Chokepoint(id) => {
                let strait = network.chokepoints.iter().position(|c| c == id).ok_or_else(unknown)?;
                edges.filter(|(_, e)| e.chokepoints.contains(&strait)).for_each(|(i, _)| self.edges[i] = false);
            }
            Cut::Landing(id) => {
                let node = network.landing(id).ok_or_else(unknown)?;
                debug_assert!(network.nodes[node].kind != NodeKind::Place, "only landings and branching units are cut");
                self.nodes[node] = false;
                network.links(node).iter().for_each(|e| self.edges[*e] = false);
            }
        }
        Ok(())
    }
}
