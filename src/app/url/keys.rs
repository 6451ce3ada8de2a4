//! The table of keys: one row each, from which reading, writing and documentation derive.

use crate::app::state::is_layer_id;
use crate::app::{AppState, At, Layers, Selection, Theme, UiMode, VIEWS, ViewKind, view};
use crate::decimal;
use crate::i18n::{self, Msg};

/// One key of the state.
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What its value looks like, for documentation.
    pub form: &'static str,
    /// A value that is not the default.
    pub example: &'static str,
    /// Reads a value; an empty one is the default. Answers what was wrong with it.
    pub(super) read: fn(&mut AppState, &str) -> Option<Msg>,
    /// Writes the value, unless it is the default.
    pub(super) write: fn(&AppState) -> Option<String>,
}

/// Every key, in the order of a link.
pub const KEYS: &[Key] = &[
    Key { name: "view", form: "globe, polar, mercator, world", example: "world", read: read_view, write: write_view },
    Key { name: "morph", form: "0…1", example: "0.3", read: read_morph, write: write_morph },
    Key { name: "at", form: "lon,lat,zoom[,rotation]", example: "15.6,78.2,2.5,-30", read: read_at, write: write_at },
    Key { name: "layers", form: "id,-id,…", example: "-graticule", read: read_layers, write: write_layers },
    Key { name: "sel", form: "kind:id", example: "cable:far-north-fiber", read: read_sel, write: write_sel },
    Key { name: "lang", form: "BCP 47 tag", example: "ja", read: read_lang, write: |s| s.lang.clone() },
    Key { name: "theme", form: "auto, light, dark", example: "dark", read: read_theme, write: write_theme },
    Key { name: "ui", form: "full, embed, none", example: "embed", read: read_ui, write: write_ui },
];

const BAD: Option<Msg> = Some(Msg::ProblemUrlValue);

/// Reads one word of a list; an empty one is the default.
fn word<T: Copy + Default>(target: &mut T, value: &str, all: &[T], code: fn(T) -> &'static str) -> Option<Msg> {
    let found = all.iter().copied().find(|item| code(*item) == value);
    *target = found.unwrap_or_default();
    if found.is_some() || value.is_empty() { None } else { BAD }
}

fn unless_default<T: Default + PartialEq>(value: T, code: fn(T) -> &'static str) -> Option<String> {
    (value != T::default()).then(|| code(value).to_owned())
}

fn read_view(state: &mut AppState, value: &str) -> Option<Msg> {
    state.morph = None;
    word(&mut state.view, value, VIEWS, ViewKind::code).map(|_| Msg::ProblemUrlView)
}

fn write_view(state: &AppState) -> Option<String> {
    // Between views the slider's place says it all.
    unless_default(state.view, ViewKind::code).filter(|_| state.morph.is_none())
}

fn read_morph(state: &mut AppState, value: &str) -> Option<Msg> {
    // A view at rest is told by `view`, which stands above and has been read.
    state.morph = decimal::read(value).filter(|m| (0.0..=1.0).contains(m));
    let problem = if state.morph.is_some() || value.is_empty() { None } else { BAD };
    *state = std::mem::take(state).settle();
    problem
}

fn write_morph(state: &AppState) -> Option<String> {
    state.morph.map(|m| decimal::write(m, 4))
}

fn read_at(state: &mut AppState, value: &str) -> Option<Msg> {
    state.at = state.home();
    if value.is_empty() {
        return None;
    }
    let numbers: Option<Vec<f64>> =
        value.split(',').take(5).map(|n| decimal::read(n.trim()).filter(|n| n.is_finite())).collect();
    let (lon_deg, lat_deg, zoom, rotation_deg) = match numbers.as_deref() {
        Some([lon, lat, zoom]) => (*lon, *lat, *zoom, 0.0),
        Some([lon, lat, zoom, rotation]) => (*lon, *lat, *zoom, *rotation),
        _ => return BAD,
    };
    // `view` and `morph` stand above and have been read.
    state.at = view::settle(state.stop(), At { lon_deg, lat_deg, zoom, rotation_deg });
    // Longitude and turn are round; latitude and zoom have ends, which a rounded link may miss by its last decimal, and of
    // which a globe that is asked to show its pole stands short by a pixel or two.
    let near = |a: f64, b: f64, most: f64| (a - b).abs() <= most;
    let fits = lat_deg.abs() <= 90.0
        && near(state.at.lat_deg, lat_deg, 0.11 * (-state.at.zoom).exp2())
        && near(state.at.zoom, zoom, 0.01);
    if fits { None } else { Some(Msg::ProblemUrlRange) }
}

fn write_at(state: &AppState) -> Option<String> {
    if state.is_at_home() {
        return None;
    }
    let at = state.at.rounded();
    // Mercator's least zoom goes with the latitude, which has just been rounded.
    let least = view::settle(state.stop(), at).zoom;
    let zoom = at.zoom.max((least * 100.0).floor() / 100.0);
    // The shortest text that reads back as the rounded number.
    let numbers = [at.lon_deg, at.lat_deg, zoom, at.rotation_deg].map(|n| decimal::write(n, 7));
    let used = if at.rotation_deg == 0.0 { 3 } else { 4 };
    Some(numbers[..used].join(","))
}

fn read_layers(state: &mut AppState, value: &str) -> Option<Msg> {
    state.layers = Layers::default();
    let mut problem = None;
    for (i, item) in value.split(',').map(str::trim).filter(|item| !item.is_empty()).enumerate() {
        let (id, on) = item.strip_prefix('-').map_or((item, true), |id| (id, false));
        if i < Layers::MAX && is_layer_id(id) {
            state.layers.set(id, on);
        } else {
            problem = BAD;
        }
    }
    if problem.is_some() {
        state.layers = Layers::default();
    }
    problem
}

fn write_layers(state: &AppState) -> Option<String> {
    let items: Vec<String> =
        state.layers.iter().map(|(id, on)| if on { id.to_owned() } else { ["-", id].concat() }).collect();
    (!items.is_empty()).then(|| items.join(","))
}

fn read_sel(state: &mut AppState, value: &str) -> Option<Msg> {
    state.sel = Selection::parse(value);
    if state.sel.is_some() || value.is_empty() { None } else { BAD }
}

fn write_sel(state: &AppState) -> Option<String> {
    state.sel.as_ref().map(ToString::to_string)
}

fn read_lang(state: &mut AppState, value: &str) -> Option<Msg> {
    state.lang = i18n::find(value).map(|locale| locale.code.to_owned());
    if state.lang.is_some() || value.is_empty() { None } else { BAD }
}

fn read_theme(state: &mut AppState, value: &str) -> Option<Msg> {
    word(&mut state.theme, value, &Theme::ALL, Theme::code)
}

fn write_theme(state: &AppState) -> Option<String> {
    unless_default(state.theme, Theme::code)
}

fn read_ui(state: &mut AppState, value: &str) -> Option<Msg> {
    word(&mut state.ui, value, &UiMode::ALL, UiMode::code)
}

fn write_ui(state: &AppState) -> Option<String> {
    unless_default(state.ui, UiMode::code)
}
