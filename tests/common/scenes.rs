//! The golden pictures: their names, and what each shows.

use arctic_cable_map::carto::{Pose, Stop, Viewport};
use arctic_cable_map::scene::{LAYERS, Layer, Palette, Picked};
use arctic_cable_map::sphere::LonLat;

/// What there is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Data {
    /// What the first map has.
    First,
    /// All layers.
    Full,
    /// One line of each status.
    Statuses,
    /// Those, and each look of what panels lay over them.
    Overlay,
}

/// Which layers are on.
#[derive(Clone, Copy)]
pub(crate) enum On {
    /// Those that are to begin with.
    Default,
    /// Those, and this.
    Also(&'static str),
    /// All that are about cables and ground.
    All,
    /// These.
    Only(&'static [&'static str]),
}

/// A picture.
pub(crate) struct Scene {
    /// Name of its file in `tests/golden/`.
    pub(crate) name: String,
    /// What there is.
    pub(crate) data: Data,
    /// The projection.
    pub(crate) stop: Stop,
    /// Where the map stands.
    pub(crate) pose: Pose,
    /// The canvas.
    pub(crate) viewport: Viewport,
    /// The theme.
    pub(crate) palette: Palette,
    /// What is selected.
    pub(crate) selected: Option<Picked>,
    /// The language of names.
    pub(crate) lang: &'static str,
    /// The layers drawn.
    pub(crate) on: On,
}

impl Scene {
    /// Ids of the layers that are switched otherwise than by default.
    pub(crate) fn switched(&self) -> Vec<String> {
        let shows = |l: &Layer| match self.on {
            On::Default => l.default_on,
            On::Also(id) => l.default_on || l.id == id,
            On::All => l.default_on || !["tissot", "contours"].contains(&l.id),
            On::Only(ids) => ids.contains(&l.id),
        };
        LAYERS.iter().filter(|l| shows(l) != l.default_on).map(|l| l.id.to_owned()).collect()
    }
}

fn at(lon: f64, lat: f64, zoom: f64, turn_deg: f64) -> Pose {
    Pose { centre: LonLat::new(lon, lat), zoom, turn_deg }
}

fn home(name: &str, palette: Palette) -> Scene {
    Scene {
        name: name.to_owned(),
        data: Data::First,
        stop: Stop::POLAR,
        pose: Pose::HOME,
        viewport: Viewport::plain(960.0, 600.0),
        palette,
        selected: None,
        lang: "en",
        on: On::Default,
    }
}

fn full(name: &str, palette: Palette) -> Scene {
    Scene { data: Data::Full, ..home(name, palette) }
}

/// Every picture.
pub(crate) fn scenes() -> Vec<Scene> {
    let cable = |id: &str| Some(Picked::Cable(id.to_owned()));
    let middling = Viewport::plain(720.0, 450.0);
    let small = Viewport::plain(640.0, 480.0);
    let mut all = vec![
        home("home-dark", Palette::Dark),
        home("home-light", Palette::Light),
        Scene {
            pose: at(-98.0, 70.5, 2.6, 0.0),
            selected: cable("far-north-fiber"),
            ..home("northwest-passage", Palette::Dark)
        },
        Scene { pose: at(-170.0, 66.0, 2.0, 115.0), lang: "ja", ..home("bering-turned", Palette::Light) },
        Scene { viewport: middling, ..full("full-dark", Palette::Dark) },
        Scene { viewport: middling, ..full("full-light", Palette::Light) },
        Scene {
            on: On::All,
            lang: "ja",
            viewport: Viewport::plain(640.0, 420.0),
            pose: at(-20.0, 76.0, 0.4, 40.0),
            ..full("everything-on", Palette::Light)
        },
        Scene {
            on: On::Only(&["sea", "sea-ice-march", "sea-ice-september", "land", "circles", "labels"]),
            viewport: middling,
            ..full("sea-ice-light", Palette::Light)
        },
        Scene {
            on: On::Only(&["sea", "sea-ice-march", "land", "cables", "labels"]),
            pose: at(5.0, 75.0, 1.6, 0.0),
            viewport: small,
            ..full("sea-ice-dark", Palette::Dark)
        },
        Scene { pose: at(12.0, 58.0, 2.6, -60.0), ..full("europe-dark", Palette::Dark) },
        Scene { pose: at(140.0, 38.0, 3.2, 60.0), lang: "ja", ..full("japan-light", Palette::Light) },
        Scene {
            pose: at(-169.0, 66.0, 2.4, 110.0),
            selected: Some(Picked::Chokepoint("bering-strait".to_owned())),
            viewport: small,
            ..full("chokepoint-selected", Palette::Dark)
        },
        Scene {
            pose: at(139.0, 36.0, 3.0, 60.0),
            selected: Some(Picked::Place("fugaku".to_owned())),
            viewport: small,
            ..full("place-selected", Palette::Light)
        },
        Scene {
            pose: at(120.5, 21.8, 3.0, 40.0),
            selected: Some(Picked::Event("2006-12-26-hengchun".to_owned())),
            viewport: small,
            ..full("event-selected", Palette::Dark)
        },
    ];
    for (name, pose) in [
        ("bundle-red-sea", at(38.0, 20.0, 3.4, 20.0)),
        ("bundle-malacca", at(101.0, 4.0, 3.6, 0.0)),
        ("bundle-channel", at(-2.0, 50.0, 4.0, -75.0)),
    ] {
        let on = On::Only(&["sea", "land", "cables", "crosses", "landings"]);
        all.push(Scene { pose, on, viewport: small, ..full(name, Palette::Light) });
    }
    for (name, palette) in [("statuses-dark", Palette::Dark), ("statuses-light", Palette::Light)] {
        all.push(Scene {
            data: Data::Statuses,
            pose: at(0.0, 70.0, 2.0, -75.0),
            viewport: small,
            ..home(name, palette)
        });
    }
    let view =
        |name: &str, stop: Stop, palette| Scene { stop, pose: stop.home(), viewport: middling, ..home(name, palette) };
    all.extend([
        view("globe-dark", Stop::GLOBE, Palette::Dark),
        Scene { viewport: Viewport::plain(390.0, 560.0), ..view("globe-narrow", Stop::GLOBE, Palette::Light) },
        view("between-globe-and-polar", Stop::Spine(0.25), Palette::Light),
        view("between-polar-and-mercator", Stop::Spine(0.75), Palette::Dark),
        view("mercator-light", Stop::MERCATOR, Palette::Light),
        view("world-dark", Stop::World, Palette::Dark),
        Scene {
            on: On::Also("tissot"),
            viewport: Viewport::plain(520.0, 300.0),
            ..view("world-tissot", Stop::World, Palette::Light)
        },
        Scene { pose: at(-170.0, 66.0, 3.0, 20.0), ..view("bering-between", Stop::Spine(0.8), Palette::Light) },
    ]);
    all.extend(LAYERS.iter().map(alone));
    all
}

/// One layer and nothing else.
fn alone(layer: &'static Layer) -> Scene {
    let alone = home(&format!("layer-{}", layer.id), Palette::Dark);
    let alone = Scene { on: On::Only(std::slice::from_ref(&layer.id)), ..alone };
    match layer.id {
        // The rim is seen from afar only.
        "sea" => Scene { pose: at(150.0, -40.0, -2.0, 0.0), ..alone },
        // The land is the most numbers.
        "land" => Scene { viewport: Viewport::plain(480.0, 320.0), ..alone },
        "countries" => {
            Scene { data: Data::Full, on: On::Only(&["countries", "labels"]), pose: at(12.0, 55.0, 2.0, 0.0), ..alone }
        }
        "cities" => Scene { data: Data::Full, pose: at(12.0, 55.0, 2.6, 0.0), ..alone },
        "chosen" => {
            let selected = Some(Picked::Chokepoint("fram-strait".to_owned()));
            Scene { data: Data::Full, selected, pose: at(0.0, 79.0, 3.0, 0.0), ..alone }
        }
        "overlay" => Scene {
            data: Data::Overlay,
            pose: at(0.0, 70.0, 2.0, -75.0),
            viewport: Viewport::plain(640.0, 480.0),
            ..alone
        },
        "crosses" => Scene { data: Data::Full, on: On::Only(&["cables", "crosses"]), ..alone },
        "graticule" | "circles" | "cables" | "landings" | "labels" | "tissot" => alone,
        _ => Scene { data: Data::Full, ..alone },
    }
}
