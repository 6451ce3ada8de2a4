//! Listening for as long as the page lives: the map and the window are never taken away.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Calls `f` on every event of that name; `f` may keep the browser from acting on it too.
pub(crate) fn listen<E: JsCast>(target: &EventTarget, name: &'static str, mut f: impl FnMut(&E) + 'static) {
    let call: Box<dyn FnMut(&Event)> = Box::new(move |e| {
        if let Some(e) = e.dyn_ref::<E>() {
            f(e);
        }
    });
    listen_boxed(target, name, call);
}

/// One copy of the machinery for all events.
fn listen_boxed(target: &EventTarget, name: &'static str, call: Box<dyn FnMut(&Event)>) {
    EventListener::new_with_options(target, name, EventListenerOptions::enable_prevent_default(), call).forget();
}

/// Calls `f` now and whenever one of the elements changes its size.
pub(crate) fn on_resize(elements: &[web_sys::HtmlElement], f: impl Fn() + 'static) {
    f();
    let call = Closure::<dyn Fn()>::new(f);
    if let Ok(observer) = web_sys::ResizeObserver::new(call.as_ref().unchecked_ref()) {
        elements.iter().for_each(|e| observer.observe(e));
    }
    call.forget();
}
