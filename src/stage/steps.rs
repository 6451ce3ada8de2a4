//! From step to step: the state follows the story, and the story the state.

use super::{StageContext, talk};
use crate::app::AppState;
use crate::beside::link;
use crate::story::{Press, ended, shown, wants_its_view};
use crate::web::effect;
use leptos::prelude::*;

/// Shows a step of a story: its own view, whatever is shown now.
pub(super) fn go(cx: StageContext, story: &str, place: usize) {
    let now = link::state();
    let next = cx.stories.with_untracked(|all| {
        let told = all.iter().find(|t| t.story.id == story)?;
        told.story.steps.get(place).map(|step| shown(&now, story, step))
    });
    if let Some(state) = next {
        link::set_state(&state);
    }
}

/// Goes some steps on or back, and stays inside the story. Two quick presses are two steps: the map's own state counts, which
/// is ahead of what is heard of it.
pub(super) fn by(cx: StageContext, steps: isize) {
    let now = link::state();
    let (story, step) = (now.carried.get("story"), now.carried.get("step"));
    let found = cx.stories.with_untracked(|all| {
        let told = all.iter().find(|t| t.story.id == story)?;
        Some((told.story.place(step).unwrap_or(0), told.story.steps.len()))
    });
    let Some((place, count)) = found else { return };
    let to = place.saturating_add_signed(steps).min(count.saturating_sub(1));
    if to != place {
        cx.lost.set(String::new());
        go(cx, story, to);
    }
}

/// Ends the story; the map stays where it is.
pub(super) fn end(cx: StageContext) {
    talk::end(cx);
    link::set_state(&ended(&link::state()));
}

/// Does what a key asks for; answers whether it was one of ours.
pub(super) fn pressed(cx: StageContext, press: Press) {
    match press {
        Press::Next => by(cx, 1),
        Press::Back => by(cx, -1),
        Press::First => by(cx, isize::MIN),
        Press::Last => by(cx, isize::MAX),
        Press::Blank => cx.blank.update(|blank| *blank = !*blank),
        Press::Pointer => talk::point(),
        Press::Notes => talk::notes(cx),
        Press::End => talk::end(cx),
    }
}

/// Takes over the view of a step that a link, a host page or another panel asks for.
pub(super) fn follow(cx: StageContext) {
    let asked_by = |state: &AppState| [state.carried.get("story"), state.carried.get("step")].map(str::to_owned);
    let mut before: Option<AppState> = None;
    let mut done: Option<[String; 2]> = None;
    effect(move || {
        let now = cx.state.get();
        let asked = asked_by(&now);
        if done.as_ref() != Some(&asked)
            && let Some((story, place)) = cx.place()
        {
            // A story that has come only now is as old as the state: the state says itself what is shown, or nothing.
            let is_known = cx.stories.with_untracked(|all| {
                let told = all.iter().find(|t| t.story.id == story);
                asked[1].is_empty() || told.is_some_and(|t| t.story.place(&asked[1]).is_some())
            });
            if !is_known {
                cx.lost.set(asked[1].clone());
            }
            let changed = before.take().filter(|before| asked_by(before) != asked);
            if wants_its_view(changed.as_ref(), &now) {
                go(cx, &story, place);
            }
            done = Some(asked);
        } else if asked[0].is_empty() {
            done = None;
        }
        before = Some(now);
    });
}
