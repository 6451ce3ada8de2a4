//! The built site in a real browser: one file a topic, one test a promise.

mod access;
mod api;
mod export;
mod faults;
mod hands;
mod languages;
mod layers;
mod links;
mod pixels;
mod ready;
mod select;
mod touch;
mod views;
mod without;
