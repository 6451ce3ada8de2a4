//! Pulls a line taut: corners are cut as long as what is cut off holds no land, which never makes
//! a line longer (nor dearer, where a kilometre has a cost), and leaves it curved where it rounds a cape.

use super::avoid::Avoid;
use super::search::{Cell, Cost, STEP_KM, Shut, TOO_NEAR, shut_between};
use super::shore::Shore;
use super::vector::{angle, between, of, unit};
use crate::sphere::{EARTH_RADIUS_KM, LonLat, UnitVec};
use std::collections::HashSet;

/// How much of the two arcs at a corner is cut off, tried one after another.
const CUTS: [f64; 5] = [1.0, 0.5, 0.25, 0.12, 0.05];
/// Sweeps over the line; each at least halves what is still to gain.
const SWEEPS: usize = 24;
/// Arcs are not cut shorter than this, so that a corner does not become a hundred.
const SHORTEST_KM: f64 = 0.4;
/// Within this of its ends a line comes ever closer to the shore.
const APPROACH_KM: f64 = 30.0;
/// How much of the room that there is has to be kept where a corner goes altogether.
pub(super) const KEPT: f64 = 0.8;
/// Parts of a degree that positions are rounded to.
const PARTS: f64 = 10_000.0;

/// `p` rounded to four decimals of a degree, as GeoJSON has it.
pub(super) fn rounded(p: UnitVec) -> UnitVec {
    let p = rounded_lonlat(p);
    p.to_unit()
}

/// The position of `p` to four decimals of a degree.
pub(super) fn rounded_lonlat(p: UnitVec) -> LonLat {
    let p = p.to_lonlat();
    let round = |x: f64| (x * PARTS).round() / PARTS + 0.0;
    LonLat::new(round(p.lon_deg), round(p.lat_deg))
}

fn km(a: UnitVec, b: UnitVec) -> f64 {
    angle(of(a), of(b)) * EARTH_RADIUS_KM
}

/// What a line has to keep clear of.
pub(super) struct Room<'a> {
    pub(super) shore: &'a Shore,
    pub(super) avoid: &'a [Avoid],
    pub(super) offshore_km: f64,
    pub(super) cost: Option<&'a Cost<'a>>,
    pub(super) closed: Option<&'a Shut<'a>>,
    /// Nearer to the shore than this, in kilometres, a kilometre counts for more.
    pub(super) near_km: Option<f64>,
}

impl Room<'_> {
    /// What the arc costs: its kilometres, or with a cost what points along it say.
    fn weight(&self, a: UnitVec, b: UnitVec) -> f64 {
        let length = km(a, b);
        if self.cost.is_none() && self.near_km.is_none() {
            return length;
        }
        let parts = (length / STEP_KM).ceil().max(1.0);
        let (mut sum, mut k) = (0.0, 0.5);
        while k < parts {
            let cell = Cell { at: unit(between(of(a), of(b), k / parts)), radius_km: STEP_KM / 2.0 };
            let own = self.cost.map_or(Some(1.0), |cost| cost(cell)).map_or(f64::INFINITY, |c| c.max(1.0));
            let is_near = self.near_km.is_some_and(|km| self.shore.within_km(cell.at, km).is_some());
            sum += own * length / parts * if is_near { TOO_NEAR } else { 1.0 };
            k += 1.0;
        }
        sum
    }

    /// Whether the arc is free of land, and `margin_km` from it.
    fn free(&self, a: UnitVec, b: UnitVec, margin_km: f64) -> bool {
        self.shore.clear(a, b, margin_km)
            && !self.avoid.iter().any(|x| x.meets(a, b))
            && !self.closed.is_some_and(|closed| shut_between(closed, a, b))
    }

    /// How far from the shore a line with these ends has to be at `p`: as far as it is there, not
    /// more than is asked for, and less near its ends.
    fn offshore(&self, p: UnitVec, ends: [UnitVec; 2]) -> f64 {
        let wanted = self.offshore_km * (km(p, ends[0]).min(km(p, ends[1])) / APPROACH_KM).min(1.0);
        self.shore.within_km(p, wanted).unwrap_or(wanted)
    }

    /// The line taut. Its ends stay; every arc of `line` is free of land and so is every arc of
    /// what is returned.
    pub(super) fn pull(&self, line: &[UnitVec]) -> Vec<UnitVec> {
        let (Some(&first), Some(&last)) = (line.first(), line.last()) else { return Vec::new() };
        let ends = [first, last];
        let mut line: Vec<UnitVec> = line.to_vec();
        line.dedup();
        let mut settled = HashSet::new();
        for _ in 0..SWEEPS {
            let before = length(&line);
            line = self.sweep(&line, ends, &mut settled);
            if length(&line) > before * 0.9998 {
                break;
            }
        }
        self.thin(&line, ends)
    }

    /// One sweep. A corner that had to stay is `settled` until one of its neighbours moves.
    fn sweep(&self, line: &[UnitVec], ends: [UnitVec; 2], settled: &mut HashSet<[u64; 9]>) -> Vec<UnitVec> {
        let mut out = vec![ends[0]];
        for (i, &corner) in line.iter().enumerate().skip(1) {
            let (Some(&before), Some(&after)) = (out.last(), line.get(i + 1)) else {
                out.push(corner);
                continue;
            };
            let three = [before, corner, after];
            let bits = |i: usize| [three[i / 3].x, three[i / 3].y, three[i / 3].z][i % 3].to_bits();
            let key: [u64; 9] = std::array::from_fn(bits);
            match if settled.contains(&key) { None } else { self.cut(three, ends) } {
                Some(cut) => out.extend(cut),
                None => {
                    settled.insert(key);
                    out.push(corner);
                }
            }
        }
        out
    }

    /// The one or two points that a corner becomes, or none; `None` where it has to stay.
    fn cut(&self, [before, corner, after]: [UnitVec; 3], ends: [UnitVec; 2]) -> Option<Vec<UnitVec>> {
        let room = |p: UnitVec| self.offshore(p, ends);
        let at_corner = room(corner);
        let (room_before, room_after) = (room(before), room(after));
        let (back, on) = (km(corner, before), km(corner, after));
        CUTS.iter().find_map(|&part| {
            if part >= 1.0 {
                let margin = at_corner.min(room_before).min(room_after) * KEPT;
                let cheaper = self.weight(before, after) <= self.weight(before, corner) + self.weight(corner, after);
                return (cheaper && self.free(before, after, margin)).then(Vec::new);
            }
            // The same length on both sides makes a round corner.
            let reach = part * back.min(on);
            if reach < SHORTEST_KM {
                return None;
            }
            let p = rounded(unit(between(of(corner), of(before), reach / back)));
            let q = rounded(unit(between(of(corner), of(after), reach / on)));
            let margin = at_corner.min(room(p)).min(room(q)) * 0.999;
            let free = self.free(p, q, margin) && self.free(before, p, 0.0) && self.free(q, after, 0.0);
            let shorter = km(before, p) + km(p, q) + km(q, after) < back + on;
            let cheaper = || self.weight(p, q) <= self.weight(p, corner) + self.weight(corner, q);
            (free && shorter && cheaper()).then(|| vec![p, q])
        })
    }

    /// Leaves out corners that hardly bend, where that needs no land.
    fn thin(&self, line: &[UnitVec], ends: [UnitVec; 2]) -> Vec<UnitVec> {
        let mut out: Vec<UnitVec> = Vec::with_capacity(line.len());
        for (i, &p) in line.iter().enumerate() {
            if let (Some(&before), Some(&after)) = (out.last(), line.get(i + 1)) {
                let off = crate::sphere::Arc::new(before, after).distance_rad(p) * EARTH_RADIUS_KM;
                let room = |p: UnitVec| self.offshore(p, ends);
                let margin = room(p).min(room(before)).min(room(after)) * KEPT;
                let cheaper = || self.weight(before, after) <= (self.weight(before, p) + self.weight(p, after)) * 1.001;
                if off < 0.15 && self.free(before, after, margin) && cheaper() {
                    continue;
                }
            }
            out.push(p);
        }
        out
    }
}

fn length(line: &[UnitVec]) -> f64 {
    line.windows(2).map(|w| km(w[0], w[1])).sum()
}
