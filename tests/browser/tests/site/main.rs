//! The built site in a real browser: one file a topic, one test a promise.

mod api;
mod hands;
mod languages;
mod links;
mod ready;
mod select;
mod touch;
