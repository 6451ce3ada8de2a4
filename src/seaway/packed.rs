//! The graph of the waters in few bytes, so that a page need not build it.
//!
//! | bytes | |
//! |---|---|
//! | `ACMW` | what it is |
//! | 1 | version: 1 |
//! | 4 | number of nodes |
//! | 4 | FNV-1a of the graph |
//! | the rest | blocks of each face along the Z-curve, then links, by the range coder of the grids of depths |
//!
//! Of each block a bit or two say whether it is open sea, land, or parted in four; of each cell by the shore how many pieces
//! of water it has, and of each piece its inmost point. Of each node, in order, a bit for every node that touches it says
//! whether the two are neighbours: nearly always, so that it takes a tenth of a bit. Numbers are little-endian.

use super::cube::{Cube, Place, key, unkey};
use super::grid::{CELLS, Grid, MAX_LEVEL};
use super::raster::FINE;
use super::vector::{narrow, of};
use crate::geodata::grid::coder::{Bits, Chance, Decoder, Encoder};
use crate::geodata::{Code, Problem, magic};

const MAGIC: &[u8; 4] = b"ACMW";
const VERSION: u8 = 1;
const HEADER: usize = 13;
/// The most nodes that are read: the world has a third of it.
const MAX_NODES: u32 = 1_000_000;
/// The most pieces of water of a cell that are told apart.
const MAX_PIECES: usize = 40;

/// What a block was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Parted,
    Open,
    Land,
}

struct Model {
    /// By level and by what the block before was: open or not; if not, land or not.
    open: [[Chance; 3]; 4],
    land: [[Chance; 3]; 4],
    pieces: [Chance; MAX_PIECES],
    /// Columns and rows, a bit at a time, of the first piece and of others.
    places: [[Chance; FINE as usize]; 4],
    /// By what the two nodes are, and whether the other has this one as a neighbour.
    links: [Chance; 32],
    before: Kind,
}

impl Model {
    fn new() -> Self {
        Self {
            open: [[Chance::EVEN; 3]; 4],
            land: [[Chance::EVEN; 3]; 4],
            pieces: [Chance::EVEN; MAX_PIECES],
            places: [[Chance::EVEN; FINE as usize]; 4],
            links: [Chance::EVEN; 32],
            before: Kind::Land,
        }
    }

    fn kind(&mut self, bits: &mut impl Bits, level: u8, kind: Kind) -> Kind {
        let (level, before) = (usize::from(level) % 4, self.before as usize);
        self.before = if bits.bit(&mut self.open[level][before], kind == Kind::Open) {
            Kind::Open
        } else if bits.bit(&mut self.land[level][before], kind == Kind::Land) {
            Kind::Land
        } else {
            Kind::Parted
        };
        self.before
    }

    /// How many pieces of water a cell has: one at least.
    fn count(&mut self, bits: &mut impl Bits, count: usize) -> usize {
        let mut found = 1;
        while found < MAX_PIECES && bits.bit(&mut self.pieces[found - 1], count > found) {
            found += 1;
        }
        found
    }

    fn place(&mut self, bits: &mut impl Bits, which: usize, place: u32) -> u32 {
        let mut node = 1;
        for shift in (0..FINE.ilog2()).rev() {
            node = node << 1
                | usize::from(bits.bit(&mut self.places[which][node % FINE as usize], place >> shift & 1 == 1));
        }
        u32::try_from(node).unwrap_or_default() % FINE
    }
}

impl Grid {
    /// The packed form.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::from(MAGIC);
        out.push(VERSION);
        out.extend(u32::try_from(self.len()).unwrap_or(u32::MAX).to_le_bytes());
        out.extend(self.checksum().to_le_bytes());
        let mut bits = Encoder::new(out);
        let mut model = Model::new();
        let mut at = 0;
        for first in tops() {
            self.write(&mut bits, &mut model, first, MAX_LEVEL, &mut at);
        }
        let mut touching = Vec::new();
        for node in 0..self.len() {
            self.touching(node, &mut touching);
            let own = self.neighbours(number(node));
            for other in &touching {
                let context =
                    self.context(node, *other, other.cmp(&number(node)).is_lt().then(|| self.neighbours(*other)));
                bits.bit(&mut model.links[context], own.binary_search(other).is_ok());
            }
        }
        bits.finish()
    }

    /// The graph of a packed file.
    ///
    /// # Errors
    /// The problem that says what is wrong with the bytes; memory is at most that of a million nodes.
    pub fn decode(file: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let fault = |code, args: &[&str]| Err(Problem::of_file(file, code, args));
        magic::check(file, bytes, MAGIC, VERSION)?;
        let four = |at: usize| bytes.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok()).map(u32::from_le_bytes);
        let (Some(count), Some(sum)) = (four(5), four(9)) else { return fault(Code::PackedTruncated, &[]) };
        if count > MAX_NODES {
            return fault(Code::PackedCorrupt, &["5"]);
        }
        let mut bits = Decoder::new(bytes, HEADER);
        let mut model = Model::new();
        let mut grid = Self::nothing(count as usize);
        for first in tops() {
            if !grid.read(&mut bits, &mut model, first, MAX_LEVEL, count as usize) {
                return fault(Code::PackedCorrupt, &[&bits.at().min(bytes.len()).to_string()]);
            }
        }
        grid.index();
        let mut touching = Vec::new();
        for node in 0..grid.len() {
            grid.touching(node, &mut touching);
            for other in &touching {
                let context =
                    grid.context(node, *other, other.cmp(&number(node)).is_lt().then(|| grid.neighbours(*other)));
                if bits.bit(&mut model.links[context], false) {
                    grid.next.push(*other);
                }
            }
            grid.first.push(number(grid.next.len()));
        }
        if bits.at() > bytes.len() {
            return fault(Code::PackedTruncated, &[]);
        }
        if bits.at() < bytes.len() || grid.len() != count as usize || grid.checksum() != sum {
            return fault(Code::PackedCorrupt, &[&bits.at().to_string()]);
        }
        grid.waters = grid.connected();
        Ok(grid)
    }

    fn nothing(count: usize) -> Self {
        Self {
            cube: Cube::new(CELLS),
            keys: Vec::with_capacity(count),
            tops: Vec::new(),
            levels: Vec::with_capacity(count),
            coastal: Vec::with_capacity(count),
            points: Vec::with_capacity(count),
            first: vec![0],
            next: Vec::with_capacity(count * 8),
            waters: Vec::new(),
        }
    }

    /// Writes the block of cells that begins at `first`; `at` is the next node.
    fn write(&self, bits: &mut Encoder, model: &mut Model, first: u32, level: u8, at: &mut usize) {
        let cells = 1 << (2 * level);
        let next = self.keys.get(*at).filter(|k| **k - first < cells);
        let kind = match next {
            None => Kind::Land,
            Some(_) if self.levels[*at] == level && !self.coastal[*at] => Kind::Open,
            Some(_) => Kind::Parted,
        };
        match model.kind(bits, level, kind) {
            Kind::Land => {}
            Kind::Open => *at += 1,
            Kind::Parted if level > 0 => {
                for quarter in 0..4 {
                    self.write(bits, model, first + quarter * (cells / 4), level - 1, at);
                }
            }
            Kind::Parted => {
                let pieces = self.keys[*at..].iter().take(MAX_PIECES).take_while(|k| **k == first).count();
                model.count(bits, pieces);
                let (_, x, y) = unkey(first);
                for piece in 0..pieces {
                    let place = self.cube.place(of(self.point(number(*at))));
                    let fine = Cube::new(FINE);
                    let off = |at: f64, cell: u32| fine.whole((at - f64::from(cell)) * f64::from(FINE));
                    let which = 2 * piece.min(1);
                    model.place(bits, which, off(place.x, x));
                    model.place(bits, which + 1, off(place.y, y));
                    *at += 1;
                }
            }
        }
    }

    /// Reads the block of cells that begins at `first`; says whether there are no more nodes than told.
    fn read(&mut self, bits: &mut Decoder<'_>, model: &mut Model, first: u32, level: u8, most: usize) -> bool {
        match model.kind(bits, level, Kind::Land) {
            Kind::Land => {}
            Kind::Open => {
                let (face, x, y) = unkey(first);
                let half = f64::from(1_u32 << level) / 2.0;
                self.push(first, level, false, Place { face, x: f64::from(x) + half, y: f64::from(y) + half });
            }
            Kind::Parted if level > 0 => {
                let cells = 1 << (2 * level);
                return (0..4).all(|quarter| self.read(bits, model, first + quarter * (cells / 4), level - 1, most));
            }
            Kind::Parted => {
                let (face, x, y) = unkey(first);
                for piece in 0..model.count(bits, 0) {
                    let which = 2 * piece.min(1);
                    let off = |fine: u32| (f64::from(fine) + 0.5) / f64::from(FINE);
                    let column = off(model.place(bits, which, 0));
                    let row = off(model.place(bits, which + 1, 0));
                    self.push(first, 0, true, Place { face, x: f64::from(x) + column, y: f64::from(y) + row });
                }
            }
        }
        self.len() <= most
    }

    fn push(&mut self, key: u32, level: u8, coastal: bool, at: Place) {
        self.keys.push(key);
        self.levels.push(level);
        self.coastal.push(coastal);
        self.points.push(narrow(self.cube.direction(at)));
    }

    /// All nodes of cells beside a node, in order.
    fn touching(&self, node: usize, found: &mut Vec<u32>) {
        found.clear();
        let (face, x, y) = unkey(self.keys[node]);
        let size = 1_u32 << self.levels[node];
        let low = |at: u32| f64::from(at) - 0.5;
        // The last block that was met: most cells along a side lie in the same one.
        let mut last = node;
        let mut beside = |px: f64, py: f64| {
            let within = |at: f64| at > 0.0 && at < f64::from(self.cube.n);
            let cell = if within(px) && within(py) {
                key(face, self.cube.whole(px), self.cube.whole(py))
            } else {
                self.cube.key(self.cube.direction(Place { face, x: px, y: py }))
            };
            if cell.wrapping_sub(self.keys[last]) < 1 << (2 * self.levels[last]) {
                return;
            }
            for other in self.of_cell(cell) {
                last = other;
                let other = number(other);
                // A list of some ten is sorted as it grows.
                if let Err(at) = found.binary_search(&other) {
                    found.insert(at, other);
                }
            }
        };
        for side in [low(y), low(y + size + 1)] {
            (0..size + 2).for_each(|step| beside(low(x + step), side));
        }
        for side in [low(x), low(x + size + 1)] {
            (1..=size).for_each(|step| beside(side, low(y + step)));
        }
    }

    /// What is known of a pair before it is said whether they are neighbours; `back` are those of the other, if it came before.
    fn context(&self, node: usize, other: u32, back: Option<&[u32]>) -> usize {
        let i = other as usize;
        let known = back.map_or(0, |back| 1 + usize::from(back.binary_search(&number(node)).is_ok()));
        let (a, b) = (unkey(self.keys[node]), unkey(self.keys[i]));
        let (size, their) = (1_u32 << self.levels[node], 1_u32 << self.levels[i]);
        let apart = |p: u32, q: u32| p + size == q || q + their == p;
        let is_corner = a.0 == b.0 && apart(a.1, b.1) && apart(a.2, b.2);
        ((known * 2 + usize::from(is_corner)) * 2 + usize::from(self.coastal[node])) * 2 + usize::from(self.coastal[i])
    }

    /// FNV-1a (Fowler, Noll and Vo) of what the graph is made of, in 32 bits.
    fn checksum(&self) -> u32 {
        let words = self.keys.iter().chain(&self.first).chain(&self.next).copied();
        let levels = self.levels.iter().zip(&self.coastal).map(|(l, c)| u32::from(*l) * 2 + u32::from(*c));
        words.chain(levels).fold(0x811C_9DC5, |sum, word| (sum ^ word).wrapping_mul(0x0100_0193))
    }
}

/// The first cell of each of the largest blocks, in the order of the Z-curve.
fn tops() -> impl Iterator<Item = u32> {
    let step = 1 << (2 * MAX_LEVEL);
    (0..6_u32).flat_map(move |face| (0..CELLS * CELLS).step_by(step).map(move |first| face << 24 | first))
}

fn number(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
