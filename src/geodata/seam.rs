//! Lines cut at the antimeridian, as GeoJSON wants them.

use crate::sphere::{LonLat, UnitVec};

/// The line in parts that do not cross the antimeridian, as RFC 7946 §3.1.9 has it. Cuts have four decimals, like the
/// positions of our files; legs are great circles.
#[must_use]
pub fn cut_at_antimeridian(line: &[LonLat]) -> Vec<Vec<LonLat>> {
    let mut parts: Vec<Vec<LonLat>> = vec![Vec::new()];
    for (i, &p) in line.iter().enumerate() {
        if let Some(&before) = i.checked_sub(1).and_then(|i| line.get(i))
            && (p.lon_deg - before.lon_deg).abs() > 180.0
        {
            let lat_deg = seam(before, p);
            let side = 180_f64.copysign(before.lon_deg);
            for (lon_deg, begins) in [(side, false), (-side, true)] {
                if begins {
                    parts.push(Vec::new());
                }
                push(&mut parts, LonLat { lon_deg, lat_deg });
            }
        }
        push(&mut parts, p);
    }
    parts.retain(|part| part.len() > 1);
    parts
}

fn push(parts: &mut [Vec<LonLat>], p: LonLat) {
    if let Some(part) = parts.last_mut()
        && part.last() != Some(&p)
    {
        part.push(p);
    }
}

/// The latitude at which the great circle from `a` to `b` meets the antimeridian.
fn seam(a: LonLat, b: LonLat) -> f64 {
    let (u, v): (UnitVec, UnitVec) = (a.to_unit(), b.to_unit());
    // Where y is nothing on the chord; both ends lie on different sides of it.
    let t = if u.y == v.y { 0.5 } else { u.y / (u.y - v.y) };
    let (x, z) = (u.x + (v.x - u.x) * t, u.z + (v.z - u.z) * t);
    (z.atan2(x.abs()).to_degrees() * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().map(|&(x, y)| LonLat::new(x, y)).collect()
    }

    #[test]
    fn a_line_over_the_antimeridian_is_cut_there() {
        let parts = [line(&[(170.0, 60.0), (180.0, 60.3783)]), line(&[(-180.0, 60.3783), (-170.0, 60.0)])];
        assert_eq!(cut_at_antimeridian(&line(&[(170.0, 60.0), (-170.0, 60.0)])), parts);
        // One that ends on it is not.
        assert_eq!(cut_at_antimeridian(&line(&[(170.0, 60.0), (180.0, 61.0)])).len(), 1);
        let ends_west = [line(&[(-170.0, 60.0), (-180.0, 61.0)])];
        assert_eq!(cut_at_antimeridian(&line(&[(-170.0, 60.0), (180.0, 61.0)])), ends_west);
        assert_eq!(cut_at_antimeridian(&line(&[(1.0, 2.0)])), Vec::<Vec<LonLat>>::new());
    }
}
