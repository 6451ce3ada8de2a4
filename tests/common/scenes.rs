//! The golden pictures: their names, and what each shows.

use arctic_cable_map::carto::{Pose, Viewport};
use arctic_cable_map::scene::{LAYERS, Palette};
use arctic_cable_map::sphere::LonLat;

/// A picture.
pub(crate) struct Scene {
    /// Name of its file in `tests/golden/`.
    pub(crate) name: String,
    /// Where the map stands.
    pub(crate) pose: Pose,
    /// The canvas.
    pub(crate) viewport: Viewport,
    /// The theme.
    pub(crate) palette: Palette,
    /// The id of the selected system, if any.
    pub(crate) selected: Option<&'static str>,
    /// The language of names.
    pub(crate) lang: &'static str,
    /// The one layer drawn; all when `None`.
    pub(crate) only: Option<&'static str>,
}

/// Every picture.
pub(crate) fn scenes() -> Vec<Scene> {
    let home = |name: &str, palette| Scene {
        name: name.to_owned(),
        pose: Pose::HOME,
        viewport: Viewport::plain(960.0, 600.0),
        palette,
        selected: None,
        lang: "en",
        only: None,
    };
    let at = |lon, lat, zoom, turn_deg| Pose { centre: LonLat::new(lon, lat), zoom, turn_deg };
    let mut all = vec![
        home("home-dark", Palette::Dark),
        home("home-light", Palette::Light),
        Scene {
            pose: at(-98.0, 70.5, 2.6, 0.0),
            selected: Some("far-north-fiber"),
            ..home("northwest-passage", Palette::Dark)
        },
        Scene { pose: at(-170.0, 66.0, 2.0, 115.0), lang: "ja", ..home("bering-turned", Palette::Light) },
    ];
    all.extend(LAYERS.iter().map(|layer| {
        let alone = home(&format!("layer-{}", layer.id), Palette::Dark);
        let alone = Scene { only: Some(layer.id), ..alone };
        match layer.id {
            // The rim is seen from afar only.
            "sea" => Scene { pose: at(150.0, -40.0, -2.0, 0.0), ..alone },
            // The Lomonosov Ridge and the Gakkel Ridge, from near enough for every line.
            "contours" => Scene { pose: at(120.0, 87.0, 2.2, 0.0), viewport: Viewport::plain(480.0, 320.0), ..alone },
            // The land is the most numbers.
            "land" => Scene { viewport: Viewport::plain(480.0, 320.0), ..alone },
            _ => alone,
        }
    }));
    all
}
