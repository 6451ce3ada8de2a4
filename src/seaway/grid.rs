//! The waters of the world as a graph: blocks of open sea, and by the shore each piece of water of
//! each cell for itself, so that a strait narrower than a cell stays open and a spit stays shut.

use super::cube::{Cube, Place, key, unkey};
use super::raster::{FINE, Raster, inmost, pieces, sides};
use super::shore::Shore;
use super::vector::{V3, narrow, unit, wide};
use crate::sphere::UnitVec;

/// Cells of a face's side: cells of 6.9 to 9.8 km.
pub(super) const CELLS: u32 = 1024;
/// Blocks of open sea have at most 2³ cells a side.
pub(super) const MAX_LEVEL: u8 = 3;

/// The graph. Nodes are in the order of the Z-curve.
pub struct Grid {
    pub(super) cube: Cube,
    /// Number of the first cell of each node.
    pub(super) keys: Vec<u32>,
    /// The first node of each of the largest blocks, in order; one more than blocks.
    pub(super) tops: Vec<u32>,
    /// Cells a side, as a power of two.
    pub(super) levels: Vec<u8>,
    /// Whether there is land in the cell.
    pub(super) coastal: Vec<bool>,
    /// A point of each node's water, well off its edges.
    pub(super) points: Vec<[f32; 3]>,
    /// Where each node's neighbours begin in `next`; one more than nodes.
    pub(super) first: Vec<u32>,
    pub(super) next: Vec<u32>,
    /// Which connected water each node belongs to; 0 is the ocean.
    pub(super) waters: Vec<u16>,
}

/// What building needs to know of a node, and the graph does not.
struct Draft {
    key: u32,
    level: u8,
    point: V3,
    coastal: bool,
    /// Water along the left, right, lower and upper side.
    sides: [u32; 4],
}

impl Grid {
    /// The graph of all that is not land.
    #[must_use]
    pub fn new(shore: &Shore) -> Self {
        let cube = Cube::new(CELLS);
        let drafts: Vec<Draft> = (0..6).flat_map(|face| face_nodes(shore, cube, face)).collect();
        let mut grid = Self {
            cube,
            keys: drafts.iter().map(|d| d.key).collect(),
            tops: Vec::new(),
            levels: drafts.iter().map(|d| d.level).collect(),
            coastal: drafts.iter().map(|d| d.coastal).collect(),
            points: drafts.iter().map(|d| narrow(d.point)).collect(),
            first: vec![0],
            next: Vec::new(),
            waters: Vec::new(),
        };
        grid.index();
        grid.link(&drafts, shore);
        grid.waters = grid.connected();
        grid
    }

    /// How many nodes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is no water at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Bytes held.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.len() * (4 + 1 + 1 + 12 + 4 + 2) + self.next.len() * 4
    }

    pub(super) fn point(&self, node: u32) -> UnitVec {
        unit(wide(self.points[node as usize]))
    }

    pub(super) fn neighbours(&self, node: u32) -> &[u32] {
        let (from, to) = (self.first[node as usize], self.first[node as usize + 1]);
        &self.next[from as usize..to as usize]
    }

    /// Which connected water: 0 is the ocean.
    pub(super) fn water(&self, node: u32) -> u16 {
        self.waters[node as usize]
    }

    /// Whether there is land in its cell.
    pub(super) fn is_coastal(&self, node: u32) -> bool {
        self.coastal[node as usize]
    }

    /// About half the width of a node in radians.
    pub(super) fn radius_rad(&self, node: u32) -> f64 {
        std::f64::consts::FRAC_PI_4 / f64::from(self.cube.n) * f64::from(1_u32 << self.levels[node as usize])
    }

    /// The nodes of a cell: none on land, several where land parts its water.
    pub(super) fn of_cell(&self, cell: u32) -> std::ops::Range<usize> {
        let top = top_of(cell);
        let (Some(&from), Some(&to)) = (self.tops.get(top), self.tops.get(top + 1)) else { return 0..0 };
        let (from, to) = (from as usize, to as usize);
        let end = from + self.keys[from..to].partition_point(|k| *k <= cell);
        let Some(last) = end.checked_sub(1).filter(|last| *last >= from) else { return 0..0 };
        let mut start = last;
        while start > from && self.keys[start - 1] == self.keys[last] {
            start -= 1;
        }
        let holds = cell - self.keys[last] < 1 << (2 * self.levels[last]);
        if holds { start..end } else { 0..0 }
    }

    /// Finds where the nodes of each of the largest blocks begin.
    pub(super) fn index(&mut self) {
        let blocks = (6 * (CELLS * CELLS) as usize) >> (2 * MAX_LEVEL);
        self.tops = Vec::with_capacity(blocks + 1);
        for (i, key) in (0_u32..).zip(&self.keys) {
            while self.tops.len() <= top_of(*key).min(blocks) {
                self.tops.push(i);
            }
        }
        self.tops.resize(blocks + 1, u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
    }

    /// The nodes of the cells within `rings` cells of `p`.
    pub(super) fn around(&self, p: UnitVec, rings: i32) -> Vec<u32> {
        let place = self.cube.place(super::vector::of(p));
        let mut out = Vec::new();
        for dy in -rings..=rings {
            for dx in -rings..=rings {
                let at = Place { x: place.x + f64::from(dx), y: place.y + f64::from(dy), ..place };
                let cell = self.cube.key(self.cube.direction(at));
                out.extend(self.of_cell(cell).filter_map(|i| u32::try_from(i).ok()));
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Finds the neighbours of every node.
    fn link(&mut self, drafts: &[Draft], shore: &Shore) {
        let mut found: Vec<u32> = Vec::new();
        for (i, draft) in drafts.iter().enumerate() {
            found.clear();
            let (face, x, y) = unkey(draft.key);
            let size = 1_u32 << draft.level;
            for side in 0..4 {
                self.beside(drafts, draft, side, &mut found);
            }
            for (dx, dy) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
                let out = |from: u32, d: f64| {
                    if d > 0.0 { f64::from(from + size) + 0.5 } else { f64::from(from) - 0.5 }
                };
                let corner = self.cube.direction(Place { face, x: out(x, dx), y: out(y, dy) });
                for other in self.of_cell(self.cube.key(corner)) {
                    if other != i && !shore.crosses(unit(draft.point), unit(drafts[other].point)) {
                        found.extend(u32::try_from(other).ok());
                    }
                }
            }
            found.sort_unstable();
            found.dedup();
            self.next.extend(&found);
            self.first.push(u32::try_from(self.next.len()).unwrap_or(u32::MAX));
        }
    }

    /// Adds the nodes that share water along a side: left, right, lower or upper.
    fn beside(&self, drafts: &[Draft], draft: &Draft, side: usize, found: &mut Vec<u32>) {
        let (face, x, y) = unkey(draft.key);
        let size = 1_u32 << draft.level;
        let off_the_face = [x == 0, x + size == self.cube.n, y == 0, y + size == self.cube.n][side];
        for step in 0..size {
            if off_the_face {
                self.over_the_edge(drafts, draft, side, step, found);
                continue;
            }
            let (cx, cy) = [
                (x.wrapping_sub(1), y + step),
                (x + size, y + step),
                (x + step, y.wrapping_sub(1)),
                (x + step, y + size),
            ][side];
            for other in self.of_cell(key(face, cx, cy)) {
                if draft.sides[side] & drafts[other].sides[side ^ 1] != 0 {
                    found.extend(u32::try_from(other).ok());
                }
            }
        }
    }

    /// The same where the neighbour lies on another face, whose rows may run the other way.
    fn over_the_edge(&self, drafts: &[Draft], draft: &Draft, side: usize, step: u32, found: &mut Vec<u32>) {
        const OUT: f64 = 0.001;
        let (face, x, y) = unkey(draft.key);
        let n = f64::from(self.cube.n);
        for bit in (0..FINE).filter(|b| draft.sides[side] >> b & 1 == 1) {
            let along = f64::from(step) + (f64::from(bit) + 0.5) / f64::from(FINE);
            let (px, py) = (f64::from(x) + along, f64::from(y) + along);
            let (px, py) = [(-OUT, py), (n + OUT, py), (px, -OUT), (px, n + OUT)][side];
            let there = self.cube.place(self.cube.direction(Place { face, x: px, y: py }));
            let (tx, ty) = (there.x.fract(), there.y.fract());
            let fine = Cube::new(FINE);
            let (side, bit) = match (tx, ty) {
                _ if tx < 0.01 => (0, fine.whole(ty * f64::from(FINE))),
                _ if tx > 0.99 => (1, fine.whole(ty * f64::from(FINE))),
                _ if ty < 0.01 => (2, fine.whole(tx * f64::from(FINE))),
                _ => (3, fine.whole(tx * f64::from(FINE))),
            };
            let cell = key(there.face, self.cube.whole(there.x), self.cube.whole(there.y));
            let joined = self.of_cell(cell).filter(|o| drafts[*o].sides[side] >> bit & 1 == 1);
            found.extend(joined.filter_map(|o| u32::try_from(o).ok()));
        }
    }

    /// The number of the connected water of each node, the largest first.
    pub(super) fn connected(&self) -> Vec<u16> {
        let mut label = vec![u32::MAX; self.len()];
        let mut sizes: Vec<(usize, u32)> = Vec::new();
        let mut stack = Vec::new();
        for start in 0..self.len() {
            if label[start] != u32::MAX {
                continue;
            }
            let name = u32::try_from(sizes.len()).unwrap_or(u32::MAX - 1);
            let mut cells = 0;
            label[start] = name;
            stack.push(start);
            while let Some(i) = stack.pop() {
                cells += 1 << (2 * self.levels[i]);
                for &next in self.neighbours(u32::try_from(i).unwrap_or_default()) {
                    if label[next as usize] == u32::MAX {
                        label[next as usize] = name;
                        stack.push(next as usize);
                    }
                }
            }
            sizes.push((cells, name));
        }
        sizes.sort_by(|a, b| b.cmp(a));
        let mut rank = vec![u16::MAX; sizes.len()];
        for (place, (_, name)) in sizes.iter().enumerate() {
            rank[*name as usize] = u16::try_from(place).unwrap_or(u16::MAX);
        }
        label.iter().map(|name| rank[*name as usize]).collect()
    }
}

/// The number of the largest block that holds a cell, faces one after another.
fn top_of(cell: u32) -> usize {
    let blocks_of_face = (CELLS * CELLS) >> (2 * MAX_LEVEL);
    ((cell >> 24) * blocks_of_face + ((cell & 0x00FF_FFFF) >> (2 * MAX_LEVEL))) as usize
}

/// The nodes of one face, in the order of the Z-curve.
fn face_nodes(shore: &Shore, cube: Cube, face: u32) -> Vec<Draft> {
    let mut open = vec![false; (cube.n * cube.n) as usize];
    let mut out = Vec::new();
    let raster = Raster::new(shore, cube, face);
    for (y, row) in (0_u32..).zip(raster.rows()) {
        for (x, water) in (0_u32..).zip(row) {
            if water.iter().all(|w| *w == u32::MAX) {
                open[(y * cube.n + x) as usize] = true;
                continue;
            }
            for piece in pieces(&water) {
                let (px, py) = inmost(&piece);
                let off = |fine: u32| (f64::from(fine) + 0.5) / f64::from(FINE);
                let at = Place { face, x: f64::from(x) + off(px), y: f64::from(y) + off(py) };
                out.push(Draft {
                    key: key(face, x, y),
                    level: 0,
                    point: cube.direction(at),
                    coastal: true,
                    sides: sides(&piece),
                });
            }
        }
    }
    for first in (0..cube.n * cube.n).step_by(1 << (2 * MAX_LEVEL)) {
        blocks(cube, &open, face << 24 | first, MAX_LEVEL, &mut out);
    }
    out.sort_by_key(|d| d.key);
    out
}

/// The largest blocks of open sea in the block of cells that begins at `first`.
fn blocks(cube: Cube, open: &[bool], first: u32, level: u8, out: &mut Vec<Draft>) {
    let is_open = |cell: u32| {
        let (_, x, y) = unkey(cell);
        open[(y * cube.n + x) as usize]
    };
    let count = 1 << (2 * level);
    if (first..first + count).all(is_open) {
        let (face, x, y) = unkey(first);
        let half = f64::from(1_u32 << level) / 2.0;
        let point = cube.direction(Place { face, x: f64::from(x) + half, y: f64::from(y) + half });
        out.push(Draft { key: first, level, point, coastal: false, sides: [u32::MAX; 4] });
    } else if level > 0 {
        for quarter in 0..4 {
            blocks(cube, open, first + quarter * (count / 4), level - 1, out);
        }
    }
}
