//! Tours of the map: steps with captions, the states of the map that they show, charts, notes for the presenter.
//!
//! A story is a file of `stories/`, by `geodata/schema/story.schema.json`: what the steps show, in no language. Its words
//! stand in a file for each language beside it, `stories/text/<id>.<language>.json`, so that a reader fetches one; a story that
//! was recorded from the map carries its words with it. `stories/index.json` lists what there is.
//!
//! What is read is checked at the door. An error costs the story; a story that names what the map does not have is told and
//! shown.

mod check;
mod draft;
mod keys;
mod model;
mod read;
mod show;
mod text;
mod write;

pub use check::{check, missing};
pub use draft::Draft;
pub use keys::{Press, press};
pub use model::{Chart, Row, RowKind, Step, Story};
pub use read::{FOLDER, INDEX, read, read_index, text_file};
pub use show::{ended, shown, view, wants_its_view};
pub use text::{ChartText, StepText, StoryText, read_text};
pub use write::write;
