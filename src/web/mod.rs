//! The browser, as the applications of the page meet it: elements, events, files, languages, `Intl`.

pub(crate) mod applications;
pub(crate) mod build;
pub(crate) mod dom;
mod effect;
pub(crate) mod events;
pub(crate) mod fetch;
pub(crate) mod heap;
pub(crate) mod intl;
pub(crate) mod language;
mod maths;
pub(crate) mod measure;
pub(crate) mod motion;
pub(crate) mod object;
pub(crate) mod sign;
mod voice;

pub(crate) use effect::effect;
pub(crate) use voice::Voice;
