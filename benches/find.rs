//! How long a search takes over all that the map holds, from a letter to a text that nobody types.

#![allow(clippy::expect_used, clippy::panic, reason = "a measurement without its data is none")]
#![allow(missing_docs, reason = "criterion's macros make public items")]

#[path = "../tests/common/network.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod data;

use arctic_cable_map::app::search::{Index, entries};
use arctic_cable_map::i18n::{Catalogue, PlainFormat, Words};
use criterion::{Criterion, criterion_group, criterion_main};
use data::{ATLAS, GAZETTEER};
use std::hint::black_box;

fn search(c: &mut Criterion) {
    let english = Catalogue::english();
    let index = Index::new(entries(&ATLAS, &GAZETTEER, &Words::new(&english, &PlainFormat)));
    let long = "Far North Fiber ".repeat(7000);
    let mut group = c.benchmark_group("search");
    for (name, text) in
        [("a letter", "a"), ("a slip", "tomakmai"), ("nothing", "zzzzzzzzzz"), ("112 kB", long.as_str())]
    {
        group.bench_function(name, |b| b.iter(|| index.find(black_box(text), 5)));
    }
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
