//! The corridors between the Atlantic side of the world and the Indo-Pacific side, by where a way goes over.
//!
//! One closed line is drawn round the world, over land and ice where it can: from Antarctica to the Cape of Good Hope,
//! up Africa to the isthmus of Suez, over the Near East to Central Asia, up the 65th meridian and along Siberia to the
//! Bering Strait, over Alaska and down the Americas to Cape Horn. It parts the world in two: Europe, the Atlantic and its
//! shores on one side, the Indian Ocean and the Pacific on the other. It is cut into walls, one to a corridor. A way takes
//! a corridor when it crosses that wall an odd number of times and no other wall at all; a way with none stays on its side.
//! Parts of the line that no cable meets need no wall. One wall more stands across Arabia: the lines over land there go past
//! Bab-el-Mandeb without leaving the side they are on.

use super::chokepoints::crosses;
use crate::sphere::{LonLat, UnitVec};

/// Where a way goes over from one side of the world to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corridor {
    /// Through the Bering Strait.
    Arctic,
    /// Over the isthmus of Suez, or past it to Eilat and Aqaba.
    Suez,
    /// Over America, by land or round it.
    American,
    /// Over land through Siberia or Kazakhstan.
    Siberian,
    /// Over land through Iraq or Iran.
    NearEast,
    /// Round the Cape of Good Hope.
    Cape,
    /// Over land across Arabia, past Bab-el-Mandeb: a short cut on one side of the world, which can be closed like a corridor.
    Arabian,
}

impl Corridor {
    /// Every corridor from one side of the world to the other.
    pub const ALL: [Self; 6] = [Self::Arctic, Self::Suez, Self::American, Self::Siberian, Self::NearEast, Self::Cape];

    /// All that can be closed, with their names in links.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("arctic", Self::Arctic),
        ("suez", Self::Suez),
        ("american", Self::American),
        ("siberian", Self::Siberian),
        ("near-east", Self::NearEast),
        ("cape", Self::Cape),
        ("arabian", Self::Arabian),
    ];

    /// The name in links.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(_, c)| *c == self).map_or("", |(name, _)| name)
    }

    /// The corridor of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(n, _)| *n == name).map(|(_, c)| *c)
    }

    /// The line that a way over this corridor crosses: longitudes and latitudes, great circles between them.
    #[must_use]
    pub fn wall(self) -> &'static [(f64, f64)] {
        match self {
            Self::Arctic => &[(-172.0, 66.5), (-166.0, 65.4)],
            Self::Suez => &[(27.0, 29.5), (31.6, 30.55), (34.0, 30.5), (36.0, 30.5)],
            Self::NearEast => &[(36.0, 30.5), (45.0, 31.8), (60.0, 34.0), (65.0, 42.0)],
            Self::Siberian => &[(65.0, 42.0), (65.0, 68.0)],
            Self::American => &[
                (-98.0, 62.0),
                (-100.0, 40.0),
                (-100.0, 20.0),
                (-90.0, 15.0),
                (-83.0, 9.5),
                (-79.7, 9.1),
                (-75.0, 4.0),
                (-70.0, -15.0),
                (-70.0, -40.0),
                (-70.0, -54.0),
                (-66.0, -66.0),
            ],
            Self::Cape => &[(20.0, -30.0), (20.0, -68.0)],
            Self::Arabian => &[(36.0, 30.5), (41.0, 27.0), (43.0, 22.0), (46.0, 14.0)],
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Some of the corridors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Corridors(u8);

impl Corridors {
    /// No corridor.
    pub const NONE: Self = Self(0);

    /// Those of a list.
    #[must_use]
    pub fn of(list: &[Corridor]) -> Self {
        Self(list.iter().fold(0, |bits, c| bits | c.bit()))
    }

    /// Whether the corridor is among them.
    #[must_use]
    pub const fn has(self, corridor: Corridor) -> bool {
        self.0 & corridor.bit() != 0
    }

    /// Those and `corridor`.
    #[must_use]
    pub const fn with(self, corridor: Corridor) -> Self {
        Self(self.0 | corridor.bit())
    }

    /// Those but `corridor`.
    #[must_use]
    pub const fn without(self, corridor: Corridor) -> Self {
        Self(self.0 & !corridor.bit())
    }

    /// Whether the two have none in common.
    #[must_use]
    pub const fn is_apart(self, other: Self) -> bool {
        self.0 & other.0 == 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Corridor> {
        Corridor::NAMES.iter().map(|(_, c)| *c).filter(move |c| self.has(*c))
    }

    /// The corridors whose walls a line crosses an odd number of times.
    #[must_use]
    pub fn crossed_by(line: &[UnitVec]) -> Self {
        let odd = |corridor: &Corridor| {
            let wall: Vec<UnitVec> =
                corridor.wall().iter().map(|&(lon, lat)| LonLat::new(lon, lat).to_unit()).collect();
            let hits = |leg: &[UnitVec]| wall.windows(2).filter(|w| crosses(leg[0], leg[1], w[0], w[1])).count();
            line.windows(2).map(hits).sum::<usize>() % 2 == 1
        };
        Self(Corridor::NAMES.iter().filter(|(_, c)| odd(c)).fold(0, |bits, (_, c)| bits | c.bit()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(points: &[(f64, f64)]) -> Vec<Corridor> {
        let line: Vec<UnitVec> = points.iter().map(|&(lon, lat)| LonLat::new(lon, lat).to_unit()).collect();
        Corridors::crossed_by(&line).iter().collect()
    }

    #[test]
    fn each_corridor_is_told_by_where_a_line_goes_over() {
        assert_eq!(over(&[(-168.8, 69.0), (-168.8, 64.0)]), [Corridor::Arctic]);
        assert_eq!(over(&[(29.9, 31.2), (32.53, 29.97)]), [Corridor::Suez]);
        assert_eq!(over(&[(-122.0, 47.0), (-87.6, 41.9)]), [Corridor::American]);
        assert_eq!(over(&[(60.6, 56.8), (73.4, 55.0)]), [Corridor::Siberian]);
        assert_eq!(over(&[(44.4, 33.3), (47.8, 30.5)]), [Corridor::NearEast]);
        assert_eq!(over(&[(15.0, -35.0), (30.0, -36.0)]), [Corridor::Cape]);
        assert_eq!(over(&[(39.2, 21.5), (46.7, 24.7)]), [Corridor::Arabian]);
        assert_eq!(over(&[(-5.0, 48.0), (-70.0, 40.0)]), []);
    }

    #[test]
    fn there_and_back_is_not_over() {
        assert_eq!(over(&[(-168.8, 64.0), (-168.8, 69.0), (-169.0, 64.0)]), []);
    }

    #[test]
    fn sets_hold_what_is_put_in() {
        let set = Corridors::of(&[Corridor::Suez, Corridor::Cape]);
        assert!(set.has(Corridor::Cape) && !set.without(Corridor::Cape).has(Corridor::Cape));
        assert!(set.with(Corridor::Arctic).has(Corridor::Arctic) && !set.is_apart(Corridors::of(&[Corridor::Suez])));
        for (name, corridor) in Corridor::NAMES {
            assert_eq!((Corridor::parse(name), corridor.as_str()), (Some(*corridor), *name));
        }
    }
}
