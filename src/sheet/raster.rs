//! The size of a picture in dots.

/// The widest and highest raster picture: what every browser's canvas can do.
pub const MAX_RASTER_PX: f64 = 8192.0;

/// Width and height in whole dots of a picture of `size` pixels, drawn `width_dots` wide, and how many dots a
/// pixel then has. Neither side becomes less than one dot nor more than [`MAX_RASTER_PX`].
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1…8192")]
pub fn raster_size(size: (f64, f64), width_dots: f64) -> (u32, u32, f64) {
    let (w, h) = (size.0.max(1.0), size.1.max(1.0));
    let ratio = (width_dots / w).min(MAX_RASTER_PX / w).min(MAX_RASTER_PX / h).max(1.0 / w);
    let dots = |v: f64| (v * ratio).round().clamp(1.0, MAX_RASTER_PX) as u32;
    (dots(w), dots(h), ratio)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_keep_their_shape_and_their_bounds() {
        assert_eq!(raster_size((1280.0, 720.0), 3840.0), (3840, 2160, 3.0));
        assert_eq!(raster_size((1000.0, 2000.0), 8192.0), (4096, 8192, 4.096));
        assert_eq!(raster_size((1000.0, 500.0), 1e9), (8192, 4096, 8.192));
        let (w, h, _) = raster_size((f64::NAN, 0.0), -5.0);
        assert_eq!((w, h), (1, 1));
    }
}
