//! The seabed as the map knows it: a module beside it that draws the relief, coarse while the map moves, in full and a few
//! rows at a time when it rests; and lines of equal depth, made when they are asked for.

use super::context::AppContext;
use crate::carto::{Pose, Stop, View, Viewport};
use crate::geodata::{Code, Problem};
use crate::paint::canvas::Look;
use crate::scene::{Contour, Palette, World, shows};
use crate::sphere::{LonLat, UnitVec};
use js_sys::{Float32Array, Object, Uint8Array};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/seabed.js")]
extern "C" {
    #[wasm_bindgen(js_name = addGrid)]
    fn add_grid(file: &str, bytes: &Uint8Array, then: &JsValue);
    fn prepare(look: &Object, view: &[f64], is_dark: bool, share: f64) -> bool;
    fn sharpen(look: &Object, view: &[f64], is_dark: bool, ms: f64) -> bool;
    fn depth(lon_deg: f64, lat_deg: f64) -> f64;
    fn contours(is_near: bool, then: &JsValue);
}

/// How long the page may be kept from its reader at a time.
const SLICE_MS: f64 = 7.0;

thread_local! {
    /// The sets of contours that have been asked for, from afar and from near.
    static ASKED: Cell<[bool; 2]> = const { Cell::new([false; 2]) };
}

/// Adds a packed grid, and fetches the module with the first.
pub(super) fn add(cx: AppContext, file: &str, bytes: &[u8]) {
    let name = file.to_owned();
    let then = move |wrong: Option<String>| match wrong {
        None => {
            cx.world.update_untracked(World::set_seabed);
            ASKED.take();
            follow(cx);
            super::map::redraw();
        }
        Some(wrong) => super::load::report(cx, vec![Problem::of_file(&name, Code::UnavailableFile, &[&wrong])]),
    };
    add_grid(file, &Uint8Array::from(bytes), &Closure::once_into_js(then));
}

/// Gives a frame of so large a share of the screen's pixels each way its image; says whether a better one is to be had.
pub(super) fn coarse(look: &Look, view: &View, palette: Palette, share: f64) -> bool {
    prepare(look.object(), &numbers(view), palette == Palette::Dark, share)
}

/// Goes on with the image in full for a while; says whether it is now there.
pub(super) fn fine(look: &Look, view: &View, palette: Palette) -> bool {
    sharpen(look.object(), &numbers(view), palette == Palette::Dark, SLICE_MS)
}

/// The depth in metres at a position, where it is known.
pub(super) fn depth_m(at: LonLat) -> Option<f64> {
    Some(depth(at.lon_deg, at.lat_deg)).filter(|m| m.is_finite())
}

/// Has the contours made that the map wants to show now.
pub(super) fn follow(cx: AppContext) {
    let view = cx.view_now();
    let is_near = Contour::is_near(1.0 / view.px_per_km(view.pose().centre.to_unit()));
    let mut asked = ASKED.get();
    let wanted = shows("contours", &cx.switched()) && cx.world.with_untracked(World::has_seabed);
    if !wanted || std::mem::replace(&mut asked[usize::from(is_near)], true) {
        return;
    }
    ASKED.set(asked);
    let take = move |flat: Float32Array| {
        cx.world.update_untracked(|w| w.add_contours(is_near, lines(&flat.to_vec())));
        super::map::redraw();
    };
    contours(is_near, &Closure::<dyn Fn(Float32Array)>::new(take).into_js_value());
}

/// The lines that the module writes flat: depth, number of points, their coordinates.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count, written as a number")]
fn lines(mut flat: &[f32]) -> Vec<Contour> {
    let mut out = Vec::new();
    while let [depth_m, count, rest @ ..] = flat {
        let (points, after) = rest.split_at((*count as usize * 3).min(rest.len()));
        let unit = |p: &[f32]| UnitVec::new_unchecked(f64::from(p[0]), f64::from(p[1]), f64::from(p[2]));
        out.push(Contour { depth_m: f64::from(*depth_m), points: points.chunks_exact(3).map(unit).collect() });
        flat = after;
    }
    out
}

/// A view in numbers: the place along the spine or −1 beside it, middle, zoom, turn, size, insets.
fn numbers(view: &View) -> [f64; 11] {
    let along = if let Stop::Spine(along) = view.stop() { along } else { -1.0 };
    let Pose { centre: LonLat { lon_deg, lat_deg }, zoom, turn_deg } = view.pose();
    let Viewport { width, height, insets: i } = view.viewport();
    [along, lon_deg, lat_deg, zoom, turn_deg, width, height, i.left, i.top, i.right, i.bottom]
}
