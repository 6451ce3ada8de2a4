//! The comparison: each way with its bar and its figures, all of them side by side, and what was published.

use super::context::{Lab, Tab};
use super::part::{fold, look, paragraph, section, table};
use super::work;
use crate::app::lab::{Claim, Row, Under, Ways};
use crate::i18n::Msg;
use crate::web::build::{El, el, text};
use leptos::prelude::*;

/// What a screen reader is told when an answer has come.
pub(super) fn said(lab: Lab) -> String {
    lab.answered.track();
    work::answers(|a| match (lab.tab(), &a.ways, &a.harm) {
        (Tab::Cuts, _, Some(Ok(harm))) => harm.verdict.clone(),
        (Tab::Ways | Tab::Cuts, Some(Ok(ways)), _) => ways.finding.clone(),
        (Tab::Ways | Tab::Cuts, Some(Err(trouble)), _) => trouble.clone(),
        _ => String::new(),
    })
}

/// The part of the panel; tracks the answers.
pub(super) fn part(lab: Lab) -> AnyView {
    lab.answered.track();
    work::answers(|answers| match &answers.ways {
        None => text(""),
        Some(Err(trouble)) => paragraph("finding alert", trouble.as_str()),
        Some(Ok(ways)) => el("div")
            .class("ways")
            .child(paragraph("finding", ways.finding.as_str()))
            .child(list(lab, ways, &answers.under))
            .child(paragraph("note", ways.limit.as_str()))
            .child(paragraph("note", ways.none.as_str()))
            .child(side_by_side(lab, ways, &answers.under))
            .child(claims(lab, &ways.claims))
            .into(),
    })
}

/// The bars; what they show stands beside them in figures.
fn list(lab: Lab, ways: &Ways, under: &[Under]) -> El {
    let bar = |class: String, share: f64| {
        el("progress")
            .attr("class", class)
            .attr("aria-hidden", "true")
            .attr("max", "1")
            .attr("value", crate::decimal::write(share, 4))
    };
    let row = |(i, row): (usize, &Row)| {
        let class = row.look.map_or_else(|| "bar".to_owned(), |n| ["bar look-", &n.to_string()].concat());
        let figures = figures(lab, row, under.get(i))
            .into_iter()
            .map(|(label, value)| el("div").child(el("dt").text(lab.t(label))).child(el("dd").text(value)).into());
        let summary = el("summary")
            .child(look(row.look))
            .child(el("span").class("name").text(row.name.as_str()).child(paragraph_in("mark", &row.mark)))
            .child(el("span").class("rtt").text(row.rtt.as_str()))
            .child(bar(class, row.share));
        el("li").child(el("details").class("way fold").child(summary).child(el("dl").children(figures))).into()
    };
    el("ol").class("bars").attr("aria-label", lab.t(Msg::TableRtt)).children(ways.rows.iter().enumerate().map(row))
}

fn paragraph_in(class: &'static str, words: &str) -> AnyView {
    if words.is_empty() { text("") } else { el("span").class(class).text(words).into() }
}

/// All that is known of a way, by labels.
fn figures(lab: Lab, row: &Row, under: Option<&Under>) -> Vec<(Msg, String)> {
    let none = "–".to_owned();
    let ice = under.and_then(Under::ice).map_or_else(
        || none.clone(),
        |[march, september]| {
            lab.words(|w| {
                let shares = [march, september].map(|s| w.unit(Msg::UnitPercent, s * 100.0, 0));
                w.with(Msg::LabIceShares, &[("march", &shares[0]), ("september", &shares[1])])
            })
        },
    );
    let deepest = under.and_then(|u| u.deepest).map_or(none, |(m, at)| {
        lab.words(|w| {
            let (depth, place) =
                (w.unit(Msg::UnitM, (m / 10.0).round() * 10.0, 0), w.position(at.lon_deg, at.lat_deg, 0));
            w.with(Msg::LabDeepestAt, &[("depth", &depth), ("position", &place)])
        })
    });
    vec![
        (Msg::TableRtt, [&row.rtt, " = ", &row.formula].concat()),
        (Msg::DetailCableLength, row.length.clone()),
        (Msg::DetailSegments, row.hops.clone()),
        (Msg::ListCables, row.cables.clone()),
        (Msg::DetailChokepoints, row.chokepoints.clone()),
        (Msg::DetailCountries, row.countries.clone()),
        (Msg::LabIce, ice),
        (Msg::LabDeepest, deepest),
    ]
}

/// One column a way, one row a figure.
fn side_by_side(lab: Lab, ways: &Ways, under: &[Under]) -> AnyView {
    let mut head = vec![lab.t(Msg::LabWay)];
    head.extend(ways.rows.iter().map(|r| r.name.clone()));
    let all: Vec<Vec<(Msg, String)>> =
        ways.rows.iter().enumerate().map(|(i, row)| figures(lab, row, under.get(i))).collect();
    let count = all.first().map_or(0, Vec::len);
    let line = |k: usize| {
        let label = all.first().map(|f| text(lab.t(f[k].0)));
        label.into_iter().chain(all.iter().map(|f| text(f[k].1.as_str()))).collect()
    };
    let mut rows: Vec<Vec<AnyView>> = (0..count).map(line).collect();
    let marks = ways.rows.iter().map(|r| text(if r.mark.is_empty() { "–" } else { &r.mark }));
    rows.insert(0, std::iter::once(text(lab.t(Msg::DetailStatus))).chain(marks).collect());
    fold(lab.t(Msg::LabSide), [table(&ways.title, &head, rows)])
}

/// What was published between the same ends.
pub(super) fn claims(lab: Lab, claims: &[Claim]) -> AnyView {
    if claims.is_empty() {
        return text("");
    }
    let source = |(title, url): &(String, String)| {
        if url.is_empty() {
            return el("span").text(title.as_str()).into();
        }
        let link = el("a").attr("href", url.as_str()).attr("rel", "noopener noreferrer").attr("target", "_blank");
        link.text(title.as_str()).into()
    };
    let one = |c: &Claim| {
        el("li")
            .child(el("span").class("value").text(c.value.as_str()))
            .child(el("span").class("ends").text(c.label.as_str()))
            .child(el("span").class("how").text(c.how.as_str()).child(el("br")).children(c.sources.iter().map(source)))
            .into()
    };
    section(lab, Msg::DetailTrips).class("trips").child(el("ul").children(claims.iter().map(one))).into()
}
