//! Who is measured, and in which motion.

use super::cost::Times;
use super::{Plan, many};
use crate::page::Page;
use crate::places;
use crate::server::Site;
use serde_json::{Value, json};
use std::path::Path;

/// Switches on every layer that is off to begin with.
const EVERYTHING: &str = "#layers=contours,sea-ice-march,sea-ice-september,tissot,chokepoints,events";

/// A map that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contender {
    /// Our page with land and cables, as the others draw them.
    OurSame,
    /// Our page as it is published.
    Ours,
    /// Our page with 700 systems.
    OurMany,
    /// Our page with 700 systems and all layers.
    OurAll,
    /// Our page as it is published, on its globe.
    OurGlobe,
    /// d3-geo on a canvas, every vertex.
    D3,
    /// `OpenLayers` with proj4, on a canvas.
    OpenLayers,
    /// MapLibre GL on its globe, by `WebGL`.
    MapLibre,
}

impl Contender {
    /// Every contender; the first is what the ratios are against.
    pub(super) const ALL: [Self; 8] = [
        Self::OurSame,
        Self::Ours,
        Self::OurMany,
        Self::OurAll,
        Self::OurGlobe,
        Self::D3,
        Self::OpenLayers,
        Self::MapLibre,
    ];

    /// What the tables call it.
    pub(super) fn name(self, npm: &Path) -> String {
        let version = |package: &str| {
            let about = std::fs::read_to_string(npm.join("node_modules").join(package).join("package.json"));
            let json: Value = about.ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
            format!("{package} {}", json["version"].as_str().unwrap_or("(not installed)"))
        };
        match self {
            Self::OurSame => "our map, land and cables".to_owned(),
            Self::Ours => "our map, all it shows".to_owned(),
            Self::OurMany => format!("our map, {} systems", many::SYSTEMS),
            Self::OurAll => format!("our map, {} systems and all layers", many::SYSTEMS),
            Self::OurGlobe => "our map, all it shows, as a globe".to_owned(),
            Self::D3 => format!("{}, canvas", version("d3-geo")),
            Self::OpenLayers => format!("{} with {}, canvas", version("ol"), version("proj4")),
            Self::MapLibre => format!("{}, globe, WebGL", version("maplibre-gl")),
        }
    }

    fn is_ours(self) -> bool {
        matches!(self, Self::OurSame | Self::Ours | Self::OurMany | Self::OurAll | Self::OurGlobe)
    }

    /// Whether it shows a globe, on which other things stand at other places.
    pub(super) fn is_globe(self) -> bool {
        matches!(self, Self::OurGlobe | Self::MapLibre)
    }

    /// Whether it is the worst case, which has a budget.
    pub(super) fn has_budget(self) -> bool {
        matches!(self, Self::OurMany | Self::OurAll)
    }

    /// Its page, and what of it the address says.
    pub(super) fn page(self) -> String {
        match self {
            Self::OurSame => "#layers=-graticule,-circles,-landings,-labels",
            Self::Ours | Self::OurMany => "",
            Self::OurAll => EVERYTHING,
            Self::OurGlobe => "#view=globe",
            Self::D3 => "compare/d3.html",
            Self::OpenLayers => "compare/openlayers.html",
            Self::MapLibre => "compare/maplibre.html",
        }
        .to_owned()
    }

    /// Puts its files beside the site, or before those of the site that it replaces.
    pub(super) fn dress(self, site: Site, plan: &Plan) -> Site {
        let file = |name: &str, content: String| {
            let path = plan.work.join(name);
            std::fs::write(&path, content).unwrap_or_else(|e| panic!("{} cannot be written: {e}", path.display()));
            path
        };
        match self {
            Self::Ours | Self::OurGlobe => site,
            Self::OurSame => site.beside("/geodata/catalog.json", file("catalog.json", land_and_cables())),
            Self::OurMany | Self::OurAll => {
                site.beside("/geodata/existing/cables.geojson", file("many.geojson", many::cables()))
            }
            Self::D3 | Self::OpenLayers | Self::MapLibre => site
                .beside("/compare/npm/", plan.npm.join("node_modules"))
                .beside("/compare/bundle/", plan.work.join("bundle"))
                .beside("/compare/", places::root().join("benches/compare")),
        }
    }

    /// Opens it and waits until all of it is drawn. `frame` is where our page has its middle and its scale.
    pub(super) async fn open(self, page: &Page, frame: &mut Option<Value>) -> Result<Times, String> {
        if self.is_ours() {
            page.open_ready(&self.page()).await;
            let answer: Value = page.script(include_str!("../../../../benches/compare/ours.js"), vec![]).await;
            if self == Self::OurGlobe && answer["view"] != "globe" {
                return Err("the page has no view called globe".to_owned());
            }
            if self == Self::OurSame {
                frame.get_or_insert_with(|| answer["frame"].clone());
            }
            return Ok(Times::from(&answer["times"]));
        }
        page.open(&self.page()).await;
        let over = "return window.times?.whole > 0 || 'failed' in document.documentElement.dataset";
        page.wait_for("all is drawn", over).await;
        let failed: Option<String> = page.script("return document.documentElement.dataset.failed", vec![]).await;
        if let Some(why) = failed {
            return Err(why);
        }
        let _: Option<bool> = page.script("if (arguments[0]) frameLike(arguments[0])", vec![json!(frame)]).await;
        Ok(Times::from(&page.script::<Value>("return times", vec![]).await))
    }

    /// Whether it can move so; what is lacking, where it cannot.
    pub(super) async fn can(self, page: &Page, motion: Motion) -> Result<(), String> {
        if motion != Motion::Morphing {
            return Ok(());
        }
        if !self.is_ours() {
            return Err("it has one projection at a time".to_owned());
        }
        let ask = "const { morph } = await cableMap.setState({ morph: '0.3' });
            await cableMap.setState({ morph: null });
            return morph !== undefined";
        let has: bool = page.script(ask, vec![]).await;
        if has { Ok(()) } else { Err("the page does not know the key morph".to_owned()) }
    }
}

/// The site's catalogue with nothing but land and cables.
fn land_and_cables() -> String {
    let mut catalog = many::read("geodata/catalog.json");
    if let Some(layers) = catalog["layers"].as_array_mut() {
        layers.retain(|layer| layer["kind"] == "land" || layer["kind"] == "cables");
    }
    catalog.to_string()
}

/// How the map is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    Turning,
    Zooming,
    Panning,
    Morphing,
}

impl Motion {
    /// Every motion.
    pub(super) const ALL: [Self; 4] = [Self::Turning, Self::Zooming, Self::Panning, Self::Morphing];

    /// Its name in benches/compare/move.js and in the tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Turning => "turning",
            Self::Zooming => "zooming",
            Self::Panning => "panning",
            Self::Morphing => "morphing",
        }
    }
}
