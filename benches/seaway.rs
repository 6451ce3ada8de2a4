//! How long it takes to get the waters of the world ready, and to find a short and a long way.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a measurement without its data is none")]
#![allow(missing_docs, reason = "criterion's macros make public items")]

use arctic_cable_map::geodata::{packed, polygons_from_geojson, visvalingam};
use arctic_cable_map::seaway::{Grid, Options, Shore, Waters};
use arctic_cable_map::sphere::LonLat;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

fn seaway(c: &mut Criterion) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/geodata/basemap/land-10m.geojson");
    let (land, _) = polygons_from_geojson(path, &std::fs::read(path).expect("the land at 1 : 10 million"));
    // What a page would have: the tier for half a kilometre a pixel.
    let tier = packed::encode(&visvalingam::thin(&land, 0.5), 0.001);
    let waters = Waters::new(&land);
    let graph = waters.grid().encode();
    let kb = [waters.bytes(), tier.len(), graph.len()].map(|bytes| bytes / 1000);
    println!("waters: {} kB; the packed land: {} kB; the packed graph: {} kB", kb[0], kb[1], kb[2]);

    let mut group = c.benchmark_group("seaway");
    group.sample_size(10).measurement_time(Duration::from_secs(5));
    group.bench_function("decode the packed land", |b| b.iter(|| packed::decode("land", black_box(&tier)).unwrap()));
    group.bench_function("decode the packed graph", |b| b.iter(|| Grid::decode("waters", black_box(&graph)).unwrap()));
    group.bench_function("index the shore", |b| b.iter(|| Shore::new(black_box(&land))));
    group.bench_function("build shore and graph", |b| b.iter(|| Waters::new(black_box(&land))));
    for (name, from, to) in [
        ("Odesa – Piraeus", (30.75, 46.49), (23.63, 37.94)),
        ("Bergen – Tokyo", (5.32, 60.39), (139.78, 35.63)),
        ("Marseille – Mumbai, round the Cape", (5.36, 43.3), (72.82, 18.93)),
    ] {
        let at = |(lon, lat)| LonLat::new(lon, lat);
        group.bench_function(name, |b| b.iter(|| waters.way(at(from), at(to), &Options::default()).unwrap()));
    }
    group.finish();
}

criterion_group!(benches, seaway);
criterion_main!(benches);
