//! The cells of a grid as bits: what each is likely to be, given those before it.
//!
//! Whether a cell is empty is asked in the light of which of its four neighbours are; the level of any other is the
//! median edge prediction of LOCO-I (Weinberger, Seroussi and Sapiro 2000, doi 10.1109/83.855427) plus a residual,
//! whose size is expected by how rough the neighbourhood is.

use super::coder::{Bits, Chance, Decoder, Encoder};

/// Classes of roughness.
const CLASSES: usize = 10;
/// Sizes that have a chance of their own; larger ones are written as this and eight bits.
const SIZES: usize = 20;

struct Model {
    empty: [Chance; 16],
    negative: [Chance; CLASSES],
    larger: [[Chance; SIZES]; CLASSES],
    rest: [Chance; 256],
}

/// What is known of a cell before it is read.
struct Neighbours {
    /// Which of west, north, north-west and north-east are empty, a bit each.
    empty: usize,
    /// The level expected where the cell is not empty.
    expected: i32,
    /// How much the neighbours differ from each other.
    roughness: i32,
}

impl Neighbours {
    /// Of the cell in that column; `above` and `row` are the row before and the row so far.
    fn new(above: &[u8], row: &[u8], column: usize) -> Self {
        let get = |line: &[u8], back: usize| {
            (column + 1).checked_sub(back).and_then(|i| line.get(i)).map_or(0, |level| i32::from(*level))
        };
        let (west, north, north_west, north_east) = (get(row, 2), get(above, 1), get(above, 2), get(above, 0));
        let all = [west, north, north_west, north_east];
        let empty = all.iter().fold(0, |bits, level| bits << 1 | usize::from(*level == 0));
        // An empty neighbour is taken to be as the first that is not.
        let known = all.iter().find(|level| **level > 0).copied().unwrap_or(1);
        let [west, north, north_west, north_east] = all.map(|level| if level == 0 { known } else { level });
        let (low, high) = (west.min(north), west.max(north));
        Self {
            empty,
            expected: (west + north - north_west).clamp(low, high),
            roughness: (west - north_west).abs() + (north - north_west).abs() + (north_east - north).abs(),
        }
    }
}

/// The class of a roughness: 0, 1, 2, 3–4, 5–7, 8–12, …
fn class(roughness: i32) -> usize {
    const FROM: [i32; CLASSES - 1] = [1, 2, 3, 5, 8, 13, 21, 34, 60];
    FROM.iter().filter(|from| roughness >= **from).count()
}

impl Model {
    fn new() -> Self {
        Self {
            empty: [Chance::EVEN; 16],
            negative: [Chance::EVEN; CLASSES],
            larger: [[Chance::EVEN; SIZES]; CLASSES],
            rest: [Chance::EVEN; 256],
        }
    }

    /// One cell. An encoder writes `level`; a decoder finds it.
    fn cell(&mut self, bits: &mut impl Bits, near: &Neighbours, missed: &mut i32, level: u8) -> u8 {
        if bits.bit(&mut self.empty[near.empty], level == 0) {
            *missed = 0;
            return 0;
        }
        let class = class(near.roughness + 2 * *missed);
        let residual = i32::from(level) - near.expected;
        let mut size = 0;
        while size < SIZES && bits.bit(&mut self.larger[class][size], residual.unsigned_abs() as usize > size) {
            size += 1;
        }
        if size == SIZES {
            size += self.rest(bits, (residual.unsigned_abs() as usize).saturating_sub(SIZES));
        }
        let size = i32::try_from(size).unwrap_or_default();
        let down = size > 0 && bits.bit(&mut self.negative[class], residual < 0);
        *missed = size;
        // A decoder that is fed garbage may leave the levels.
        u8::try_from((near.expected + if down { -size } else { size }).clamp(1, 255)).unwrap_or(1)
    }

    /// A number of eight bits, the highest first.
    fn rest(&mut self, bits: &mut impl Bits, number: usize) -> usize {
        let mut node = 1;
        for shift in (0..8).rev() {
            node = node << 1 | usize::from(bits.bit(&mut self.rest[node & 0xFF], number >> shift & 1 == 1));
        }
        node & 0xFF
    }
}

/// Appends the cells, row by row, to `out`.
pub(super) fn encode(out: Vec<u8>, cells: &[u8], width: usize) -> Vec<u8> {
    let mut encoder = Encoder::new(out);
    let mut model = Model::new();
    let mut above: &[u8] = &[];
    for row in cells.chunks(width.max(1)) {
        let mut missed = 0;
        for (column, level) in row.iter().enumerate() {
            model.cell(&mut encoder, &Neighbours::new(above, &row[..column], column), &mut missed, *level);
        }
        above = row;
    }
    encoder.finish()
}

/// The cells that begin at byte `at`, and the byte after the last one; it is beyond the end where bytes are missing.
pub(super) fn decode(bytes: &[u8], at: usize, width: usize, height: usize) -> (Vec<u8>, usize) {
    let mut decoder = Decoder::new(bytes, at);
    let mut model = Model::new();
    let mut cells = Vec::with_capacity(width * height);
    for row in 0..height {
        let mut missed = 0;
        for column in 0..width {
            let (before, now) = cells.split_at(row * width);
            let above = before.get(before.len().saturating_sub(width)..).unwrap_or_default();
            let near = Neighbours::new(above, now, column);
            let level = model.cell(&mut decoder, &near, &mut missed, 0);
            cells.push(level);
        }
        if decoder.at() > bytes.len() {
            break;
        }
    }
    (cells, decoder.at())
}
