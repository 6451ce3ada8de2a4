//! How things look: every colour, stroke and font of the map, in both themes, once.
//!
//! The page's CSS variables, the legend's swatches, the canvas, the SVG and the poster all come
//! from these tables. Colours of routes were chosen after Okabe and Ito (2008, *Color Universal
//! Design*) so that they are told apart with the common colour-vision deficiencies; the dashes tell
//! the statuses apart without any colour.

use crate::cable::Status;

/// A colour theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// Light lines on a dark sea.
    Dark,
    /// Dark lines on a light sea.
    Light,
}

macro_rules! colours {
    ($($name:ident $css:literal $dark:literal $light:literal),* $(,)?) => {
        /// A colour by its role.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum Colour { $($name),* }

        impl Colour {
            /// Every colour, in the order of the players' tables.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Name of the CSS variable, without `--map-`.
            #[must_use]
            pub fn css_name(self) -> &'static str {
                match self { $(Self::$name => $css),* }
            }

            /// The colour in a theme, as CSS writes it.
            #[must_use]
            pub fn css(self, palette: Palette) -> &'static str {
                match (self, palette) {
                    $((Self::$name, Palette::Dark) => $dark, (Self::$name, Palette::Light) => $light),*
                }
            }
        }
    };
}

colours! {
    Space        "space"         "#060d19" "#e9eef2",
    Sea          "sea"           "#0b1b30" "#cfe2ee",
    Rim          "rim"           "#2b4460" "#8fb0c6",
    Land         "land"          "#1d2731" "#fbfaf6",
    Ice          "ice"           "#2b3947" "#ffffff",
    Coast        "coast"         "#48607a" "#7f98a8",
    Border       "border"        "#3d4c5b" "#c3ccd1",
    SeaIce       "sea-ice"       "#35526e" "#ffffff",
    IceEdge      "ice-edge"      "#7fa3c4" "#3d6b8a",
    Graticule    "graticule"     "#25405f" "#aac6d8",
    Circle       "circle"        "#4a6d93" "#6f97b3",
    Indicatrix   "indicatrix"    "#e0b84e" "#8a5a00",
    RouteFirst   "route-first"   "#ffb454" "#9a4700",
    RouteSecond  "route-second"  "#ff7aa2" "#b0124d",
    RouteThird   "route-third"   "#c9a6ff" "#6a35b8",
    Extension    "extension"     "#8ee6c9" "#00664b",
    Service      "service"       "#6fb7ff" "#1f6aa8",
    Faint        "faint"         "#8a97a6" "#5c6b78",
    Casing       "casing"        "#060d19" "#ffffff",
    Dot          "dot"           "#fff3dc" "#ffffff",
    DotEdge      "dot-edge"      "#0a1524" "#3d2a12",
    Machine      "machine"       "#b9a5ff" "#5a3fc0",
    Mark         "mark"          "#b4c3d2" "#3f586c",
    Text         "text"          "#eef4fa" "#12202c",
    SeaText      "sea-text"      "#7f9fc0" "#2f6487",
    NetText      "net-text"      "#7d99b6" "#386584",
    LandText     "land-text"     "#93a2b0" "#5f6d78",
    Halo         "halo"          "#0b1b30" "#f4f9fc",
}

macro_rules! strokes {
    ($($name:ident $width:literal [$($dash:literal),*] $cap:literal),* $(,)?) => {
        /// A stroke by its role.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum StrokeId { $($name),* }

        impl StrokeId {
            /// Every stroke, in the order of the players' tables.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Width in pixels.
            #[must_use]
            pub fn width_px(self) -> f64 {
                match self { $(Self::$name => $width),* }
            }

            /// Width and dashes as attributes of SVG.
            #[must_use]
            pub fn svg(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => (concat!($width), concat!($($dash, " "),*))),* }
            }

            /// Dashes and gaps in pixels; empty is solid.
            #[must_use]
            pub fn dash_px(self) -> &'static [f64] {
                match self { $(Self::$name => &[$($dash),*]),* }
            }

            /// How ends look: `butt` or `round`.
            #[must_use]
            pub fn cap(self) -> &'static str {
                match self { $(Self::$name => $cap),* }
            }
        }
    };
}

strokes! {
    Coast             0.7 [] "round",
    Rim               1.0 [] "round",
    Border            0.8 [] "round",
    BorderDisputed    0.9 [2.5, 2.5] "butt",
    IceMarch          1.4 [0.1, 4.0] "round",
    IceSeptember      1.1 [] "round",
    Graticule         0.6 [] "butt",
    Circle            0.9 [2.0, 4.0] "butt",
    InService         1.2 [] "round",
    UnderConstruction 1.6 [18.0, 2.5] "butt",
    Planned           1.6 [6.0, 4.5] "butt",
    Proposed          2.6 [11.0, 5.0] "butt",
    Illustrative      2.4 [0.1, 6.0] "round",
    Suspended         1.2 [2.0, 4.5] "butt",
    Terrestrial       2.8 [] "butt",
    Cross             1.4 [] "round",
    Casing            5.4 [] "round",
    Glow              9.0 [] "round",
    DotEdge           1.8 [] "round",
    SymbolEdge        1.0 [] "round",
    Way               3.2 [] "round",
    WayLong           3.2 [18.0, 6.0] "butt",
    WayShort          3.2 [8.0, 5.0] "butt",
    WayDots           3.4 [0.1, 7.0] "round",
    WayMixed          3.2 [14.0, 5.0, 3.0, 5.0] "butt",
}

impl StrokeId {
    /// Of a double line the width in pixels of the ground between its two lines.
    #[must_use]
    pub fn inner_px(self) -> Option<f64> {
        (self == Self::Terrestrial).then_some(1.3)
    }
}

macro_rules! fonts {
    ($($name:ident $css:literal $size:literal),* $(,)?) => {
        /// A typeface and size by its role. No font is downloaded: these are the reader's own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum FontId { $($name),* }

        impl FontId {
            /// Every font, in the order of the players' tables.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The CSS `font` shorthand up to the size's unit; the family follows.
            #[must_use]
            pub fn css(self) -> String {
                match self { $(Self::$name => [concat!($css, " ", $size, "px "), family($css)].concat()),* }
            }

            /// Size in pixels.
            #[must_use]
            pub fn size_px(self) -> f64 {
                match self { $(Self::$name => $size),* }
            }

            /// Style and weight, as the CSS shorthand has them.
            #[must_use]
            pub fn face(self) -> &'static str {
                match self { $(Self::$name => $css),* }
            }
        }
    };
}

fonts! {
    Place      "500"        12.0,
    Cable      "700"        12.5,
    Ocean      "italic 400" 15.0,
    Sea        "italic 400" 13.0,
    Strait     "italic 400" 11.0,
    Net        "400"        10.5,
    Country    "500"        11.0,
    City       "400"        11.0,
}

/// The family for a face: seas stand in the serif, everything else in the sans.
#[must_use]
pub fn family(face: &str) -> &'static str {
    if face.starts_with("italic") {
        "Georgia, \"Times New Roman\", \"Noto Serif\", \"Hiragino Mincho ProN\", \"Yu Mincho\", \"Noto Serif CJK JP\", serif"
    } else {
        "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Hiragino Sans\", \"Yu Gothic UI\", \"Noto Sans CJK JP\", sans-serif"
    }
}

macro_rules! indexed {
    ($($kind:ident),*) => {$(
        impl $kind {
            /// Place in the players' table, as the display list holds it.
            #[must_use]
            pub fn index(self) -> f32 {
                f32::from(self as u8)
            }

            /// The entry at a place of the table.
            #[must_use]
            pub fn at(index: usize) -> Option<Self> {
                Self::ALL.get(index).copied()
            }
        }
    )*};
}
indexed!(Colour, StrokeId, FontId);

/// Colours of the proposed routes, in the order in which the data lists them.
const ROUTE_COLOURS: [Colour; 3] = [Colour::RouteFirst, Colour::RouteSecond, Colour::RouteThird];

/// The colour of a system: the proposed ones take turns, the others go by status.
#[must_use]
pub fn cable_colour(status: Status, place_among_proposed: usize) -> Colour {
    match status {
        Status::Proposed => ROUTE_COLOURS[place_among_proposed % ROUTE_COLOURS.len()],
        Status::Illustrative => Colour::Extension,
        Status::InService | Status::UnderConstruction | Status::Planned | Status::Terrestrial => Colour::Service,
        Status::Suspended | Status::Cancelled | Status::Retired => Colour::Faint,
    }
}

/// The colour of a system that is there for comparison.
#[must_use]
pub fn quiet_colour(status: Status) -> Colour {
    match status {
        Status::Suspended | Status::Cancelled | Status::Retired => Colour::Faint,
        _ => Colour::Service,
    }
}

/// The colour of areas in the look of that name.
#[must_use]
pub(super) fn area_colour(style: &str) -> Colour {
    match style {
        "lakes" => Colour::Sea,
        _ => Colour::Ice,
    }
}

/// The stroke of a status, told apart without colour.
#[must_use]
pub fn cable_stroke(status: Status) -> StrokeId {
    match status {
        Status::InService => StrokeId::InService,
        Status::UnderConstruction => StrokeId::UnderConstruction,
        Status::Planned => StrokeId::Planned,
        Status::Proposed => StrokeId::Proposed,
        Status::Illustrative => StrokeId::Illustrative,
        Status::Suspended | Status::Cancelled | Status::Retired => StrokeId::Suspended,
        Status::Terrestrial => StrokeId::Terrestrial,
    }
}

/// The style sheet with every colour as a variable, for the page, its legend and the poster.
#[must_use]
pub fn theme_css() -> String {
    let block =
        |palette| Colour::ALL.iter().map(|c| format!("--map-{}:{};", c.css_name(), c.css(palette))).collect::<String>();
    let (dark, light) = (block(Palette::Dark), block(Palette::Light));
    format!(
        ":root{{color-scheme:light dark;{light}}}\n\
         @media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n\
         :root[data-theme=light]{{color-scheme:light;{light}}}\n\
         :root[data-theme=dark]{{color-scheme:dark;{dark}}}\n"
    )
}

#[cfg(test)]
#[path = "style_tests.rs"]
mod tests;
