//! The details of the selected thing.

use crate::app::Action;
use crate::app::details::{ClaimLine, Details, Related, Row, SourceLine, Trip, details};
use crate::i18n::Msg;
use crate::ui::context::AppContext;
use leptos::prelude::*;

/// The details panel; nothing while nothing is selected.
#[component]
pub(crate) fn DetailsPanel() -> impl IntoView {
    let cx = expect_context::<AppContext>();
    let shown = Memo::new(move |_| {
        let selection = cx.selected.get()?;
        cx.world.with(|w| cx.words(|words| details(w.atlas(), &selection, words)))
    });
    move || {
        shown.get().map(|d| {
            view! {
                <section class="panel details" aria-labelledby="details-title">
                    <button type="button" class="close" on:click=move |_| cx.dispatch(Action::ClearSelection) aria-label=cx.t(Msg::Close)>
                        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
                    </button>
                    <div class="scroll" tabindex="0" role="group" aria-labelledby="details-title">{body(cx, d)}</div>
                </section>
            }
        })
    }
}

fn body(cx: AppContext, d: Details) -> impl IntoView {
    let marks = d.marks.into_iter().enumerate().map(|(i, m)| {
        view! { <li class=if i == 0 { "chip status" } else { "chip" } title=m.note>{m.text}</li> }
    });
    view! {
        <ul class="chips">{marks.collect_view()}</ul>
        <h2 id="details-title">{d.title}</h2>
        <p class="route">{d.subtitle}</p>
        {(!d.summary.is_empty()).then(|| view! { <p class="summary">{d.summary}</p> })}
        <dl class="facts">{d.rows.into_iter().map(|r| row(cx, r)).collect_view()}</dl>
        {(!d.trips.is_empty()).then(|| trips(cx, d.trips, d.trip_note))}
        {(!d.related.is_empty()).then(|| related(cx, d.related_label, d.related))}
        {(!d.sources.is_empty()).then(|| sources(cx, d.sources))}
    }
}

fn row(cx: AppContext, row: Row) -> impl IntoView {
    let long = row.value.chars().count() > 22;
    let tip = [row.date.as_str(), " · ", &row.confidence].concat();
    let notes = row.notes.into_iter().map(|n| view! { <p class="note">{n}</p> }).collect_view();
    let marks = row.marks.into_iter().map(|m| view! { <span class="mark">{m}</span> }).collect_view();
    view! {
        <div class="fact" class:long=long>
            <dt>{row.label}</dt>
            <dd>
                <span class="value" title=tip>{row.value}</span>
                {references(row.references)}
                {marks}
                {notes}
                {(!row.claims.is_empty()).then(|| claims(cx, row.claims))}
            </dd>
        </div>
    }
}

/// Small numbers that lead to the sources.
fn references(numbers: Vec<usize>) -> impl IntoView {
    let link = |n: usize| view! { <a href=format!("#source-{n}") on:click=move |e| { e.prevent_default(); go_to_source(n); }>{n}</a> };
    (!numbers.is_empty()).then(|| view! { <sup class="refs">{numbers.into_iter().map(link).collect_view()}</sup> })
}

/// The address holds the state, so a source is scrolled to instead of linked to.
fn go_to_source(number: usize) {
    if let Some(source) = crate::ui::dom::element(&format!("source-{number}")) {
        source.scroll_into_view();
        let _ = source.focus();
    }
}

fn claims(cx: AppContext, claims: Vec<ClaimLine>) -> impl IntoView {
    let line = |c: ClaimLine| {
        view! {
            <tr>
                <td>{c.value}{c.note.map(|n| view! { <span class="note">{n}</span> })}</td>
                <td>{c.date}</td>
                <td title=c.confidence>{references(c.references)}</td>
            </tr>
        }
    };
    view! {
        <details class="claims">
            <summary>{cx.t(Msg::ClaimsTitle)}</summary>
            <table>
                <thead>
                    <tr><th scope="col">{cx.t(Msg::ClaimsValue)}</th><th scope="col">{cx.t(Msg::ClaimsDate)}</th><th scope="col">{cx.t(Msg::ClaimsSource)}</th></tr>
                </thead>
                <tbody>{claims.into_iter().map(line).collect_view()}</tbody>
            </table>
        </details>
    }
}

fn trips(cx: AppContext, trips: Vec<Trip>, note: String) -> impl IntoView {
    let line = |t: Trip| {
        view! {
            <li>
                <span class="ends">{t.ends}</span>
                <span class="value">{t.value}</span>
                <span class="how">{t.route}<br />{t.formula}</span>
            </li>
        }
    };
    view! {
        <section class="trips" aria-labelledby="trips-title">
            <h3 id="trips-title">{cx.t(Msg::DetailRttModelled)}</h3>
            <ul>{trips.into_iter().map(line).collect_view()}</ul>
            <p class="note">{note}</p>
        </section>
    }
}

fn related(cx: AppContext, label: String, related: Vec<Related>) -> impl IntoView {
    let line = move |r: Related| {
        let selection = r.selection;
        view! {
            <li>
                <button type="button" class="entry" on:click=move |_| cx.dispatch(Action::Select(selection.clone()))>
                    <span class="name">{r.name}</span>
                    <span class="detail">{r.detail}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="related" aria-labelledby="related-title">
            <h3 id="related-title">{label}</h3>
            <ul class="entries">{related.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

fn sources(cx: AppContext, sources: Vec<SourceLine>) -> impl IntoView {
    let line = |s: SourceLine| {
        let title = if s.url.is_empty() {
            s.title.into_any()
        } else {
            view! { <a href=s.url rel="noopener noreferrer" target="_blank">{s.title}</a> }.into_any()
        };
        view! { <li id=format!("source-{}", s.number) tabindex="-1" value=s.number.to_string()>{title}<span class="detail">{s.detail}</span></li> }
    };
    view! {
        <section class="sources" aria-labelledby="sources-title">
            <h3 id="sources-title">{cx.t(Msg::DetailSources)}</h3>
            <ol>{sources.into_iter().map(line).collect_view()}</ol>
        </section>
    }
}
