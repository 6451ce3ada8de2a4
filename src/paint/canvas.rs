//! Plays a display list on a canvas: hands the buffer in wasm memory to one JavaScript loop.

use crate::plane::Affine;
use crate::scene::{Colour, DisplayList, FontId, Palette, StrokeId};
use js_sys::{Array, Float32Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

#[wasm_bindgen(module = "/src/paint/replay.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn replay(
        ctx: &CanvasRenderingContext2d,
        list: &Float32Array,
        strings: &Array,
        ratio: f64,
        width: f64,
        height: f64,
        look: &Object,
        keep: usize,
        moved: &[f64],
    ) -> Result<(), JsValue>;
}

/// The style tables of a theme as JavaScript objects, made once a theme.
#[derive(Clone, Debug)]
pub struct Look(Object);

impl Look {
    /// The tables of `palette`.
    #[must_use]
    pub fn new(palette: Palette) -> Self {
        let look = Object::new();
        let colours: Array = Colour::ALL.iter().map(|c| JsValue::from_str(c.css(palette))).collect();
        let strokes: Array = StrokeId::ALL.iter().map(|s| stroke(*s)).collect();
        let fonts: Array = FontId::ALL.iter().map(|f| JsValue::from_str(&f.css())).collect();
        for (key, value) in [("colours", &colours), ("strokes", &strokes), ("fonts", &fonts)] {
            set(&look, key, value);
        }
        Self(look)
    }

    /// The tables, to which the relief of the seabed is added.
    #[must_use]
    pub fn object(&self) -> &Object {
        &self.0
    }
}

fn stroke(id: StrokeId) -> Object {
    let object = Object::new();
    set(&object, "width", &JsValue::from_f64(id.width_px()));
    set(&object, "cap", &JsValue::from_str(id.cap()));
    let dash: Array = id.dash_px().iter().map(|d| JsValue::from_f64(*d)).collect();
    set(&object, "dash", &dash);
    object
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a property of a plain object of our own cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// What is done with that part of a picture that lies flat on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Flat {
    /// It is drawn.
    Drawn,
    /// It is drawn and kept with the look.
    Kept,
    /// What was kept is drawn by this map, below the list.
    Moved(Affine),
}

/// Draws the list at `ratio` device pixels a CSS pixel on a canvas of `size` CSS pixels.
///
/// # Errors
/// What the canvas throws, such as a lost context.
#[allow(unsafe_code, reason = "a view of wasm memory, the point of the flat buffer")]
pub fn paint(
    ctx: &CanvasRenderingContext2d,
    list: &DisplayList,
    ratio: f64,
    size: (f64, f64),
    look: &Look,
    flat: Flat,
) -> Result<(), JsValue> {
    let keep = if flat == Flat::Kept { list.flat() } else { 0 };
    let moved: &[f64] = if let Flat::Moved(Affine { a, b, c, d, e, f }) = flat { &[a, b, c, d, e, f] } else { &[] };
    let strings: Array = list.strings().iter().map(|s| JsValue::from_str(s)).collect();
    // SAFETY: the view is read by `replay` before anything allocates, and dropped on return.
    let ops = unsafe { Float32Array::view(list.ops()) };
    replay(ctx, &ops, &strings, ratio, size.0, size.1, &look.0, keep, moved)
}
