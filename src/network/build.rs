//! The network of the map's data.

use super::chokepoints::meets;
use super::order::sorted;
use super::{Cable, Corridors, Edge, EdgeKind, Network, Node, NodeKind, Years};
use crate::cable::gazetteer::Chokepoint;
use crate::cable::{Atlas, Gazetteer, Status};
use crate::sphere::{Cap, LonLat, UnitVec, measure};

/// How many landings a place is joined to.
const JOINED: usize = 3;
/// A place is joined to landings as near as this, …
const NEAR_KM: f64 = 100.0;
/// … where there are none to those of its own country as near as this, and else to any as near.
const FAR_KM: f64 = 500.0;

impl Network {
    /// The network of everything in the atlas, whatever its status, with the places and chokepoints of the gazetteer.
    ///
    /// A place is joined to the three nearest landings of its own country within 100 km, else to the three nearest of it
    /// within 500 km, else to the three nearest of any country within 500 km; landings are those of systems not given up.
    #[must_use]
    pub fn build(atlas: &Atlas, gazetteer: &Gazetteer) -> Self {
        let mut building = Building::begin(atlas, gazetteer);
        while building.some(atlas, gazetteer, usize::MAX) {}
        building.network
    }

    /// Adds a cable that is planned on the map, from node to node along a line; it stands in every scenario and belongs to no
    /// system.
    pub fn add_planned(&mut self, id: &str, ends: [usize; 2], line: &[LonLat], gazetteer: &Gazetteer) {
        let straits: Vec<Strait> = gazetteer.chokepoints.iter().map(Strait::new).collect();
        self.add_edge(edge(id, ends, EdgeKind::Sea, line, &straits));
    }

    /// Adds a place and joins it to landings near it; it may have none. An empty country stands for any.
    pub fn add_place(&mut self, id: &str, country: &str, at: LonLat) -> usize {
        let near = self.landings_near(at);
        let own = |n: usize| country.is_empty() || self.nodes[n].country == country;
        let within = |limit_km: f64, any: bool| -> Vec<(usize, f64)> {
            near.iter().copied().filter(|(n, km)| *km <= limit_km && (any || own(*n))).take(JOINED).collect()
        };
        let choices = [within(NEAR_KM, false), within(FAR_KM, false), within(FAR_KM, true)];
        let joined = choices.into_iter().find(|c| !c.is_empty()).unwrap_or_default();
        let place = self.add_node(Node { id: id.to_owned(), kind: NodeKind::Place, country: country.to_owned(), at });
        for (landing, km) in joined {
            let line = [at, self.nodes[landing].at];
            let edge = edge("", [place, landing], EdgeKind::Backhaul, &line, &[]);
            self.add_edge(Edge { drawn_km: km, crosses: Corridors::NONE, ..edge });
        }
        place
    }

    /// The landings, and towns of lines over land, of systems that are not given up, the nearest first, with the
    /// kilometres along the geodesic.
    #[must_use]
    pub fn landings_near(&self, at: LonLat) -> Vec<(usize, f64)> {
        let lives = |e: &usize| {
            let status = self.edges[*e].cable.and_then(|c| self.cables[c].status);
            !matches!(
                status,
                None | Some(Status::Retired | Status::Cancelled | Status::Suspended | Status::Illustrative)
            )
        };
        let is_used = |n: &usize| self.nodes[*n].kind == NodeKind::Landing && self.links(*n).iter().any(lives);
        let near: Vec<(usize, f64)> =
            (0..self.nodes.len()).filter(is_used).map(|n| (n, measure::distance_km(at, self.nodes[n].at))).collect();
        sorted(near, &|a, b| a.1 < b.1)
    }
}

/// A network that is being built, some segments at a time, for who must not be kept waiting.
#[derive(Debug)]
pub struct Building {
    /// What is there so far.
    pub network: Network,
    straits: Vec<Strait>,
    segments: usize,
    places: usize,
}

impl Building {
    /// Begins with the landings; atlas and gazetteer must stay the same from here on.
    #[must_use]
    pub fn begin(atlas: &Atlas, gazetteer: &Gazetteer) -> Self {
        let landings = atlas.landings.iter().map(|l| (&l.id, NodeKind::Landing, l.country.as_str(), l.at));
        let units = atlas.branching_units.iter().map(|b| (&b.id, NodeKind::BranchingUnit, "", b.at));
        let node = |(id, kind, country, at): (&String, NodeKind, &str, LonLat)| Node {
            id: id.clone(),
            kind,
            country: country.to_owned(),
            at,
        };
        let nodes: Vec<Node> = landings.chain(units).map(node).collect();
        let cable = |s: &crate::cable::System| Cable {
            id: s.id.clone(),
            status: s.status.value().copied(),
            years: Years::of(s),
        };
        let chokepoints = gazetteer.chokepoints.iter().map(|c| c.id.clone()).collect();
        Self {
            network: Network::new(nodes, Vec::new(), atlas.systems.iter().map(cable).collect(), chokepoints),
            straits: gazetteer.chokepoints.iter().map(Strait::new).collect(),
            segments: 0,
            places: 0,
        }
    }

    /// Adds so many more segments, or when all are there so many places; says whether there is more.
    pub fn some(&mut self, atlas: &Atlas, gazetteer: &Gazetteer, count: usize) -> bool {
        if self.segments < atlas.segments.len() {
            for segment in atlas.segments.iter().skip(self.segments).take(count) {
                self.add(segment);
            }
            self.segments = self.segments.saturating_add(count).min(atlas.segments.len());
            return true;
        }
        for place in gazetteer.places.iter().skip(self.places).take(count) {
            self.network.add_place(&place.id, &place.country, place.at);
        }
        self.places = self.places.saturating_add(count);
        self.places < gazetteer.places.len()
    }

    fn add(&mut self, segment: &crate::cable::Segment) {
        let out = &mut self.network;
        let ends = [&segment.from, &segment.to].map(|id| out.landing(id));
        let ([Some(from), Some(to)], Some(cable)) = (ends, out.cable(&segment.system)) else { return };
        let kind = if segment.overland { EdgeKind::Land } else { EdgeKind::Sea };
        let edge = edge(&segment.id, [from, to], kind, &segment.line, &self.straits);
        let published_km = segment.length_km.as_ref().and_then(|f| f.value()).copied();
        out.add_edge(Edge { cable: Some(cable), drawn_km: segment.drawn_km, published_km, ..edge });
    }
}

/// An edge along a line, of no system yet.
fn edge(id: &str, ends: [usize; 2], kind: EdgeKind, line: &[LonLat], straits: &[Strait]) -> Edge {
    let units: Vec<UnitVec> = line.iter().map(|p| p.to_unit()).collect();
    Edge {
        id: id.to_owned(),
        ends,
        kind,
        cable: None,
        drawn_km: measure::length_km(line),
        published_km: None,
        chokepoints: (0..straits.len()).filter(|i| straits[*i].holds_some_of(&units)).collect(),
        crosses: Corridors::crossed_by(&units),
    }
}

/// A chokepoint, with a cap round it so that most lines are seen at a glance to pass it by.
#[derive(Debug)]
struct Strait {
    rings: Vec<Vec<UnitVec>>,
    cap: Cap,
}

impl Strait {
    fn new(chokepoint: &Chokepoint) -> Self {
        let rings = chokepoint.extent.iter().flat_map(|p| &p.rings);
        let rings: Vec<Vec<UnitVec>> = rings.map(|r| r.iter().map(|p| p.to_unit()).collect()).collect();
        Self { cap: Cap::bounding(rings.iter().flatten().copied()), rings }
    }

    fn holds_some_of(&self, line: &[UnitVec]) -> bool {
        let near = |leg: &[UnitVec]| self.cap.centre.angle_to(leg[0]) <= self.cap.radius_rad + leg[0].angle_to(leg[1]);
        line.windows(2).any(near) && meets(line, &self.rings)
    }
}
