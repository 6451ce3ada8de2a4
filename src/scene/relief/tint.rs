//! The colours of the seabed: a tint for each depth, brighter where it faces the light.

use crate::scene::style::Palette;

/// Red, green and blue.
type Rgb = [u8; 3];

/// How the seabed looks in a theme.
struct Look {
    /// Colours at depths in metres, from the shore down.
    tints: &'static [(f32, Rgb)],
    /// What faces the light passes into this colour, by up to this share.
    lit: (Rgb, f32),
    /// What turns from it passes into this one.
    shaded: (Rgb, f32),
}

const DARK: Look = Look {
    tints: &[
        (0.0, [0x1d, 0x46, 0x66]),
        (100.0, [0x19, 0x3f, 0x5e]),
        (400.0, [0x13, 0x33, 0x50]),
        (1500.0, [0x11, 0x2d, 0x4a]),
        (3000.0, [0x09, 0x1b, 0x32]),
        (4500.0, [0x05, 0x12, 0x24]),
        (7000.0, [0x03, 0x0b, 0x18]),
    ],
    lit: ([0x5a, 0x8f, 0xb8], 0.52),
    shaded: ([0x00, 0x05, 0x0e], 0.75),
};

const LIGHT: Look = Look {
    tints: &[
        (0.0, [0xec, 0xf6, 0xfa]),
        (100.0, [0xe0, 0xef, 0xf6]),
        (400.0, [0xd2, 0xe6, 0xf1]),
        (1500.0, [0xc5, 0xde, 0xec]),
        (3000.0, [0xb9, 0xd6, 0xe8]),
        (4500.0, [0xae, 0xcf, 0xe4]),
        (7000.0, [0xa2, 0xc6, 0xde]),
    ],
    lit: ([0xff, 0xff, 0xff], 0.5),
    shaded: ([0x5f, 0x8f, 0xb4], 0.42),
};

/// Metres between the entries of the table of tints; a table costs less than a search at every pixel.
const STEP_M: usize = 8;
/// Entries; the last stands for all that is deeper.
const STEPS: usize = 1000;
/// Heights are drawn this many times too large on a map of 10 km a pixel, for the seabed's slopes are of one in a
/// hundred; less from near, where a slope is wide enough to be seen, by the fourth root of the scale.
const EXAGGERATION: f64 = 16.0;
const EXAGGERATED_KM_PER_PX: f64 = 10.0;
/// Cosine of the angle between the light and the vertical; the light stands north-west of the screen, half-way up.
const FLAT: f32 = std::f32::consts::FRAC_1_SQRT_2;
/// Parts of a step of brightness that pixels of a square of four by four are raised by, so that slow changes of colour
/// show no bands (Bayer 1973, “An optimum method for two-level rendition of continuous-tone pictures”).
const DITHER: [u8; 16] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/// Gives a pixel its colour; in whole numbers, for these are half of what a picture costs.
#[derive(Debug)]
pub(super) struct Brush {
    /// Colours in sixteenths.
    tints: Vec<[i32; 3]>,
    /// The colours in sixteenths that what is lit and what is shaded pass into, and by how many 256ths for a unit of light.
    looks: [([i32; 3], f32); 2],
    /// Slopes a metre a kilometre, as drawn.
    scale: f32,
}

impl Brush {
    /// For a map of that scale.
    #[allow(clippy::cast_possible_truncation, reason = "a factor")]
    pub(super) fn new(palette: Palette, km_per_px: f64) -> Self {
        let look = match palette {
            Palette::Dark => &DARK,
            Palette::Light => &LIGHT,
        };
        let fine = |(colour, share): (Rgb, f32), most: f32| (colour.map(|c| i32::from(c) * 16), 256.0 * share / most);
        Self {
            tints: (0..STEPS).map(|step| tint(look.tints, (step * STEP_M) as f32)).collect(),
            scale: ((km_per_px / EXAGGERATED_KM_PER_PX).sqrt().sqrt() * EXAGGERATION / 1000.0) as f32,
            looks: [fine(look.lit, 1.0 - FLAT), fine(look.shaded, -FLAT)],
        }
    }

    /// The colour at a depth in metres that changes by so many metres a kilometre to the right and down.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "conversions that saturate")]
    pub(super) fn colour(&self, [depth, right, down]: [f32; 3], (x, y): (usize, usize)) -> Rgb {
        let step = (depth * (1.0 / STEP_M as f32)) as u32 as usize;
        let tint = self.tints[step.min(STEPS - 1)];
        let light = light(right * self.scale, down * self.scale);
        // Looked up, for a branch that is taken at every other pixel costs more than all the rest.
        let (towards, share) = self.looks[usize::from(light < 0.0)];
        let share = ((light * share) as i32).min(256);
        let raise = i32::from(DITHER[y % 4 * 4 + x % 4]);
        std::array::from_fn(|i| ((tint[i] + (((towards[i] - tint[i]) * share) >> 8) + raise) >> 4) as u8)
    }
}

/// How much brighter than flat ground is what has that slope to the right and down: Lambert's law.
fn light(x: f32, y: f32) -> f32 {
    (FLAT - (x + y) * 0.5) / (1.0 + x * x + y * y).sqrt() - FLAT
}

/// The colour at a depth in sixteenths, between the two stops about it.
#[allow(clippy::cast_possible_truncation, reason = "a colour")]
fn tint(stops: &[(f32, Rgb)], depth_m: f32) -> [i32; 3] {
    let after = stops.partition_point(|(m, _)| *m <= depth_m).clamp(1, stops.len() - 1);
    let ((from, a), (to, b)) = (stops[after - 1], stops[after]);
    let t = ((depth_m - from) / (to - from)).clamp(0.0, 1.0);
    std::array::from_fn(|i| ((f32::from(a[i]) + (f32::from(b[i]) - f32::from(a[i])) * t) * 16.0) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::style::Colour;

    fn luminance(colour: Rgb) -> f64 {
        let channel = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = colour.map(channel);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(colour: Colour, palette: Palette, ground: Rgb) -> f64 {
        let hex = colour.css(palette);
        let own = [1, 3, 5].map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap());
        let (x, y) = (luminance(own), luminance(ground));
        (x.max(y) + 0.05) / (x.min(y) + 0.05)
    }

    /// WCAG 2.2, 1.4.11 and 1.4.3: lines 3 : 1 on level ground of any depth, writing 4.5 : 1 on the brightest and the
    /// darkest slope. Names of seas have a halo, and lines a casing, for what is left.
    #[test]
    fn lines_and_writing_stand_out_at_every_depth() {
        use Colour::{
            Extension, Faint, Halo, IceEdge, Indicatrix, NetText, RouteFirst, RouteSecond, RouteThird, SeaText,
            Service, Text,
        };
        for palette in [Palette::Dark, Palette::Light] {
            let brush = Brush::new(palette, 10.0);
            for depth in [0.0, 50.0, 200.0, 1000.0, 2500.0, 4000.0, 6000.0, 11_000.0, 1e9] {
                let level = brush.colour([depth, 0.0, 0.0], (0, 0));
                for line in [RouteFirst, RouteSecond, RouteThird, Extension, Service, Faint, IceEdge, Indicatrix] {
                    let found = contrast(line, palette, level);
                    assert!(found >= 3.0, "{palette:?} {line:?} at {depth} m: {found:.2}");
                }
                for slope in [-1e4, -70.0, -30.0, 0.0, 30.0, 70.0, 1e4] {
                    let found = contrast(Text, palette, brush.colour([depth, slope, slope], (3, 1)));
                    assert!(found >= 4.5, "{palette:?} writing at {depth} m on {slope}: {found:.2}");
                }
            }
            for words in [SeaText, NetText] {
                let hex = Halo.css(palette);
                let halo = [1, 3, 5].map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap());
                assert!(contrast(words, palette, halo) >= 4.5, "{palette:?} {words:?}");
            }
        }
    }

    #[test]
    fn a_depth_between_two_stops_has_a_colour_between_theirs() {
        let stops = [(0.0, [0, 100, 200]), (100.0, [100, 100, 100]), (200.0, [0, 0, 0])];
        assert_eq!(tint(&stops, 25.0), [25 * 16, 100 * 16, 175 * 16]);
        assert_eq!(tint(&stops, 150.0), [50 * 16, 50 * 16, 50 * 16]);
        assert_eq!((tint(&stops, -5.0), tint(&stops, 900.0)), ([0, 1600, 3200], [0, 0, 0]));
    }
}
