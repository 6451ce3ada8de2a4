//! Building elements with one type for all of them.
//!
//! Leptos's `view!` gives every element the type of its own contents, and each such type its own
//! code: the panels alone took 45 kB of brotli that way. Here every element is one type, [`El`]:
//! tag, attributes and children erased. What changes is a closure, as always in Leptos, and only
//! what it covers is updated.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;

/// An element that is being put together.
pub(crate) struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with nothing in it.
pub(crate) fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

/// A text.
pub(crate) fn text(text: impl Into<String>) -> AnyView {
    text_view(text.into())
}

fn text_view(text: String) -> AnyView {
    text.into_any()
}

/// What changes with the signals that `f` reads.
pub(crate) fn live(f: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    live_boxed(Box::new(f))
}

fn live_boxed(f: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || f()).into_any()
}

/// A text that changes with the signals that `f` reads.
pub(crate) fn live_text(f: impl Fn() -> String + Send + 'static) -> AnyView {
    live(move || text_view(f()))
}

impl El {
    /// Sets an attribute.
    pub(crate) fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push(fixed(name, value.into()));
        self
    }

    /// Sets an attribute that changes with the signals that `f` reads.
    pub(crate) fn live_attr(mut self, name: &'static str, f: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.attributes.push(changing(name, Box::new(f)));
        self
    }

    /// Sets the class.
    pub(crate) fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Does something when it is clicked, or pressed by the keyboard.
    pub(crate) fn on_click(mut self, f: impl FnMut(ev::MouseEvent) + Send + 'static) -> Self {
        self.attributes.push(clicked(Box::new(f)));
        self
    }

    /// Does something with the value that is chosen in it.
    pub(crate) fn on_change(mut self, f: impl Fn(String) + Send + 'static) -> Self {
        self.attributes.push(changed(Box::new(f)));
        self
    }

    /// Does something with its value whenever that changes.
    pub(crate) fn on_input(mut self, f: impl Fn(String) + Send + 'static) -> Self {
        self.attributes.push(typed(Box::new(f)));
        self
    }

    /// Puts text into it.
    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        self.child(text_view(text.into()))
    }

    /// Puts something into it.
    pub(crate) fn child(mut self, child: impl Into<AnyView>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Puts a list into it.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }
}

fn fixed(name: &'static str, value: String) -> AnyAttribute {
    custom_attribute(name, value).into_any_attr()
}

#[allow(clippy::redundant_closure, reason = "a boxed closure is no attribute, a closure that calls it is")]
fn changing(name: &'static str, f: Box<dyn Fn() -> String + Send + Sync>) -> AnyAttribute {
    custom_attribute(name, move || f()).into_any_attr()
}

fn clicked(f: Box<dyn FnMut(ev::MouseEvent) + Send>) -> AnyAttribute {
    ev::on(ev::click, f).into_any_attr()
}

fn changed(f: Box<dyn Fn(String) + Send>) -> AnyAttribute {
    ev::on(ev::change, move |e: ev::Event| f(event_target_value(&e))).into_any_attr()
}

fn typed(f: Box<dyn Fn(String) + Send>) -> AnyAttribute {
    ev::on(ev::input, move |e: ev::Event| f(event_target_value(&e))).into_any_attr()
}

impl From<El> for AnyView {
    fn from(el: El) -> Self {
        custom(el.tag).add_any_attr(el.attributes).child(el.children).into_any()
    }
}

/// An icon of strokes in a square of 20.
pub(crate) fn icon(path: &'static str) -> AnyView {
    icon_with("", path)
}

/// An icon whose strokes have an id, if it is not empty.
pub(crate) fn icon_with(id: &'static str, path: &'static str) -> AnyView {
    let id = Some(id).filter(|id| !id.is_empty());
    view! { <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path id=id d=path /></svg> }
        .into_any()
}

/// The cross that closes.
pub(crate) const CROSS: &str = "M5 5L15 15M15 5L5 15";
