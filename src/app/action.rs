//! Everything that can happen to the state.

use super::{AppState, At, Selection, Theme, ViewKind};

/// One thing that happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Pick a thing.
    Select(Selection),
    /// Pick nothing.
    ClearSelection,
    /// Move the map; the projection has computed where a drag, a wheel or a flight leads.
    SetAt(At),
    /// Zoom about the middle by so many octaves.
    ZoomBy(f64),
    /// Turn the picture about the middle by so many degrees clockwise.
    TurnBy(f64),
    /// Back to the home view; what is picked stays picked.
    Home,
    /// Choose a language by its tag, or follow the browser.
    SetLang(Option<String>),
    /// Choose light or dark.
    SetTheme(Theme),
    /// Choose a view: a map that is at home goes to that view's home, any other keeps its middle and its zoom.
    SetView(ViewKind),
    /// Put the slider anywhere along globe (0), polar map (0.5) and Mercator's map (1).
    SetMorph(f64),
    /// Switch a layer.
    ToggleLayer {
        /// The layer's id in `catalog.json`.
        id: String,
        /// Whether the layer shows by default.
        by_default: bool,
    },
    /// Keep a value for a panel, by one of [`super::CARRIED`]; empty for the default.
    Carry {
        /// The key.
        key: &'static str,
        /// The value.
        value: String,
    },
    /// Take a whole state: a link was followed, a host page spoke.
    Restore(Box<AppState>),
}

/// Lets it happen. The state is one that the page can show, before and after.
pub fn apply(state: &mut AppState, action: Action) {
    match action {
        Action::Select(selection) => state.sel = Some(selection),
        Action::ClearSelection => state.sel = None,
        Action::SetAt(at) => state.at = at,
        Action::ZoomBy(octaves) => state.at.zoom += finite(octaves),
        Action::TurnBy(deg) => state.at.rotation_deg += finite(deg),
        Action::Home => state.at = state.home(),
        Action::SetLang(lang) => state.lang = lang,
        Action::SetTheme(theme) => state.theme = theme,
        Action::SetView(view) => {
            *state = std::mem::take(state).with_view(|s| (s.view, s.morph) = (view, None));
        }
        Action::SetMorph(morph) if morph.is_finite() => {
            *state = std::mem::take(state).with_view(|s| s.morph = Some(morph));
        }
        Action::SetMorph(_) => {}
        Action::ToggleLayer { id, by_default } => {
            let on = !state.layers.shows(&id, by_default);
            if on == by_default {
                state.layers.reset(&id);
            } else {
                state.layers.set(&id, on);
            }
        }
        Action::Carry { key, value } => {
            state.carried.set(key, &value);
        }
        Action::Restore(whole) => *state = *whole,
    }
    *state = std::mem::take(state).settle();
}

fn finite(step: f64) -> f64 {
    if step.is_finite() { step } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{MAX_ZOOM, SelKind};

    fn after(actions: impl IntoIterator<Item = Action>) -> AppState {
        let mut state = AppState::default();
        actions.into_iter().for_each(|a| apply(&mut state, a));
        state
    }

    #[test]
    fn home_keeps_the_selection() {
        let sel = Selection::new(SelKind::Cable, "far-north-fiber");
        let moved = At { lon_deg: 10.0, lat_deg: 70.0, zoom: 3.0, rotation_deg: 20.0 };
        let state = after([Action::Select(sel.clone()), Action::SetAt(moved), Action::Home]);
        assert_eq!((state.at, state.sel), (At::HOME, Some(sel)));
    }

    #[test]
    fn steps_stay_in_range() {
        assert_eq!(after([Action::ZoomBy(1e308)]).at.zoom, MAX_ZOOM);
        assert_eq!(after([Action::ZoomBy(f64::NAN), Action::TurnBy(f64::INFINITY)]), AppState::default());
        assert_eq!(after([Action::TurnBy(170.0), Action::TurnBy(20.0)]).at.rotation_deg, -170.0);
    }

    #[test]
    fn a_view_at_home_goes_home_and_any_other_stays_where_it_is() {
        let globe = after([Action::SetView(ViewKind::Globe)]);
        assert_eq!(globe.at, globe.home());
        assert_ne!(globe.at, At::HOME);
        assert_eq!(after([Action::SetView(ViewKind::Globe), Action::SetView(ViewKind::Polar)]), AppState::default());
        let moved = At { lon_deg: 10.0, lat_deg: 70.0, zoom: 3.0, rotation_deg: 20.0 };
        for view in [ViewKind::Globe, ViewKind::Mercator, ViewKind::World] {
            assert_eq!(after([Action::SetAt(moved), Action::SetView(view)]).at, moved);
            assert_eq!(
                after([Action::SetView(view), Action::SetAt(moved), Action::Home]).at.zoom,
                view.stop().home().zoom
            );
        }
        let far = At { lat_deg: -88.0, zoom: -4.0, ..moved };
        let polar = after([Action::SetView(ViewKind::Globe), Action::SetAt(far), Action::SetView(ViewKind::Polar)]);
        assert_eq!((polar.at.lat_deg, polar.at.zoom), (-40.0, -2.0), "settled");
    }

    #[test]
    fn the_slider_names_the_nearer_view_and_choosing_one_clears_it() {
        let between = after([Action::SetMorph(0.3)]);
        assert_eq!((between.view, between.morph), (ViewKind::Polar, Some(0.3)));
        assert_eq!(between.at, between.home());
        assert_eq!(after([Action::SetMorph(0.9)]).view, ViewKind::Mercator);
        assert_eq!(after([Action::SetMorph(0.3), Action::SetView(ViewKind::Polar)]), AppState::default());
        assert_eq!(after([Action::SetMorph(0.3), Action::SetMorph(0.5)]), AppState::default());
        let end = after([Action::SetMorph(7.0)]);
        assert_eq!((end.view, end.morph), (ViewKind::Mercator, None));
    }

    #[test]
    fn what_panels_keep_is_text_under_a_known_key() {
        let carry = |key, value: &str| Action::Carry { key, value: value.into() };
        let state = after([carry("year", "2030"), carry("sel", "x"), carry("cut", "a\nb")]);
        assert_eq!(["year", "sel", "cut"].map(|key| state.carried.get(key)), ["2030", "", ""]);
        assert_eq!(after([carry("year", "2030"), carry("year", "")]), AppState::default());
    }

    #[test]
    fn toggling_twice_leaves_no_trace() {
        let toggle = || Action::ToggleLayer { id: "graticule".into(), by_default: true };
        let once = after([toggle()]);
        assert!(!once.layers.shows("graticule", true));
        assert_eq!(after([toggle(), toggle()]), AppState::default());
    }

    #[test]
    fn what_the_page_cannot_show_is_refused() {
        assert_eq!(after([Action::SetMorph(f64::NAN)]), AppState::default());
        assert_eq!(after([Action::SetLang(Some("xx".into()))]).lang, None);
        assert_eq!(after([Action::SetLang(Some("ja-JP".into()))]).lang.as_deref(), Some("ja"));
        let odd = AppState { at: At { zoom: f64::NAN, ..At::HOME }, ..AppState::default() };
        assert_eq!(after([Action::Restore(Box::new(odd))]), AppState::default());
        let long = Selection::new(SelKind::Place, "x".repeat(1000));
        assert_eq!(after([Action::Select(long)]).sel, None);
    }
}
