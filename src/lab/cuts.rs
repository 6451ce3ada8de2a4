//! Cuts: what is cut and how, and what it does.

use super::boxes::CUT;
use super::context::Lab;
use super::hand;
use super::part::{button, fold, paragraph, section, table};
use super::work;
use crate::app::lab::{Change, Harm, fate_message, read_position};
use crate::beside::combo::combo;
use crate::beside::link;
use crate::cable::gazetteer::Event;
use crate::i18n::Msg;
use crate::network::chokepoints::across;
use crate::network::incident::incident;
use crate::network::{Cut, Cuts};
use crate::sphere::LonLat;
use crate::web::build::{El, el, live, text};
use leptos::prelude::*;

/// The part of the panel.
pub(super) fn part(lab: Lab) -> AnyView {
    el("div")
        .class("cuts")
        .child(live(move || now(lab)))
        .child(steps(lab))
        .child(combo(lab, CUT))
        .child(knife(lab))
        .child(incidents(lab))
        .child(live(move || harm(lab)))
        .into()
}

/// Cuts something, or mends it where it is cut.
pub(super) fn toggle(lab: Lab, cut: Cut) -> AnyView {
    let is_cut = lab.asked().is_some_and(|a| a.scenario.cuts.contains(&cut));
    let message = if is_cut { Msg::LabMendThis } else { Msg::LabCutThis };
    let name = lab.told(|known| known.cut(&cut)).unwrap_or_default();
    let label = lab.words(|w| w.with(message, &[("name", &name)]));
    button("plain", label, move || lab.cut(|cuts| cuts.toggle(cut.clone()))).into()
}

/// What is cut, each with its mending.
fn now(lab: Lab) -> AnyView {
    let cuts = lab.asked().map(|a| a.scenario.cuts).unwrap_or_default();
    if cuts.is_empty() {
        return paragraph("note", lab.t(Msg::LabCutNone));
    }
    let one = |cut: Cut| {
        let name = lab.told(|known| known.cut(&cut)).unwrap_or_default();
        let mend = lab.words(|w| w.with(Msg::LabMendThis, &[("name", &name)]));
        let press = button("mend", "×", move || lab.cut(|cuts| cuts.toggle(cut.clone()))).attr("aria-label", mend);
        el("li").child(el("span").class("name").text(name)).child(press).into()
    };
    section(lab, Msg::LabCutNow).child(el("ul").class("cut-list").children(cuts.into_iter().map(one))).into()
}

/// Undo, redo, and back to nothing.
fn steps(lab: Lab) -> El {
    let one = |message: Msg, step: fn(&mut Cuts)| button("plain", lab.t(message), move || lab.cut(step)).into();
    el("div").class("presses").children([
        one(Msg::LabUndo, |cuts| _ = cuts.undo()),
        one(Msg::LabRedo, |cuts| _ = cuts.redo()),
        one(Msg::LabReset, Cuts::reset),
    ])
}

/// Cuts everything that a line crosses.
fn slash(lab: Lab, line: &[LonLat]) {
    let found = lab.atlas.with_untracked(|atlas| across(atlas, line));
    if found.is_empty() {
        lab.said.set(untrack(|| lab.t(Msg::LabAcrossNone)));
        return;
    }
    lab.said.set(String::new());
    lab.cut_all(found.into_iter().map(Cut::Segment).collect());
}

/// A line across the sea, by the hand or by two positions.
fn knife(lab: Lab) -> AnyView {
    let over = |line: &[LonLat]| {
        let lines: Vec<(&str, Vec<LonLat>)> =
            if line.is_empty() { Vec::new() } else { vec![("measure", line.to_vec())] };
        link::draw("lab-knife", &lines);
    };
    let press = move || {
        if lab.drawing.get_untracked() {
            hand::end(lab);
        } else {
            hand::draw(lab, true, over, slash);
        }
    };
    let draw =
        button("plain", lab.t(Msg::LabKnife), press).live_attr("aria-pressed", move || lab.drawing.get().to_string());
    let hint = live(move || if lab.drawing.get() { paragraph("note", lab.t(Msg::LabKnifeHint)) } else { text("") });
    let typed: [RwSignal<String>; 2] = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let field = |i: usize| position_field(lab, ["lab-knife-", &i.to_string()].concat(), i + 1, typed[i]);
    let cut = button("plain", lab.t(Msg::LabCutAcross), move || {
        let line: Option<Vec<LonLat>> = typed.iter().map(|t| position(lab, &t.get_untracked())).collect();
        if let Some(line) = line {
            slash(lab, &line);
        }
    });
    el("div")
        .child(el("div").class("presses").child(draw))
        .child(hint)
        .child(fold(lab.t(Msg::LabTyped), [el("div").class("typed").child(field(0)).child(field(1)).child(cut).into()]))
        .into()
}

/// Reads what was typed as a position; says what would be one where it is none.
pub(super) fn position(lab: Lab, typed: &str) -> Option<LonLat> {
    let found = read_position(typed);
    let wrong = || untrack(|| lab.words(|w| w.with(Msg::LabPositionForm, &[("text", typed)])));
    lab.said.set(if found.is_some() { String::new() } else { wrong() });
    found
}

/// A box for a position.
pub(super) fn position_field(lab: Lab, id: String, number: usize, typed: RwSignal<String>) -> AnyView {
    let label = lab.words(|w| w.with(Msg::LabPosition, &[("number", &number.to_string())]));
    let input = el("input")
        .attr("id", id.clone())
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("placeholder", "69.6 N 18.9 E")
        .on_input(move |text| typed.set(text));
    el("div").class("field").child(el("label").attr("for", id).text(label)).child(input).into()
}

/// The incidents of the past that can be replayed.
fn incidents(lab: Lab) -> AnyView {
    let all: Vec<(String, String, String, String, String)> = lab
        .told(|known| {
            let lang = known.words.catalogue.code();
            let one = |e: &Event| {
                let scenario = incident(known.network, e)?;
                let cuts = crate::app::lab::cut_text(&scenario.cuts);
                let (name, date) = (e.name.get(lang).to_owned(), known.words.date(&e.date));
                Some((e.date.clone(), name, date, cuts, scenario.year?.to_string()))
            };
            known.gazetteer.events.iter().filter_map(one).collect()
        })
        .unwrap_or_default();
    let entry = |(_, name, date, cuts, year): (String, String, String, String, String)| {
        let pressed = {
            let (cuts, year) = (cuts.clone(), year.clone());
            move || (lab.key("cut") == cuts && lab.key("year") == year).to_string()
        };
        let press = move |_| {
            lab.cut(|all| all.set(cuts.split(',').filter_map(Cut::parse).collect()));
            lab.carry(&[("cut", &cuts), ("year", &year)]);
        };
        let button =
            el("button").attr("type", "button").class("entry").live_attr("aria-pressed", pressed).on_click(press);
        el("li")
            .child(button.child(el("span").class("name").text(name)).child(el("span").class("detail").text(date)))
            .into()
    };
    fold(lab.t(Msg::LabIncidents), [el("ul").class("entries").children(all.into_iter().map(entry)).into()])
}

/// What an incident is, with its sources; nothing where the cuts are no incident's.
fn told(lab: Lab) -> AnyView {
    let Some(asked) = lab.asked() else { return text("") };
    let found = lab.told(|known| {
        let event = asked.incident(known.network, &known.gazetteer.events)?;
        let lang = known.words.catalogue.code();
        let year = asked.scenario.year.unwrap_or_default().to_string();
        let (name, date) = (event.name.get(lang), known.words.date(&event.date));
        let title = known.words.with(Msg::LabIncident, &[("name", name), ("date", &date), ("year", &year)]);
        let notes = event.cuts.iter().filter_map(|c| c.note.as_ref()).map(|n| n.get(lang).to_owned());
        let mut texts = vec![title, event.summary.get(lang).to_owned()];
        for note in notes {
            if !texts.contains(&note) {
                texts.push(note);
            }
        }
        let source = |id: &String| {
            let source = known.atlas.source(id);
            let title = source.map_or_else(|| id.clone(), |s| s.title.clone());
            (title, source.and_then(|s| s.url.clone()).unwrap_or_default())
        };
        Some((texts, event.sources.iter().map(source).collect::<Vec<(String, String)>>()))
    });
    let Some((texts, sources)) = found.flatten() else { return text("") };
    let source = |(title, url): (String, String)| {
        let title: AnyView = if url.is_empty() {
            text(title)
        } else {
            el("a").attr("href", url).attr("rel", "noopener noreferrer").attr("target", "_blank").text(title).into()
        };
        el("li").child(title).into()
    };
    let list = el("ul").children(sources.into_iter().map(source));
    el("div")
        .class("incident")
        .children(texts.into_iter().map(|t| paragraph("", t)))
        .child(section(lab, Msg::DetailSources).class("sources").child(list))
        .into()
}

/// What the cuts do.
fn harm(lab: Lab) -> AnyView {
    lab.answered.track();
    work::answers(|answers| match &answers.harm {
        None => text(""),
        Some(Err(trouble)) => paragraph("finding alert", trouble.as_str()),
        Some(Ok(found)) => shown(lab, found),
    })
}

fn shown(lab: Lab, found: &Harm) -> AnyView {
    let fate = |c: &Change| el("span").attr("class", class(c)).text(lab.t(fate_message(c.fate))).into();
    let detail = |c: &Change| {
        if c.detail.is_empty() { text("") } else { el("span").class("mark").text(c.detail.as_str()).into() }
    };
    let pair = |c: &Change| {
        let what = el("div").child(el("span").child(fate(c))).child(detail(c));
        vec![text(c.name.as_str()), text(c.times[0].as_str()), text(c.times[1].as_str()), what.into()]
    };
    let head = [Msg::LabPairs, Msg::LabBefore, Msg::LabAfter, Msg::DetailStatus].map(|m| lab.t(m));
    let country = |c: &Change| vec![text(c.name.as_str()), fate(c), text(c.detail.as_str())];
    let of_countries = [Msg::DetailCountries, Msg::DetailStatus, Msg::ListLandings].map(|m| lab.t(m));
    let countries = if found.countries.is_empty() {
        text("")
    } else {
        table(&lab.t(Msg::DetailCountries), &of_countries, found.countries.iter().map(country).collect())
    };
    el("div")
        .child(paragraph("finding", found.verdict.as_str()))
        .child(told(lab))
        .child(table(&lab.t(Msg::LabPairs), &head, found.pairs.iter().map(pair).collect()))
        .child(
            section(lab, Msg::DetailCountries).child(countries).child(paragraph("note", found.countries_note.as_str())),
        )
        .child(paragraph("note", found.cut_off.as_str()))
        .child(paragraph("note", lab.t(Msg::LabCapacity)))
        .into()
}

fn class(change: &Change) -> &'static str {
    use crate::network::effect::Fate;
    match change.fate {
        Fate::Isolated => "fate isolated",
        Fate::Slower => "fate slower",
        Fate::Unaffected | Fate::Apart => "fate",
    }
}
