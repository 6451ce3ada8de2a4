//! From one place to another: the best way over each corridor, side by side.

use super::trouble::why;
use super::way::Limit;
use super::{Assumptions, Corridor, Corridors, Network, Scenario, Standing, Trouble, Way, search};

/// What a row of a comparison is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// A way that stays on one side of the world.
    Direct,
    /// The best way over a corridor.
    Over(Corridor),
    /// The best way over the Arctic by that system, though it does not stand yet.
    Proposal(usize),
}

/// The best way of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub course: Course,
    /// Whether the scenario closes the corridor: the way is what there would be, were it open.
    pub closed: bool,
    /// The way; `None` where there is none.
    pub way: Option<Way>,
}

/// The ways from one end to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The ends.
    pub ends: [usize; 2],
    /// What no way can be shorter than.
    pub limit: Limit,
    /// The best way over whatever the scenario leaves; `Err` says why there is none.
    pub best: Result<Way, Trouble>,
    /// One row for each course: [`Course::Direct`], the proposals over the Arctic, the corridors.
    pub rows: Vec<Row>,
}

/// Compares the ways between two nodes. Each proposal over the Arctic is tried as if it stood, beside what stands.
///
/// # Errors
/// The same node twice, or a scenario that names what is not there. That no way leads over what stands is told in
/// [`Comparison::best`]: a proposal may still have one.
pub fn compare(
    network: &Network,
    scenario: &Scenario,
    assumptions: &Assumptions,
    ends: [usize; 2],
) -> Result<Comparison, Trouble> {
    if ends[0] == ends[1] {
        return Err(Trouble::SameEnd(ends[0]));
    }
    let costs = assumptions.costs(network);
    let way = |path: search::Path| Way::new(network, path, assumptions);
    let standing = scenario.standing(network)?;
    let best = search::shortest(network, &standing, &costs, ends[0], ends[1]).map(way);
    let mut rows = vec![Row {
        course: Course::Direct,
        closed: false,
        way: search::on_one_side(network, &standing, &costs, ends).map(way),
    }];
    for cable in network.proposals() {
        let open =
            Scenario { closed: scenario.closed.without(Corridor::Arctic), ..scenario.and(&network.cables[cable].id) };
        let standing = arctic_by(network, open.standing(network)?, cable);
        let way = search::by_corridor(network, &standing, &costs, ends, Corridor::Arctic).map(way);
        rows.push(Row { course: Course::Proposal(cable), closed: scenario.closed.has(Corridor::Arctic), way });
    }
    for corridor in Corridor::ALL {
        let open = Scenario { closed: scenario.closed.without(corridor), ..scenario.clone() };
        let way = search::by_corridor(network, &open.standing(network)?, &costs, ends, corridor).map(way);
        rows.push(Row { course: Course::Over(corridor), closed: scenario.closed.has(corridor), way });
    }
    Ok(Comparison {
        ends,
        limit: Limit::between(network, ends, assumptions),
        best: best.ok_or_else(|| why(network, scenario, ends)),
        rows,
    })
}

/// The same with nothing through the Bering Strait but that system.
fn arctic_by(network: &Network, mut standing: Standing, cable: usize) -> Standing {
    let arctic = Corridors::of(&[Corridor::Arctic]);
    for (edge, stands) in network.edges.iter().zip(&mut standing.edges) {
        *stands &= edge.cable == Some(cable) || edge.crosses.is_apart(arctic);
    }
    standing
}
