//! The way: ends, chain, line, taut line.

use super::avoid::Avoid;
use super::end::{End, MAX_INLAND_KM, ends};
use super::grid::Grid;
use super::local;
use super::pull::{KEPT, Room, rounded, rounded_lonlat};
use super::search::{Cost, Rules, Shut, chain, clearance, pair};
use super::shore::Shore;
use super::trouble::{Stop, Trouble};
use crate::geodata::Polygon;
use crate::sphere::{LonLat, UnitVec, measure};
use std::collections::HashSet;
use std::sync::OnceLock;

/// How often a chain may turn out to lead through too narrow a place.
const TRIES: usize = 60;

/// A shore nearer than this is seen to by the search anyway: about a cell.
const CELL_KM: f64 = 8.0;

/// A point to pass may be this far inland: it is moved into the water.
const MAX_VIA_INLAND_KM: f64 = 5.0;

/// What a way has to do on its way.
pub struct Options<'a> {
    /// Positions to pass, in order: in water, or up to 5 km from it, and then moved into it.
    pub via: &'a [LonLat],
    /// What to keep out of.
    pub avoid: &'a [Avoid],
    /// How far to keep from the shore where there is room.
    pub offshore_km: f64,
    /// What a kilometre through a cell with land in it counts for when ways are compared, at least
    /// 1: more keeps a way out of sounds and from behind islands.
    pub by_the_shore: f64,
    /// What a kilometre counts for, by place; every kilometre the same without.
    pub cost: Option<&'a Cost<'a>>,
    /// Where no way may lead, as in ice: asked every 10 km along it, so that it has to reach 5 km too far.
    pub closed: Option<&'a Shut<'a>>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { via: &[], avoid: &[], offshore_km: 4.0, by_the_shore: 1.5, cost: None, closed: None }
    }
}

/// A way through water.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// From end to end, to four decimals of a degree; great circles between them. The ends are
    /// those asked for; what lies between an end on land and the shore is the only part on land.
    pub points: Vec<LonLat>,
    /// Its length on WGS 84.
    pub length_km: f64,
    /// Kilometres over land at the start and at the end.
    pub inland_km: [f64; 2],
}

/// The waters of the world: shore and graph, ready for any pair of places.
pub struct Waters {
    /// The shore.
    pub shore: Shore,
    grid: Grid,
    /// How far each node is from the shore in kilometres, once that is wanted.
    clearance: OnceLock<Vec<f32>>,
}

impl Waters {
    /// All that `land` is not.
    #[must_use]
    pub fn new(land: &[Polygon]) -> Self {
        let shore = Shore::new(land);
        let grid = Grid::new(&shore);
        Self { shore, grid, clearance: OnceLock::new() }
    }

    /// The same with a graph that was built before, of the same land.
    #[must_use]
    pub fn with(land: &[Polygon], grid: Grid) -> Self {
        Self { shore: Shore::new(land), grid, clearance: OnceLock::new() }
    }

    /// The graph, to be packed.
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// How far each node is from the shore, in kilometres.
    fn clearance(&self) -> &[f32] {
        self.clearance.get_or_init(|| clearance(&self.grid))
    }

    /// The point of the ocean's graph that is nearest to a position: well off the shore; `None` where there is no ocean.
    #[must_use]
    pub fn nearest_sea(&self, at: LonLat) -> Option<LonLat> {
        let p = at.to_unit();
        let ocean = (0..u32::try_from(self.grid.len()).unwrap_or(u32::MAX)).filter(|n| self.grid.water(*n) == 0);
        let far = |n: &u32| self.grid.point(*n).angle_to(p);
        ocean.min_by(|a, b| far(a).total_cmp(&far(b))).map(|n| rounded_lonlat(self.grid.point(n)))
    }

    /// Bytes held.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.shore.bytes() + self.grid.bytes()
    }

    /// The shortest way from `from` to `to`, which lie in water or up to 25 km inland.
    ///
    /// # Errors
    /// What is wrong with which of the points.
    pub fn way(&self, from: LonLat, to: LonLat, options: &Options<'_>) -> Result<Way, Trouble> {
        let vias = options.via.iter().enumerate().map(|(i, p)| (Stop::Via(i), *p));
        let stops: Vec<(Stop, LonLat)> =
            std::iter::once((Stop::From, from)).chain(vias).chain([(Stop::To, to)]).collect();
        let mut at: Vec<Vec<End>> = Vec::new();
        for (stop, position) in &stops {
            at.push(self.ends(*stop, *position, options)?);
        }
        let water = common(&stops, &at)?;
        let chosen: Vec<&End> = at.iter().filter_map(|e| e.iter().find(|e| e.water == water)).collect();
        let mut rules = Rules {
            avoid: options.avoid,
            closed: options.closed,
            clearance: (options.offshore_km > CELL_KM).then(|| (self.clearance(), options.offshore_km)),
            by_the_shore: options.by_the_shore,
            cost: options.cost,
            shut: HashSet::new(),
        };
        let mut points = vec![from];
        for (legs, stop) in chosen.windows(2).zip(&stops[1..]) {
            let line =
                self.leg(legs[0], legs[1], options.offshore_km, &mut rules).ok_or(Trouble::NoWay { stop: stop.0 })?;
            points.extend(line.into_iter().map(rounded_lonlat));
        }
        points.push(to);
        points.dedup();
        let inland = |end: Option<&&End>| end.map_or(0.0, |e| e.inland_km);
        Ok(Way {
            length_km: measure::length_km(&points),
            points,
            inland_km: [inland(chosen.first()), inland(chosen.last())],
        })
    }

    fn ends(&self, stop: Stop, at: LonLat, options: &Options<'_>) -> Result<Vec<End>, Trouble> {
        let p = rounded(at.to_unit());
        if let Some(avoid) = options.avoid.iter().find(|a| a.holds(p)) {
            return Err(Trouble::Avoided { stop, label: avoid.label.clone() });
        }
        let mut found = ends(&self.shore, &self.grid, p);
        if matches!(stop, Stop::Via(_)) {
            found.retain(|e| e.inland_km <= MAX_VIA_INLAND_KM);
            if found.is_empty() {
                return Err(Trouble::OnLand { stop, at });
            }
        }
        if found.is_empty() {
            let km = self.shore.nearest(p).map_or(0.0, |n| n.distance_km);
            let lake = km <= MAX_INLAND_KM;
            return Err(if lake { Trouble::Lake { stop, at } } else { Trouble::TooFarInland { stop, at, km } });
        }
        Ok(found)
    }

    /// The taut line from one end to another.
    fn leg(&self, from: &End, to: &End, offshore_km: f64, rules: &mut Rules<'_>) -> Option<Vec<UnitVec>> {
        for _ in 0..TRIES {
            let nodes = chain(&self.grid, rules, from.node, to.node)?;
            match self.line(&nodes) {
                Ok(middle) => {
                    let mut line = from.line.clone();
                    line.extend(middle);
                    line.extend(to.line.iter().rev());
                    let room = Room {
                        shore: &self.shore,
                        avoid: rules.avoid,
                        offshore_km,
                        cost: rules.cost,
                        closed: rules.closed,
                        near_km: rules.clearance.map(|(_, km)| km * KEPT),
                    };
                    return Some(room.pull(&line));
                }
                Err(shut) => {
                    rules.shut.insert(shut);
                }
            }
        }
        None
    }

    /// The points of a chain and what is needed between them to keep off land; or the two nodes
    /// between which there is no way.
    fn line(&self, nodes: &[u32]) -> Result<Vec<UnitVec>, (u32, u32)> {
        let mut out: Vec<UnitVec> = nodes.first().map(|n| rounded(self.grid.point(*n))).into_iter().collect();
        for w in nodes.windows(2) {
            let (a, b) = (rounded(self.grid.point(w[0])), rounded(self.grid.point(w[1])));
            out.extend(local::way(&self.shore, a, b, rounded).ok_or_else(|| pair(w[0], w[1]))?);
            out.push(b);
        }
        Ok(out)
    }
}

/// The connected water that all stops are on.
fn common(stops: &[(Stop, LonLat)], at: &[Vec<End>]) -> Result<u16, Trouble> {
    let on = |ends: &[End], water: u16| ends.iter().any(|e| e.water == water);
    let first = at.first().map(Vec::as_slice).unwrap_or_default();
    let shared = first.iter().map(|e| e.water).filter(|w| at.iter().all(|e| on(e, *w))).min();
    shared.ok_or_else(|| {
        // Whoever is not on the ocean is to blame.
        let odd = at.iter().position(|e| !on(e, 0)).unwrap_or(0);
        let (stop, at) = stops.get(odd).copied().unwrap_or((Stop::From, LonLat::new(0.0, 0.0)));
        Trouble::Lake { stop, at }
    })
}
