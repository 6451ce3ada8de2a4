//! The planner's boxes: the ends, and points to pass. A position may be typed too.

use super::context::Planning;
use crate::app::lab::read_position;
use crate::app::plan::position;
use crate::app::search::Kind;
use crate::beside::Beside;
use crate::beside::combo::{Boxes, Offer, Sort};
use crate::i18n::Msg;
use leptos::prelude::*;

/// A box by its id.
const fn sort(id: &'static str, label: Msg, keeps: bool) -> Sort {
    Sort { id, label, prompt: Some(Msg::LabEndPrompt), kinds: &[Kind::Place, Kind::Landing], keeps }
}

/// The boxes by their places.
pub(super) const FROM: usize = 0;
pub(super) const TO: usize = 1;
pub(super) const VIA: usize = 2;

impl Boxes for Planning {
    const ALL: [Sort; 3] = [
        sort("plan-from", Msg::LabFrom, true),
        sort("plan-to", Msg::LabTo, true),
        sort("plan-via", Msg::PlanVia, false),
    ];

    fn beside(self) -> Beside {
        *self
    }

    fn shown(self, which: usize) -> String {
        let (plan, _) = self.plan();
        self.loaded.track();
        plan.stops.get(which).filter(|stop| !stop.is_empty()).map(|stop| self.name(stop)).unwrap_or_default()
    }

    fn take(self, which: usize, offer: &Offer) {
        let stop = offer.link.clone();
        if which == VIA { self.pass(stop) } else { self.set_end(which, stop) }
    }

    fn own(self, typed: &str) -> Option<Offer> {
        let link = position(read_position(typed)?);
        Some(Offer { name: self.name(&link), detail: String::new(), link })
    }

    /// A box that is emptied is an end no more.
    fn emptied(self, which: usize) {
        if untrack(|| self.plan()).0.stops.get(which).is_some_and(|stop| !stop.is_empty()) {
            self.set_end(which, String::new());
        }
    }
}
