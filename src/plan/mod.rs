//! The planner, an application beside the map: a cable from shore to shore by the shortest way through water, and what it would
//! change. Fetched when it is asked for; the ways are found by a worker, so that the page is never held up.

mod boxes;
mod context;
mod found;
mod hand;
mod head;
mod waters;
mod wishes;
mod work;

use crate::beside::{Beside, combo, link, load, mount};
use context::Planning;

/// The place that the map keeps for the panel.
const PLACE: &str = "beside-plan";

/// Mounts the panel, and follows the map.
pub fn open() {
    mount(PLACE, || {
        let planning = Planning::new(Beside::new(link::state()));
        planning.begin(|_, _| ());
        load::start(*planning, PLACE, false);
        combo::listen(planning, PLACE);
        context::listen(planning);
        work::follow(planning);
        head::panel(planning)
    });
}
