//! A step's chart: bars with their values, how these came about, and whose they are.

use super::StageContext;
use crate::i18n::{Msg, Words};
use crate::story::{Chart, ChartText, RowKind};
use crate::web::build::{El, el, text};
use leptos::prelude::*;

fn name(kind: RowKind) -> Msg {
    match kind {
        RowKind::Measured => Msg::ChartMeasured,
        RowKind::Claimed => Msg::ChartClaimed,
        RowKind::Modelled => Msg::ChartModelled,
        RowKind::Limit => Msg::ChartLimit,
    }
}

fn value(words: &Words<'_>, unit: &str, value: f64) -> String {
    if unit == "km" { words.km(value) } else { words.ms(value) }
}

/// The chart as a list of bars, which reads as a table does.
pub(super) fn chart(cx: StageContext, chart: &Chart, said: &ChartText) -> AnyView {
    let most = chart.most();
    let rows = chart.rows.iter().map(|row| {
        let (number, kind) = cx.words(|w| (value(w, chart.unit, row.value), w.text(name(row.kind)).to_owned()));
        let width = crate::decimal::write(row.value / most * 100.0, 1);
        el("li")
            .attr("data-kind", row.kind.as_str())
            .child(el("span").class("name").text(said.row(&row.id)))
            .child(
                el("span").class("value").child(el("strong").text(number)).child(text(" ")).child(el("em").text(kind)),
            )
            .child(bar(&width))
            .into()
    });
    el("figure")
        .class("bars")
        .child(el("figcaption").text(said.title.clone()))
        .child(el("ul").children(rows.collect::<Vec<_>>()))
        .into()
}

/// A bar as long as a share of its row. The policy of the page allows no style in the markup; the number stands beside it.
fn bar(percent: &str) -> El {
    el("progress").attr("max", "100").attr("value", percent).attr("aria-hidden", "true")
}
