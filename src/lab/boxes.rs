//! The panel's boxes: the ends of a comparison, and what is to be cut.

use super::context::Lab;
use crate::app::search::Kind;
use crate::beside::Beside;
use crate::beside::combo::{Boxes, Offer, Sort};
use crate::i18n::Msg;
use crate::network::Cut;
use leptos::prelude::Get;

const ENDS: &[Kind] = &[Kind::Place, Kind::Landing];
const CUTS: &[Kind] = &[Kind::Cable, Kind::Landing, Kind::Chokepoint];

/// The boxes by their places.
pub(super) const FROM: usize = 0;
pub(super) const TO: usize = 1;
pub(super) const CUT: usize = 2;
/// The keys of the state that the ends stand in.
const KEYS: [&str; 2] = ["from", "to"];

impl Boxes for Lab {
    const ALL: [Sort; 3] = [
        Sort { id: "lab-from", label: Msg::LabFrom, prompt: Some(Msg::LabEndPrompt), kinds: ENDS, keeps: true },
        Sort { id: "lab-to", label: Msg::LabTo, prompt: Some(Msg::LabEndPrompt), kinds: ENDS, keeps: true },
        Sort { id: "lab-cut", label: Msg::LabCutSearch, prompt: None, kinds: CUTS, keeps: false },
    ];

    fn beside(self) -> Beside {
        self.beside
    }

    /// The end that is chosen.
    fn shown(self, which: usize) -> String {
        let Some(key) = KEYS.get(which) else { return String::new() };
        let link = self.key(key);
        if !self.built.get() {
            return link;
        }
        self.told(|known| known.network.end(&link).ok().map(|n| known.node(n))).flatten().unwrap_or(link)
    }

    fn take(self, which: usize, offer: &Offer) {
        match KEYS.get(which) {
            Some(key) => self.carry(&[(key, &offer.link)]),
            None => self.cut_all(Cut::parse(&offer.link).into_iter().collect()),
        }
    }
}
