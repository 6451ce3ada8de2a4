//! Effects, as one kind of closure: Leptos makes a copy of its machinery for each kind it is given.

use leptos::prelude::Effect;

/// Runs `f` soon, and again whenever a signal that it reads has changed.
pub(crate) fn effect(f: impl FnMut() + 'static) {
    boxed(Box::new(f));
}

fn boxed(mut f: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| f());
}
