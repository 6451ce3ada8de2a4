//! What nodes, cables, corridors and cuts are called.

use crate::cable::{Atlas, Gazetteer, Text};
use crate::i18n::{Msg, Words};
use crate::network::compare::Course;
use crate::network::{Corridor, Cut, EdgeKind, Network, NodeKind, Way};

/// All that answers are told from.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The cables.
    pub atlas: &'a Atlas,
    /// Places and chokepoints.
    pub gazetteer: &'a Gazetteer,
    /// The network of both.
    pub network: &'a Network,
    /// The reader's words.
    pub words: &'a Words<'a>,
}

/// The name of a corridor.
#[must_use]
pub fn corridor_message(corridor: Corridor) -> Msg {
    match corridor {
        Corridor::Arctic => Msg::LabArctic,
        Corridor::Suez => Msg::LabSuez,
        Corridor::American => Msg::LabAmerican,
        Corridor::Siberian => Msg::LabSiberian,
        Corridor::NearEast => Msg::LabNearEast,
        Corridor::Cape => Msg::LabCape,
        Corridor::Arabian => Msg::LabArabian,
    }
}

impl Known<'_> {
    fn text(&self, found: Option<&Text>, id: &str) -> String {
        found.map_or(id, |name| name.get(self.words.catalogue.code())).to_owned()
    }

    /// The name of a node; of one without a name its position.
    #[must_use]
    pub fn node(&self, node: usize) -> String {
        let known = &self.network.nodes[node];
        let id = known.id.as_str();
        let place = self.gazetteer.place(id).map(|p| &p.name);
        let landing = self.atlas.landing(id).map(|l| &l.name).or(self.atlas.branching_unit(id).map(|b| &b.name));
        match if known.kind == NodeKind::Place { place } else { landing } {
            None if id.is_empty() => self.words.position(known.at.lon_deg, known.at.lat_deg, 1),
            name => self.text(name, id),
        }
    }

    /// The name of a system.
    #[must_use]
    pub fn cable(&self, cable: usize) -> String {
        let id = self.network.cables[cable].id.as_str();
        self.text(self.atlas.system(id).map(|s| &s.name), id)
    }

    /// The name of a chokepoint.
    #[must_use]
    pub fn chokepoint(&self, chokepoint: usize) -> String {
        let id = self.network.chokepoints[chokepoint].as_str();
        self.text(self.gazetteer.chokepoint(id).map(|c| &c.name), id)
    }

    /// The ends of an edge, "A – B".
    #[must_use]
    pub fn edge_ends(&self, edge: usize) -> String {
        let [from, to] = self.network.edges[edge].ends.map(|n| self.node(n));
        self.words.with(Msg::Ends, &[("from", &from), ("to", &to)])
    }

    /// What a pair of ends is called.
    #[must_use]
    pub fn pair(&self, ends: [usize; 2]) -> String {
        let [from, to] = ends.map(|n| self.node(n));
        self.words.with(Msg::Ends, &[("from", &from), ("to", &to)])
    }

    /// A segment with its system.
    #[must_use]
    pub fn segment(&self, edge: usize) -> String {
        let ends = self.edge_ends(edge);
        match self.network.edges[edge].cable {
            Some(cable) => self.words.with(Msg::LabCutSegment, &[("name", &self.cable(cable)), ("ends", &ends)]),
            None => ends,
        }
    }

    /// What a row of a comparison is about.
    #[must_use]
    pub fn course(&self, course: Course) -> String {
        match course {
            Course::Direct => self.words.text(Msg::LabDirect).to_owned(),
            Course::Proposal(cable) => self.words.with(Msg::LabBy, &[("name", &self.cable(cable))]),
            Course::Over(corridor) => self.words.text(corridor_message(corridor)).to_owned(),
        }
    }

    /// What is cut.
    #[must_use]
    pub fn cut(&self, cut: &Cut) -> String {
        let with = |message, name: String| self.words.with(message, &[("name", &name)]);
        match cut {
            Cut::Cable(id) => {
                with(Msg::LabCutCable, self.network.cable(id).map_or_else(|| id.clone(), |c| self.cable(c)))
            }
            Cut::Segment(id) => self.network.edge(id).map_or_else(|| id.clone(), |edge| self.segment(edge)),
            Cut::Chokepoint(id) => {
                let known = self.network.chokepoints.iter().position(|c| c == id);
                with(Msg::LabCutChokepoint, known.map_or_else(|| id.clone(), |c| self.chokepoint(c)))
            }
            Cut::Landing(id) => {
                with(Msg::LabCutLanding, self.network.landing(id).map_or_else(|| id.clone(), |n| self.node(n)))
            }
        }
    }

    /// The sea cables of a way, in order, each once; of a way over land alone what such links are called.
    #[must_use]
    pub fn cables(&self, way: &Way) -> String {
        let mut names: Vec<String> = Vec::new();
        for edge in way.edges.iter().map(|e| &self.network.edges[*e]).filter(|e| e.kind == EdgeKind::Sea) {
            let name = edge.cable.map(|c| self.cable(c)).unwrap_or_default();
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            return self.words.catalogue.by_key("layer-overland").unwrap_or_default().to_owned();
        }
        self.words.list(&names)
    }

    /// Names of countries, in the order given.
    #[must_use]
    pub fn countries(&self, codes: &[String]) -> String {
        self.words.list(&codes.iter().map(|c| self.words.country(c)).collect::<Vec<_>>())
    }

    /// Names of nodes; of many the first few.
    #[must_use]
    pub fn nodes(&self, nodes: &[usize], most: usize) -> String {
        let some: Vec<String> = nodes.iter().take(most).map(|n| self.node(*n)).collect();
        let list = self.words.list(&some);
        match nodes.len().saturating_sub(most) {
            0 => list,
            more => self.words.with(Msg::LabMore, &[("list", &list), ("count", &more.to_string())]),
        }
    }
}
