//! What stands at the end of a year.

use crate::cable::{Status, System};

/// The first and the last year that the map shows.
pub const YEARS: (u16, u16) = (1989, 2035);

/// Whether a system stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Stands,
    /// It does not: not yet, no longer, or it was given up.
    Not,
    /// It is on its way, and nobody has published a firm date.
    Undated,
}

/// The year of a date such as `2026-Q4`.
fn year_of(date: &str) -> Option<u16> {
    date.get(..4)?.parse().ok()
}

/// The year from which it stands: that in which it is ready for service. One that is said to serve without such a date
/// stands from the year in which that was said.
#[must_use]
pub fn begins(system: &System) -> Option<u16> {
    let ready = system.rfs.as_ref().and_then(|f| f.value()).and_then(|rfs| year_of(rfs));
    match system.status.value() {
        Some(Status::InService | Status::Terrestrial | Status::Retired) => {
            ready.or_else(|| year_of(&system.status.shown.date))
        }
        _ => ready,
    }
}

/// Whether a system stands at the end of a year, as far as its dates are known. A retired one stands until the year of
/// the report that it is retired; what was given up, rests, or is proposed by nobody never does.
#[must_use]
pub fn standing(system: &System, year: u16) -> Standing {
    let begun = begins(system).is_some_and(|first| first <= year);
    let stands = |is: bool| if is { Standing::Stands } else { Standing::Not };
    match system.status.value() {
        Some(Status::InService | Status::Terrestrial) => stands(begun),
        Some(Status::Retired) => stands(begun && year_of(&system.status.shown.date).is_some_and(|end| year < end)),
        Some(Status::Cancelled | Status::Suspended | Status::Illustrative) => Standing::Not,
        Some(Status::UnderConstruction | Status::Planned | Status::Proposed) | None => match begins(system) {
            Some(_) => stands(begun),
            None => Standing::Undated,
        },
    }
}

/// The year of the key `year`: `None` for no year, and for what is none that the map shows.
#[must_use]
pub fn read(value: &str) -> Option<u16> {
    let year: u16 = value.parse().ok()?;
    (YEARS.0..=YEARS.1).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cable::Atlas;

    fn system(status: &str, said: &str, rfs: &str) -> System {
        let rfs = if rfs.is_empty() {
            r#"{"value":null,"sources":["a"],"date":"2024","confidence":"A","note":{"en":"None."}}"#.to_owned()
        } else {
            format!(r#"{{"value":"{rfs}","sources":["a"],"date":"2024","confidence":"A"}}"#)
        };
        let file = format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":"x","geometry":null,"properties":{{
            "kind":"system","name":{{"en":"X"}},"summary":{{"en":"X."}},"route":{{"en":"A – B"}},
            "status":{{"value":"{status}","sources":["a"],"date":"{said}","confidence":"A"}},
            "owners":{{"value":["X"],"sources":["a"],"date":"2024","confidence":"A"}},"rfs":{rfs}}}}}]}}"#
        );
        let mut atlas = Atlas::default();
        assert_eq!(atlas.add("x.geojson", file.as_bytes()), []);
        atlas.systems.remove(0)
    }

    #[track_caller]
    fn case(status: &str, said: &str, rfs: &str, year: u16, expected: Standing) {
        assert_eq!(standing(&system(status, said, rfs), year), expected, "{status} {said} {rfs} {year}");
    }

    #[test]
    fn what_is_ready_stands_from_that_year_on() {
        case("in-service", "2026", "2004-01", 2003, Standing::Not);
        case("in-service", "2026", "2004-01", 2004, Standing::Stands);
        case("under-construction", "2026", "2026-Q4", 2025, Standing::Not);
        case("under-construction", "2026", "2026-Q4", 2026, Standing::Stands);
        case("planned", "2026", "2031", 2035, Standing::Stands);
    }

    #[test]
    fn what_serves_without_a_date_stands_since_that_was_said() {
        case("in-service", "2025", "", 2024, Standing::Not);
        case("terrestrial", "2023-05", "", 2023, Standing::Stands);
    }

    #[test]
    fn what_has_no_firm_date_is_told_apart() {
        case("proposed", "2026", "", 2035, Standing::Undated);
        case("planned", "2026", "", 1989, Standing::Undated);
    }

    #[test]
    fn what_was_given_up_never_stood_and_what_was_retired_did() {
        case("cancelled", "2016", "2015", 2035, Standing::Not);
        case("suspended", "2021", "2025", 2035, Standing::Not);
        case("retired", "2024-12-02", "2000", 2023, Standing::Stands);
        case("retired", "2024-12-02", "2000", 2024, Standing::Not);
        case("retired", "2024-12-02", "2000", 1999, Standing::Not);
    }

    #[test]
    fn only_years_of_the_map_are_years() {
        assert_eq!((read("1989"), read("2035"), read("2010")), (Some(1989), Some(2035), Some(2010)));
        for bad in ["", "1988", "2036", "x", "2010.5", "-2010", "99999999", " 2010"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
