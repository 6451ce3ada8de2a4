//! What a selection concerns: the rest is dimmed.

use super::pick::Picked;
use super::world::World;

/// The systems and landings that a selection concerns; everything, where nothing is selected.
pub(super) enum Lit<'a> {
    All,
    Some { systems: Vec<&'a str>, landings: Vec<&'a str> },
}

impl<'a> Lit<'a> {
    /// What `selected` concerns.
    pub(super) fn new(world: &'a World, selected: Option<&'a Picked>) -> Self {
        let lines = world.lines();
        match selected {
            None => Self::All,
            Some(Picked::Cable(id)) => {
                let of_system = lines.iter().filter(|l| l.system == *id);
                let landings = of_system.flat_map(|l| &l.ends).map(String::as_str).collect();
                Self::Some { systems: vec![id.as_str()], landings }
            }
            Some(Picked::Landing(id)) => {
                let systems = lines.iter().filter(|l| l.ends.contains(id)).map(|l| l.system.as_str()).collect();
                Self::Some { systems, landings: vec![id.as_str()] }
            }
        }
    }

    /// Whether it concerns this system.
    pub(super) fn system(&self, id: &str) -> bool {
        match self {
            Self::All => true,
            Self::Some { systems, .. } => systems.contains(&id),
        }
    }

    /// Whether it concerns this landing.
    pub(super) fn landing(&self, id: &str) -> bool {
        match self {
            Self::All => true,
            Self::Some { landings, .. } => landings.contains(&id),
        }
    }
}
