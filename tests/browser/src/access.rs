//! What everybody must be able to use: the places of the page, in `access.json`, each of which many tests look at.

use crate::keys::key_of;
use crate::page::Page;
use crate::places;
use serde::Deserialize;
use serde_json::{Value, json};

/// The list's file.
const LIST: &str = "tests/browser/access.json";

/// All of the list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// When the list was last looked through as a whole; with the next three it makes the page on accessibility.
    pub reviewed: String,
    /// The engines, and what is tested in each.
    pub engines: Vec<Value>,
    /// The criteria of WCAG, and how each is tested.
    pub criteria: Vec<Value>,
    /// What is known to be wanting.
    pub limits: Vec<String>,
    /// Views, panels and dialogs.
    pub places: Vec<Place>,
    /// What the page can do.
    pub functions: Vec<Function>,
}

/// One thing that the page can do, and how it is done by keys alone and by fingers alone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// What it does.
    pub name: String,
    /// The link from which it begins; the plain page where there is none.
    #[serde(default)]
    pub link: String,
    /// From the page's first moment: `tab` to a name or a selector, `key`, `type`, `wait` for a selector.
    pub keys: Vec<String>,
    /// The same with fingers, where it is there for them: `tap` a name or a selector, `tap-at` a selector and a share of its width,
    /// `tap-map` a longitude and a latitude, `choose` in a menu, `drag` and `pinch` the map, `swipe` what scrolls, `type`.
    #[serde(default)]
    pub touch: Option<Vec<String>>,
    /// What is true afterwards, in JavaScript.
    pub then: String,
}

/// A view, a panel or a dialog, and how a reader gets there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// What it is called.
    pub name: String,
    /// The group of which it is one; each is a test, which run side by side.
    #[serde(rename = "of")]
    pub group: String,
    /// The link that leads to it, or near it.
    pub link: String,
    /// What is pressed and typed from there, in words of the page in English: see [`Page::take_steps`].
    #[serde(default)]
    pub steps: Vec<String>,
    /// What can be seen there.
    #[serde(default)]
    pub shows: Option<String>,
    /// Whether another language takes it away, so that the steps are taken anew.
    #[serde(default)]
    pub anew: bool,
}

impl Access {
    /// The list.
    #[must_use]
    pub fn read() -> Self {
        let text = std::fs::read_to_string(places::root().join(LIST)).unwrap_or_else(|e| panic!("{LIST}: {e}"));
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{LIST}: {e}"))
    }

    /// The places of a group.
    #[must_use]
    pub fn places_of(group: &str) -> Vec<Place> {
        let mut places = Self::read().places;
        places.retain(|place| place.group == group);
        assert!(!places.is_empty(), "no place is of {group}");
        places
    }
}

impl Page {
    /// Opens a place, in English.
    pub async fn open_place(&self, place: &Place) {
        self.open_ready(&place.link).await;
        self.take_steps(&place.steps).await;
        self.shows(place).await;
    }

    /// Shows the place that is open in another language.
    pub async fn speak(&self, place: &Place, lang: &str) {
        self.set_state(json!({ "lang": lang })).await;
        self.wait_for("the page speaks the language", &format!("return document.documentElement.lang === '{lang}'"))
            .await;
        if place.anew {
            self.take_steps(&place.steps).await;
        }
    }

    /// Waits until a place shows what is to be seen there.
    pub async fn shows(&self, place: &Place) {
        let Some(selector) = &place.shows else { return };
        let script = format!("return document.querySelector({})?.checkVisibility() === true", json!(selector));
        self.wait_for(&format!("{} is there", place.name), &script).await;
        self.settled().await;
    }

    /// Takes steps: `press` a button of a name, `key`, `find` a text by the search, `wait` for a selector,
    /// `unfold` what a selector names, `hand` in a file of one's own that is partly odd.
    pub async fn take_steps(&self, steps: &[String]) {
        for step in steps {
            let (verb, what) = step.split_once(' ').unwrap_or((step, ""));
            match verb {
                "press" => {
                    let named = "return [...document.querySelectorAll('button')].some((b) => b.checkVisibility()
                        && (b.querySelector('.name') ?? b).textContent.trim() === NAME)";
                    self.wait_for(step, &named.replace("NAME", &json!(what).to_string())).await;
                    self.press_button(what).await;
                }
                "key" => {
                    self.press(&[key_of(what)]).await;
                    self.settled().await;
                }
                "find" => self.put_text(what).await,
                "wait" => {
                    self.wait_for(step, &format!("return document.querySelector({}) !== null", json!(what))).await;
                }
                "unfold" => self.unfold(what).await,
                "hand" => self.hand_in(what).await,
                _ => panic!("a step begins with press, key, find, wait, unfold or hand, not {step:?}"),
            }
        }
    }

    /// Hands in a line, a point and a point that is nowhere as a file of that name.
    async fn hand_in(&self, name: &str) {
        self.wait_for("files are taken", "return typeof cableMap.addGeoJson === 'function'").await;
        let feature = |name: &str, kind: &str, coordinates: Value| {
            json!({ "type": "Feature", "properties": { "name": name, "length": "1,200 km" },
                "geometry": { "type": kind, "coordinates": coordinates } })
        };
        let features = [
            feature("A way of mine", "LineString", json!([[0, 80], [40, 82], [80, 80]])),
            feature("A place of mine", "Point", json!([20, 78])),
            feature("Nowhere", "Point", json!([20, 98])),
        ];
        let text = json!({ "type": "FeatureCollection", "features": features }).to_string();
        let _: Value = self.script("return cableMap.addGeoJson(...arguments)", vec![json!(name), json!(text)]).await;
        self.settled().await;
    }

    /// Unfolds every fold that a selector names, once what holds them is there.
    async fn unfold(&self, selector: &str) {
        let host = selector.rsplit_once(' ').map_or(selector, |(host, _)| host);
        let there = format!("return document.querySelector({}) !== null", json!(host));
        self.wait_for(&format!("there is {host}"), &there).await;
        // What is inside some is made when they are pressed.
        let script = "document.querySelectorAll(arguments[0]).forEach((fold) => { if (!fold.open) fold.querySelector('summary').click(); })";
        let _: Value = self.script(script, vec![json!(selector)]).await;
        self.settled().await;
    }
}
