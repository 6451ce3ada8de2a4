//! A story that is being made from the map: one language, its words inside.

use super::{Step, StepText, Story, StoryText};

/// A story in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What it is so far; its one text goes along with its steps.
    pub story: Story,
}

impl Draft {
    /// A new one without a step, in a language.
    #[must_use]
    pub fn new(lang: &str, title: &str) -> Self {
        let text = StoryText { lang: lang.to_owned(), title: title.to_owned(), ..StoryText::default() };
        let story = Story { id: "my-story".to_owned(), texts: vec![text], ..Story::default() };
        Self { story }
    }

    /// One that goes on from a story, with the words that it is shown in.
    #[must_use]
    pub fn of(story: &Story, text: &StoryText) -> Self {
        let mut text = text.clone();
        text.steps = story.steps.iter().map(|step| text.step(&step.id)).collect();
        Self { story: Story { languages: Vec::new(), texts: vec![text], ..story.clone() } }
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> StoryText {
        self.story.texts.first().cloned().unwrap_or_default()
    }

    /// Changes the words.
    pub fn edit(&mut self, change: impl FnOnce(&mut StoryText)) {
        if let Some(text) = self.story.texts.first_mut() {
            change(text);
        }
    }

    /// Changes the words of a step.
    pub fn edit_step(&mut self, place: usize, change: impl FnOnce(&mut StepText)) {
        self.edit(|text| {
            if let Some(step) = text.steps.get_mut(place) {
                change(step);
            }
        });
    }

    /// Adds a step after one, or at the end; answers its place. What a story leaves alone is left out of its state.
    pub fn add(&mut self, after: Option<usize>, title: &str, state: Vec<(String, String)>) -> usize {
        let place = after.map_or(self.story.steps.len(), |i| (i + 1).min(self.story.steps.len()));
        let id = self.free_id();
        let state = state.into_iter().filter(|(key, _)| !Story::OWN_KEYS.contains(&key.as_str())).collect();
        self.story.steps.insert(place, Step { id: id.clone(), state, ..Step::default() });
        let words = StepText { id, title: title.to_owned(), caption: title.to_owned(), ..StepText::default() };
        self.edit(|text| text.steps.insert(place, words));
        place
    }

    /// Takes another view for a step.
    pub fn look(&mut self, place: usize, state: Vec<(String, String)>) {
        if let Some(step) = self.story.steps.get_mut(place) {
            step.state = state.into_iter().filter(|(key, _)| !Story::OWN_KEYS.contains(&key.as_str())).collect();
        }
    }

    /// Moves a step to another place.
    pub fn shift(&mut self, from: usize, to: usize) {
        let count = self.story.steps.len();
        if from < count && to < count {
            let step = self.story.steps.remove(from);
            self.story.steps.insert(to, step);
            self.edit(|text| {
                let words = text.steps.remove(from);
                text.steps.insert(to, words);
            });
        }
    }

    /// Takes a step out.
    pub fn remove(&mut self, place: usize) {
        if place < self.story.steps.len() {
            self.story.steps.remove(place);
            self.edit(|text| drop(text.steps.remove(place)));
        }
    }

    /// `step-1`, or the next that no step has.
    fn free_id(&self) -> String {
        let id = |n: usize| ["step-", &n.to_string()].concat();
        let is_free = |id: &String| self.story.steps.iter().all(|s| s.id != *id);
        (1..).map(id).find(is_free).unwrap_or_default()
    }
}
