//! The scale bar and the north arrow: true at the middle of the map.

use super::element::{around, rect, tag, text};
use crate::carto::{ScaleBar, View};
use crate::paint::number;
use crate::plane::Rect;
use crate::scene::{Colour, Palette};
use crate::sphere::UnitVec;

/// Nearer to a pole than this, in degrees, no direction on the map is north.
const NO_NORTH_DEG: f64 = 0.5;

/// A scale bar on a page: two tones, four parts.
pub(super) struct Scale {
    bar: ScaleBar,
    px_per_km: f64,
}

impl Scale {
    /// The longest that fits `max_px` of a page on which a pixel of the view is `zoom` pixels.
    pub(super) fn new(view: &View, zoom: f64, max_px: f64) -> Option<Self> {
        let px_per_km = view.px_per_km(middle(view)) * zoom;
        ScaleBar::fitting(px_per_km, max_px).map(|bar| Self { bar, px_per_km })
    }

    /// Its length in kilometres.
    pub(super) fn km(&self) -> f64 {
        self.bar.km
    }

    /// The denominator of the scale on paper, to two digits: 27,000,000 of 1 : 27,000,000.
    pub(super) fn denominator(&self, px_per_mm: f64) -> f64 {
        let exact = 1e6 * px_per_mm / self.px_per_km;
        let digit = 10_f64.powf(exact.log10().floor() - 1.0);
        (exact / digit).round() * digit
    }

    /// The bar at the top left of `area`, `height` high.
    pub(super) fn svg(&self, area: Rect, height: f64, palette: Palette) -> String {
        let (ink, paper) = (Colour::Text.css(palette), Colour::Casing.css(palette));
        let part = self.bar.px / 4.0;
        let piece = |from: f64, count: f64| {
            let x = area.x0 + from * part;
            Rect::new(x, area.y0, x + count * part, area.y0 + height)
        };
        let width = number(height * 0.16);
        let whole = rect(piece(0.0, 4.0), &[("fill", paper), ("stroke", ink), ("stroke-width", &width)]);
        [whole, rect(piece(0.0, 1.0), &[("fill", ink)]), rect(piece(2.0, 1.0), &[("fill", ink)])].concat()
    }
}

/// The point at which scale and north are true.
pub(super) fn middle(view: &View) -> UnitVec {
    view.pose().centre.to_unit()
}

/// Which way north is, clockwise from up; `None` at a pole.
pub(super) fn north_rad(view: &View) -> Option<f64> {
    let is_pole = view.pose().centre.lat_deg.abs() > 90.0 - NO_NORTH_DEG;
    Some(view.north_rad(middle(view))).filter(|a| a.is_finite() && !is_pole)
}

/// A needle in the middle of `area` that points north, half of it dark, with its letter at the tip.
pub(super) fn needle(area: Rect, angle_rad: f64, palette: Palette) -> String {
    let (c, r) = (area.centre(), area.width() * 0.3);
    let (ink, paper) = (Colour::Text.css(palette), Colour::Casing.css(palette));
    let half = |side: f64, fill: &str| {
        let [tip, wide, low, dent] = [-r, side * r * 0.5, r, r * 0.62].map(number);
        let d = ["M0,", &tip, "L", &wide, ",", &low, "L0,", &dent, "z"].concat();
        tag("path", &[("d", &d), ("fill", fill)])
    };
    let [x, y, turn, width] = [c.x, c.y, angle_rad.to_degrees(), r * 0.06].map(number);
    let place = ["translate(", &x, " ", &y, ")rotate(", &turn, ")"].concat();
    let look = [("transform", place.as_str()), ("stroke", ink), ("stroke-width", &width), ("stroke-linejoin", "round")];
    let size = area.width() * 0.21;
    let tip = (c.x + angle_rad.sin() * r * 1.32, c.y - angle_rad.cos() * r * 1.32);
    let size_px = number(size);
    let letter = [("text-anchor", "middle"), ("font-weight", "700"), ("font-size", &size_px), ("fill", ink)];
    around("g", &look, &(half(1.0, ink) + &half(-1.0, paper))) + &text(tip.0, tip.1 + 0.35 * size, "N", &letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carto::{Pose, Viewport};
    use crate::plane::Point;
    use crate::sphere::LonLat;

    fn view(lon: f64, lat: f64) -> View {
        let pose = Pose { centre: LonLat::new(lon, lat), zoom: 1.0, turn_deg: 30.0 };
        View::polar(pose, Viewport::plain(800.0, 600.0))
    }

    #[test]
    fn the_bar_is_as_long_as_it_says_at_the_middle_of_the_map() {
        let view = view(-20.0, 70.0);
        let scale = Scale::new(&view, 1.5, 300.0).unwrap();
        // Half the bar to each side of the middle, measured on the sphere.
        let (c, half) = (view.viewport().free().centre(), scale.bar.px / 1.5 / 2.0);
        let end = |dx: f64| view.sphere_from_screen(Point::new(c.x + dx, c.y)).unwrap();
        let km = end(-half).angle_to(end(half)) * crate::sphere::EARTH_RADIUS_KM;
        assert!((km / scale.km() - 1.0).abs() < 0.01, "{km} km for {}", scale.km());
        assert!(scale.bar.px <= 300.0);
    }

    #[test]
    fn the_scale_on_paper_has_two_digits() {
        let view = view(-20.0, 70.0);
        let scale = Scale::new(&view, 1.0, 300.0).unwrap();
        let (d, px_per_mm) = (scale.denominator(96.0 / 25.4), 96.0 / 25.4);
        let mm = scale.bar.px / px_per_mm;
        assert!((mm * d / 1e6 / scale.km() - 1.0).abs() < 0.05);
        let digits = format!("{d}");
        assert!(digits[2..].bytes().all(|b| b == b'0'), "{digits}");
    }

    #[test]
    fn north_is_where_the_meridian_goes_and_nowhere_at_the_pole() {
        let view = view(-20.0, 70.0);
        let angle = north_rad(&view).unwrap();
        let c = view.viewport().free().centre();
        let there = view
            .sphere_from_screen(Point::new(c.x + 30.0 * angle.sin(), c.y - 30.0 * angle.cos()))
            .unwrap()
            .to_lonlat();
        assert!(there.lat_deg > 70.5 && (there.lon_deg + 20.0).abs() < 0.01, "{there:?}");
        assert_eq!(north_rad(&self::view(0.0, 90.0)), None);
    }
}
