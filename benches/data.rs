//! How fast data is read: the packed land, the GeoJSON layers, the weights for the level of detail.

#![allow(missing_docs, clippy::expect_used, clippy::panic, reason = "a bench says what went wrong by stopping there")]

#[path = "../tests/common/world.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod world;

use arctic_cable_map::cable::Atlas;
use arctic_cable_map::geodata::{packed, polygons_from_geojson, visvalingam};
use arctic_cable_map::scene::World;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// Packing and unpacking the land as `data pack` and the page do.
fn packing(c: &mut Criterion) {
    let coarse = visvalingam::thin(&world::land(), 10.0);
    let bytes = packed::encode(&coarse, 0.01);
    let mut group = c.benchmark_group("packing");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("encode land at 10 km a pixel", |b| b.iter(|| packed::encode(&coarse, 0.01)));
    group.bench_function("decode land at 10 km a pixel", |b| b.iter(|| packed::decode("land", &bytes)));
    group.finish();
    c.bench_function("world from land at 10 km a pixel", |b| {
        b.iter(|| {
            let mut world = World::default();
            world.set_land(&coarse);
            world
        });
    });
}

/// GeoJSON as it is edited.
fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("reading");
    group.sample_size(20);
    let land = world::bytes(world::LAND);
    group.throughput(Throughput::Bytes(land.len() as u64));
    group.bench_function("land-50m.geojson, stitched", |b| b.iter(|| polygons_from_geojson(world::LAND, &land)));
    let cables = world::bytes("routes/cables.geojson");
    group.throughput(Throughput::Bytes(cables.len() as u64));
    group.bench_function("routes/cables.geojson, validated", |b| {
        b.iter(|| {
            let mut atlas = Atlas::default();
            let problems = atlas.add("routes/cables.geojson", &cables);
            (atlas, problems)
        });
    });
    group.finish();
}

criterion_group!(benches, packing, reading);
criterion_main!(benches);
