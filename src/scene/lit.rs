//! What a selection concerns: the rest is dimmed.

use super::pick::Picked;
use super::world::World;
use crate::cable::MarkKind;
use crate::network::chokepoints::meets;

/// The systems and landings that a selection concerns. Where nothing is selected, or what is selected
/// concerns no cable of this map, nothing is dimmed.
#[derive(Clone, Debug, Default)]
pub(super) struct Lit<'a> {
    of: Option<Concerned<'a>>,
}

#[derive(Clone, Debug, Default)]
struct Concerned<'a> {
    systems: Vec<&'a str>,
    landings: Vec<&'a str>,
}

impl<'a> Lit<'a> {
    /// What `selected` concerns. It looks at every line, so it is worked out once a frame.
    pub(super) fn new(world: &'a World, selected: Option<&'a Picked>) -> Self {
        let lines = || world.lines();
        let mut of = Concerned::default();
        match selected {
            None | Some(Picked::Place(_)) => return Self { of: world.overlays().has_ways().then_some(of) },
            Some(Picked::Cable(id)) => of.systems.push(id),
            Some(Picked::Event(id)) => {
                let event = world.around().point(MarkKind::Event, id);
                of.systems.extend(event.into_iter().flat_map(|p| &p.mark.systems).map(String::as_str));
            }
            Some(Picked::Landing(id)) => {
                of.systems.extend(lines().filter(|l| l.ends.contains(id)).map(|l| l.system.as_str()));
                of.landings.push(id);
            }
            Some(Picked::Chokepoint(id)) => {
                if let Some(strait) = world.around().point(MarkKind::Chokepoint, id) {
                    let inside = lines().filter(|l| l.cap.meets(&strait.cap) && meets(&l.points, &strait.rings));
                    of.systems.extend(inside.map(|l| l.system.as_str()));
                }
            }
        }
        if matches!(selected, Some(Picked::Cable(_) | Picked::Event(_))) {
            let of_system = lines().filter(|l| of.systems.contains(&l.system.as_str()));
            of.landings = of_system.flat_map(|l| &l.ends).map(String::as_str).collect();
        }
        // An event may be about systems that this map does not hold.
        let known = lines().any(|l| of.systems.contains(&l.system.as_str())) || !of.landings.is_empty();
        Self { of: known.then_some(of) }
    }

    /// Whether something is dimmed.
    pub(super) fn dims(&self) -> bool {
        self.of.is_some()
    }

    /// Whether this system is not dimmed.
    pub(super) fn system(&self, id: &str) -> bool {
        self.of.as_ref().is_none_or(|of| of.systems.contains(&id))
    }

    /// Whether this landing is not dimmed.
    pub(super) fn landing(&self, id: &str) -> bool {
        self.of.as_ref().is_none_or(|of| of.landings.contains(&id))
    }

    /// Whether the selection is about this system: it is brought out of the web.
    pub(super) fn brings_out(&self, system: &str) -> bool {
        self.of.as_ref().is_some_and(|of| of.systems.contains(&system))
    }

    /// Whether the selection is about this landing.
    pub(super) fn brings_out_landing(&self, id: &str) -> bool {
        self.of.as_ref().is_some_and(|of| of.landings.contains(&id))
    }
}
