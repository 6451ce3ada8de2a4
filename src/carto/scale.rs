//! A scale bar that is true where it stands.

/// A round length and its length on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// 1, 2 or 5 times a power of ten.
    pub km: f64,
    /// Length on the screen in CSS pixels.
    pub px: f64,
}

impl ScaleBar {
    /// The longest round length that is at most `max_px` long at `px_per_km`.
    #[must_use]
    pub fn fitting(px_per_km: f64, max_px: f64) -> Option<Self> {
        let max_km = max_px / px_per_km;
        if !(max_km.is_finite() && max_km > 0.0) {
            return None;
        }
        let decade = 10_f64.powf(max_km.log10().floor());
        let km = [5.0, 2.0, 1.0].into_iter().map(|k| k * decade).find(|km| *km <= max_km)?;
        Some(Self { km, px: km * px_per_km })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_round_and_fit() {
        for (px_per_km, km) in [(0.06, 2000.0), (0.12, 1000.0), (1.0, 100.0), (30.0, 2.0)] {
            let bar = ScaleBar::fitting(px_per_km, 130.0).unwrap();
            assert_eq!(bar.km, km);
            assert!(bar.px <= 130.0 && bar.px > 130.0 / 2.6);
        }
        assert!(ScaleBar::fitting(0.0, 100.0).is_none());
    }
}
