//! Today's date, and dates as a language without a browser writes them.

use anyhow::{Context, Result};
use arctic_cable_map::i18n::{Category, Format, PlainFormat};
use std::time::{SystemTime, UNIX_EPOCH};

/// Today by universal time, `YYYY-MM-DD`.
pub(super) fn today() -> Result<String> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock stands before 1970")?;
    Ok(date(since.as_secs() / 86_400))
}

/// The date so many days after 1 January 1970 (Hinnant, *chrono-compatible low-level date algorithms*, 2013).
fn date(days: u64) -> String {
    let z = days + 719_468;
    let (era, of_era) = (z / 146_097, z % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{day:02}", year_of_era + era * 400 + later)
}

/// Numbers and dates: English as [`PlainFormat`] has them, Japanese dates by year, month and day, others as they are.
pub(super) struct Speaker {
    lang: String,
}

impl Speaker {
    pub(super) fn new(lang: &str) -> Self {
        Self { lang: lang.to_owned() }
    }
}

impl Format for Speaker {
    fn number(&self, value: f64, max_decimals: u8) -> String {
        PlainFormat.number(value, max_decimals)
    }

    fn date(&self, iso: &str) -> String {
        match self.lang.as_str() {
            "en" => PlainFormat.date(iso),
            "ja" => {
                let parts = iso.split('-').zip(["年", "月", "日"]);
                parts.map(|(number, unit)| [number.trim_start_matches('0'), unit].concat()).collect()
            }
            _ => iso.to_owned(),
        }
    }

    fn plural(&self, count: u64) -> Category {
        if self.lang == "en" { PlainFormat.plural(count) } else { Category::Other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (days, said) in [(0, "1970-01-01"), (11_016, "2000-02-29"), (20_779, "2026-11-22"), (20_819, "2027-01-01")]
        {
            assert_eq!(date(days), said);
        }
        assert_eq!(Speaker::new("ja").date("2026-09-02"), "2026年9月2日");
    }
}
