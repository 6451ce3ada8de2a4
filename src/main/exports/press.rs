//! What the press offers to the page: `src/press/page.js` calls it.

#![allow(missing_docs, unreachable_pub, clippy::needless_pass_by_value, reason = "as the macro wants it")]

use arctic_cable_map::press::{Browser, Picture, Request, Studio};
use arctic_cable_map::scene::relief::Shading;
use js_sys::Object;
use wasm_bindgen::Clamped;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

#[wasm_bindgen(module = "/src/press/page.js")]
extern "C" {
    fn publish(press: JsValue) -> Object;
}

/// The studio, and the picture that is under way.
#[wasm_bindgen]
pub struct Press {
    studio: Studio,
    browser: Browser,
    picture: Option<Picture>,
    shading: Option<Shading>,
}

/// What the page's scripts get: functions that keep the promises of `window.cableMap`.
#[wasm_bindgen]
pub fn press(ctx: CanvasRenderingContext2d) -> Object {
    let press = Press { studio: Studio::default(), browser: Browser::new(ctx), picture: None, shading: None };
    publish(press.into())
}

#[wasm_bindgen]
impl Press {
    /// Begins with a catalogue and the version of the data.
    pub fn begin(&mut self, catalog: &[u8], version: &str) {
        self.studio = Studio::new(catalog, version);
    }

    /// Takes a language in.
    pub fn speak(&mut self, lang: &str, bytes: &[u8]) {
        self.studio.speak(lang, bytes);
        self.browser.speak(lang);
    }

    /// The files that a request takes and that are not here.
    pub fn wanted(&self, request: Vec<String>) -> Vec<String> {
        self.studio.wanted(&Request::read(&request))
    }

    /// Takes a file in.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.studio.put(name, bytes);
    }

    /// Makes a picture: its SVG, in which `RELIEF` stands for the relief.
    pub fn picture(&mut self, request: Vec<String>) -> String {
        let request = Request::read(&request);
        let mut picture = self.studio.picture(&request, self.browser.tools());
        let svg = std::mem::take(&mut picture.svg);
        self.shading = picture.relief.map(|view| Shading::begin(&view, request.palette, 1, Vec::new()));
        self.picture = Some(picture);
        svg
    }

    /// Width and height of the picture in pixels.
    pub fn size(&self) -> Vec<f64> {
        self.picture.as_ref().map_or_else(Vec::new, |p| vec![p.size.0, p.size.1])
    }

    /// Draws some more rows of its relief; says whether that is complete.
    pub fn rows(&mut self, count: usize) -> bool {
        self.shading.as_mut().is_none_or(|shading| shading.rows(self.studio.relief(), count))
    }

    /// The relief's pixels a row; 0 where there is none.
    pub fn width(&self) -> usize {
        self.shading.as_ref().map_or(0, |shading| shading.size().0)
    }

    /// The relief's pixels: red, green, blue and opacity of each.
    pub fn pixels(&mut self) -> Clamped<Vec<u8>> {
        Clamped(self.shading.take().map(Shading::into_pixels).unwrap_or_default())
    }

    /// How to cite the view: in words, for BibTeX, and its link.
    pub fn cite(&mut self, request: Vec<String>) -> Vec<String> {
        let request = Request::read(&request);
        let link = self.studio.link(&request);
        self.studio.cite(&request, self.browser.tools()).into_iter().chain([link]).collect()
    }

    /// What is shown, as GeoJSON or as a table.
    pub fn data(&self, request: Vec<String>, is_table: bool) -> String {
        self.studio.data(&Request::read(&request), is_table)
    }
}
