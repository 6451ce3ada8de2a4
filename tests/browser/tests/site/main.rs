//! The built site in a real browser: one file a topic, one test a promise.

mod access;
mod api;
mod faults;
mod filters;
mod hands;
mod help;
mod languages;
mod layers;
mod links;
mod pixels;
mod ready;
mod search;
mod select;
mod table;
mod touch;
mod views;
mod without;
