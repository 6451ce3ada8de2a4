//! The pace of a map in motion: as many pixels as the machine draws in time.
//!
//! Without a GPU a browser fills every pixel by itself, and a large window of a dense screen holds more of them than one can
//! fill sixty times a second. What moves is drawn in fewer pixels then, and with fewer corners; what rests is never.

/// A frame that keeps the page for longer does not come in time: what is left of 1/60 s is the browser's own.
const LATE_MS: f64 = 14.0;
/// Pixels each way of a step, as a share of those of the finer one before: 9/16 of its pixels.
const COARSER: f64 = 0.75;
/// A frame that keeps the page no longer comes in time with the next finer step, too, were it all for pixels.
const EARLY_MS: f64 = LATE_MS * COARSER * COARSER;
/// So many late frames, less those in time, make a step coarser. The first frames of a motion are the slowest, as what they
/// need is made or compiled, and some of them do not count.
const TOO_LATE: i32 = 8;
/// So many early ones make a step finer: half a second of motion.
const EARLY_ENOUGH: i32 = 30;
/// A late one takes so many off: now and then one is, as when a picture that was moved on is made anew.
const LATE_UNDOES: i32 = 10;
/// No coarser than two steps: a third of the pixels.
const COARSEST: i32 = 2;

/// What the last frames in motion cost, and what follows from that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    step: i32,
    /// Late frames less those in time, never less than none.
    late: i32,
    /// Early frames less what late ones take off, never less than none.
    early: i32,
}

impl Pace {
    /// Pixels each way of a frame in motion, as a share of those of the screen.
    #[must_use]
    pub fn share(self) -> f64 {
        COARSER.powi(self.step)
    }

    /// A frame in motion kept the page for so many milliseconds, from its beginning until the page was free again.
    pub fn took(&mut self, ms: f64) {
        let is_late = ms > LATE_MS;
        self.late = (self.late + if is_late { 1 } else { -1 }).max(0);
        self.early = if is_late { (self.early - LATE_UNDOES).max(0) } else { self.early + i32::from(ms < EARLY_MS) };
        let step = if self.late >= TOO_LATE {
            (self.step + 1).min(COARSEST)
        } else if self.early >= EARLY_ENOUGH {
            (self.step - 1).max(0)
        } else {
            return;
        };
        *self = Self { step, ..Self::default() };
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

    fn assert_share(pace: Pace, share: f64) {
        assert!((pace.share() - share).abs() < 1e-12, "{} of {share}", pace.share());
    }

    #[test]
    fn a_machine_that_keeps_up_draws_every_pixel() {
        for frames_ms in [vec![3.0], vec![13.0], vec![3.0, 40.0], vec![10.0, 10.0, 25.0]] {
            assert_share(after(Pace::default(), &frames_ms, 200), 1.0);
        }
    }

    #[test]
    fn the_slow_frames_at_the_beginning_of_a_motion_do_not_count() {
        let cold = after(Pace::default(), &[40.0], 7);
        assert_share(cold, 1.0);
        assert_share(after(cold, &[9.0], 500), 1.0);
    }

    #[test]
    fn one_that_does_not_draws_fewer_and_never_less_than_a_third_of_them() {
        let slow = after(Pace::default(), &[18.0], 8);
        assert_share(slow, 0.75);
        assert_share(after(slow, &[18.0], 8), 0.5625);
        assert_share(after(slow, &[18.0], 500), 0.5625);
        assert_share(after(slow, &[9.0, 8.0], 500), 0.75);
    }

    #[test]
    fn half_a_second_of_early_frames_makes_it_finer_again() {
        let slow = after(Pace::default(), &[30.0], 8);
        assert_share(after(slow, &[4.0], 29), 0.75);
        assert_share(after(slow, &[4.0], 30), 1.0);
        assert_share(after(slow, &[4.0, 4.0, 4.0, 20.0], 500), 0.75);
        // One late among twenty is no reason to stay coarse, nor to become so again.
        let mostly: Vec<f64> = [20.0].into_iter().chain([4.0; 19]).collect();
        assert_share(after(slow, &mostly, 50), 1.0);
    }

    /// What a frame costs is in part fixed and in part for its pixels: where the machine settles, it stays.
    #[test]
    fn no_machine_goes_to_and_fro() {
        for (fixed_ms, pixels_ms) in (0..20).flat_map(|f| (1..40).map(move |p| (f64::from(f), f64::from(p)))) {
            let mut pace = Pace::default();
            let mut shares = vec![pace.share()];
            for _ in 0..1000 {
                pace.took(fixed_ms + pixels_ms * pace.share().powi(2));
                shares.push(pace.share());
            }
            let finer = shares.windows(2).filter(|pair| pair[1] > pair[0]).count();
            assert_eq!(finer, 0, "{fixed_ms} ms and {pixels_ms} ms for pixels");
        }
    }
}
