//! The link to what is shown: copied, sent, or as a pattern for another device's camera.

use super::StageContext;
use super::page::{button, can_send, copy, dialog, field, here, send, shell};
use crate::app::outside::squares;
use crate::i18n::Msg;
use crate::web::build::{el, live, live_text};
use leptos::prelude::*;

const LINK: &str = "share-link";

/// The dialog, closed.
pub(super) fn dialog_of(cx: StageContext) -> AnyView {
    let said: RwSignal<Option<bool>> = RwSignal::new(None);
    shell("share", live(move || inside(cx, said)))
}

fn inside(cx: StageContext, said: RwSignal<Option<bool>>) -> AnyView {
    // The address follows the state a moment later; what is read is the state.
    let link = cx.state.with(|state| {
        let fragment = crate::app::url::encode(state);
        let site = here().split('#').next().unwrap_or_default().to_owned();
        if fragment.is_empty() { site } else { [&site, "#", &fragment].concat() }
    });
    let area = el("input").attr("id", LINK).attr("readonly", "").attr("value", link.clone());
    let press = button(cx.t(Msg::SaveCopy), "plain", move || copy(LINK, move |is_copied| said.set(Some(is_copied))));
    let row = el("div").class("copy").child(field(cx.t(Msg::SaveLink), area)).child(press);
    let status = live_text(move || match said.get() {
        None => String::new(),
        Some(true) => cx.t(Msg::SaveCopied),
        Some(false) => cx.t(Msg::SaveBlocked),
    });
    let mut out: Vec<AnyView> = vec![row.into(), el("p").class("note").attr("role", "status").child(status).into()];
    if can_send() {
        let (title, link) = (cx.t(Msg::AppTitle), link.clone());
        out.push(button(cx.t(Msg::ShareSend), "plain", move || send(&title, &link)).into());
    }
    out.push(pattern(cx, &link));
    dialog(cx, "share", Msg::ShareTitle, out).into()
}

fn pattern(cx: StageContext, link: &str) -> AnyView {
    let Some(squares) = squares(link) else { return el("p").class("note").text(cx.t(Msg::ShareLong)).into() };
    let name = cx.t(Msg::ShareCode);
    let picture = el("img").attr("src", squares.to_uri()).attr("alt", name.clone());
    el("figure").class("pattern").child(picture).child(el("figcaption").text(name)).into()
}
