//! The formats of a sheet: sizes, margins, and type that is right for each.

/// Pixels in a millimetre, by the definition of CSS: 96 to the inch.
const PX_PER_MM: f64 = 96.0 / 25.4;
/// The pixels of a picture that is shown in a room: its letters are this large and grow with it.
const ROOM: (f64, f64, f64) = (1920.0, 1080.0, 19.0);
/// Letters of a sheet for which the map is drawn at its own size.
const BODY_ON_SCREEN_PX: f64 = 12.0;
/// Below this no letters are drawn, however small the picture.
const MIN_BODY_PX: f64 = 9.0;

/// The unit in which the size of a sheet is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// CSS pixels.
    Px,
    /// Millimetres of paper.
    Mm,
}

impl Unit {
    /// How many pixels the unit has.
    #[must_use]
    pub fn px(self) -> f64 {
        match self {
            Self::Px => 1.0,
            Self::Mm => PX_PER_MM,
        }
    }
}

/// The size of a sheet and of what is on it. Lengths are the sheet's own pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Format {
    /// Width of the page; with a fixed map, of the page that it makes.
    pub width_px: f64,
    /// Height of the page; with a fixed map, of the map alone.
    pub height_px: f64,
    /// The unit in which the file says its size.
    pub unit: Unit,
    /// White space at the edges.
    pub margin_px: f64,
    /// Size of the letters around the map; the title's are 2.6 times as large.
    pub body_px: f64,
    /// How many pixels of the page a pixel of the map takes.
    pub map_scale: f64,
    /// Whether the map keeps its size and the page grows about it.
    pub is_map_fixed: bool,
}

/// The formats with a name, as links, commands and menus write it.
pub const FORMATS: &[(&str, Format)] = &[
    ("slide", picture(1920.0, 1080.0, 19.0)),
    ("a4-landscape", paper(297.0, 210.0, 8.0, 1.0)),
    ("a4-portrait", paper(210.0, 297.0, 8.0, 1.0)),
    ("a3-landscape", paper(420.0, 297.0, 10.0, 1.25)),
    ("a3-portrait", paper(297.0, 420.0, 10.0, 1.25)),
];

/// A sheet of paper in millimetres, with margins of 10 mm and letters of so many points.
const fn paper(width_mm: f64, height_mm: f64, body_pt: f64, map_scale: f64) -> Format {
    Format {
        width_px: width_mm * PX_PER_MM,
        height_px: height_mm * PX_PER_MM,
        unit: Unit::Mm,
        margin_px: 10.0 * PX_PER_MM,
        body_px: body_pt * 96.0 / 72.0,
        map_scale,
        is_map_fixed: false,
    }
}

const fn picture(width_px: f64, height_px: f64, body_px: f64) -> Format {
    // Where the letters are half as large again as on a screen, so is the map.
    let map_scale = body_px / 12.67;
    Format { width_px, height_px, unit: Unit::Px, margin_px: 2.0 * body_px, body_px, map_scale, is_map_fixed: false }
}

impl Format {
    /// A picture of that many pixels, for a screen or a slide: everything on it grows with it.
    #[must_use]
    pub fn picture(width_px: f64, height_px: f64) -> Self {
        let (room_w, room_h, body) = ROOM;
        let (width, height) = (width_px.max(160.0), height_px.max(120.0));
        let grown = (width / room_w).min(height / room_h).max((width * height / room_w / room_h).sqrt() * 0.8);
        picture(width, height, (body * grown).max(MIN_BODY_PX))
    }

    /// The map exactly as it is on the screen, with the words around it.
    #[must_use]
    pub fn around(map_width_px: f64, map_height_px: f64) -> Self {
        let margin_px = 2.0 * BODY_ON_SCREEN_PX;
        Self {
            width_px: map_width_px + 2.0 * margin_px,
            height_px: map_height_px,
            unit: Unit::Px,
            margin_px,
            body_px: BODY_ON_SCREEN_PX,
            map_scale: 1.0,
            is_map_fixed: true,
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        FORMATS.iter().find(|(n, _)| *n == name).map(|(_, format)| *format)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_large_enough_and_margins_are_ten_millimetres() {
        for (name, f) in FORMATS {
            match f.unit {
                // 0.9: letters shrink by a tenth where much is said.
                Unit::Mm => {
                    assert!(f.body_px * 0.9 * 72.0 / 96.0 >= 7.0, "{name}");
                    assert!((f.margin_px / Unit::Mm.px() - 10.0).abs() < 1e-9, "{name}");
                }
                Unit::Px => assert!(f.body_px * 2.6 * 0.9 >= 24.0, "{name}"),
            }
        }
        assert_eq!(Format::picture(1920.0, 1080.0), FORMATS[0].1);
        assert!(Format::named("a5").is_none());
    }

    #[test]
    fn a_picture_s_type_grows_with_it() {
        let (hd, uhd) = (Format::picture(1920.0, 1080.0), Format::picture(3840.0, 2160.0));
        assert!((uhd.body_px / hd.body_px - 2.0).abs() < 1e-9 && (uhd.map_scale / hd.map_scale - 2.0).abs() < 1e-9);
        assert!(Format::picture(0.0, f64::NAN).body_px >= MIN_BODY_PX);
    }
}
