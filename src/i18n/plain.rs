//! Plain English formatting, for native code.

use super::{Category, Format};

/// English with thousands commas and dates such as "3 July 2023".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlainFormat;

impl Format for PlainFormat {
    fn number(&self, value: f64, max_decimals: u8) -> String {
        number(value, max_decimals)
    }

    fn date(&self, iso: &str) -> String {
        date(iso).unwrap_or_else(|| iso.to_owned())
    }

    fn plural(&self, count: u64) -> Category {
        if count == 1 { Category::One } else { Category::Other }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn number(value: f64, max_decimals: u8) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let plain = format!("{:.*}", usize::from(max_decimals), value.abs());
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let decimals = decimals.trim_end_matches('0');
    let mut out = String::with_capacity(plain.len() + plain.len() / 3 + 3);
    if value < 0.0 && plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

fn date(iso: &str) -> Option<String> {
    let mut parts = iso.split('-');
    let year = parts.next().filter(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()))?;
    let Some(month) = parts.next() else { return Some(year.to_owned()) };
    let month = MONTHS.get(two_digits(month)?.checked_sub(1)?)?;
    let Some(day) = parts.next() else { return Some(format!("{month} {year}")) };
    let day = two_digits(day).filter(|d| (1..=31).contains(d))?;
    parts.next().is_none().then(|| format!("{day} {month} {year}"))
}

fn two_digits(text: &str) -> Option<usize> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Money in English words: three decimals of a billion or million at most.
pub(super) fn money(amount: f64, currency: &str) -> String {
    let symbol = match currency {
        "EUR" => "€",
        "USD" => "US$",
        "JPY" => "¥",
        "GBP" => "£",
        other => &format!("{other}\u{a0}"),
    };
    let (scaled, word) = match amount.abs() {
        a if a >= 1e9 => (amount / 1e9, "\u{a0}billion"),
        a if a >= 1e6 => (amount / 1e6, "\u{a0}million"),
        _ => (amount, ""),
    };
    format!("{symbol}{}{word}", number(scaled, 3))
}

/// The English name of a place where cables of this map land; the code itself for any other.
pub(super) fn region(code: &str) -> &str {
    match code {
        "AU" => "Australia",
        "CA" => "Canada",
        "DE" => "Germany",
        "DK" => "Denmark",
        "FI" => "Finland",
        "FO" => "Faroe Islands",
        "FR" => "France",
        "GB" => "United Kingdom",
        "GL" => "Greenland",
        "GU" => "Guam",
        "ID" => "Indonesia",
        "IE" => "Ireland",
        "IS" => "Iceland",
        "JP" => "Japan",
        "KR" => "South Korea",
        "MY" => "Malaysia",
        "NO" => "Norway",
        "PH" => "Philippines",
        "RU" => "Russia",
        "SE" => "Sweden",
        "SG" => "Singapore",
        "SJ" => "Svalbard and Jan Mayen",
        "TW" => "Taiwan",
        "US" => "United States",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas_and_no_idle_zeros() {
        let n = |v, d| PlainFormat.number(v, d);
        assert_eq!((n(14_500.0, 0), n(1_234_567.891, 2)), ("14,500".into(), "1,234,567.89".into()));
        assert_eq!((n(142.0, 1), n(999.96, 1)), ("142".into(), "1,000".into()));
        assert_eq!((n(-0.04, 1), n(-1234.5, 1)), ("0".into(), "−1,234.5".into()));
        assert_eq!((n(f64::NAN, 1), n(100.0, 0)), ("–".into(), "100".into()));
    }

    #[test]
    fn dates_say_what_is_known() {
        let d = |s| PlainFormat.date(s);
        assert_eq!(
            (d("2023-07-03"), d("2023-07"), d("2023")),
            ("3 July 2023".into(), "July 2023".into(), "2023".into())
        );
        for odd in ["", "2023-13", "2023-00", "2023-07-32", "2023-7-3", "23", "2023-07-03-01", "2026-Q4", "２０２３"]
        {
            assert_eq!(d(odd), odd);
        }
    }

    #[test]
    fn money_and_regions_are_named() {
        assert_eq!(PlainFormat.money(1.1e9, "EUR"), "€1.1\u{a0}billion");
        assert_eq!(PlainFormat.money(36e6, "USD"), "US$36\u{a0}million");
        assert_eq!(PlainFormat.money(950.0, "NOK"), "NOK\u{a0}950");
        assert_eq!((PlainFormat.region("JP"), PlainFormat.region("ZZ")), ("Japan".into(), "ZZ".into()));
        assert_eq!((PlainFormat.plural(1), PlainFormat.plural(0)), (Category::One, Category::Other));
        assert!(Category::ALL.into_iter().all(|c| Category::from_name(c.name()) == c));
    }
}
