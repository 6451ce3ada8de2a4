//! How fast the sphere becomes a picture: projecting, clipping, a whole frame.

#![allow(missing_docs, clippy::expect_used, clippy::panic, reason = "a bench says what went wrong by stopping there")]

#[path = "../tests/common/world.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod world;

use arctic_cable_map::carto::{ClipCap, PlaneSink, Pose, Resample, SphereSink, Stop, View, Viewport};
use arctic_cable_map::plane::Point;
use arctic_cable_map::scene::label::{RoughMeasure, place};
use arctic_cable_map::scene::{DisplayList, Frame, build};
use arctic_cable_map::sphere::{LonLat, UnitVec};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Adds up what it is given, so that nothing is left out as unused.
#[derive(Default)]
struct Sum(f64);

impl PlaneSink for Sum {
    fn move_to(&mut self, p: Point) {
        self.0 += p.x;
    }
    fn line_to(&mut self, p: Point) {
        self.0 += p.y;
    }
    fn close(&mut self) {}
}

fn view(zoom: f64) -> View {
    let pose = Pose { centre: LonLat::new(20.0, 75.0), zoom, turn_deg: 30.0 };
    View::polar(pose, Viewport::plain(1280.0, 800.0))
}

/// Every vertex of the land through the projection.
fn projecting(c: &mut Criterion) {
    let points: Vec<UnitVec> = world::land().iter().flat_map(|p| &p.rings).flatten().map(|p| p.to_unit()).collect();
    let project = view(0.0).projector();
    let mut group = c.benchmark_group("projection");
    group.throughput(Throughput::Elements(points.len() as u64));
    group.bench_function("polar, every vertex of the land", |b| {
        b.iter(|| points.iter().map(|p| project(black_box(*p)).x).sum::<f64>());
    });
    group.finish();
}

/// Every ring of the land through clipping by the screen's cap and resampling, with no level of detail.
fn clipping(c: &mut Criterion) {
    let land: Vec<Vec<Vec<UnitVec>>> = world::land()
        .iter()
        .map(|p| p.rings.iter().map(|r| r.iter().map(|v| v.to_unit()).collect()).collect())
        .collect();
    let mut group = c.benchmark_group("clipping");
    group.throughput(Throughput::Elements(land.iter().flatten().map(Vec::len).sum::<usize>() as u64));
    for zoom in [0.0, 4.0] {
        let view = view(zoom);
        let project = view.projector();
        group.bench_function(format!("cap and resampling, every vertex, zoom {zoom}"), |b| {
            b.iter(|| {
                let mut sum = Sum::default();
                let mut resample = Resample::new(&project, &mut sum);
                let mut clip = ClipCap::new(view.clip_cap(), &mut resample);
                for polygon in &land {
                    clip.polygon_start();
                    for ring in polygon {
                        clip.line_start();
                        ring.iter().for_each(|p| clip.point(*p));
                        clip.line_end();
                    }
                    clip.polygon_end();
                }
                sum.0
            });
        });
    }
    group.finish();
}

/// What the page does for a frame, but for the canvas itself.
fn frames(c: &mut Criterion) {
    let world = world::world(0.0);
    let words = world::words("en");
    let mut group = c.benchmark_group("frame");
    for zoom in [0.0, 2.0, 5.0] {
        let view = view(zoom);
        let labels = place(&world, &view, None, &[], &words, &RoughMeasure);
        let frame = Frame::new(&world, &view, None, &labels, &[]);
        let mut list = DisplayList::default();
        group.bench_function(format!("display list, zoom {zoom}"), |b| b.iter(|| build(&world, &frame, &mut list)));
        group.bench_function(format!("labels, zoom {zoom}"), |b| {
            b.iter_batched(|| (), |()| place(&world, &view, None, &[], &words, &RoughMeasure), BatchSize::SmallInput);
        });
    }
    for (name, stop) in [
        ("globe", Stop::GLOBE),
        ("between polar map and Mercator", Stop::Spine(0.75)),
        ("Mercator", Stop::MERCATOR),
        ("Equal Earth", Stop::World),
    ] {
        let view = View::new(stop, stop.home(), Viewport::plain(1280.0, 800.0));
        let labels = place(&world, &view, None, &[], &words, &RoughMeasure);
        let frame = Frame::new(&world, &view, None, &labels, &[]);
        let mut list = DisplayList::default();
        group.bench_function(format!("display list, {name} at home"), |b| b.iter(|| build(&world, &frame, &mut list)));
    }
    // All layers, with the land as the page first has it.
    let world = world::full(10.0);
    for (name, stop) in
        [("globe", Stop::GLOBE), ("polar map", Stop::POLAR), ("between polar map and Mercator", Stop::Spine(0.75))]
    {
        let view = View::new(stop, stop.home(), Viewport::plain(1280.0, 800.0));
        let labels = place(&world, &view, None, &[], &words, &RoughMeasure);
        for (what, view) in [("at rest", view), ("in motion", view.moving(1.0))] {
            let frame = Frame::new(&world, &view, None, &labels, &[]);
            let mut list = DisplayList::default();
            group.bench_function(format!("all layers, {name} {what}"), |b| b.iter(|| build(&world, &frame, &mut list)));
        }
    }
    group.finish();
}

criterion_group!(benches, projecting, clipping, frames);
criterion_main!(benches);
