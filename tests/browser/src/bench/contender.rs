//! Who is measured, and in which motion.

use crate::page::Page;
use crate::server::Fault;
use serde_json::Value;

/// A map that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contender {
    /// Our page with nothing but land.
    OurLand,
    /// Our page as it is published.
    Ours,
    /// d3-geo on a canvas, every vertex of the same land.
    D3,
}

/// A catalogue with the land alone.
const LAND_ONLY: &str = r#"{"sources": "sources.json", "layers": [{"id": "land", "file": "basemap/land-50m.geojson",
    "kind": "land", "style": "land", "visible": true, "attribution": "Made with Natural Earth", "licence": "public-domain",
    "tiers": [{"file": "basemap/land-50m-10km.acmp", "km_per_px": 10}, {"file": "basemap/land-50m.acmp", "km_per_px": 0}]}]}"#;

impl Contender {
    /// Every contender, the referee last.
    pub(super) const ALL: [Self; 3] = [Self::OurLand, Self::Ours, Self::D3];

    /// What the table calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::OurLand => "our map, land only",
            Self::Ours => "our map, all it shows",
            Self::D3 => "d3-geo 3.1.2 on canvas, land only",
        }
    }

    /// Opens it and waits until it can move. `frame` is where our page has its middle and its scale.
    pub(super) async fn open(self, page: &Page, frame: &mut Value) {
        match self {
            Self::OurLand | Self::Ours => {
                page.mend();
                if self == Self::OurLand {
                    page.break_file("catalog.json", Fault::Instead(LAND_ONLY));
                }
                let layers = if self == Self::OurLand { "#layers=-graticule,-circles,-labels" } else { "" };
                page.open_ready(layers).await;
                *frame = page.script(include_str!("../../../../benches/compare/ours.js"), vec![]).await;
            }
            Self::D3 => {
                page.open("compare/d3.html").await;
                page.wait_for("d3 has its land", "return 'ready' in document.documentElement.dataset").await;
                let _: Option<bool> = page.script("frameLike(arguments[0])", vec![frame.clone()]).await;
            }
        }
    }
}

/// How the map is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    Turning,
    Zooming,
    Panning,
}

impl Motion {
    /// Every motion.
    pub(super) const ALL: [Self; 3] = [Self::Turning, Self::Zooming, Self::Panning];

    /// Its name in benches/compare/move.js and in the table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Turning => "turning",
            Self::Zooming => "zooming",
            Self::Panning => "panning",
        }
    }
}
