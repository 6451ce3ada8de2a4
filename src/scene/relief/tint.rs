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
        (1500.0, [0x0d, 0x25, 0x3f]),
        (3000.0, [0x08, 0x1a, 0x30]),
        (4500.0, [0x05, 0x12, 0x24]),
        (7000.0, [0x03, 0x0b, 0x18]),
    ],
    lit: ([0x5a, 0x8f, 0xb8], 0.34),
    shaded: ([0x00, 0x04, 0x0c], 0.85),
};

const LIGHT: Look = Look {
    tints: &[
        (0.0, [0xec, 0xf6, 0xfa]),
        (100.0, [0xe0, 0xef, 0xf6]),
        (400.0, [0xd2, 0xe6, 0xf1]),
        (1500.0, [0xc3, 0xdc, 0xeb]),
        (3000.0, [0xb4, 0xd2, 0xe5]),
        (4500.0, [0xa8, 0xca, 0xe0]),
        (7000.0, [0x9a, 0xbf, 0xd9]),
    ],
    lit: ([0xff, 0xff, 0xff], 0.5),
    shaded: ([0x5f, 0x8f, 0xb4], 0.5),
};

/// Steps of the table of tints; they are finer where it is shallow.
const STEPS: usize = 256;
/// The depth of the last.
const DEEPEST_M: f32 = 11_000.0;
/// Heights are drawn this many times too large: the seabed's slopes are of one in a hundred.
const EXAGGERATION: f32 = 16.0;
/// Cosine of the angle between the light and the vertical; the light stands north-west of the screen, half-way up.
const FLAT: f32 = std::f32::consts::FRAC_1_SQRT_2;
/// Parts of a step of brightness that pixels of a square of four by four are raised by, so that slow changes of colour
/// show no bands (Bayer 1973, “An optimum method for two-level rendition of continuous-tone pictures”).
const DITHER: [u8; 16] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/// Gives a pixel its colour.
#[derive(Debug)]
pub(super) struct Brush {
    tints: Vec<[f32; 3]>,
    lit: ([f32; 3], f32),
    shaded: ([f32; 3], f32),
}

impl Brush {
    pub(super) fn new(palette: Palette) -> Self {
        let look = match palette {
            Palette::Dark => &DARK,
            Palette::Light => &LIGHT,
        };
        let depth_m = |step: usize| (step as f32 / (STEPS - 1) as f32).powi(2) * DEEPEST_M;
        let floats = |(colour, share): (Rgb, f32)| (colour.map(f32::from), share);
        Self {
            tints: (0..STEPS).map(|step| tint(look.tints, depth_m(step))).collect(),
            lit: floats(look.lit),
            shaded: floats(look.shaded),
        }
    }

    /// The colour at a depth in metres that changes by so many metres a pixel to the right and down.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "conversions that saturate")]
    pub(super) fn colour(&self, [depth, right, down]: [f32; 3], px_per_km: f32, (x, y): (usize, usize)) -> Rgb {
        let step = ((depth.max(0.0) / DEEPEST_M).sqrt() * (STEPS - 1) as f32 + 0.5) as usize;
        let tint = self.tints[step.min(STEPS - 1)];
        let light = light(right * px_per_km, down * px_per_km);
        let (towards, share) = if light > 0.0 { self.lit } else { self.shaded };
        let share = share * light.abs();
        let raise = (f32::from(DITHER[y % 4 * 4 + x % 4]) + 0.5) / 16.0;
        std::array::from_fn(|i| (tint[i] + (towards[i] - tint[i]) * share + raise) as u8)
    }
}

/// How much brighter than flat ground, −1…1, is what falls by so many metres a kilometre to the right and down: Lambert's
/// law.
fn light(right: f32, down: f32) -> f32 {
    let scale = EXAGGERATION / 1000.0;
    let (x, y) = (right * scale, down * scale);
    let lambert = (FLAT - (x + y) / 2.0) / (1.0 + x * x + y * y).sqrt();
    let change = lambert - FLAT;
    if change > 0.0 { change / (1.0 - FLAT) } else { (change / FLAT).max(-1.0) }
}

/// The colour at a depth, between the two stops about it.
fn tint(stops: &[(f32, Rgb)], depth_m: f32) -> [f32; 3] {
    let after = stops.partition_point(|(m, _)| *m <= depth_m).clamp(1, stops.len() - 1);
    let ((from, a), (to, b)) = (stops[after - 1], stops[after]);
    let t = ((depth_m - from) / (to - from)).clamp(0.0, 1.0);
    std::array::from_fn(|i| f32::from(a[i]) + (f32::from(b[i]) - f32::from(a[i])) * t)
}
