//! Paints frames: one when something changed, none otherwise.

use super::seabed;
use crate::carto::View;
use crate::paint::canvas::{Flat, Look, paint};
use crate::scene::label::{Placement, place};
use crate::scene::{DisplayList, Frame, Palette, Picked, Words, World, build, build_above, shows};
use crate::web::measure::CanvasMeasure;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// What the last frame cost, for `stats()`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stats {
    /// Frames since the page began.
    pub(super) frames: u32,
    /// Vertices in the last one.
    pub(super) vertices: usize,
    /// Milliseconds of script it took.
    pub(super) script_ms: f64,
    /// When it was painted, in milliseconds since the page began.
    pub(super) painted_at: f64,
}

/// What a frame shows.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) world: &'a World,
    pub(super) view: &'a View,
    pub(super) picked: Option<&'a Picked>,
    pub(super) words: &'a Words,
    pub(super) switched: &'a [String],
}

/// The canvas and what is kept between frames.
pub(super) struct Painter {
    canvas: HtmlCanvasElement,
    ctx: CanvasRenderingContext2d,
    measure: CanvasMeasure,
    list: DisplayList,
    placement: Placement,
    look: Look,
    palette: Palette,
    ratio: f64,
    /// The share of the device's pixels each way that the picture has.
    share: f64,
    /// The view of the flat layers that were built last, and whether they were kept.
    built: Option<(View, bool)>,
    pub(super) stats: Stats,
}

impl Painter {
    /// A painter for the canvas; `None` where the browser gives it no 2D context.
    pub(super) fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let ctx: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self {
            measure: CanvasMeasure::new(ctx.clone()),
            canvas,
            ctx,
            list: DisplayList::default(),
            placement: Placement::default(),
            look: Look::new(Palette::Dark),
            palette: Palette::Dark,
            ratio: 1.0,
            share: 1.0,
            built: None,
            stats: Stats::default(),
        })
    }

    /// Chooses the colours, and how many pixels of the picture a CSS pixel has: those of the device, or a share of them.
    pub(super) fn set_look(&mut self, palette: Palette, device_ratio: f64, share: f64) {
        if palette != self.palette {
            self.look = Look::new(palette);
            self.palette = palette;
            self.built = None;
        }
        let ratio = if device_ratio.is_finite() && device_ratio > 0.0 { device_ratio.min(4.0) } else { 1.0 };
        self.ratio = ratio * share;
        self.share = share;
    }

    /// Decides anew where labels stand; says whether that changed anything. What is on the map may have changed too.
    pub(super) fn place_labels(&mut self, shown: &Shown<'_>) -> bool {
        self.built = None;
        let placement = place(shown.world, shown.view, shown.picked, shown.switched, shown.words, &self.measure);
        let changed = placement != self.placement;
        self.placement = placement;
        changed
    }

    /// Draws more of the seabed in full; says whether it is now there.
    pub(super) fn sharpen(&mut self, shown: &Shown<'_>) -> bool {
        seabed::fine(&self.look, shown.view, self.palette)
    }

    /// Paints a frame; says whether a better one is to be had: with the seabed in full.
    pub(super) fn paint(&mut self, shown: &Shown<'_>) -> bool {
        let start = crate::web::dom::now_ms();
        let viewport = shown.view.viewport();
        self.fit_canvas(viewport.width, viewport.height);
        let shows_seabed = shown.world.has_seabed() && shows("seabed", shown.switched);
        let is_coarse = shows_seabed && seabed::coarse(&self.look, shown.view, self.palette, self.share);
        let flat = self.build(shown);
        let painted = paint(&self.ctx, &self.list, self.ratio, (viewport.width, viewport.height), &self.look, flat);
        if let Err(error) = painted {
            // Nothing to fall back on: the next frame may do better.
            web_sys::console::warn_1(&error);
        }
        let end = crate::web::dom::now_ms();
        let frames = self.stats.frames + 1;
        self.stats = Stats { frames, vertices: self.list.vertices(), script_ms: end - start, painted_at: end };
        is_coarse
    }

    /// Builds the picture, in motion without what was kept of it; says what is to be done with that.
    fn build(&mut self, shown: &Shown<'_>) -> Flat {
        let before = self.built.filter(|(from, _)| shown.view.detail() < 1.0 && shown.view.is_one_with(from));
        let slid = before.filter(|(_, kept)| *kept).and_then(|(from, _)| shown.view.slid_from(&from));
        let frame = |view| Frame::new(shown.world, view, shown.picked, &self.placement, shown.switched);
        if let Some(by) = slid {
            build_above(shown.world, &frame(shown.view), &mut self.list);
            return Flat::Moved(by);
        }
        let view = before.map_or(*shown.view, |(from, _)| shown.view.reaching(&from)).knowing();
        build(shown.world, &frame(&view), &mut self.list);
        self.built = Some((view, before.is_some()));
        if before.is_some() { Flat::Kept } else { Flat::Drawn }
    }

    /// Makes the canvas as many device pixels as it shows; setting the size clears it, so only then.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a canvas is smaller than 2³² pixels")]
    fn fit_canvas(&self, width: f64, height: f64) {
        let (w, h) = ((width * self.ratio).round() as u32, (height * self.ratio).round() as u32);
        if self.canvas.width() != w {
            self.canvas.set_width(w);
        }
        if self.canvas.height() != h {
            self.canvas.set_height(h);
        }
    }
}
