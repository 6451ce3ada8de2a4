//! Where ice lies, asked tens of thousands of times: a picture of it on the plane, and its edges.

use crate::geodata::Polygon;
use crate::sphere::{EARTH_RADIUS_KM, LonLat, UnitVec};

/// Pixels of a side: some 5 km each.
const SIDE: usize = 2048;
/// Pixels of a block's side, and blocks of a side.
const BLOCK: usize = 8;
const BLOCKS: usize = SIDE / BLOCK;
/// What the picture reaches from the Pole on the plane, where the equator is at 1: 41° N.
const REACH: f64 = 0.456;
/// How wide a block is on the Earth at least, in kilometres: a length on the plane is 2 / (1 + ρ²) of it at ρ from the Pole,
/// the least in the corners.
const BLOCK_KM: f64 = 2.0 * REACH / BLOCKS as f64 * 2.0 / (1.0 + 2.0 * REACH * REACH) * EARTH_RADIUS_KM;
/// Where no ice is near, so much around is open at least: half a pixel.
const OPEN_KM: f64 = 2.0;

/// The ice of one month on the plane of the stereographic projection about the North Pole.
pub struct Mask {
    /// A bit a pixel: whether ice is there, or within 5 km.
    bits: Vec<u64>,
    /// How many blocks each is from the nearest with ice in it, the steps of a king on a chessboard.
    steps: Vec<u8>,
    /// The sine of the latitude of the southernmost ice.
    south: f64,
    edges: Vec<[(f64, f64); 2]>,
}

impl Mask {
    /// The ice of some polygons of the northern half.
    #[must_use]
    pub fn new(polygons: &[Polygon]) -> Self {
        let mut edges = Vec::new();
        for ring in polygons.iter().flat_map(|p| &p.rings) {
            let points: Vec<(f64, f64)> = ring.iter().map(|p| flat(p.to_unit())).collect();
            edges.extend((0..points.len()).map(|i| [points[i], points[(i + 1) % points.len()]]));
        }
        let points = polygons.iter().flat_map(|p| &p.rings).flatten();
        let south = points.map(|p| p.to_unit().z).fold(1.0, f64::min);
        let mut mask = Self { bits: vec![0; SIDE * SIDE / 64], steps: Vec::new(), south, edges };
        mask.fill();
        mask.outline();
        mask.steps = mask.steps();
        mask
    }

    /// How far around a point there is no ice at least, in kilometres; 0 where ice covers it or is within 5 km.
    #[must_use]
    pub fn open_km(&self, p: UnitVec) -> f64 {
        let (x, y) = flat(p);
        match (pixel(x), pixel(y)) {
            (Some(x), Some(y)) if p.z > 0.0 => match self.steps[y / BLOCK * BLOCKS + x / BLOCK] {
                0 if self.is_set(x, y) => 0.0,
                steps => ((f64::from(steps) - 1.0) * BLOCK_KM).max(OPEN_KM),
            },
            _ => ((self.south.asin() - p.z.asin()) * EARTH_RADIUS_KM).max(OPEN_KM),
        }
    }

    /// Whether ice covers a position: a ray from there crosses its edges an odd number of times.
    #[must_use]
    pub fn covers(&self, at: LonLat) -> bool {
        let (x, y) = flat(at.to_unit());
        let crosses =
            |[a, b]: &&[(f64, f64); 2]| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0);
        at.lat_deg > 0.0 && self.edges.iter().filter(crosses).count() % 2 == 1
    }

    fn is_set(&self, x: usize, y: usize) -> bool {
        self.bits[(y * SIDE + x) / 64] >> (x % 64) & 1 == 1
    }

    /// The steps from each block to the nearest with ice, in two sweeps (Rosenfeld and Pfaltz 1966, doi 10.1145/321356.321357).
    fn steps(&self) -> Vec<u8> {
        let mut out = vec![u8::MAX; BLOCKS * BLOCKS];
        // A word holds a row of eight blocks.
        for (i, word) in self.bits.iter().enumerate().filter(|(_, word)| **word != 0) {
            let (row, first) = (i * 64 / SIDE / BLOCK, i * 64 % SIDE / BLOCK);
            for block in (0..64 / BLOCK).filter(|block| word >> (block * BLOCK) & 0xff != 0) {
                out[row * BLOCKS + first + block] = 0;
            }
        }
        let last = BLOCKS - 1;
        let mut sweep = |at: &dyn Fn(usize) -> usize| {
            for (y, x) in (0..BLOCKS).flat_map(|y| (0..BLOCKS).map(move |x| (y, x))) {
                let place = |x: usize, y: usize| at(y * BLOCKS + x);
                let left = (x > 0).then(|| place(x - 1, y));
                let above = (y > 0).then(|| (x.saturating_sub(1)..=(x + 1).min(last)).map(|x| place(x, y - 1)));
                let least = left.into_iter().chain(above.into_iter().flatten()).map(|place| out[place]).min();
                let here = &mut out[place(x, y)];
                *here = (*here).min(least.unwrap_or(u8::MAX).saturating_add(1));
            }
        };
        sweep(&|place| place);
        sweep(&|place| BLOCKS * BLOCKS - 1 - place);
        out
    }

    fn set(&mut self, x: usize, y: usize) {
        if let Some(word) = self.bits.get_mut((y * SIDE + x) / 64).filter(|_| x < SIDE) {
            *word |= 1 << (x % 64);
        }
    }

    /// Fills between the crossings of each row of pixels with the edges.
    fn fill(&mut self) {
        let mut rows: Vec<Vec<f64>> = vec![Vec::new(); SIDE];
        for [a, b] in &self.edges {
            let (low, high) = (a.1.min(b.1), a.1.max(b.1));
            for (row, crossings) in
                rows.iter_mut().enumerate().skip(clamped(low)).take(clamped(high) - clamped(low) + 1)
            {
                let y = middle(row);
                if (a.1 > y) != (b.1 > y) {
                    crossings.push(a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0));
                }
            }
        }
        for (row, mut crossings) in rows.into_iter().enumerate() {
            crossings.sort_by(f64::total_cmp);
            for pair in crossings.chunks_exact(2) {
                (clamped(pair[0])..=clamped(pair[1])).for_each(|x| self.set(x, row));
            }
        }
    }

    /// Draws the edges as thick as a pixel on either side.
    fn outline(&mut self) {
        for [a, b] in self.edges.clone() {
            let steps = ((a.0 - b.0).hypot(a.1 - b.1) / (2.0 * REACH) * SIDE as f64 * 2.0).ceil().max(1.0);
            let mut k = 0.0;
            while k <= steps {
                let at = (a.0 + (b.0 - a.0) * k / steps, a.1 + (b.1 - a.1) * k / steps);
                let (x, y) = (clamped(at.0), clamped(at.1));
                for (dx, dy) in (0..3).flat_map(|dx| (0..3).map(move |dy| (dx, dy))) {
                    self.set((x + dx).saturating_sub(1), (y + dy).saturating_sub(1).min(SIDE - 1));
                }
                k += 1.0;
            }
        }
    }
}

fn flat(p: UnitVec) -> (f64, f64) {
    (p.x / (1.0 + p.z), p.y / (1.0 + p.z))
}

fn middle(row: usize) -> f64 {
    ((row as f64 + 0.5) / SIDE as f64 * 2.0 - 1.0) * REACH
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture first")]
fn clamped(at: f64) -> usize {
    ((at / REACH + 1.0) / 2.0 * SIDE as f64).clamp(0.0, (SIDE - 1) as f64) as usize
}

fn pixel(at: f64) -> Option<usize> {
    (at.abs() < REACH).then(|| clamped(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_of_ice_is_near_within_ten_kilometres_of_its_edge_and_no_further() {
        let ring: Vec<LonLat> = (0..360).map(|lon| LonLat::new(f64::from(lon) - 180.0, 75.0)).collect();
        let mask = Mask::new(&[Polygon { rings: vec![ring] }]);
        for lon in [-179.9, -90.0, 0.3, 45.0, 133.0] {
            let near = |lat: f64| mask.open_km(LonLat::new(lon, lat).to_unit()) <= 0.0;
            assert!(near(90.0) && near(80.0) && near(75.01) && near(74.96), "{lon}");
            assert!(!near(74.75) && !near(60.0) && !near(-80.0), "{lon}");
            assert!(mask.covers(LonLat::new(lon, 75.05)) && !mask.covers(LonLat::new(lon, 74.95)), "{lon}");
            assert!(!mask.covers(LonLat::new(lon, -80.0)));
            // Never farther than the ice is; and not so near that a long way is asked for in short steps.
            for lat in [74.0, 70.0, 60.0, 50.0, 42.0, 30.0, 0.0, -60.0] {
                let away_km = (75.0 - lat) * EARTH_RADIUS_KM.to_radians();
                let open_km = mask.open_km(LonLat::new(lon, lat).to_unit());
                assert!(
                    open_km <= away_km + 0.001 && open_km > away_km * 0.5 - 3.0 * BLOCK_KM,
                    "{lon} {lat}: {open_km} of {away_km}"
                );
            }
        }
    }
}
