//! The pointers that are down.

use super::pinch::turn_deg;
use super::{Device, Gesture, Pinch};
use crate::plane::Point;

/// A longer press is no tap.
const TAP_MS: f64 = 500.0;
/// A second tap that comes sooner makes a double tap.
const DOUBLE_MS: f64 = 300.0;
/// How far from the first the second may be, in slops.
const DOUBLE_SLOPS: f64 = 3.0;
/// Two fingers turn the map only after turning this far themselves.
const TURN_THRESHOLD_DEG: f64 = 8.0;
/// Nearer to the middle, a drag with shift tells no angle.
const MIN_ARM_PX: f64 = 8.0;

#[derive(Clone, Copy, Debug)]
struct Held {
    id: i32,
    at: Point,
}

/// What the pointers have become since the first came down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Phase {
    /// Nothing yet; it may become a tap.
    #[default]
    Press,
    /// A drag.
    Drag,
    /// A drag with shift.
    Turn,
    /// Two fingers, and how far they have turned.
    Pinch { turned_deg: f64, turns: bool },
    /// Too long, or more than two fingers, or left to the page.
    Idle,
}

#[derive(Clone, Copy, Debug)]
struct Press {
    at: Point,
    time_ms: f64,
    device: Device,
    shift: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Pointers {
    held: Vec<Held>,
    phase: Phase,
    press: Option<Press>,
    last_tap: Option<Press>,
}

impl Pointers {
    pub(super) fn is_moving(&self) -> bool {
        !self.held.is_empty() && !matches!(self.phase, Phase::Press | Phase::Idle)
    }

    pub(super) fn down(&mut self, id: i32, at: Point, device: Device, primary: bool, shift: bool, time_ms: f64) {
        if !primary {
            return;
        }
        self.held.retain(|h| h.id != id);
        self.held.push(Held { id, at });
        match self.held.len() {
            1 => {
                self.phase = Phase::Press;
                self.press = Some(Press { at, time_ms, device, shift });
            }
            2 => self.phase = Phase::Pinch { turned_deg: 0.0, turns: false },
            _ => self.phase = Phase::Idle,
        }
    }

    pub(super) fn moved(&mut self, id: i32, at: Point, middle: Point, embedded: bool) -> Option<Gesture> {
        let i = self.held.iter().position(|h| h.id == id)?;
        let press = self.press?;
        let mut from = self.held[i].at;
        if self.phase == Phase::Press {
            if at.distance(press.at) <= press.device.slop_px() {
                return None;
            }
            if embedded && press.device == Device::Touch {
                self.phase = Phase::Idle;
                return Some(Gesture::TouchHint);
            }
            // The map follows from where the hand came down, so that it keeps hold of that point.
            from = press.at;
            self.phase = if press.shift { Phase::Turn } else { Phase::Drag };
        }
        if from == at {
            return None;
        }
        let before = [self.held.first()?.at, self.held.get(1).map_or(at, |h| h.at)];
        self.held[i].at = at;
        match self.phase {
            Phase::Drag => Some(Gesture::Pan { from, to: at }),
            Phase::Turn if from.distance(middle) < MIN_ARM_PX || at.distance(middle) < MIN_ARM_PX => None,
            Phase::Turn => Some(Gesture::TurnAt { at: middle, deg: turn_deg(middle, from, middle, at) }),
            Phase::Pinch { turned_deg, turns } => {
                let pinch = Pinch { from: before, to: [self.held.first()?.at, self.held.get(1)?.at] };
                let turned_deg = turned_deg + pinch.turn_deg();
                self.phase = Phase::Pinch { turned_deg, turns: turns || turned_deg.abs() > TURN_THRESHOLD_DEG };
                Some(Gesture::Pinch(if turns { pinch } else { pinch.without_turn() }))
            }
            Phase::Press | Phase::Idle => None,
        }
    }

    pub(super) fn up(&mut self, id: i32, at: Point, time_ms: f64) -> Option<Gesture> {
        let i = self.held.iter().position(|h| h.id == id)?;
        self.held.remove(i);
        let press = self.press?;
        let tapped = self.phase == Phase::Press
            && at.distance(press.at) <= press.device.slop_px()
            && time_ms - press.time_ms <= TAP_MS;
        self.settle_phase();
        if !tapped {
            self.last_tap = None;
            return None;
        }
        let tap = Press { at, time_ms, ..press };
        let double = self.last_tap.take().is_some_and(|first| {
            first.device == tap.device
                && time_ms - first.time_ms <= DOUBLE_MS
                && at.distance(first.at) <= DOUBLE_SLOPS * tap.device.slop_px()
        });
        if double {
            return Some(Gesture::ZoomAt { at, octaves: if tap.shift { -1.0 } else { 1.0 } });
        }
        self.last_tap = Some(tap);
        Some(Gesture::Tap { at, device: tap.device })
    }

    pub(super) fn cancel(&mut self, id: i32) {
        self.held.retain(|h| h.id != id);
        self.last_tap = None;
        self.settle_phase();
        if self.phase == Phase::Press {
            self.phase = Phase::Idle;
        }
    }

    /// After a pointer has gone, those that stay go on as many as they are.
    fn settle_phase(&mut self) {
        match (self.held.len(), self.phase) {
            (0, _) => self.press = None,
            (1, Phase::Pinch { .. }) => self.phase = Phase::Drag,
            (2, Phase::Idle) => self.phase = Phase::Pinch { turned_deg: 0.0, turns: false },
            _ => {}
        }
    }
}
