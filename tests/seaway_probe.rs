//! probe
use arctic_cable_map::geodata::*;
use arctic_cable_map::seaway::*;
use arctic_cable_map::sphere::*;
use std::time::Instant;
#[test]
fn probe() {
    let b = std::fs::read("geodata/basemap/land-10m.geojson").unwrap();
    let (p, pr) = polygons_from_geojson("l", &b);
    assert!(pr.is_empty());
    let w = Waters::new(&p);
    println!("{} kB", w.bytes() / 1000);
    let o = Options::default();
    for (n, a, b, via) in [
        ("bergen-tokyo", (5.32, 60.39), (139.8, 35.6), vec![]),
        ("rotterdam-tokyo", (4.4, 51.92), (139.8, 35.6), vec![]),
        ("rotterdam-tokyo via cape", (4.4, 51.92), (139.8, 35.6), vec![(18., -36.)]),
        ("marseille-alexandria", (5.35, 43.3), (29.9, 31.2), vec![]),
        ("singapore-tokyo", (103.85, 1.26), (139.8, 35.6), vec![]),
        ("odesa-athens", (30.75, 46.48), (23.62, 37.93), vec![]),
        ("churchill-galway", (-94.17, 58.77), (-9.05, 53.27), vec![]),
        ("copenhagen-stpetersburg", (12.6, 55.68), (30.2, 59.93), vec![]),
        ("aktau-baku", (51.15, 43.65), (49.87, 40.37), vec![]),
        ("marseille-mumbai (cape)", (5.35, 43.3), (72.83, 18.93), vec![]),
        ("mcmurdo-auckland", (166.67, -77.85), (174.77, -36.84), vec![]),
        ("buenos aires-valparaiso", (-58.37, -34.6), (-71.62, -33.03), vec![]),
        ("nome-provideniya", (-165.4, 64.5), (-173.2, 64.42), vec![]),
        ("paris", (2.35, 48.85), (139.8, 35.6), vec![]),
        ("aktau-bergen", (51.15, 43.65), (5.32, 60.39), vec![]),
    ] {
        let via: Vec<LonLat> = via.iter().map(|&(x, y)| LonLat::new(x, y)).collect();
        let t = Instant::now();
        let (x, y) = (LonLat::new(a.0, a.1), LonLat::new(b.0, b.1));
        match w.way(x, y, &Options { via: &via, ..Options::default() }) {
            Ok(r) => {
                println!(
                    "{n}: {:.0} km, gc {:.0}, {} pts, inland {:.1?}, {:?}",
                    r.length_km,
                    measure::distance_km(x, y),
                    r.points.len(),
                    r.inland_km,
                    t.elapsed()
                );
                let c: Vec<_> = r
                    .points
                    .windows(2)
                    .enumerate()
                    .filter(|(_, p)| w.shore.crosses(p[0].to_unit(), p[1].to_unit()))
                    .map(|x| x.0)
                    .collect();
                println!("   crossings at {c:?}");
            }
            Err(e) => println!("{n}: {e} {:?}", t.elapsed()),
        }
    }
    let _ = o;
}
