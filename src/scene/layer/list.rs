//! Every layer, the lowest first: the order of drawing, of the legend's switches, and of what links can name.

use super::{Frame, Group, Layer, Sign, cables, contours, graticule, ground, land, marks, relief, sea, tissot};
use crate::cable::MarkKind;
use crate::scene::{Colour, DisplayList, StrokeId, World, label, overlay};

/// A layer that cannot be switched, with nothing in the legend.
const fn fixed(id: &'static str, draw: fn(&World, &Frame<'_>, &mut DisplayList)) -> Layer {
    Layer {
        id,
        group: Group::Ground,
        switchable: false,
        default_on: true,
        key: (Sign::Area, None, Colour::Land),
        styles: &[],
        has: always,
        draw,
    }
}

/// A layer with a switch that shows to begin with.
const fn switch(
    id: &'static str,
    group: Group,
    key: (Sign, Option<StrokeId>, Colour),
    has: fn(&World) -> bool,
    draw: fn(&World, &Frame<'_>, &mut DisplayList),
) -> Layer {
    Layer { id, group, switchable: true, default_on: true, key, styles: &[], has, draw }
}

const fn off(layer: Layer) -> Layer {
    Layer { default_on: false, ..layer }
}

const fn drawing(layer: Layer, styles: &'static [&'static str]) -> Layer {
    Layer { styles, ..layer }
}

fn always(_: &World) -> bool {
    true
}

/// Labels are placed together and drawn last.
fn nothing(_: &World, _: &Frame<'_>, _: &mut DisplayList) {}

const fn line(stroke: StrokeId, colour: Colour) -> (Sign, Option<StrokeId>, Colour) {
    (Sign::Line, Some(stroke), colour)
}

/// So many layers, the lowest, lie flat on the map: where it is shifted, turned or scaled they are too, in all but the width
/// of their lines. Those above keep their size and stay upright; the crosses of cables that carry nothing are small enough to
/// turn along.
pub(super) const FLAT: usize = 12;

/// Every layer, the lowest first.
pub const LAYERS: &[Layer] = &[
    fixed("sea", sea::draw),
    drawing(
        switch("seabed", Group::Ground, (Sign::Area, None, Colour::Sea), World::has_seabed, relief::draw),
        &["seabed"],
    ),
    off(switch("contours", Group::Ground, line(StrokeId::Coast, Colour::SeaText), World::has_seabed, contours::draw)),
    switch("graticule", Group::Ground, line(StrokeId::Graticule, Colour::Graticule), always, graticule::draw),
    drawing(
        off(switch(
            "sea-ice-march",
            Group::Ground,
            (Sign::Area, Some(StrokeId::IceMarch), Colour::SeaIce),
            |w| !w.around().ice[0].area.is_empty(),
            ground::march,
        )),
        &["sea-ice-march"],
    ),
    drawing(
        off(switch(
            "sea-ice-september",
            Group::Ground,
            (Sign::Area, Some(StrokeId::IceSeptember), Colour::SeaIce),
            |w| !w.around().ice[1].area.is_empty(),
            ground::september,
        )),
        &["sea-ice-september"],
    ),
    fixed("land", land::draw),
    drawing(
        switch(
            "borders",
            Group::Ground,
            line(StrokeId::Border, Colour::Border),
            |w| !w.around().borders[0].is_empty(),
            ground::borders,
        ),
        &["border", "border-disputed"],
    ),
    off(switch("tissot", Group::Ground, (Sign::Area, Some(StrokeId::Coast), Colour::Indicatrix), always, tissot::draw)),
    switch("circles", Group::Ground, line(StrokeId::Circle, Colour::Circle), always, graticule::draw_circle),
    fixed("cables", cables::draw),
    fixed("crosses", marks::crosses),
    drawing(
        off(switch(
            "chokepoints",
            Group::Context,
            (Sign::Narrows, None, Colour::Mark),
            |w| w.around().has(MarkKind::Chokepoint),
            marks::chokepoints,
        )),
        &["chokepoint"],
    ),
    drawing(
        switch(
            "cities",
            Group::Context,
            (Sign::Dot, None, Colour::Mark),
            |w| w.around().has(MarkKind::City),
            marks::cities,
        ),
        &["place"],
    ),
    switch(
        "landings",
        Group::Cables,
        (Sign::Ring, Some(StrokeId::DotEdge), Colour::Dot),
        |w| !w.chart().landings.is_empty(),
        cables::draw_landings,
    ),
    drawing(
        off(switch(
            "events",
            Group::Context,
            (Sign::Flag, None, Colour::Mark),
            |w| w.around().has(MarkKind::Event),
            marks::events,
        )),
        &["event"],
    ),
    drawing(
        switch(
            "supercomputers",
            Group::Context,
            (Sign::Diamond, None, Colour::Machine),
            |w| w.around().has(MarkKind::Supercomputer),
            marks::supercomputers,
        ),
        &["place"],
    ),
    fixed("chosen", marks::chosen),
    fixed("overlay", overlay::draw),
    drawing(
        switch(
            "countries",
            Group::Ground,
            (Sign::Text, None, Colour::LandText),
            |w| !w.around().countries.is_empty(),
            nothing,
        ),
        &["country"],
    ),
    switch("labels", Group::Ground, (Sign::Text, None, Colour::Text), always, label::draw),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cables_with_their_crosses_are_the_last_that_lie_flat() {
        assert_eq!(LAYERS[FLAT - 1].id, "crosses");
    }
}
