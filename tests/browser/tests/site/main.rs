//! The built site in a real browser: one file a topic, one test a promise.

mod access;
mod api;
mod details;
mod faults;
mod hands;
mod languages;
mod layers;
mod links;
mod pixels;
mod profile;
mod ready;
mod select;
mod timeline;
mod touch;
mod views;
mod without;
