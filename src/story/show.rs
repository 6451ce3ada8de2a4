//! Which state a step shows, and when a state asks for a step.

use super::{Step, Story};
use crate::app::AppState;
use crate::app::url::{from_pairs, to_pairs};

/// The state that shows a step: the step's own, in the look that the page has.
#[must_use]
pub fn shown(now: &AppState, story: &str, step: &Step) -> AppState {
    let base = AppState { lang: now.lang.clone(), theme: now.theme, ui: now.ui, ..AppState::default() };
    let mut state = from_pairs(&base, step.state.iter().map(|(k, v)| (k.as_str(), v.as_str()))).0;
    state.carried.set("story", story);
    state.carried.set("step", &step.id);
    state
}

/// The state without its story: the map stays as it is.
#[must_use]
pub fn ended(now: &AppState) -> AppState {
    let mut state = now.clone();
    state.carried.set("story", "");
    state.carried.set("step", "");
    state
}

/// Keys and values of what the map itself shows, without how the page looks and which step it is.
#[must_use]
pub fn view(state: &AppState) -> Vec<(String, String)> {
    let own = |key: &str| Story::OWN_KEYS.contains(&key);
    to_pairs(state).into_iter().filter(|(key, _)| !own(key)).map(|(key, value)| (key.to_owned(), value)).collect()
}

/// Whether a state that names a step says nothing else, or nothing new: then the step says what is shown. A link that was
/// copied in the middle of a story says all itself.
#[must_use]
pub fn wants_its_view(before: Option<&AppState>, now: &AppState) -> bool {
    let view_now = view(now);
    view_now.is_empty() || before.is_some_and(|before| view(before) == view_now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Theme;

    fn state(pairs: &[(&str, &str)]) -> AppState {
        from_pairs(&AppState::default(), pairs.iter().copied()).0
    }

    fn step() -> Step {
        let pair = |k: &str, v: &str| (k.to_owned(), v.to_owned());
        Step { id: "one".to_owned(), state: vec![pair("view", "globe"), pair("layers", "events")], ..Step::default() }
    }

    #[test]
    fn a_step_shows_its_own_state_in_the_look_of_the_page() {
        let now = state(&[("theme", "dark"), ("lang", "ja"), ("at", "10,70,3"), ("sel", "cable:x"), ("year", "2010")]);
        let shown = shown(&now, "tour", &step());
        assert_eq!((shown.theme, shown.lang.as_deref(), shown.sel.clone()), (Theme::Dark, Some("ja"), None));
        assert!(shown.is_at_home() && shown.carried.get("year").is_empty());
        assert_eq!((shown.carried.get("story"), shown.carried.get("step")), ("tour", "one"));
        assert_eq!(view(&shown), [("view".to_owned(), "globe".to_owned()), ("layers".to_owned(), "events".to_owned())]);
        let ended = ended(&shown);
        assert_eq!((view(&ended), ended.carried.get("story")), (view(&shown), ""));
    }

    #[test]
    fn a_link_of_a_step_alone_takes_its_view_and_a_copied_one_keeps_its_own() {
        let alone = state(&[("story", "tour"), ("step", "one"), ("theme", "dark")]);
        let moved = state(&[("story", "tour"), ("step", "one"), ("at", "10,70,3")]);
        let before = state(&[("at", "10,70,3")]);
        assert!(wants_its_view(None, &alone) && wants_its_view(Some(&before), &alone));
        assert!(!wants_its_view(None, &moved) && wants_its_view(Some(&before), &moved));
        assert!(!wants_its_view(Some(&AppState::default()), &moved));
    }
}
