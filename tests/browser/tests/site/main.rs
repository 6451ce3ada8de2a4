//! The built site in a real browser: one file a topic, one test a promise.

mod access;
mod api;
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
mod pixels;
mod profile;
mod ready;
mod search;
mod select;
mod servers;
mod table;
mod timeline;
mod touch;
mod views;
mod without;
