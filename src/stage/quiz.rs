//! The quiz: a question at a time beside the map, answered by a click there, a button or a key.

use super::StageContext;
use super::page::{button, focus_soon};
use crate::app::Action;
use crate::app::quiz::{Question, Round, questions};
use crate::beside::link;
use crate::i18n::Msg;
use crate::story::ended;
use crate::web::build::{CROSS, el, icon, live, text};
use crate::web::{dom, effect};
use leptos::prelude::*;

/// Questions of a round.
const COUNT: usize = 8;
/// Layers on which something may have to be found.
const LAYERS: [&str; 2] = ["chokepoints", "landings"];

/// How a round stands, and what was just said to an answer.
#[derive(Clone, Debug, Default)]
pub(super) struct Quiz {
    round: Round,
    /// Whether the last answer was right, as long as it is explained.
    told: Option<bool>,
    /// Whether the last click on the map was beside it.
    is_elsewhere: bool,
    seed: u32,
}

/// Begins a round; what is needed on the map is switched on.
pub(super) fn start(cx: StageContext) {
    let seed = cx.quiz.with_untracked(|q| q.as_ref().map_or_else(today, |q| q.seed + 1));
    let asked = untrack(|| cx.known(|atlas, gazetteer, words| questions(atlas, gazetteer, words, seed, COUNT)));
    let round = Round { questions: asked, given: Vec::new() };
    cx.editing.set(false);
    cx.quiz.set(Some(Quiz { round, seed, ..Quiz::default() }));
    let mut state = ended(&link::state());
    LAYERS.iter().for_each(|layer| state.layers.set(layer, true));
    state.sel = None;
    link::set_state(&state);
    focus_soon("quiz-title");
}

/// A number of the day: who comes back tomorrow is asked something else.
fn today() -> u32 {
    // Days since 1970 fit into anything.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some twenty thousand")]
    let day = (js_sys::Date::now() / 86_400_000.0) as u32;
    day
}

fn end(cx: StageContext) {
    cx.quiz.set(None);
    dom::focus("canvas");
}

/// Takes an answer: a choice by its place, or what was found on the map.
fn answer(cx: StageContext, is_right: bool) {
    let about = cx.quiz.with_untracked(|q| q.as_ref().and_then(|q| q.round.now().map(|(_, q)| q.about.clone())));
    cx.quiz.update(|quiz| {
        if let Some(quiz) = quiz.as_mut().filter(|q| q.told.is_none() && q.round.now().is_some()) {
            quiz.told = Some(is_right);
        }
    });
    // The map shows what it was about.
    about.into_iter().for_each(|selection| cx.go(selection));
    focus_soon("quiz-next");
}

fn choose(cx: StageContext, place: usize) {
    let right = cx.quiz.with_untracked(|q| q.as_ref().and_then(|q| Some(q.round.now()?.1.right)));
    if waits(cx)
        && let Some(right) = right
    {
        answer(cx, right == place);
    }
}

/// Whether a question waits for its answer.
fn waits(cx: StageContext) -> bool {
    cx.quiz.with_untracked(|q| q.as_ref().is_some_and(|q| q.told.is_none() && q.round.now().is_some()))
}

fn next(cx: StageContext) {
    cx.quiz.update(|quiz| {
        if let Some(quiz) = quiz {
            quiz.round.given.extend(quiz.told.take());
            quiz.is_elsewhere = false;
        }
    });
    cx.dispatch(Action::ClearSelection);
    focus_soon("quiz-title");
}

/// Follows what is selected on the map.
pub(super) fn follow(cx: StageContext) {
    effect(move || {
        let wanted = cx.wanted.get();
        if cx.loaded.get() && !wanted.is_empty() {
            cx.wanted.set(String::new());
            if wanted == "quiz" { start(cx) } else { sheet(cx) }
        }
    });
    effect(move || {
        let selected = cx.selected.get();
        let target = cx.quiz.with_untracked(|q| q.as_ref().and_then(|q| q.round.now()?.1.target.clone()));
        if let (Some(selected), Some(target), true) = (selected, target, waits(cx)) {
            if selected == target {
                answer(cx, true);
            } else {
                cx.quiz.update(|q| q.iter_mut().for_each(|q| q.is_elsewhere = true));
            }
        }
    });
}

/// Does what a key asks for: a number answers. Answers whether it was for the quiz.
pub(super) fn key(cx: StageContext, key: &str) -> bool {
    let place = ["1", "2", "3", "4"].iter().position(|k| *k == key);
    let is_open = cx.quiz.with_untracked(Option::is_some);
    match place.filter(|_| is_open) {
        Some(place) => {
            let count =
                cx.quiz.with_untracked(|q| q.as_ref().and_then(|q| Some(q.round.now()?.1.choices.len()))).unwrap_or(0);
            if place < count {
                choose(cx, place);
            }
            true
        }
        None => false,
    }
}

/// The panel; nothing while there is no quiz.
pub(super) fn panel(cx: StageContext) -> AnyView {
    live(move || {
        let Some(quiz) = cx.quiz.get() else { return text("") };
        let close = el("button").attr("type", "button").class("close").attr("aria-label", cx.t(Msg::QuizEnd));
        let close = close.on_click(move |_| end(cx)).child(icon(CROSS));
        let body = match quiz.round.now() {
            Some((place, question)) => asked(cx, &quiz, place, question),
            None => vec![finished(cx, &quiz)],
        };
        el("section")
            .class("panel tour quiz")
            .attr("aria-label", cx.t(Msg::QuizOpen))
            .child(close)
            .children(body)
            .into()
    })
}

fn asked(cx: StageContext, quiz: &Quiz, place: usize, question: &Question) -> Vec<AnyView> {
    let count = quiz.round.questions.len().to_string();
    let number = cx.words(|w| w.with(Msg::QuizNumber, &[("step", &(place + 1).to_string()), ("count", &count)]));
    let choice = |(i, choice): (usize, &String)| {
        let button = el("button").attr("type", "button").on_click(move |_| choose(cx, i));
        let state = match quiz.told {
            Some(_) if i == question.right => "choice-of right",
            Some(_) => "choice-of over",
            None => "choice-of",
        };
        let number = el("kbd").text((i + 1).to_string());
        el("li")
            .child(button.attr("class", state).child(number).child(el("span").class("name").text(choice.clone())))
            .into()
    };
    let choices: Vec<AnyView> = question.choices.iter().enumerate().map(choice).collect();
    let mut body =
        el("div").class("body").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "quiz-title");
    body = body
        .child(el("p").class("head").child(el("span").text(number)).child(el("span").text(cx.t(Msg::QuizKeys))))
        .child(el("h2").attr("id", "quiz-title").attr("tabindex", "-1").text(question.prompt.clone()))
        .child(el("ol").class("choices").children(choices));
    let said = match quiz.told {
        Some(true) => cx.t(Msg::QuizRight),
        Some(false) => {
            let answer = question.choices.get(question.right).cloned().unwrap_or_default();
            cx.words(|w| w.with(Msg::QuizWrong, &[("answer", &answer)]))
        }
        None if quiz.is_elsewhere => cx.t(Msg::QuizElsewhere),
        None => String::new(),
    };
    body = body.child(el("p").class("said").attr("role", "status").child(el("strong").text(said)));
    let mut out: Vec<AnyView> = Vec::new();
    if quiz.told.is_some() {
        let sources = super::tour::sources_of(cx, question.sources.clone());
        body = body.child(el("p").text(question.because.clone())).child(sources);
        let on = button(cx.t(Msg::QuizNext), "plain first", move || next(cx)).attr("id", "quiz-next");
        out.push(el("div").class("turns").child(on).into());
    }
    out.insert(0, body.into());
    out
}

fn finished(cx: StageContext, quiz: &Quiz) -> AnyView {
    let (right, count) = (quiz.round.score().to_string(), quiz.round.questions.len().to_string());
    let score = cx.words(|w| w.with(Msg::QuizScore, &[("right", &right), ("count", &count)]));
    let again = button(cx.t(Msg::QuizAgain), "plain first", move || start(cx));
    el("div")
        .class("body")
        .child(el("h2").attr("id", "quiz-title").attr("tabindex", "-1").attr("role", "status").text(score))
        .child(el("div").class("presses").child(again).child(button(cx.t(Msg::QuizEnd), "plain", move || end(cx))))
        .into()
}

/// Takes what was asked for, as soon as all is read.
pub(super) fn asked_for(cx: StageContext, what: &str) {
    cx.wanted.set(what.to_owned());
}

/// Hands the questions of today to the worksheet.
fn sheet(cx: StageContext) {
    let seed = today();
    let asked = untrack(|| cx.known(|atlas, gazetteer, words| questions(atlas, gazetteer, words, seed, COUNT)));
    super::sheet::print(cx, seed, &asked);
}

/// That the worksheet is on its way, or why there is none.
pub(super) fn making(cx: StageContext) -> AnyView {
    live(move || {
        let said = match cx.making.get() {
            None => return text(""),
            Some(reason) if reason.is_empty() => cx.t(Msg::SheetMaking),
            Some(reason) => cx.words(|w| w.with(Msg::SaveFailed, &[("reason", &reason)])),
        };
        el("p").class("hint shown").attr("role", "status").text(said).into()
    })
}
