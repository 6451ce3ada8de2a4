//! The page: Leptos, the browser's events, and nothing that could be decided without them.

mod announce;
mod api;
mod context;
mod desk;
mod hands;
mod language;
mod load;
mod map;
mod painter;
mod panel;
mod seabed;
mod sheet;
mod shell;
mod theme;
mod url_sync;

use crate::app::AppState;
use crate::web::{dom, effect, heap};
use context::AppContext;
use leptos::mount::mount_to;
use leptos::prelude::*;

/// Reads the address, mounts the panels and wakes the map.
pub fn mount() {
    heap::reserve(16);
    let (state, problems) = url_sync::read();
    let Some(host) = dom::element("app") else { return };
    let unmount = mount_to(host, move || {
        let cx = AppContext::new(state);
        cx.blame_address(problems);
        theme::listen(cx);
        url_sync::listen(cx);
        map::wake(cx);
        load::start(cx);
        api::publish_api(cx);
        desk::listen(cx);
        effect(move || desk::follow(cx));
        effect(move || panel::controls::follow(cx));
        follow_state(cx);
        follow_words(cx);
        let shell = shell::shell(cx);
        request_animation_frame(move || sheet::listen(cx));
        shell
    });
    unmount.forget();
}

/// What the state does to the world outside: one effect, which tells every follower what was before.
fn follow_state(cx: AppContext) {
    let mut before: Option<AppState> = None;
    effect(move || {
        let now = cx.state.get();
        let was = before.as_ref();
        theme::follow(was, &now);
        language::follow(cx, was, &now);
        load::follow(cx, was, &now);
        map::follow(was, &now);
        url_sync::follow(was, &now);
        api::follow(was, &now);
        before = Some(now);
    });
}

/// What words and data do to the world outside.
fn follow_words(cx: AppContext) {
    let mut before = None;
    effect(move || {
        cx.viewport.track();
        cx.phase.track();
        cx.dark.track();
        map::redraw();
        language::tell(cx);
        map::name_canvas(cx);
        api::follow_troubles(cx);
        before = Some(announce::follow(cx, before));
    });
}
