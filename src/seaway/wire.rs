//! Questions and answers as plain numbers, as they pass between a page and its worker.
//!
//! A number that is not wished is NaN. Labels of what is to be avoided are whole numbers, the caller's own. What is cut short
//! or makes no sense is no question and no answer.

use super::avoid::{Area, Avoid};
use super::plan::Way;
use super::planner::{Help, Planned, Planner, Refusal, Wish};
use super::survey::Survey;
use super::trouble::{Stop, Trouble};
use crate::sphere::LonLat;

/// The most positions of a question or an answer.
const MOST: usize = 200_000;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// From end to end, with the points to pass between them.
    pub stops: Vec<LonLat>,
    /// The month whose ice is to be kept out of: March 0, September 1.
    pub ice: Option<usize>,
    /// See [`Wish::deeper_m`].
    pub deeper_m: Option<f64>,
    /// See [`Wish::shallower_m`].
    pub shallower_m: Option<f64>,
    /// See [`Wish::offshore_km`].
    pub offshore_km: Option<f64>,
    /// What to keep out of: a number, which several may have, and a ring.
    pub avoid: Vec<(usize, Vec<LonLat>)>,
}

impl Question {
    /// As numbers.
    #[must_use]
    pub fn write(&self) -> Vec<f64> {
        let or = |number: Option<f64>| number.unwrap_or(f64::NAN);
        let ice = self.ice.map_or(f64::NAN, whole);
        let mut out = vec![ice, or(self.deeper_m), or(self.shallower_m), or(self.offshore_km)];
        line(&mut out, &self.stops);
        out.push(whole(self.avoid.len()));
        for (label, ring) in &self.avoid {
            out.push(whole(*label));
            line(&mut out, ring);
        }
        out
    }

    /// The question that those numbers are.
    #[must_use]
    pub fn read(numbers: &[f64]) -> Option<Self> {
        let mut from = Reader(numbers);
        let wish = |number: f64| Some(number).filter(|n| n.is_finite());
        let ice = wish(from.number()?).map(|month| if month < 0.5 { 0 } else { 1 });
        let [deeper_m, shallower_m, offshore_km] = [wish(from.number()?), wish(from.number()?), wish(from.number()?)];
        let stops = from.line()?;
        let count = from.count()?;
        let avoid = (0..count).map(|_| Some((from.count()?, from.line()?))).collect::<Option<_>>()?;
        Some(Self { stops, ice, deeper_m, shallower_m, offshore_km, avoid })
    }
}

/// The answer to a question in numbers, in numbers; none to what is no question.
#[must_use]
pub fn answer(planner: &Planner, question: &[f64]) -> Vec<f64> {
    let Some(question) = Question::read(question) else { return Vec::new() };
    let area = |(label, ring): &(usize, Vec<LonLat>)| {
        Avoid::new(label.to_string(), Area::Ring(ring.iter().map(|p| p.to_unit()).collect()))
    };
    let avoid: Vec<Avoid> = question.avoid.iter().map(area).collect();
    let wish = Wish {
        stops: &question.stops,
        ice: question.ice,
        deeper_m: question.deeper_m,
        shallower_m: question.shallower_m,
        offshore_km: question.offshore_km,
        avoid: &avoid,
    };
    let mut found = planner.plan(&wish);
    // What may be allowed again is told by its label.
    for help in found.as_mut().err().into_iter().flat_map(|refusal| &mut refusal.helps) {
        if let Help::Allow(i) = help {
            *i = question.avoid.get(*i).map_or(0, |(label, _)| *label);
        }
    }
    write(&found)
}

/// An answer as numbers; the label of [`Trouble::Avoided`] is a number.
#[must_use]
pub fn write(answer: &Result<Planned, Refusal>) -> Vec<f64> {
    match answer {
        Ok(planned) => {
            let Way { points, length_km, inland_km } = &planned.way;
            let mut out =
                vec![0.0, *length_km, inland_km[0], inland_km[1], planned.wrong_depth_km, planned.near_shore_km];
            line(&mut out, points);
            out
        }
        Err(Refusal { trouble, helps }) => {
            let nowhere = LonLat::new(0.0, 0.0);
            let (code, at, more) = match trouble {
                Trouble::TooFarInland { at, km, .. } => (1.0, *at, *km),
                Trouble::Lake { at, .. } => (2.0, *at, 0.0),
                Trouble::Same { .. } => (3.0, nowhere, 0.0),
                Trouble::Ice { .. } => (4.0, nowhere, 0.0),
                Trouble::Avoided { label, .. } => (5.0, nowhere, label.parse::<u32>().map_or(0.0, f64::from)),
                Trouble::OnLand { at, .. } => (6.0, *at, 0.0),
                Trouble::NoWay { .. } => (7.0, nowhere, 0.0),
            };
            let stop = match trouble.stop() {
                Stop::From => -1.0,
                Stop::To => -2.0,
                Stop::Via(i) => whole(i),
            };
            let mut out = vec![code, stop, at.lon_deg, at.lat_deg, more, whole(helps.len())];
            for help in helps {
                out.extend(match help {
                    Help::Sea(at, km) => [0.0, at.lon_deg, at.lat_deg, *km],
                    Help::Other => [1.0, 0.0, 0.0, 0.0],
                    Help::Ice => [2.0, 0.0, 0.0, 0.0],
                    Help::Allow(i) => [3.0, whole(*i), 0.0, 0.0],
                    Help::AllowAll => [4.0, 0.0, 0.0, 0.0],
                });
            }
            out
        }
    }
}

/// The answer that those numbers are.
#[must_use]
pub fn read(numbers: &[f64]) -> Option<Result<Planned, Refusal>> {
    let mut from = Reader(numbers);
    let code = from.count()?;
    if code == 0 {
        let length_km = from.number()?;
        let inland_km = [from.number()?, from.number()?];
        let (wrong_depth_km, near_shore_km) = (from.number()?, from.number()?);
        let points = from.line()?;
        return Some(Ok(Planned { way: Way { points, length_km, inland_km }, wrong_depth_km, near_shore_km }));
    }
    let stop = match from.number()? {
        n if n < -1.5 => Stop::To,
        n if n < 0.0 => Stop::From,
        n => Stop::Via(count_of(n)?),
    };
    let (at, more) = (LonLat::new(from.number()?, from.number()?), from.number()?);
    let trouble = match code {
        1 => Trouble::TooFarInland { stop, at, km: more },
        2 => Trouble::Lake { stop, at },
        3 => Trouble::Same { stop },
        4 => Trouble::Ice { stop },
        5 => Trouble::Avoided { stop, label: count_of(more)?.to_string() },
        6 => Trouble::OnLand { stop, at },
        7 => Trouble::NoWay { stop },
        _ => return None,
    };
    let count = from.count()?;
    let mut help = || {
        let (kind, a, b, c) = (from.count()?, from.number()?, from.number()?, from.number()?);
        Some(match kind {
            0 => Help::Sea(LonLat::new(a, b), c),
            1 => Help::Other,
            2 => Help::Ice,
            3 => Help::Allow(count_of(a)?),
            4 => Help::AllowAll,
            _ => return None,
        })
    };
    let helps = (0..count).map(|_| help()).collect::<Option<_>>()?;
    Some(Err(Refusal { trouble, helps }))
}

/// What lies over and under a line, asked and answered in numbers: the line, then points of it.
#[must_use]
pub fn survey(planner: &Planner, asked: &[f64]) -> Vec<f64> {
    let mut from = Reader(asked);
    let Some((way, points)) = from.line().zip(from.line()) else { return Vec::new() };
    let found = planner.survey(&way, &points);
    let [march, september] = found.ice_km.unwrap_or([f64::NAN; 2]);
    let (deepest_m, at) = found.deepest.unwrap_or((f64::NAN, LonLat::new(0.0, 0.0)));
    let mut out = vec![found.length_km, march, september, deepest_m, at.lon_deg, at.lat_deg, whole(points.len())];
    for (depth, ice) in found.depths_m.iter().zip(&found.under_ice) {
        out.extend([depth.unwrap_or(f64::NAN), f64::from(ice[0]), f64::from(ice[1])]);
    }
    out
}

/// The numbers with which [`survey`] is asked.
#[must_use]
pub fn ask_survey(way: &[LonLat], points: &[LonLat]) -> Vec<f64> {
    let mut out = Vec::new();
    line(&mut out, way);
    line(&mut out, points);
    out
}

/// The answer of [`survey`].
#[must_use]
pub fn read_survey(numbers: &[f64]) -> Option<Survey> {
    let mut from = Reader(numbers);
    let known = |n: f64| Some(n).filter(|n| n.is_finite());
    let length_km = from.number()?;
    let ice_km = known(from.number()?).zip(known(from.number()?)).map(|(march, september)| [march, september]);
    let (depth, at) = (known(from.number()?), LonLat::new(from.number()?, from.number()?));
    let mut out = Survey { length_km, ice_km, deepest: depth.map(|m| (m, at)), ..Survey::default() };
    for _ in 0..from.count()? {
        out.depths_m.push(known(from.number()?));
        out.under_ice.push([from.number()? > 0.5, from.number()? > 0.5]);
    }
    Some(out)
}

fn line(out: &mut Vec<f64>, points: &[LonLat]) {
    out.push(whole(points.len()));
    out.extend(points.iter().flat_map(|p| [p.lon_deg, p.lat_deg]));
}

fn whole(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::NAN, f64::from)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a small whole number")]
fn count_of(n: f64) -> Option<usize> {
    (n >= 0.0 && n <= MOST as f64 && n.fract() == 0.0).then_some(n as usize)
}

/// What is left to read.
struct Reader<'a>(&'a [f64]);

impl Reader<'_> {
    fn number(&mut self) -> Option<f64> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn count(&mut self) -> Option<usize> {
        self.number().and_then(count_of)
    }

    fn line(&mut self) -> Option<Vec<LonLat>> {
        let count = self.count()?;
        let is_place = |lon: f64, lat: f64| lon.abs() <= 180.0 && lat.abs() <= 90.0;
        (0..count)
            .map(|_| {
                let (lon, lat) = (self.number()?, self.number()?);
                is_place(lon, lat).then(|| LonLat::new(lon, lat))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat)
    }

    #[test]
    fn questions_come_back() {
        let question = Question {
            stops: vec![at(5.3, 60.4), at(0.0, 78.0), at(139.8, 35.6)],
            ice: Some(1),
            deeper_m: Some(50.0),
            shallower_m: None,
            offshore_km: Some(25.0),
            avoid: vec![(3, vec![at(1.0, 1.0), at(2.0, 1.0), at(2.0, 2.0)]), (3, vec![])],
        };
        let numbers = question.write();
        assert_eq!(Question::read(&numbers), Some(question));
        for cut in 0..numbers.len() {
            assert_eq!(Question::read(&numbers[..cut]), None, "{cut}");
        }
        for bad in [f64::NAN, f64::INFINITY, -1.0, 1e12, 0.5] {
            assert_eq!(Question::read(&[0.0, 0.0, 0.0, 0.0, bad, 0.0, 0.0, 0.0]), None, "{bad}");
        }
        assert_eq!(Question::read(&[0.0, 0.0, 0.0, 0.0, 1.0, 181.0, 0.0, 0.0]), None);
    }

    #[test]
    fn answers_come_back() {
        let way = Way { points: vec![at(1.0, 2.0), at(3.0, 4.0)], length_km: 313.7, inland_km: [0.5, 0.0] };
        let mut answers = vec![Ok(Planned { way, wrong_depth_km: 1.0, near_shore_km: 2.0 })];
        let helps = vec![Help::Sea(at(5.0, 6.0), 7.0), Help::Other, Help::Ice, Help::Allow(4), Help::AllowAll];
        for trouble in [
            Trouble::TooFarInland { stop: Stop::From, at: at(1.0, 2.0), km: 300.0 },
            Trouble::Lake { stop: Stop::To, at: at(1.0, 2.0) },
            Trouble::Same { stop: Stop::To },
            Trouble::Ice { stop: Stop::Via(0) },
            Trouble::Avoided { stop: Stop::From, label: "12".to_owned() },
            Trouble::OnLand { stop: Stop::Via(3), at: at(1.0, 2.0) },
            Trouble::NoWay { stop: Stop::To },
        ] {
            answers.push(Err(Refusal { trouble, helps: helps.clone() }));
        }
        for answer in answers {
            let numbers = write(&answer);
            assert_eq!(read(&numbers), Some(answer));
            assert!((0..numbers.len()).all(|cut| read(&numbers[..cut]).is_none()));
        }
    }
}
