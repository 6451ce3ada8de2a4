//! The link with the worker that finds ways through the sea.

use super::context::Planning;
use crate::app::plan::{GRAPH, LAND, MONTHS};
use crate::geodata::{CatalogLayer, LayerKind};
use js_sys::{Array, Float64Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/plan/waters.js")]
extern "C" {
    #[wasm_bindgen(js_name = ask)]
    fn send(
        numbers: &Float64Array,
        is_survey: bool,
        land: &str,
        graph: &str,
        ice: &Array,
        depths: &Array,
        heard: &JsValue,
    );
}

/// What the worker says.
pub(super) enum Heard {
    /// That it fetches the coastlines.
    Fetching,
    /// That it gets the waters ready.
    Reading,
    /// The answer, and the milliseconds that it took.
    Answer(Vec<f64>, f64),
    /// Why there is none.
    Failed(String),
}

/// What of ice and depths a question needs.
#[derive(Clone, Copy)]
pub(super) enum Needs {
    /// The ice of a month, and perhaps depths.
    Some(Option<usize>, bool),
    /// All of it, to say what lies over and under a line.
    Survey,
}

/// Asks; the answer to what was asked before does not come any more.
pub(super) fn ask(planning: Planning, numbers: &[f64], needs: Needs, heard: impl Fn(Heard) + 'static) {
    let (months, with_depths) = match needs {
        Needs::Some(month, with_depths) => ([0, 1].map(|m| month == Some(m)), with_depths),
        Needs::Survey => ([true; 2], true),
    };
    let finest = |l: &CatalogLayer| l.tiers.last().map(|tier| JsValue::from_str(&tier.file));
    let (ice, depths): (Array, Array) = planning.catalog.with_untracked(|catalog| {
        let of_month = |(month, name): (usize, &&str)| {
            let style = ["sea-ice-", name].concat();
            let layer = catalog.layers.iter().find(|l| l.style == style).filter(|_| months[month]);
            layer.and_then(finest).unwrap_or_else(|| JsValue::from_str(""))
        };
        let ice = MONTHS.iter().enumerate().map(of_month).collect();
        // What is drawn over the others is finer.
        let grids = catalog.layers.iter().rev().filter(|l| l.kind == LayerKind::Grid && with_depths);
        (ice, grids.filter_map(finest).collect())
    });
    let told = move |what: String, value: JsValue, ms: f64| {
        let text = value.as_string().unwrap_or_default();
        heard(match what.as_str() {
            "step" if text == "fetching" => Heard::Fetching,
            "step" => Heard::Reading,
            "answer" => Heard::Answer(Float64Array::new(&value).to_vec(), ms),
            _ => Heard::Failed(text),
        });
    };
    let told = Closure::<dyn Fn(String, JsValue, f64)>::new(told).into_js_value();
    send(&Float64Array::from(numbers), matches!(needs, Needs::Survey), LAND, GRAPH, &ice, &depths, &told);
}
