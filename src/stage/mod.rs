//! The stage, an application beside the map: stories and their presentation, stories made from the map, the map shared and put
//! into other pages.

mod build;
mod draft;
mod figure;
mod list;
mod load;
mod page;
mod quiz;
mod share;
mod sheet;
mod steps;
mod talk;
mod tour;

use crate::app::AppState;
use crate::beside::{Beside, link, load as data, mount};
use crate::geodata::Problem;
use crate::story::{Draft, Story, StoryText};
use crate::web::effect;
use leptos::prelude::*;
use std::ops::Deref;

/// The application's place on the page.
const PLACE: &str = "beside-stage";

/// A story in the words that it is shown in.
#[derive(Clone)]
struct Told {
    story: Story,
    text: StoryText,
}

/// A file that was opened here and what was found in it: its name, whether it is shown, what is wrong.
type Opened = (String, bool, Vec<Problem>);

/// Handles on everything that the stage's panels share; copied freely.
#[derive(Clone, Copy)]
struct StageContext {
    beside: Beside,
    /// Story and step of the state.
    asked: Memo<(String, String)>,
    /// The stories, those of the site first.
    stories: RwSignal<Vec<Told>>,
    /// Whether all stories of the site are here, or what keeps the list away.
    listed: RwSignal<Option<Result<(), String>>>,
    /// What is wrong with stories of the site.
    wrong: RwSignal<Vec<Problem>>,
    /// The last file that was opened.
    opened: RwSignal<Option<Opened>>,
    /// The story that is being made.
    draft: RwSignal<Option<Draft>>,
    /// Whether it is open to be edited.
    editing: RwSignal<bool>,
    /// How often it got or lost a step.
    shape: RwSignal<usize>,
    /// The step that a link asked for and the story does not have.
    lost: RwSignal<String>,
    /// What was asked for before the data were here: a quiz, a worksheet.
    wanted: RwSignal<String>,
    /// The quiz that is played.
    quiz: RwSignal<Option<quiz::Quiz>>,
    /// That a worksheet is being made, or why it could not be.
    making: RwSignal<Option<String>>,
    /// Whether a story is presented.
    presenting: RwSignal<bool>,
    /// Whether the screen is blank.
    blank: RwSignal<bool>,
    /// Whether the notes stand on the page itself, for want of a window of their own.
    notes_here: RwSignal<bool>,
}

impl Deref for StageContext {
    type Target = Beside;

    fn deref(&self) -> &Beside {
        &self.beside
    }
}

impl StageContext {
    fn new(beside: Beside) -> Self {
        let of = |state: &AppState, key: &str| state.carried.get(key).to_owned();
        let state = beside.state;
        Self {
            beside,
            asked: Memo::new(move |_| state.with(|s| (of(s, "story"), of(s, "step")))),
            stories: RwSignal::new(Vec::new()),
            listed: RwSignal::new(None),
            wrong: RwSignal::new(Vec::new()),
            opened: RwSignal::new(None),
            draft: RwSignal::new(None),
            editing: RwSignal::new(false),
            shape: RwSignal::new(0),
            lost: RwSignal::new(String::new()),
            wanted: RwSignal::new(String::new()),
            quiz: RwSignal::new(None),
            making: RwSignal::new(None),
            presenting: RwSignal::new(false),
            blank: RwSignal::new(false),
            notes_here: RwSignal::new(false),
        }
    }

    /// The story that is shown and the place of its step; tracks both.
    fn current(self) -> Option<(Told, usize)> {
        let (story, place) = self.place()?;
        let told = self.stories.with(|all| all.iter().find(|t| t.story.id == story).cloned())?;
        Some((told, place))
    }

    /// The id of the story that is shown, and the place of its step; tracks both.
    fn place(self) -> Option<(String, usize)> {
        let (story, step) = self.asked.get();
        let place = self.stories.with(|all| {
            let told = all.iter().find(|t| t.story.id == story)?;
            Some(told.story.place(&step).unwrap_or(0))
        });
        Some((story, place?))
    }
}

/// Mounts the stage into its places.
pub fn open() {
    mount(PLACE, || {
        let cx = StageContext::new(Beside::new(link::state()));
        cx.begin(|_, _| ());
        data::start(cx.beside, PLACE, true);
        load::start(cx);
        steps::follow(cx);
        effect(move || load::tell(cx));
        effect(move || load::translate(cx));
        talk::listen(cx);
        mount(PLACE, move || list::list(cx));
        mount(PLACE, move || draft::editor(cx));
        mount(PLACE, move || talk::over(cx));
        tour::tour(cx)
    });
}

/// Mounts what belongs to classes and to other pages, an application of its own: each carries only what it calls.
pub fn open_class() {
    mount(PLACE, || {
        let cx = StageContext::new(Beside::new(link::state()));
        cx.begin(|_, _| ());
        data::start(cx.beside, PLACE, true);
        load::start(cx);
        quiz::follow(cx);
        page::on_keys(move |key, _| quiz::key(cx, &key));
        page::on_asked(move |what| quiz::asked_for(cx, &what));
        mount(PLACE, move || share::dialog_of(cx));
        mount(PLACE, move || build::dialog_of(cx));
        mount(PLACE, move || quiz::making(cx));
        quiz::panel(cx)
    });
}
