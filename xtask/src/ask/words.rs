//! Answers in words.

use super::world::World;
use arctic_cable_map::network::compare::Course;
use arctic_cable_map::network::{Corridor, Cut, EdgeKind, Remedy, Trouble, Way};

/// What a corridor is called.
pub(crate) fn corridor(corridor: Corridor) -> &'static str {
    match corridor {
        Corridor::Arctic => "through the Bering Strait, by what stands",
        Corridor::Suez => "past Suez",
        Corridor::American => "over America",
        Corridor::Siberian => "over land through Siberia or Kazakhstan",
        Corridor::NearEast => "over land through Iraq or Iran",
        Corridor::Cape => "round the Cape of Good Hope",
        Corridor::Arabian => "over land across Arabia",
    }
}

/// What a row of a comparison is called.
pub(crate) fn course(world: &World, course: Course) -> String {
    match course {
        Course::Direct => "direct".to_owned(),
        Course::Over(c) => corridor(c).to_owned(),
        Course::Proposal(cable) => format!("over the Arctic by {}", world.cable(cable)),
    }
}

/// What is cut.
pub(crate) fn cut(world: &World, cut: &Cut) -> String {
    let name = |found: Option<&arctic_cable_map::cable::Text>, id: &str| {
        found.map_or_else(|| id.to_owned(), |t| format!("{} ({id})", t.get("en")))
    };
    match cut {
        Cut::Cable(id) => format!("the whole cable {}", name(world.atlas.system(id).map(|s| &s.name), id)),
        Cut::Segment(id) => {
            let system = world.atlas.segment(id).and_then(|s| world.atlas.system(&s.system));
            format!("the segment {id}{}", system.map_or_else(String::new, |s| format!(" of {}", s.name.get("en"))))
        }
        Cut::Chokepoint(id) => {
            format!("everything through {}", name(world.gazetteer.chokepoint(id).map(|c| &c.name), id))
        }
        Cut::Landing(id) => {
            let at_sea = world.atlas.segments.iter().any(|s| !s.overland && (s.from == *id || s.to == *id));
            match (world.atlas.branching_unit(id), at_sea) {
                (Some(unit), _) => format!("the branching unit {}", name(Some(&unit.name), id)),
                (None, true) => format!("the landing {}", name(world.atlas.landing(id).map(|l| &l.name), id)),
                (None, false) => format!("the town {}", name(world.atlas.landing(id).map(|l| &l.name), id)),
            }
        }
    }
}

/// What is wrong, and what would work.
pub(crate) fn trouble(world: &World, trouble: &Trouble) -> String {
    let node = |n: &usize| format!("{} ({})", world.node(*n), world.network.nodes[*n].id);
    match trouble {
        Trouble::UnknownEnd { asked, near } => {
            let near: Vec<String> = near.iter().map(node).collect();
            let hint = if near.is_empty() {
                "take the id of a place or a landing of geodata/, as tokyo, or a position as lon,lat".to_owned()
            } else {
                format!("did you mean {}?", near.join(" or "))
            };
            format!("no place or landing is called “{asked}”; {hint}")
        }
        Trouble::UnknownCable(id) => format!("no cable has the id “{id}”; ids stand in geodata/*/cables.geojson"),
        Trouble::UnknownCut(cut) => format!("the data has no “{}” that could be cut", cut.to_link()),
        Trouble::SameEnd(n) => format!("both ends are {}; choose two different places", node(n)),
        Trouble::Inland(near) => {
            let near: Vec<String> = near.iter().map(|(n, km)| format!("{} {km:.0} km away", node(n))).collect();
            format!("this position lies inland, more than 500 km from any landing; the nearest: {}", near.join(", "))
        }
        Trouble::NothingStands(r) => format!("the scenario leaves no cable standing; {}", remedies(world, r)),
        Trouble::NotReached(n, r) => format!("no cable that stands reaches {}; {}", node(n), remedies(world, r)),
        Trouble::Apart(r) => format!("no chain of cables that stand joins the two ends; {}", remedies(world, r)),
    }
}

fn remedies(world: &World, remedies: &[Remedy]) -> String {
    let remedy = |r: &Remedy| match r {
        Remedy::Mend(c) => format!("mend {}", cut(world, c)),
        Remedy::MendAll => "mend all cuts".to_owned(),
        Remedy::Open(c) => format!("open the corridor {}", c.as_str()),
        Remedy::Allow(s) => format!("count systems that are {}", s.as_str()),
        Remedy::AnyYear => "take no year".to_owned(),
        Remedy::StartOver => "start over with what is in service".to_owned(),
    };
    match remedies {
        [] => "the data has no cable that would join them".to_owned(),
        all => format!("what would help: {}", all.iter().map(remedy).collect::<Vec<_>>().join(", or ")),
    }
}

/// The sea cables of a way, in order; what lies between them over land is “land”.
pub(crate) fn cables(world: &World, way: &Way) -> String {
    let mut out: Vec<String> = Vec::new();
    for edge in way.edges.iter().map(|e| &world.network.edges[*e]) {
        let name = match (edge.kind, edge.cable) {
            (EdgeKind::Backhaul, _) | (_, None) => continue,
            (EdgeKind::Land, _) => "land".to_owned(),
            (EdgeKind::Sea, Some(cable)) => world.cable(cable).to_owned(),
        };
        if out.last() != Some(&name) {
            out.push(name);
        }
    }
    out.join(" → ")
}

/// The chokepoints of a way, in order.
pub(crate) fn chokepoints(world: &World, way: &Way) -> String {
    let all: Vec<&str> = way.chokepoints.iter().map(|c| world.chokepoint(*c)).collect();
    if all.is_empty() { "none".to_owned() } else { all.join(", ") }
}
