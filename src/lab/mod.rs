//! The connectivity panel, an application beside the map: how far, how fast, what if. Fetched when it is asked for.

mod boxes;
mod conditions;
mod context;
mod cuts;
mod hand;
mod head;
mod machines;
mod measure;
mod part;
mod ways;
mod weak;
mod work;

use crate::beside::{Beside, combo, link, load, mount};
use context::Lab;
use leptos::prelude::*;

/// The place that the map keeps for the panel.
const PLACE: &str = "beside-lab";

/// Mounts the panel, and follows the map.
pub fn open() {
    mount(PLACE, || {
        let lab = Lab::new(Beside::new(link::state()));
        lab.begin(|_, _| ());
        load::start(lab.beside, PLACE, true);
        link::when_seabed(move || lab.seabed.update(|known| *known = !*known));
        combo::listen(lab, PLACE);
        context::listen(lab);
        work::follow(lab);
        measure::follow(lab);
        head::panel(lab)
    });
}
