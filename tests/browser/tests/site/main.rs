//! The built site in a real browser: one file a topic, one test a promise.

#[macro_use]
mod groups;

mod access;
mod api;
mod axe_matrix;
mod by_keys;
mod by_touch;
mod class;
mod details;
mod embed;
mod export;
mod faults;
mod filters;
mod hands;
mod help;
mod host;
mod lab;
mod languages;
mod layers;
mod links;
mod offline;
mod outside;
mod own;
mod own_story;
mod pixels;
mod plan;
mod profile;
mod ready;
mod reflow;
mod search;
mod select;
mod servers;
mod story;
mod table;
mod timeline;
mod touch;
mod views;
mod wishes;
mod without;
