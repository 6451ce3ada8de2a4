//! What the waters offer to their worker, `src/main/waters.js`.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use arctic_cable_map::geodata::grid::Grid as Depths;
use arctic_cable_map::geodata::{Polygon, Problem, packed};
use arctic_cable_map::seaway::{Grid, Mask, Planner, Waters as Water, wire};
use wasm_bindgen::prelude::*;

/// The waters, with the ice and the depths as far as they have been asked for.
#[wasm_bindgen]
#[derive(Default)]
pub struct Waters {
    land: Vec<Polygon>,
    planner: Option<Planner>,
}

/// What is wrong with a file, in English, or nothing.
fn told<T>(result: Result<T, Problem>, take: impl FnOnce(T)) -> Option<String> {
    result.map(take).err().map(|problem| problem.to_string())
}

#[wasm_bindgen]
impl Waters {
    /// Waters of which nothing is known yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the packed land; answers what is wrong with it.
    pub fn land(&mut self, file: &str, bytes: &[u8]) -> Option<String> {
        told(packed::decode(file, bytes), |land| self.land = land)
    }

    /// Takes the graph of the waters around that land.
    pub fn graph(&mut self, file: &str, bytes: &[u8]) -> Option<String> {
        let land = std::mem::take(&mut self.land);
        told(Grid::decode(file, bytes), |grid| self.planner = Some(Planner::new(Water::with(&land, grid))))
    }

    /// Takes the packed ice of March (0) or September (1).
    pub fn ice(&mut self, month: usize, file: &str, bytes: &[u8]) -> Option<String> {
        told(packed::decode(file, bytes), |ice| {
            if let Some(place) = self.planner.as_mut().and_then(|p| p.ice.get_mut(month)) {
                *place = Some(Mask::new(&ice));
            }
        })
    }

    /// Takes a packed grid of depths, which is asked after those before it.
    pub fn depths(&mut self, file: &str, bytes: &[u8]) -> Option<String> {
        told(Depths::decode(file, bytes), |grid| {
            if let Some(planner) = &mut self.planner {
                planner.depths.push(grid);
            }
        })
    }

    /// Says what lies over and under a line, both as [`wire`] writes them.
    pub fn survey(&self, asked: &[f64]) -> Vec<f64> {
        self.planner.as_ref().map(|planner| wire::survey(planner, asked)).unwrap_or_default()
    }

    /// Answers a question, both as [`wire`] writes them.
    pub fn plan(&self, question: &[f64]) -> Vec<f64> {
        self.planner.as_ref().map(|planner| wire::answer(planner, question)).unwrap_or_default()
    }
}
