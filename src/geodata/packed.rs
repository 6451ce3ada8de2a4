//! Polygons and lines in few bytes: whole numbers of a quantum of a degree, as differences, column by column.
//!
//! | bytes | |
//! |---|---|
//! | `ACMP` | what it is; `ACML` for lines, of which each is written as a polygon of one ring that is not closed |
//! | 1 | version: 1 |
//! | 4, little-endian | quanta to a degree |
//! | varint | number of rings |
//! | a varint a ring | twice its positions, plus one where a polygon begins |
//! | a varint a position | differences of longitude, zig-zag, the shorter way round the globe |
//! | a varint a position | differences of latitude, zig-zag |
//!
//! Differences run on from ring to ring. Polygons stand in Morton order of their first position,
//! so that the first differences are small. A varint has seven bits a byte, the lowest first, the
//! high bit set on all but the last.

use super::{Code, Polygon, Problem, magic};
use crate::sphere::LonLat;

/// What is packed: its first bytes, and the fewest positions of a ring.
#[derive(Clone, Copy)]
struct Form {
    magic: &'static [u8; 4],
    least: usize,
}

const POLYGONS: Form = Form { magic: b"ACMP", least: 3 };
const LINES: Form = Form { magic: b"ACML", least: 2 };
const VERSION: u8 = 1;
const HEADER: usize = 9;
const MAX_QUANTA: i64 = 1_000_000;

/// The packed form of `polygons` to the nearest `quantum_deg`, which is taken as one over a whole
/// number. Rings that have fewer than three positions left are dropped, and a polygon with its
/// exterior.
#[must_use]
pub fn encode(polygons: &[Polygon], quantum_deg: f64) -> Vec<u8> {
    pack(POLYGONS, polygons.iter().map(|p| p.rings.as_slice()), quantum_deg)
}

/// The packed form of open `lines`, as [`encode`] has that of polygons; a line that falls together is dropped.
#[must_use]
pub fn encode_lines(lines: &[Vec<LonLat>], quantum_deg: f64) -> Vec<u8> {
    pack(LINES, lines.iter().map(std::slice::from_ref), quantum_deg)
}

fn pack<'a>(form: Form, shapes: impl Iterator<Item = &'a [Vec<LonLat>]>, quantum_deg: f64) -> Vec<u8> {
    let quanta = whole(1.0 / quantum_deg).clamp(1, MAX_QUANTA);
    let mut list: Vec<Vec<Vec<[i64; 2]>>> = shapes.filter_map(|rings| quantised(form, rings, quanta)).collect();
    list.sort_by_cached_key(|p| morton(p[0][0], quanta));

    let mut out = Vec::from(form.magic);
    out.push(VERSION);
    out.extend(u32::try_from(quanta).unwrap_or_default().to_le_bytes());
    put(&mut out, list.iter().map(|p| p.len() as u64).sum());
    for polygon in &list {
        for (i, ring) in polygon.iter().enumerate() {
            put(&mut out, (ring.len() as u64) << 1 | u64::from(i == 0));
        }
    }
    for axis in 0..2 {
        let mut last = 0;
        for position in list.iter().flatten().flatten() {
            let step = position[axis] - last;
            let step = if axis == 0 { wrap(step, quanta) } else { step };
            put(&mut out, ((step << 1) ^ (step >> 63)).cast_unsigned());
            last = position[axis];
        }
    }
    out
}

/// The polygons of a packed file.
///
/// # Errors
/// The problem that says what is wrong with the bytes; memory stays in proportion to their number.
pub fn decode(file: &str, bytes: &[u8]) -> Result<Vec<Polygon>, Problem> {
    unpack(POLYGONS, file, bytes)
}

/// The lines of a packed file.
///
/// # Errors
/// As those of [`decode`].
pub fn decode_lines(file: &str, bytes: &[u8]) -> Result<Vec<Vec<LonLat>>, Problem> {
    Ok(unpack(LINES, file, bytes)?.into_iter().flat_map(|line| line.rings).collect())
}

fn unpack(form: Form, file: &str, bytes: &[u8]) -> Result<Vec<Polygon>, Problem> {
    let problem = |code, args: &[&str]| Problem::of_file(file, code, args);
    magic::check(file, bytes, form.magic, VERSION)?;
    let header = bytes.get(..HEADER).ok_or_else(|| problem(Code::PackedTruncated, &[]))?;
    let quanta = i64::from(u32::from_le_bytes([header[5], header[6], header[7], header[8]]));
    if !(1..=MAX_QUANTA).contains(&quanta) {
        return Err(problem(Code::PackedCorrupt, &["5"]));
    }
    let mut input = Input { bytes, at: HEADER };
    input.polygons(form, quanta).map_err(|fault| match fault {
        Fault::Truncated => problem(Code::PackedTruncated, &[]),
        Fault::Corrupt => problem(Code::PackedCorrupt, &[&input.at.to_string()]),
    })
}

enum Fault {
    Truncated,
    Corrupt,
}

struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Input<'_> {
    fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    fn number(&mut self) -> Result<u32, Fault> {
        let mut value = 0_u32;
        for shift in (0..35).step_by(7) {
            let byte = *self.bytes.get(self.at).ok_or(Fault::Truncated)?;
            self.at += 1;
            let bits = u32::from(byte & 0x7F);
            if bits << shift >> shift != bits {
                return Err(Fault::Corrupt);
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Fault::Corrupt)
    }

    /// `number` as a count of things that take at least `bytes_each` of what is left.
    fn bounded(&self, number: usize, bytes_each: usize) -> Result<usize, Fault> {
        if number > self.left() / bytes_each { Err(Fault::Truncated) } else { Ok(number) }
    }

    fn step(&mut self) -> Result<i64, Fault> {
        let n = i64::from(self.number()?);
        Ok((n >> 1) ^ -(n & 1))
    }

    fn polygons(&mut self, form: Form, quanta: i64) -> Result<Vec<Polygon>, Fault> {
        let rings = self.number()? as usize;
        let rings = self.bounded(rings, 1)?;
        let mut counts = Vec::with_capacity(rings);
        let mut total = 0_usize;
        for i in 0..rings {
            let number = self.number()?;
            let count = (number >> 1) as usize;
            if count < form.least || (i == 0 && number & 1 == 0) {
                return Err(Fault::Corrupt);
            }
            total = total.saturating_add(count);
            counts.push((count, number & 1 == 1));
        }
        let total = self.bounded(total, 2)?;
        let mut lons = Vec::with_capacity(total);
        let mut last = 0;
        for _ in 0..total {
            last = wrap(last + self.step()?, quanta);
            lons.push(last);
        }
        let mut out: Vec<Polygon> = Vec::new();
        let mut lons = lons.into_iter();
        let mut last = 0;
        let scale = quanta as f64;
        for (count, begins) in counts {
            let mut ring = Vec::with_capacity(count);
            for lon in lons.by_ref().take(count) {
                last += self.step()?;
                if last.abs() > 90 * quanta {
                    return Err(Fault::Corrupt);
                }
                ring.push(LonLat { lon_deg: lon as f64 / scale, lat_deg: last as f64 / scale });
            }
            if begins {
                out.push(Polygon::default());
            }
            if let Some(polygon) = out.last_mut() {
                polygon.rings.push(ring);
            }
        }
        if self.left() == 0 { Ok(out) } else { Err(Fault::Corrupt) }
    }
}

/// A number of quanta, the shorter way round the globe: more than −180° and at most 180°.
fn wrap(n: i64, quanta: i64) -> i64 {
    let half = 180 * quanta;
    let wrapped = (n + half).rem_euclid(2 * half) - half;
    if wrapped == -half { half } else { wrapped }
}

#[allow(clippy::cast_possible_truncation, reason = "coordinates and quanta are far below 2^53; the rest saturates")]
fn whole(x: f64) -> i64 {
    x.round() as i64
}

fn quantised(form: Form, shape: &[Vec<LonLat>], quanta: i64) -> Option<Vec<Vec<[i64; 2]>>> {
    let scale = quanta as f64;
    let mut rings = Vec::with_capacity(shape.len());
    for (i, positions) in shape.iter().enumerate() {
        let mut ring: Vec<[i64; 2]> =
            positions.iter().map(|p| [wrap(whole(p.lon_deg * scale), quanta), whole(p.lat_deg * scale)]).collect();
        ring.dedup();
        while form.least > 2 && ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        if ring.len() >= form.least {
            rings.push(ring);
        } else if i == 0 {
            return None;
        }
    }
    (!rings.is_empty()).then_some(rings)
}

/// Bits of ten-bit longitude and latitude, interleaved.
fn morton(p: [i64; 2], quanta: i64) -> i64 {
    let x = (p[0] + 180 * quanta) * 1023 / (360 * quanta);
    let y = (p[1] + 90 * quanta) * 1023 / (180 * quanta);
    (0..10).fold(0, |m, i| m | (x >> i & 1) << (2 * i) | (y >> i & 1) << (2 * i + 1))
}

fn put(out: &mut Vec<u8>, mut n: u64) {
    while n > 0x7F {
        out.push((n & 0x7F) as u8 | 0x80);
        n >>= 7;
    }
    out.push((n & 0x7F) as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polygon(rings: &[&[(f64, f64)]]) -> Polygon {
        Polygon { rings: rings.iter().map(|r| r.iter().map(|&(x, y)| LonLat::new(x, y)).collect()).collect() }
    }

    fn some() -> Vec<Polygon> {
        vec![
            polygon(&[&[(179.5, 70.0), (-179.5, 70.0), (180.0, 71.0)]]),
            polygon(&[&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)], &[(4.0, 4.0), (4.0, 5.0), (5.0, 5.0)]]),
            polygon(&[&[(-90.0, -90.0), (-60.0, -70.0), (-120.0, -70.0)]]),
        ]
    }

    #[test]
    fn reads_back_what_was_written() {
        let mut got = decode("f", &encode(&some(), 0.01)).unwrap();
        got.sort_by(|a, b| b.rings[0][0].lat_deg.total_cmp(&a.rings[0][0].lat_deg));
        assert_eq!(got, some());
    }

    #[test]
    fn lines_stay_open_and_are_not_polygons() {
        let closed = vec![(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)];
        let lines: Vec<Vec<LonLat>> = [closed, vec![(179.0, 5.0), (-179.0, 5.5)]]
            .iter()
            .map(|line| line.iter().map(|&(x, y)| LonLat::new(x, y)).collect())
            .collect();
        let bytes = encode_lines(&lines, 0.01);
        assert_eq!(decode_lines("f", &bytes), Ok(lines.clone()));
        assert_eq!(decode("f", &bytes).map_err(|p| p.code), Err(Code::NotPacked));
        assert_eq!(decode_lines("f", &encode(&some(), 0.01)).map_err(|p| p.code), Err(Code::NotPacked));
        let dots = vec![vec![LonLat::new(0.0, 0.001), LonLat::new(0.001, 0.0)]];
        assert_eq!(decode_lines("f", &encode_lines(&dots, 0.01)), Ok(vec![]));
    }

    #[test]
    fn every_prefix_is_refused() {
        let (bytes, lines) = (encode(&some(), 0.01), encode_lines(&some()[0].rings, 0.01));
        for n in 0..bytes.len() {
            assert!(decode("f", &bytes[..n]).is_err(), "{n}");
            assert!(n >= lines.len() || decode_lines("f", &lines[..n]).is_err(), "{n}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert_eq!(decode("f", &longer).map_err(|p| p.code), Err(Code::PackedCorrupt));
    }

    #[test]
    fn counts_that_promise_more_than_the_bytes_hold_are_refused() {
        let mut bytes = encode(&[], 0.01)[..HEADER].to_vec();
        bytes.extend([0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 7, 7]);
        assert_eq!(decode("f", &bytes).map_err(|p| p.code), Err(Code::PackedTruncated));
    }

    #[test]
    fn other_files_are_named() {
        assert_eq!(decode("f", b"{\"type\": \"Feat").map_err(|p| p.code), Err(Code::NotPacked));
        assert_eq!(decode("f", b"").map_err(|p| p.code), Err(Code::EmptyFile));
        assert_eq!(decode("f", b"ACMP\x09\x64\0\0\0\0").map_err(|p| p.code), Err(Code::PackedVersion));
        assert_eq!(decode("f", b"ACMP\x01\0\0\0\0\0").map_err(|p| p.code), Err(Code::PackedCorrupt));
    }
}
