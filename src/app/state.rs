//! All that the page shows, as one plain value.

use super::{At, Carried, Selection, ViewKind, selection::is_id, view};
use crate::carto::Stop;
use crate::i18n;
use crate::scene::{LAYERS, Layer};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in the address and in `data-theme`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How much of the page stands around the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UiMode {
    /// Everything.
    #[default]
    Full,
    /// What an embedded map needs.
    Embed,
    /// The map alone.
    None,
}

impl UiMode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Full, Self::Embed, Self::None];

    /// The word in the address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Embed => "embed",
            Self::None => "none",
        }
    }
}

/// Layers switched otherwise than `catalog.json` has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers(Vec<(String, bool)>);

impl Layers {
    /// Whether a layer shows, given whether it does by default.
    #[must_use]
    pub fn shows(&self, id: &str, by_default: bool) -> bool {
        self.find(id).map_or(by_default, |place| self.0[place].1)
    }

    /// Switches a layer on or off, whatever its default. An id that no link can hold is refused.
    pub fn set(&mut self, id: &str, on: bool) {
        match self.find(id) {
            Ok(place) => self.0[place].1 = on,
            Err(place) if is_layer_id(id) && self.0.len() < Self::MAX => self.0.insert(place, (id.to_owned(), on)),
            Err(_) => {}
        }
    }

    /// Leaves a layer to its default.
    pub fn reset(&mut self, id: &str) {
        if let Ok(place) = self.find(id) {
            self.0.remove(place);
        }
    }

    /// Where a layer stands in the list, which is in order; or where it would.
    fn find(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }

    /// The layers switched, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(id, on)| (id.as_str(), *on))
    }

    /// Whether every layer is as by default.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many layers a link can switch.
    pub(super) const MAX: usize = 64;
}

/// Whether a text can be a layer's id in the list of the address.
pub(super) fn is_layer_id(id: &str) -> bool {
    is_id(id) && !id.starts_with('-') && !id.contains(',')
}

/// All that the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppState {
    /// The way the globe is shown; while the slider is between two views, the nearer of them.
    pub view: ViewKind,
    /// Where the slider is between views, above 0 and below 1 along globe, polar map, Mercator's map.
    pub morph: Option<f64>,
    /// Where the map is.
    pub at: At,
    /// Layers switched otherwise than by default.
    pub layers: Layers,
    /// What is picked.
    pub sel: Option<Selection>,
    /// The code of the chosen language, one of [`i18n::LOCALES`]; none follows the browser.
    pub lang: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// How much stands around the map.
    pub ui: UiMode,
    /// What the map keeps for the panels beside it.
    pub carried: Carried,
}

impl AppState {
    /// The nearest state that the page can show.
    #[must_use]
    pub fn settle(mut self) -> Self {
        // Finer than a step of any slider.
        self.morph = self.morph.filter(|m| m.is_finite()).map(|m| (m.clamp(0.0, 1.0) * 1e4).round() / 1e4);
        if let Some(morph) = self.morph {
            self.view = ViewKind::nearest(morph);
            self.morph = Some(morph).filter(|m| self.view.stop() != Stop::Spine(*m));
        }
        self.at = view::settle(self.stop(), self.at);
        self.lang = self.lang.and_then(|tag| i18n::find(&tag)).map(|l| l.code.to_owned());
        self.sel = self.sel.filter(|s| is_id(&s.id));
        self
    }

    /// The projection.
    #[must_use]
    pub fn stop(&self) -> Stop {
        self.morph.map_or(self.view.stop(), Stop::Spine)
    }

    /// Ids of the layers that are switched otherwise than by default.
    #[must_use]
    pub fn switched_layers(&self) -> Vec<String> {
        let shows = |l: &Layer| self.layers.shows(l.id, l.default_on);
        let switched = LAYERS.iter().filter(|l| l.switchable && shows(l) != l.default_on);
        switched.map(|l| l.id.to_owned()).collect()
    }

    /// Where the map is at home in this view.
    #[must_use]
    pub fn home(&self) -> At {
        view::home(self.stop())
    }

    /// Whether the map is at home, as far as a link can tell.
    #[must_use]
    pub fn is_at_home(&self) -> bool {
        self.at.rounded() == self.home().rounded()
    }

    /// Lets `change` choose another view: a map that is at home goes to the new view's home, any other keeps its
    /// middle and its zoom.
    pub(super) fn with_view(mut self, change: impl FnOnce(&mut Self)) -> Self {
        let (was, at_home) = (self.stop(), self.is_at_home());
        change(&mut self);
        self = self.settle();
        if at_home && self.stop() != was {
            self.at = self.home();
        }
        self
    }
}
