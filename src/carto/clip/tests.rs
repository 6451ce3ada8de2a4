//! Clipping of rings, holes, poles and degenerate shapes, measured by area and by length.

use super::*;
use crate::sphere::LonLat;
use std::f64::consts::TAU;

/// Collects what comes through; areas by Girard's theorem over a fan of triangles.
#[derive(Default)]
struct Trace {
    lines: Vec<Vec<UnitVec>>,
    polygons: usize,
}

impl SphereSink for Trace {
    fn line_start(&mut self) {
        self.lines.push(vec![]);
    }
    fn point(&mut self, p: UnitVec) {
        self.lines.last_mut().unwrap().push(p);
    }
    fn line_end(&mut self) {}
    fn polygon_start(&mut self) {
        self.polygons += 1;
    }
}

/// Signed area of a triangle on the unit sphere (Eriksson 1990, doi 10.2307/2691141).
fn triangle(a: UnitVec, b: UnitVec, c: UnitVec) -> f64 {
    let [x, y, z] = b.cross(c);
    2.0 * (a.x * x + a.y * y + a.z * z).atan2(1.0 + a.dot(b) + b.dot(c) + c.dot(a))
}

fn area(ring: &[UnitVec]) -> f64 {
    (1..ring.len() - 1).map(|i| triangle(ring[0], ring[i], ring[i + 1])).sum()
}

fn ring(points: &[(f64, f64)]) -> Vec<UnitVec> {
    points.iter().map(|&(lon, lat)| LonLat::new(lon, lat).to_unit()).collect()
}

fn clip(window: impl Into<Clip>, rings: &[Vec<UnitVec>]) -> Trace {
    let mut trace = Trace::default();
    let mut link = ClipCap::new(window, &mut trace);
    link.polygon_start();
    for r in rings {
        link.line_start();
        r.iter().for_each(|p| link.point(*p));
        link.line_end();
    }
    link.polygon_end();
    trace
}

fn clipped_area(cap: Cap, rings: &[Vec<UnitVec>]) -> f64 {
    clip(cap, rings).lines.iter().map(|l| area(l)).sum()
}

fn square(half_deg: f64) -> Vec<UnitVec> {
    ring(&[(-half_deg, -half_deg), (half_deg, -half_deg), (half_deg, half_deg), (-half_deg, half_deg)])
}

fn polar_cap(lat: f64) -> Cap {
    Cap::new(UnitVec::NORTH, (90.0 - lat).to_radians())
}

#[test]
fn ring_inside_passes_whole() {
    let cap = Cap::new(LonLat::new(0.0, 0.0).to_unit(), 1.0);
    let through = clip(cap, &[square(10.0)]);
    assert_eq!((through.lines.len(), through.lines[0].len(), through.polygons), (1, 4, 1));
}

#[test]
fn ring_outside_is_dropped() {
    let cap = Cap::new(LonLat::new(180.0, 0.0).to_unit(), 1.0);
    assert_eq!(clip(cap, &[square(10.0)]).polygons, 0);
}

#[test]
fn cap_inside_a_ring_becomes_the_whole_cap() {
    let cap = Cap::new(LonLat::new(0.0, 0.0).to_unit(), 0.05);
    let a = clipped_area(cap, &[square(20.0)]);
    let full = TAU * (1.0 - cap.cos_radius);
    assert!((a / full - 1.0).abs() < 0.001, "{a} of {full}");
}

#[test]
fn cap_inside_a_hole_stays_empty() {
    let cap = Cap::new(LonLat::new(0.0, 0.0).to_unit(), 0.05);
    let mut hole = square(10.0);
    hole.reverse();
    assert_eq!(clip(cap, &[square(20.0), hole]).polygons, 0);
}

#[test]
fn half_of_a_symmetric_square_stays() {
    // The cap's edge runs along the meridian 0: a hemisphere centred on 90° E.
    let cap = Cap::new(LonLat::new(90.0, 0.0).to_unit(), std::f64::consts::FRAC_PI_2);
    let whole = area(&square(10.0));
    assert!((clipped_area(cap, &[square(10.0)]) / whole - 0.5).abs() < 1e-9);
}

#[test]
fn comb_through_the_edge_keeps_every_tooth() {
    let mut teeth = vec![(0.0, 40.0), (60.0, 40.0)];
    for k in (0..6).rev() {
        let lon = f64::from(k) * 10.0;
        teeth.extend([(lon + 8.0, 40.0), (lon + 8.0, 75.0), (lon + 2.0, 75.0), (lon + 2.0, 40.0)]);
    }
    let comb = ring(&teeth);
    let through = clip(polar_cap(60.0), &[comb]);
    assert_eq!(through.lines.len(), 6);
    assert!(through.lines.iter().all(|l| area(l) > 0.0 && area(l) < 0.05));
}

#[test]
fn ring_round_the_pole_of_the_cap() {
    let round: Vec<_> = (0..36).map(|k| LonLat::new(f64::from(k) * 10.0, 75.0).to_unit()).collect();
    let a = clipped_area(polar_cap(60.0), std::slice::from_ref(&round));
    assert!((a - area(&round)).abs() < 1e-12);
    // The other way round, it is everything south of 75° N: within the cap, a band.
    let band: Vec<_> = round.iter().rev().copied().collect();
    let through = clip(polar_cap(60.0), &[band]);
    assert_eq!(through.lines.len(), 2);
    let total: f64 = through.lines.iter().map(|l| area(l)).sum();
    let expected = TAU * (75_f64.to_radians().sin() - 60_f64.to_radians().sin());
    assert!((total / expected - 1.0).abs() < 0.08, "{total} {expected}");
}

#[test]
fn antarctica_never_floods_an_arctic_cap() {
    let ice: Vec<_> = (0..36).rev().map(|k| LonLat::new(f64::from(k) * 10.0, -75.0).to_unit()).collect();
    assert_eq!(clip(polar_cap(-60.0), std::slice::from_ref(&ice)).polygons, 0);
    let through = clip(polar_cap(-80.0), &[ice]);
    assert_eq!((through.polygons, through.lines.len()), (1, 2));
}

/// A simplified ring may cross itself just where it crosses the edge; that must not flood the cap.
#[test]
fn a_ring_that_crosses_itself_at_the_edge_does_not_flood() {
    let knot = ring(&[
        (-10.0, 62.0),
        (-0.1, 62.0),
        (0.2, 58.0),
        (-0.2, 58.0),
        (0.1, 62.0),
        (10.0, 62.0),
        (10.0, 70.0),
        (-10.0, 70.0),
    ]);
    let through = clip(polar_cap(60.0), &[knot]);
    let total: f64 = through.lines.iter().map(|l| area(l).abs()).sum();
    assert!(total < 0.05, "{total} of a cap of {}", TAU * (1.0 - 60_f64.to_radians().sin()));
}

#[test]
fn line_is_cut_into_its_pieces() {
    let mut trace = Trace::default();
    let mut link = ClipCap::new(polar_cap(60.0), &mut trace);
    link.line_start();
    for p in ring(&[(0.0, 50.0), (0.0, 70.0), (90.0, 52.0), (180.0, 52.0), (180.0, 80.0)]) {
        link.point(p);
    }
    link.line_end();
    assert_eq!(trace.lines.len(), 3, "in, then a great circle that bulges in, then in again");
    assert!(trace.lines.iter().flatten().all(|p| p.to_lonlat().lat_deg > 60.0 - 1e-9));
}

#[test]
fn degenerate_rings_do_no_harm() {
    let p = LonLat::new(0.0, 60.0).to_unit();
    for r in [vec![], vec![p], vec![p, p], vec![p, p, p], ring(&[(0.0, 60.0), (10.0, 60.0), (0.0, 60.0)])] {
        let a = clipped_area(polar_cap(60.0), &[r]);
        assert!(a.abs() < 0.02, "{a}");
    }
}

/// Random star-shaped rings and caps: the clipped area agrees with counting points.
#[test]
fn areas_agree_with_counting_points() {
    let mut seed = 7_u64;
    let mut random = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as f64 / f64::from(1_u32 << 31)
    };
    for _ in 0..40 {
        let middle = LonLat::new(random() * 360.0 - 180.0, random() * 160.0 - 80.0);
        let shape = Cap::new(middle.to_unit(), 0.0);
        let star: Vec<_> =
            (0..24).map(|k| Cap::new(shape.centre, 0.2 + random() * 0.8).edge(f64::from(k) * TAU / 24.0)).collect();
        let cap =
            Cap::new(LonLat::new(random() * 360.0 - 180.0, random() * 160.0 - 80.0).to_unit(), 0.3 + random() * 2.4);
        let got = clipped_area(cap, std::slice::from_ref(&star));
        let n = 6000;
        let inside = (0..n).filter(|_| {
            let z = random() * 2.0 - 1.0;
            let lon = random() * 360.0 - 180.0;
            let p = LonLat::new(lon, z.asin().to_degrees()).to_unit();
            cap.holds(p) && contains(std::iter::once(star.as_slice()), p)
        });
        let counted = inside.count() as f64 / f64::from(n) * 2.0 * TAU;
        // The edge is sent on in 180 chords; counting is the coarser.
        assert!((got - counted).abs() < 0.25, "{got} against {counted}");
    }
}

fn cut_open(lon_deg: f64) -> Clip {
    Clip::new(Cap::new(UnitVec::NORTH, std::f64::consts::PI), None, Some(Cut::opposite(lon_deg)))
}

fn cut(lon_deg: f64, rings: &[Vec<UnitVec>]) -> Trace {
    clip(cut_open(lon_deg), rings)
}

/// Slitting the sphere open takes nothing away: random stars, with poles and without, and all but such stars.
#[test]
fn a_cut_keeps_every_area_and_no_edge_crosses_it() {
    let mut seed = 5_u64;
    let mut random = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as f64 / f64::from(1_u32 << 31)
    };
    let mut pieces = 0;
    for k in 0..300 {
        let lat = if k % 4 == 0 { 90.0 - random() * 20.0 } else { random() * 170.0 - 85.0 };
        let about = LonLat::new(random() * 360.0 - 180.0, if k % 8 == 0 { -lat } else { lat }).to_unit();
        let mut star: Vec<_> =
            (0..15).map(|i| Cap::new(about, 0.2 + random() * 0.9).edge(f64::from(i) * TAU / 15.0)).collect();
        if k % 5 == 0 {
            star.reverse();
        }
        let lon = random() * 360.0 - 180.0;
        let through = cut(lon, std::slice::from_ref(&star));
        let total: f64 = through.lines.iter().map(|l| area(l)).sum();
        let lost = (total - area(&star)).rem_euclid(2.0 * TAU);
        assert!(lost.min(2.0 * TAU - lost) < 1e-6, "{k}: {lost}");
        let slit = cut_open(lon);
        for (a, b) in through.lines.iter().flat_map(|l| l.iter().zip(l.iter().cycle().skip(1))) {
            // Round the end of the slit, a step of a metre goes from one side to the other.
            let round_the_end = a.z.abs() > 1.0 - 1e-12;
            assert!(round_the_end || slit.joins(*a, *b), "{k}: {:?} {:?}", a.to_lonlat(), b.to_lonlat());
        }
        pieces += through.lines.len();
    }
    assert!(pieces > 350, "{pieces}");
}

#[test]
fn degenerate_rings_at_a_cut_do_no_harm() {
    let on = |lat| (180.0, lat);
    for r in [
        ring(&[on(0.0), on(10.0), on(20.0)]),
        ring(&[on(0.0), on(30.0), (170.0, 15.0)]),
        ring(&[on(0.0), (-170.0, 15.0), on(30.0)]),
        ring(&[(0.0, 90.0), on(60.0), (120.0, 60.0)]),
        ring(&[(180.0, 10.0), (180.0, 10.0), (-175.0, 20.0), (175.0, 20.0)]),
        ring(&[(0.0, 90.0), (0.0, 90.0), (180.0, 80.0)]),
    ] {
        let through = cut(0.0, std::slice::from_ref(&r));
        let total: f64 = through.lines.iter().map(|l| area(l)).sum();
        let lost = (total - area(&r)).rem_euclid(2.0 * TAU);
        assert!(lost.min(2.0 * TAU - lost) < 1e-6, "{r:?}: {lost}");
    }
}

#[test]
fn a_line_is_cut_where_it_crosses_and_one_over_the_pole_is_not() {
    let mut trace = Trace::default();
    let mut link = ClipCap::new(cut_open(0.0), &mut trace);
    for line in [ring(&[(170.0, 10.0), (-170.0, 20.0)]), ring(&[(90.0, 80.0), (-91.0, 80.0)])] {
        link.line_start();
        line.iter().for_each(|p| link.point(*p));
        link.line_end();
    }
    let lons: Vec<f64> = trace.lines.iter().take(2).flatten().map(|p| p.to_lonlat().lon_deg.round()).collect();
    assert_eq!(lons, [170.0, 180.0, -180.0, -170.0]);
    assert_eq!(trace.lines.len(), 4, "the second bends round the Pole on the far side");
    assert!(cut_open(0.0).pieces(UnitVec::NORTH, LonLat::new(180.0, 50.0).to_unit()).len() == 1);
}
