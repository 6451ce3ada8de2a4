//! The map in other people's hands: code for their pages, a link as a pattern of squares.

mod embed;
mod qr;

pub use embed::{Embed, Form, PICTURE};
pub use qr::{Squares, squares};
