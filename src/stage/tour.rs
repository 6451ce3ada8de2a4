//! The panel of a story: what a step says, beside the map that it shows; the same large, when it is presented.

use super::page::focus_soon;
use super::{StageContext, Told, draft, figure, steps, talk};
use crate::beside::page::holds_focus;
use crate::i18n::{LOCALES, Msg};
use crate::story::{Draft, Step, StepText};
use crate::web::build::{CROSS, El, el, icon, live, live_text, text};
use leptos::prelude::*;

const BACK: &str = "M12 4L6 10L12 16";
const NEXT: &str = "M8 4L14 10L8 16";

/// What keeps the focus while the panel is made anew from step to step.
const KEPT: [&str; 4] = ["tour-back", "tour-next", "tour-steps", "tour-present"];

/// The panel; nothing without a story. What a step says is told to who does not see it.
pub(super) fn tour(cx: StageContext) -> AnyView {
    let panel = live(move || {
        if cx.editing.get() || cx.quiz.with(Option::is_some) {
            return text("");
        }
        match cx.current() {
            Some((told, place)) => panel(cx, &told, place),
            None => unknown(cx),
        }
    });
    let said = live_text(move || {
        let said = cx.current().and_then(|(told, i)| Some(told.text.step(&told.story.steps.get(i)?.id)));
        said.map(|said| [&said.title, ". ", &said.caption].concat()).unwrap_or_default()
    });
    let told = el("p").class("visually-hidden").attr("role", "status").child(said);
    el("div").class("desk").child(panel).child(told).into()
}

/// That a link asks for a story that is not here; nothing where it asks for none, or as long as it may still come.
fn unknown(cx: StageContext) -> AnyView {
    let (story, _) = cx.asked.get();
    if story.is_empty() || cx.listed.get().is_none() {
        return text("");
    }
    let said = cx.words(|w| w.with(Msg::StoryUnknown, &[("value", &story)]));
    el("section").class("panel tour short").attr("role", "status").child(close(cx)).child(el("p").text(said)).into()
}

fn close(cx: StageContext) -> El {
    let end = move |_| steps::end(cx);
    el("button")
        .attr("type", "button")
        .class("close")
        .attr("aria-label", cx.t(Msg::StoryEnd))
        .on_click(end)
        .child(icon(CROSS))
}

fn panel(cx: StageContext, told: &Told, place: usize) -> AnyView {
    let Some(step) = told.story.steps.get(place) else { return text("") };
    let said = told.text.step(&step.id);
    talk::say(cx, told, place);
    KEPT.into_iter().filter(|id| holds_focus(id)).for_each(focus_soon);
    let count = told.story.steps.len();
    let step_of =
        cx.words(|w| w.with(Msg::StoryStep, &[("step", &(place + 1).to_string()), ("count", &count.to_string())]));
    let head = el("p")
        .class("head")
        .child(el("span").class("name").text(told.text.title.clone()))
        .child(el("span").class("count").text(step_of));
    let lost = cx.lost.get();
    let mut words =
        el("div").class("saying").child(head).child(el("h2").attr("id", "tour-title").text(said.title.clone()));
    if !lost.is_empty() {
        words =
            words.child(el("p").class("note").text(cx.words(|w| w.with(Msg::StoryUnknownStep, &[("value", &lost)]))));
    }
    words = words.child(el("p").class("caption").text(said.caption.clone())).children(aside(cx, told, &said));
    let chart = step.chart.as_ref().map(|chart| figure::chart(cx, chart, &said.chart));
    // What scrolls is reached by the keyboard, and named.
    let body =
        el("div").class("body").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "tour-title");
    let body = body.attr("lang", told.text.lang.clone()).child(words).children(chart).child(sources(cx, step));
    el("section")
        .attr("class", if step.chart.is_some() { "panel tour charted" } else { "panel tour" })
        .attr("aria-label", told.text.title.clone())
        .child(close(cx))
        .child(body)
        .child(turn(cx, told, place))
        .into()
}

/// What stands below the caption: the question, folded answer and notes, the language where it is another.
fn aside(cx: StageContext, told: &Told, said: &StepText) -> Vec<AnyView> {
    let mut out: Vec<AnyView> = Vec::new();
    if !said.question.is_empty() {
        let label = el("strong").text(cx.words(|w| w.named(w.text(Msg::StoryQuestion), "")));
        out.push(el("p").class("question").child(label).child(text(said.question.clone())).into());
    }
    let fold = |name: Msg, inside: &str| {
        let summary = el("summary").text(cx.t(name));
        el("details").child(summary).child(el("p").text(inside)).into()
    };
    out.extend((!said.answer.is_empty()).then(|| fold(Msg::StoryAnswer, &said.answer)));
    out.extend((!said.notes.is_empty()).then(|| fold(Msg::StoryNotes, &said.notes)));
    let wanted = cx.lang();
    if told.text.lang != wanted && told.story.languages.iter().all(|l| *l != wanted) && !told.story.languages.is_empty()
    {
        let name = LOCALES.iter().find(|l| l.code == told.text.lang).map_or(told.text.lang.as_str(), |l| l.name);
        let note = cx.words(|w| w.with(Msg::StoryOtherLanguage, &[("language", name)]));
        out.push(el("p").class("note").attr("lang", wanted).text(note).into());
    }
    out
}

/// Where the step is from: titles as links, or the ids as long as the list of sources is on its way.
fn sources(cx: StageContext, step: &Step) -> AnyView {
    let mut ids: Vec<String> = step.sources.clone();
    for id in step.chart.iter().flat_map(|c| &c.rows).flat_map(|r| &r.sources) {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    sources_of(cx, ids)
}

/// A list of sources by their ids.
pub(super) fn sources_of(cx: StageContext, ids: Vec<String>) -> AnyView {
    if ids.is_empty() {
        return text("");
    }
    let list = live(move || {
        cx.loaded.track();
        cx.atlas.with(|atlas| {
            let one = |id: &String| {
                let Some(source) = atlas.source(id) else { return el("li").text(id.clone()).into() };
                let date = source.date.as_ref().map_or_else(String::new, |date| [", ", date].concat());
                let rest = el("span").text(cx.words(|w| w.named("", &[&source.title, date.as_str()].concat())));
                let tag = if source.url.is_some() { el("a") } else { el("span").class("own") };
                let said = tag.child(text(source.publisher.clone())).child(rest);
                let title = match &source.url {
                    Some(url) => said.attr("href", url.clone()).attr("target", "_blank").attr("rel", "noopener"),
                    None => said,
                };
                el("li").child(title).into()
            };
            el("ol").children(ids.iter().map(one).collect::<Vec<_>>()).into()
        })
    });
    let title = el("h3").child(live_text(move || cx.t(Msg::StorySources)));
    el("section").class("from").child(title).child(list).into()
}

/// Back and on, all steps, present, edit.
fn turn(cx: StageContext, told: &Told, place: usize) -> El {
    let count = told.story.steps.len();
    let arrow = |id: &str, name: Msg, path, by: isize, is_off: bool| {
        let button = el("button")
            .attr("type", "button")
            .attr("id", id)
            .class("turn")
            .attr("aria-label", cx.t(name))
            .child(icon(path));
        let button = if is_off { button.attr("aria-disabled", "true") } else { button };
        button.on_click(move |_| steps::by(cx, by))
    };
    let option = |(i, step): (usize, &Step)| {
        let name = [&(i + 1).to_string(), ". ", &told.text.step(&step.id).title].concat();
        let option = el("option").attr("value", i.to_string()).text(name);
        if i == place { option.attr("selected", "") } else { option }.into()
    };
    let id = told.story.id.clone();
    let jump = move |value: String| {
        if let Ok(place) = value.parse() {
            steps::go(cx, &id, place);
        }
    };
    let menu = el("select").attr("id", KEPT[2]).attr("aria-label", cx.t(Msg::StorySteps)).on_change(jump);
    let menu = menu.children(told.story.steps.iter().enumerate().map(option).collect::<Vec<_>>());
    let present = el("button")
        .attr("type", "button")
        .attr("id", KEPT[3])
        .class("plain")
        .on_click(move |_| talk::start(cx))
        .text(cx.t(Msg::TalkStart));
    let told = told.clone();
    let edit = move |_| {
        // One's own story goes on as it is; another's becomes one's own.
        let own = cx.draft.with_untracked(|d| d.clone().filter(|d| d.story.id == told.story.id));
        cx.draft.set(Some(own.unwrap_or_else(|| Draft::of(&told.story, &told.text))));
        draft::edit(cx);
    };
    let edit = el("button").attr("type", "button").class("link").on_click(edit).text(cx.t(Msg::DraftEdit));
    el("div")
        .class("turns")
        .child(arrow(KEPT[0], Msg::StoryBack, BACK, -1, place == 0))
        .child(arrow(KEPT[1], Msg::StoryNext, NEXT, 1, place + 1 == count))
        .child(menu)
        .child(present)
        .child(edit)
}
