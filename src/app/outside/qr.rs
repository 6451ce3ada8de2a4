//! A link as a QR code (ISO/IEC 18004), by the library `qrcodegen`.

use qrcodegen::{QrCode, QrCodeEcc};

/// A pattern of squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// Width and height, the quiet zone of four squares on each side counted in.
    pub side: i32,
    /// The dark squares as a path of SVG, one unit a square.
    pub path: String,
}

impl Squares {
    /// The pattern as a picture of black on white.
    #[must_use]
    pub fn to_uri(&self) -> String {
        let side = self.side.to_string();
        let parts = [
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ",
            &side,
            " ",
            &side,
            "' shape-rendering='crispEdges'%3E%3Cpath fill='%23fff' d='M0 0h",
            &side,
            "v",
            &side,
            "H0z'/%3E%3Cpath d='",
            &self.path,
            "'/%3E%3C/svg%3E",
        ];
        parts.concat()
    }
}

/// The quiet zone that the standard wants, in squares.
const QUIET: i32 = 4;

/// The pattern of a text; none where it is too long for any.
#[must_use]
pub fn squares(text: &str) -> Option<Squares> {
    let code =
        QrCode::encode_text(text, QrCodeEcc::Medium).or_else(|_| QrCode::encode_text(text, QrCodeEcc::Low)).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let length = (x - from).to_string();
                let part = [
                    "M",
                    &(from + QUIET).to_string(),
                    " ",
                    &(y + QUIET).to_string(),
                    "h",
                    &length,
                    "v1h-",
                    &length,
                    "z",
                ];
                part.iter().for_each(|p| path.push_str(p));
            }
            x += 1;
        }
    }
    Some(Squares { side: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_link_is_a_small_pattern_with_three_corners() {
        let squares = squares("HTTPS://EXAMPLE.ORG/").unwrap();
        assert_eq!(squares.side, 21 + 8, "version 1 of the standard");
        for corner in ["M4 4h7v1h-7z", "M18 4h7v1h-7z", "M4 18h7v1h-7z"] {
            assert!(squares.path.contains(corner), "{corner} in {}", squares.path);
        }
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert!(squares(&"x".repeat(2900)).is_some());
        assert_eq!(squares(&"x".repeat(3000)), None);
    }
}
