//! What the relief of the map's own seabed costs: getting ready, an image in full and while moving, contours.

#![allow(missing_docs, clippy::expect_used, clippy::panic, reason = "a bench says what went wrong by stopping there")]

#[path = "../tests/common/seabed.rs"]
mod seabed;

use arctic_cable_map::carto::{Pose, View, Viewport};
use arctic_cable_map::scene::Palette;
use arctic_cable_map::scene::relief::{Relief, Shading};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn relief(grids: &[(&str, Vec<u8>)]) -> Relief {
    let mut relief = Relief::default();
    for (file, bytes) in grids {
        assert_eq!(relief.add(file, bytes), []);
    }
    relief
}

fn benches(c: &mut Criterion) {
    let grids: Vec<(&str, Vec<u8>)> = seabed::FILES.iter().map(|file| (*file, seabed::packed(file))).collect();
    let mut group = c.benchmark_group("relief");
    group.sample_size(20);
    for grid in &grids {
        group
            .bench_function(format!("unpack and smooth {}", grid.0), |b| b.iter(|| relief(std::slice::from_ref(grid))));
    }
    let made = relief(&grids);
    let viewport = Viewport::plain(1440.0, 900.0);
    for (zoom, step_px) in [(-2.0, 1), (0.0, 1), (0.0, 4), (3.0, 1)] {
        let view = View::polar(Pose { zoom, ..Pose::HOME }, viewport);
        let mut pixels = Vec::new();
        let (width, height) = made.shade(&view, Palette::Dark, step_px, &mut pixels);
        group.throughput(Throughput::Elements((width * height) as u64));
        group.bench_function(format!("image, zoom {zoom}, a pixel every {step_px}"), |b| {
            b.iter(|| made.shade(&view, Palette::Dark, step_px, &mut pixels));
        });
    }
    group.throughput(Throughput::Elements(1440 * 16));
    let view = View::polar(Pose::HOME, viewport);
    group.bench_function("a slice of 16 rows", |b| {
        let mut shading = Shading::begin(&view, Palette::Dark, 1, Vec::new());
        b.iter(|| {
            if shading.rows(&made, 16) {
                shading = Shading::begin(&view, Palette::Dark, 1, Vec::new());
            }
        });
    });
    group.finish();
    let mut group = c.benchmark_group("contours");
    group.sample_size(10);
    for km_per_px in [20.0, 2.0] {
        group.bench_function(format!("at {km_per_px} km a pixel"), |b| {
            b.iter_batched(|| relief(&grids), |r| r.contours(km_per_px).len(), criterion::BatchSize::LargeInput);
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
