//! The pace of a map in motion: as many pixels as the machine draws in time.
//!
//! Without a GPU a browser fills every pixel by itself, and a large window of a dense screen holds more of them than one can
//! fill sixty times a second. What moves is drawn in fewer pixels then, and with fewer corners; what rests is never.

/// A frame that keeps the page for longer does not come in time: what is left of 1/60 s is the browser's own.
const LATE_MS: f64 = 14.0;
/// A frame that keeps the page no longer would come in time with the next finer step, too.
const EARLY_MS: f64 = 6.0;
/// So many late frames, less those in time, make a step coarser.
const TOO_LATE: i32 = 3;
/// So many early ones, less the others, make a step finer: a second of motion.
const EARLY_ENOUGH: i32 = -60;
/// Pixels each way of a step, as a share of the device's: each step has 9/16 of the pixels of the one before.
const SHARES: [f64; 3] = [1.0, 0.75, 0.5625];

/// What the last frames in motion cost, and what follows from that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    step: usize,
    /// Late frames over early ones.
    late: i32,
}

impl Pace {
    /// Pixels each way of a frame in motion, as a share of those of the screen.
    #[must_use]
    pub fn share(self) -> f64 {
        SHARES.get(self.step).copied().unwrap_or(1.0)
    }

    /// A frame in motion kept the page for so many milliseconds, from its beginning until the page was free again.
    pub fn took(&mut self, ms: f64) {
        let late =
            if ms > LATE_MS { self.late.max(0) + 1 } else { self.late - i32::from(ms < EARLY_MS || self.late > 0) };
        let step = match late {
            TOO_LATE.. if self.step + 1 < SHARES.len() => self.step + 1,
            ..=EARLY_ENOUGH => self.step.saturating_sub(1),
            _ => {
                self.late = late.clamp(EARLY_ENOUGH, TOO_LATE);
                return;
            }
        };
        *self = Self { step, late: 0 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(pace: Pace, frames_ms: &[f64], times: usize) -> Pace {
        let mut pace = pace;
        (0..times).for_each(|_| frames_ms.iter().for_each(|ms| pace.took(*ms)));
        pace
    }

    #[test]
    fn a_machine_that_keeps_up_draws_every_pixel() {
        for frames_ms in [vec![3.0], vec![13.0], vec![3.0, 40.0], vec![10.0, 10.0, 25.0]] {
            assert_eq!(after(Pace::default(), &frames_ms, 200).share().to_bits(), 1.0_f64.to_bits(), "{frames_ms:?}");
        }
    }

    #[test]
    fn one_that_does_not_draws_fewer_within_three_frames_and_never_less_than_a_third_of_them() {
        let slow = after(Pace::default(), &[18.0], 3);
        assert!((slow.share() - 0.75).abs() < 1e-12);
        let slower = after(slow, &[18.0], 500);
        assert!((slower.share().powi(2) - 0.316).abs() < 1e-3, "{}", slower.share());
        assert_eq!(after(slow, &[9.0, 8.0], 500).share().to_bits(), slow.share().to_bits(), "neither late nor early");
    }

    #[test]
    fn a_second_of_early_frames_makes_it_finer_again() {
        let slow = after(Pace::default(), &[30.0], 3);
        assert_eq!(after(slow, &[4.0], 59).share().to_bits(), slow.share().to_bits());
        assert_eq!(after(slow, &[4.0], 60).share().to_bits(), 1.0_f64.to_bits());
        let mixed = after(slow, &[4.0, 4.0, 4.0, 20.0], 500);
        assert_eq!(mixed.share().to_bits(), slow.share().to_bits(), "a late one begins the count anew");
    }
}
