//! Questions about the map, made from its data: each with its answer, why that is so, and where it is from.
//!
//! The same number gives the same questions, so a class has one sheet. Nothing is asked of which the data is not sure.

mod ask;
mod chance;

pub use ask::questions;

use crate::app::Selection;

/// A question with four answers or fewer.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is asked.
    pub prompt: String,
    /// What there is to choose from.
    pub choices: Vec<String>,
    /// The place of the right one.
    pub right: usize,
    /// What has to be found on the map; a click on it is right too.
    pub target: Option<Selection>,
    /// Why the answer is right.
    pub because: String,
    /// Ids of the sources of that.
    pub sources: Vec<String>,
    /// What the map shows with the answer.
    pub about: Selection,
}

/// A round of questions and how it goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// The questions.
    pub questions: Vec<Question>,
    /// Whether each answer so far was right.
    pub given: Vec<bool>,
}

impl Round {
    /// The question that waits for an answer, with its place.
    #[must_use]
    pub fn now(&self) -> Option<(usize, &Question)> {
        self.questions.get(self.given.len()).map(|question| (self.given.len(), question))
    }

    /// How many were right.
    #[must_use]
    pub fn score(&self) -> usize {
        self.given.iter().filter(|is_right| **is_right).count()
    }
}
