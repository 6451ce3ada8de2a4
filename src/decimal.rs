//! Decimal numbers as text, both ways, in few bytes.
//!
//! The standard library reads and writes every `f64` exactly, with 20 kB of code and tables. What a
//! link, a message or an attribute holds is a short decimal; for those, this is as exact.

/// The number with at most `max_decimals` decimals, at most 9, and none that are idle zeros.
///
/// From 10¹⁵ on it is written as a power of ten to three decimals; what is not a number as `NaN`.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be below 10¹⁵ · 10⁹ / 10⁶")]
pub fn write(value: f64, max_decimals: u8) -> String {
    let size = value.abs();
    if value.is_nan() {
        return "NaN".to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    if size >= 1e15 {
        if size.is_infinite() {
            return [sign, "∞"].concat();
        }
        let exponent = size.log10().floor();
        return [sign, &write(size / 10_f64.powf(exponent), 3), "e", &(exponent as u32).to_string()].concat();
    }
    let decimals = usize::from(max_decimals.min(9));
    // As many decimals as a double has digits for.
    let decimals = if size >= 1e6 { decimals.min(3) } else { decimals };
    let digits = (size * 10_f64.powi(decimals as i32)).round() as u64;
    let digits = digits.to_string();
    let padded = ["0".repeat((decimals + 1).saturating_sub(digits.len())), digits].concat();
    let (whole, fraction) = padded.split_at(padded.len() - decimals);
    let fraction = fraction.trim_end_matches('0');
    let sign = if whole == "0" && fraction.is_empty() { "" } else { sign };
    if fraction.is_empty() { [sign, whole].concat() } else { [sign, whole, ".", fraction].concat() }
}

/// The number that a text like `-12.5` or `1e3` writes; `None` for any other text.
///
/// Exact for up to 15 digits and 22 decimals, like every short decimal; else to some units in the
/// last place of a double. Infinite beyond what a double holds, and for the last few below it.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let (negative, rest) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (number, exponent) = match rest.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, whole_number(exponent)?),
        None => (rest, 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut digits = 0_u64;
    let mut power = exponent;
    for (i, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
        let digit = byte.is_ascii_digit().then(|| u64::from(byte - b'0'))?;
        match digits.checked_mul(10).and_then(|d| d.checked_add(digit)) {
            // More digits than fit say nothing to a double but how large the number is.
            None => power += i32::from(i < whole.len()),
            Some(more) => {
                digits = more;
                power -= i32::from(i >= whole.len());
            }
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "a double has 53 bits; what is beyond is rounded")]
    let mut size = digits as f64;
    // In two steps, for 10³⁰⁰ is near the largest power of ten: 5e-324 is 5 / 10³⁰⁰ / 10²⁴.
    let near = power.clamp(-300, 300);
    for step in [near, (power - near).clamp(-300, 300)] {
        size = if step < 0 { size / 10_f64.powi(-step) } else { size * 10_f64.powi(step) };
    }
    Some(if negative { -size } else { size })
}

/// A whole number with or without a sign, held within ±10⁹: as an exponent, that is as good as any beyond it.
fn whole_number(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mut size = 0_i32;
    for byte in digits.bytes() {
        let digit = byte.is_ascii_digit().then(|| i32::from(byte - b'0'))?;
        size = size.saturating_mul(10).saturating_add(digit).min(1_000_000_000);
    }
    let size = if text.starts_with('-') { -size } else { size };
    (!digits.is_empty()).then_some(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_short_and_rounded() {
        for (value, decimals, text) in [
            (0.0, 2, "0"),
            (-0.001, 2, "0"),
            (12.5, 1, "12.5"),
            (-0.05, 2, "-0.05"),
            (1.005, 2, "1"),
            (99.999, 2, "100"),
            (146.0, 4, "146"),
            (-179.1234, 4, "-179.1234"),
            (1e308, 0, "1e308"),
            (-1e300, 2, "-1e300"),
        ] {
            assert_eq!(write(value, decimals), text, "{value}");
        }
        assert_eq!((write(f64::NAN, 1), write(f64::NEG_INFINITY, 1)), ("NaN".into(), "-∞".into()));
    }

    #[test]
    fn reads_as_the_standard_library_does() {
        for text in [
            "0",
            "-12.5",
            "+3",
            "1e3",
            "1E-3",
            ".5",
            "5.",
            "82.123456",
            "0.1",
            "123456789012345",
            "1e22",
            "-0",
            "00012",
        ] {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
        for text in ["", "-", ".", "e5", "1e", "1e+", "1e1.5", "NaN", "inf", "1 2", "0x1", "1_0", "--1", "１"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert!((read("1e308").unwrap() / 1e308 - 1.0).abs() < 1e-14);
        assert_eq!(read("1e999"), Some(f64::INFINITY));
        assert_eq!((read("0e999"), read("-1e-999"), read("1e-99999999999")), (Some(0.0), Some(-0.0), Some(0.0)));
        assert_eq!((read("5e-324"), read("0.0e99999999999")), (Some(5e-324), Some(0.0)));
        assert_eq!(read(&["0.", &"0".repeat(600), "1e601"].concat()), Some(1.0));
        assert!((read("123456789e-315").unwrap() / 1.234_567_89e-307 - 1.0).abs() < 1e-14);
        assert!((read("123456789012345678901234567890").unwrap() / 1.234_567_890_123_456_8e29 - 1.0).abs() < 1e-15);
    }

    #[test]
    fn what_is_written_reads_back() {
        for k in -2000..2000 {
            let value = f64::from(k) / 128.0;
            let rounded = (value * 1e4).round() / 1e4;
            assert_eq!(read(&write(value, 4)), Some(rounded + 0.0));
        }
    }
}
