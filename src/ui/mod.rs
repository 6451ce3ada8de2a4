//! The page: Leptos, the browser's events, and nothing that could be decided without them.

#![allow(unreachable_pub, reason = "the component macro makes its properties public")]

mod announce;
mod api;
mod context;
mod dom;
mod hands;
mod intl;
mod language;
mod load;
mod map;
mod measure;
mod painter;
mod panel;
mod sheet;
mod shell;
mod theme;
mod url_sync;

use context::AppContext;
use leptos::mount::mount_to;
use leptos::prelude::*;

/// Reads the address, mounts the panels and wakes the map.
pub fn mount() {
    let (state, problems) = url_sync::read();
    let Some(host) = dom::element("app") else { return };
    let unmount = mount_to(host, move || {
        let cx = AppContext::new(state);
        cx.troubles.set(problems.into_iter().map(context::Trouble::Address).collect());
        provide_context(cx);
        language::follow(cx);
        theme::follow(cx);
        url_sync::follow(cx);
        map::wake(cx);
        load::start(cx);
        announce::follow(cx);
        api::publish_api(cx);
        view! { <shell::Shell /> }
    });
    unmount.forget();
}
