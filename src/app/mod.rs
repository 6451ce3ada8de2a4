//! The application without a framework: its state, what can happen to it, and its codec for links.
//!
//! [`AppState`] is one plain value, [`apply`] the one way to change it. [`url`] writes it into a
//! link and reads it back; [`gesture`] turns pointers, wheels and keys into what the hand meant.
//! Where the map is, [`At`] says; how a drag moves it is the projection's business (`carto`).

mod action;
mod at;
mod carried;
pub mod describe;
pub mod details;
pub mod filter;
pub mod flight;
pub mod framing;
pub mod gesture;
pub mod lab;
pub mod outside;
pub mod plan;
pub mod profile;
pub mod quiz;
pub mod search;
mod selection;
mod state;
pub mod table;
pub mod timeline;
pub mod trouble;
pub mod url;
mod view;
pub mod year;

pub use action::{Action, apply};
pub use at::{At, MAX_ZOOM, MIN_ZOOM};
pub use carried::{CARRIED, Carried};
pub use selection::{SelKind, Selection};
pub use state::{AppState, Layers, Theme, UiMode};
pub use view::{VIEWS, ViewKind};
