//! How long it takes to build the network, and to answer each question.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a measurement without its data is none")]
#![allow(missing_docs, reason = "criterion's macros make public items")]

#[path = "../tests/common/network.rs"]
mod data;

use arctic_cable_map::network::compare::compare;
use arctic_cable_map::network::disjoint::{Apart, disjoint};
use arctic_cable_map::network::effect::{HUBS, PAIRS, effect};
use arctic_cable_map::network::weak::weak;
use arctic_cable_map::network::{Assumptions, Cut, Network, Scenario};
use criterion::{Criterion, criterion_group, criterion_main};
use data::{ATLAS, GAZETTEER, NETWORK};
use std::hint::black_box;

fn network(c: &mut Criterion) {
    let (scenario, assumptions) = (Scenario::default(), Assumptions::default());
    let cut = scenario.cut(vec![Cut::Chokepoint("bab-el-mandeb".to_owned())]);
    let ends = NETWORK.ends("helsinki", "tokyo").unwrap();
    let pairs: Vec<[usize; 2]> = PAIRS.iter().map(|(a, b)| NETWORK.ends(a, b).unwrap()).collect();
    let hubs: Vec<usize> = HUBS.iter().map(|h| NETWORK.end(h).unwrap()).collect();
    let standing = scenario.standing(&NETWORK).unwrap();
    println!("network: {} nodes, {} edges", NETWORK.nodes.len(), NETWORK.edges.len());

    let mut group = c.benchmark_group("network");
    group.sample_size(20);
    group.bench_function("build", |b| b.iter(|| Network::build(black_box(&ATLAS), &GAZETTEER)));
    group.bench_function("compare Helsinki – Tokyo", |b| {
        b.iter(|| compare(black_box(&NETWORK), &scenario, &assumptions, ends).unwrap());
    });
    group.bench_function("cut Bab-el-Mandeb", |b| {
        b.iter(|| effect(black_box(&NETWORK), [&scenario, &cut], &assumptions, &pairs, &hubs).unwrap());
    });
    group.bench_function("single points of failure", |b| {
        b.iter(|| weak(black_box(&NETWORK), &scenario, &pairs).unwrap());
    });
    for (name, apart) in [("edges", Apart::Edges), ("nodes", Apart::Nodes)] {
        group.bench_function(format!("ways without common {name}"), |b| {
            b.iter(|| disjoint(black_box(&NETWORK), &standing, &assumptions, ends, apart));
        });
    }
    group.finish();
}

criterion_group!(benches, network);
criterion_main!(benches);
