//! Positions as people type them.

use crate::decimal;
use crate::sphere::LonLat;

/// Reads `69.6 N 18.9 E`, `18.9E, 69.6N` or `69.6, 18.9`, which is latitude and longitude in degrees; `None` for what is no
/// position.
#[must_use]
pub fn read_position(text: &str) -> Option<LonLat> {
    let mut numbers: Vec<(f64, Option<char>)> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | '−');
        let end = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
        let number = decimal::read(rest[..end].trim_start_matches('+').replace('−', "-").as_str())?;
        rest = rest[end..].trim_start_matches(['°', ' ', '\u{a0}']);
        let letter = rest.chars().next().map(|c| c.to_ascii_uppercase()).filter(|c| "NSEW".contains(*c));
        rest = rest[letter.map_or(0, char::len_utf8)..].trim_start_matches([',', ';', ' ', '\u{a0}']);
        numbers.push((number, letter));
    }
    let [first, second] = numbers.as_slice() else { return None };
    let is_lat = |letter: Option<char>| matches!(letter, Some('N' | 'S'));
    let (lat, lon) = match (first.1, second.1) {
        (None, None) => (first, second),
        (a @ Some(_), b @ Some(_)) if is_lat(a) != is_lat(b) => {
            if is_lat(a) {
                (first, second)
            } else {
                (second, first)
            }
        }
        _ => return None,
    };
    let signed = |(number, letter): &(f64, Option<char>)| {
        let turned = matches!(letter, Some('S' | 'W'));
        (letter.is_none() || *number >= 0.0).then_some(if turned { -number } else { *number })
    };
    let (lat, lon) = (signed(lat)?, signed(lon)?);
    (lat.abs() <= 90.0 && lon.abs() <= 180.0).then(|| LonLat::new(lon, lat))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_as_people_write_them() {
        for text in ["69.6, 18.9", "69.6 N 18.9 E", "69.6°N, 18.9°E", " 18.9e;69.6n ", "+69.6 18.9", "69.6° N 18.9° E"]
        {
            let at = read_position(text).unwrap_or(LonLat::new(0.0, 0.0));
            assert!((at.lat_deg - 69.6).abs() < 1e-9 && (at.lon_deg - 18.9).abs() < 1e-9, "{text}");
        }
        let at = read_position("33.5 S 70.6 W").unwrap();
        assert_eq!((at.lat_deg, at.lon_deg), (-33.5, -70.6));
        assert_eq!(read_position("−33.5, -70.6"), Some(at));
    }

    #[test]
    fn what_is_no_position_is_refused() {
        for text in [
            "", "Tokyo", "69.6", "91, 0", "0, 181", "1 N 2 N", "1 N 2", "1 2 3", "-1 N 2 E", "1,2,", "a1, 2", "1..2, 3",
        ] {
            if text == "1,2," {
                assert!(read_position(text).is_some(), "a comma too many does no harm");
                continue;
            }
            assert_eq!(read_position(text), None, "{text}");
        }
    }
}
