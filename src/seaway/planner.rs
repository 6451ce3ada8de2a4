//! A cable that is planned: the way that keeps what is wished, or why there is none and what would make one.

use super::avoid::Avoid;
use super::ice::Mask;
use super::plan::{Options, Waters, Way};
use super::pull::KEPT;
use super::search::Cell;
use super::trouble::{Stop, Trouble};
use crate::geodata::grid::Grid as Depths;
use crate::sphere::{Arc, EARTH_RADIUS_KM, LonLat, UnitVec, measure};

/// Ice this near to a point that a way has to reach does not shut it out.
const HARBOUR_KM: f64 = 30.0;
/// What a kilometre counts for where the sea is not as deep, or as shallow, as wished.
const WRONG_DEPTH: f64 = 8.0;
/// Points nearer to each other are one.
const SAME_KM: f64 = 1.0;
/// How closely a finished way is looked at, in kilometres.
const STEP_KM: f64 = 5.0;

/// What a way shall be like.
#[derive(Clone, Debug, Default)]
pub struct Wish<'a> {
    /// From end to end, with the points to pass between them.
    pub stops: &'a [LonLat],
    /// The month whose ice is to be kept out of, by its place in [`Planner::ice`].
    pub ice: Option<usize>,
    /// The sea shall be at least so deep, in metres, wherever there is a choice.
    pub deeper_m: Option<f64>,
    /// The sea shall be at most so deep, in metres, wherever there is a choice.
    pub shallower_m: Option<f64>,
    /// How far to keep from the shore where there is room, in kilometres; 4 without.
    pub offshore_km: Option<f64>,
    /// What to keep out of.
    pub avoid: &'a [Avoid],
}

/// A way, and how much of it is not as wished.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The way.
    pub way: Way,
    /// Kilometres where the sea is not as deep, or as shallow, as wished.
    pub wrong_depth_km: f64,
    /// Kilometres nearer to the shore than wished; none where nothing is wished.
    pub near_shore_km: f64,
}

/// What would make a way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Help {
    /// This position in place of the point: the nearest of the sea, and how far off it is in kilometres.
    Sea(LonLat, f64),
    /// Another point.
    Other,
    /// Not to keep out of the ice.
    Ice,
    /// Not to keep out of this, by its place in the wish.
    Allow(usize),
    /// Not to keep out of anything.
    AllowAll,
}

/// Why there is no way, and what would make one.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Why.
    pub trouble: Trouble,
    /// Each alone is enough.
    pub helps: Vec<Help>,
}

/// The waters with what lies on and under them.
pub struct Planner {
    /// The waters.
    pub waters: Waters,
    /// The median ice of March and of September.
    pub ice: [Option<Mask>; 2],
    /// Depths, the grid to be asked first in front.
    pub depths: Vec<Depths>,
}

impl Planner {
    /// The waters alone.
    #[must_use]
    pub fn new(waters: Waters) -> Self {
        Self { waters, ice: [None, None], depths: Vec::new() }
    }

    /// The way that is wished.
    ///
    /// # Errors
    /// Why there is none, and what would make one.
    pub fn plan(&self, wish: &Wish<'_>) -> Result<Planned, Refusal> {
        self.way(wish).map(|way| self.weighed(way, wish)).map_err(|trouble| {
            let helps = self.helps(&trouble, wish);
            Refusal { trouble, helps }
        })
    }

    /// The depth of the sea in metres, of the first grid that knows it.
    #[must_use]
    pub fn depth_m(&self, at: LonLat) -> Option<f64> {
        self.depths.iter().find_map(|grid| grid.depth_m(at))
    }

    fn way(&self, wish: &Wish<'_>) -> Result<Way, Trouble> {
        let (&[from, .., to], last) = (wish.stops, wish.stops.len() - 1) else {
            return Err(Trouble::Same { stop: Stop::To });
        };
        let stop = |i: usize| match i {
            0 => Stop::From,
            i if i == last => Stop::To,
            i => Stop::Via(i - 1),
        };
        for (i, pair) in wish.stops.windows(2).enumerate() {
            if measure::distance_km(pair[0], pair[1]) < SAME_KM {
                return Err(Trouble::Same { stop: stop(i + 1) });
            }
        }
        let mask = wish.ice.and_then(|month| self.ice.get(month)?.as_ref());
        if let Some(i) = mask.and_then(|mask| wish.stops.iter().position(|at| mask.covers(*at))) {
            return Err(Trouble::Ice { stop: stop(i) });
        }
        let harbours: Vec<UnitVec> = wish.stops.iter().map(|p| p.to_unit()).collect();
        let at_harbour = |p: UnitVec| harbours.iter().any(|h| h.angle_to(p) * EARTH_RADIUS_KM < HARBOUR_KM);
        let open_km = |p: UnitVec| match mask.map_or(f64::INFINITY, |mask| mask.open_km(p)) {
            km if km <= 0.0 && at_harbour(p) => SAME_KM,
            km => km,
        };
        let cost = |cell: Cell| Some(if self.is_wrong(cell.at.to_lonlat(), wish) { WRONG_DEPTH } else { 1.0 });
        let plain = Options::default();
        let options = Options {
            via: &wish.stops[1..last],
            avoid: wish.avoid,
            // Pulled taut, a line may come nearer than it is told to keep off.
            offshore_km: wish.offshore_km.map_or(plain.offshore_km, |km| km / KEPT),
            cost: (wish.deeper_m.is_some() || wish.shallower_m.is_some()).then_some(&cost),
            closed: mask.is_some().then_some(&open_km),
            ..plain
        };
        self.waters.way(from, to, &options)
    }

    /// Whether the sea is known not to be as deep, or as shallow, as wished.
    fn is_wrong(&self, at: LonLat, wish: &Wish<'_>) -> bool {
        let depth = self.depth_m(at);
        let wrong =
            |m: f64| wish.deeper_m.is_some_and(|least| m < least) || wish.shallower_m.is_some_and(|most| m > most);
        depth.is_some_and(wrong)
    }

    fn weighed(&self, way: Way, wish: &Wish<'_>) -> Planned {
        let mut out = Planned { way, wrong_depth_km: 0.0, near_shore_km: 0.0 };
        for leg in out.way.points.windows(2) {
            let arc = Arc::new(leg[0].to_unit(), leg[1].to_unit());
            let length_km = arc.length_rad * EARTH_RADIUS_KM;
            let parts = (length_km / STEP_KM).ceil().max(1.0);
            let mut k = 0.5;
            while k < parts {
                let p = arc.at(arc.length_rad * k / parts);
                if self.is_wrong(p.to_lonlat(), wish) {
                    out.wrong_depth_km += length_km / parts;
                }
                let near = |wanted: f64| self.waters.shore.within_km(p, wanted).is_some();
                if wish.offshore_km.is_some_and(near) {
                    out.near_shore_km += length_km / parts;
                }
                k += 1.0;
            }
        }
        out
    }

    fn helps(&self, trouble: &Trouble, wish: &Wish<'_>) -> Vec<Help> {
        let at = wish.stops.get(match trouble.stop() {
            Stop::From => 0,
            Stop::Via(i) => i + 1,
            Stop::To => wish.stops.len().saturating_sub(1),
        });
        match trouble {
            Trouble::TooFarInland { .. } | Trouble::Lake { .. } | Trouble::OnLand { .. } => {
                let sea = at.and_then(|at| Some((at, self.waters.nearest_sea(*at)?)));
                sea.map(|(at, sea)| Help::Sea(sea, measure::distance_km(*at, sea))).into_iter().collect()
            }
            Trouble::Same { .. } => vec![Help::Other],
            Trouble::Ice { .. } | Trouble::Avoided { .. } | Trouble::NoWay { .. } => self.freedoms(wish),
        }
    }

    /// What each alone, if it were not to be kept out of, would leave a way; all of them only where one is not enough.
    fn freedoms(&self, wish: &Wish<'_>) -> Vec<Help> {
        let works = |other: &Wish<'_>| self.way(other).is_ok();
        let mut out = Vec::new();
        if wish.ice.is_some() && works(&Wish { ice: None, ..wish.clone() }) {
            out.push(Help::Ice);
        }
        let mut labels: Vec<&str> = Vec::new();
        for (i, avoid) in wish.avoid.iter().enumerate() {
            if labels.contains(&avoid.label.as_str()) {
                continue;
            }
            labels.push(&avoid.label);
            let rest: Vec<Avoid> = wish.avoid.iter().filter(|other| other.label != avoid.label).cloned().collect();
            if works(&Wish { avoid: &rest, ..wish.clone() }) {
                out.push(Help::Allow(i));
            }
        }
        if out.is_empty() {
            let free = works(&Wish { ice: None, avoid: &[], ..wish.clone() });
            out.push(if free { Help::AllowAll } else { Help::Other });
        }
        out
    }
}
