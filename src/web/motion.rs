//! One motion of the map at a time: eased, ended by any hand on the map, left out where the reader wants none.

use crate::web::dom;
use gloo::render::{AnimationFrame, request_animation_frame};
use leptos::prelude::window;
use std::cell::RefCell;

thread_local! {
    /// The next frame of the motion under way.
    static NEXT: RefCell<Option<AnimationFrame>> = const { RefCell::new(None) };
}

/// Calls `step` each frame with how far the motion has come, up to 1, which is always reached unless it is stopped.
pub(crate) fn run(duration_ms: f64, step: impl FnMut(f64) + 'static) {
    let still = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|q| q.matches());
    next(dom::now_ms(), if still { 0.0 } else { duration_ms }, Box::new(step));
}

/// Ends the motion where it is.
pub(crate) fn stop() {
    NEXT.take();
}

fn next(start_ms: f64, duration_ms: f64, mut step: Box<dyn FnMut(f64)>) {
    let frame = request_animation_frame(move |_| {
        let t = (dom::now_ms() - start_ms) / duration_ms;
        if t < 1.0 {
            // Slow at both ends: 3t² − 2t³.
            step(t * t * (3.0 - 2.0 * t));
            next(start_ms, duration_ms, step);
        } else {
            step(1.0);
        }
    });
    NEXT.set(Some(frame));
}
