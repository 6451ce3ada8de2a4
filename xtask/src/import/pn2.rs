//! Marble's polygon files (`.pn2`), read after their layout.
//!
//! Big-endian: version, number of records, whether there are colours. A record: what it is (0 line, 1 ring, 2 exterior,
//! 3 hole, 4 several), the number of its placemark, a colour where that number is new and there are colours; then
//! positions, or for several a count of parts, each with its own kind and number. Positions: how many, and as often
//! latitude and longitude in 120ths of a degree, and steps of a byte from there.

use super::text::Position;
use anyhow::{Context, Result, bail, ensure};

const UNITS: f64 = 120.0;

/// The polygons of a file: rings without their repeated end, the exterior first.
pub(super) fn polygons(bytes: &[u8]) -> Result<Vec<Vec<Vec<Position>>>> {
    let mut input = Input(bytes);
    let (version, records, colours) = (input.byte()?, input.long()?, input.byte()? > 0);
    ensure!(version == 2, "the file has version {version}, not 2");
    let mut out: Vec<Vec<Vec<Position>>> = Vec::new();
    let mut placemark = 0;
    for _ in 0..records {
        // Some files count the parts of several as records too.
        if input.0.is_empty() {
            break;
        }
        let kind = input.byte()?;
        let number = input.long()?;
        if number != placemark && colours {
            input.byte()?;
        }
        placemark = number;
        let parts = if kind == 4 { input.byte()? } else { 1 };
        for _ in 0..parts {
            let kind = if kind == 4 {
                let inner = input.byte()?;
                input.long()?;
                inner
            } else {
                kind
            };
            let mut ring = input.positions()?;
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            match kind {
                1 | 2 => out.push(vec![ring]),
                3 => out.last_mut().context("a hole without an exterior")?.push(ring),
                other => bail!("a record of kind {other} is no polygon"),
            }
        }
    }
    ensure!(input.0.is_empty(), "{} bytes are left over", input.0.len());
    out.iter_mut().for_each(|rings| rings.retain(|ring| ring.len() > 2));
    out.retain(|rings| !rings.is_empty());
    Ok(out)
}

struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk().context("the file ends too early")?;
        self.0 = rest;
        Ok(*head)
    }

    fn byte(&mut self) -> Result<u8> {
        self.take::<1>().map(|b| b[0])
    }

    fn long(&mut self) -> Result<u32> {
        self.take().map(u32::from_be_bytes)
    }

    fn short(&mut self) -> Result<f64> {
        self.take().map(|b| f64::from(i16::from_be_bytes(b)))
    }

    fn positions(&mut self) -> Result<Vec<Position>> {
        let mut out = Vec::new();
        for _ in 0..self.long()? {
            let (lat, lon) = (self.short()?, self.short()?);
            let steps = u16::from_be_bytes(self.take()?);
            out.push((lon / UNITS, lat / UNITS));
            for _ in 0..steps {
                let [down, right] = self.take()?.map(|b: u8| f64::from(b.cast_signed()));
                out.push(((lon + right) / UNITS, (lat + down) / UNITS));
            }
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_and_holes() {
        let ring = |kind: u8, at: i16| {
            let mut out = vec![kind, 0, 0, 0, 9];
            out.extend([0, 0, 0, 1]);
            for short in [at, at, 3] {
                out.extend(short.to_be_bytes());
            }
            out.extend([0, 120, 120, 120, 0, 0]);
            out
        };
        let bytes = [vec![2, 0, 0, 0, 2, 0], ring(2, 1200), ring(3, -120)].concat();
        let wanted = [vec![(10.0, 10.0), (11.0, 10.0), (11.0, 11.0)], vec![(-1.0, -1.0), (0.0, -1.0), (0.0, 0.0)]];
        assert_eq!(polygons(&bytes).unwrap(), [wanted.to_vec()]);
        let first = 6 + ring(2, 0).len();
        for n in (0..bytes.len()).filter(|n| ![6, first].contains(n)) {
            assert!(polygons(&bytes[..n]).is_err(), "{n}");
        }
    }
}
