//! What a reader's system asks for: forced colours, more contrast in them, no motion. Chromium can pretend it.

use browser_tests::{Ability, Access, Page, Setup, visit};
use serde_json::json;
use std::collections::BTreeSet;

/// What looks the same chosen and not chosen, in colours that the page does not choose; and what has no edge to see it by.
const STATES: &str = "const out = [];
    const look = (e) => { const parts = [e, ...e.querySelectorAll('.tick, .toggle')];
      return parts.map((p) => { const s = getComputedStyle(p), a = getComputedStyle(p, '::after');
        return [s.backgroundColor, s.color, s.outlineStyle, s.outlineColor, s.borderTopColor, s.fontWeight, a.content, a.transform, a.display].join(); }).join('|'); };
    for (const name of ['aria-pressed', 'aria-checked', 'aria-selected']) {
      for (const on of document.querySelectorAll(`[${name}=true]`)) {
        const off = [...on.parentElement.parentElement.querySelectorAll(`[${name}=false]`)].find((e) => e.className === on.className && e.checkVisibility());
        if (on.checkVisibility() && off && look(on) === look(off)) out.push(`${name} cannot be seen: ${on.className} ${on.textContent.trim().slice(0, 40)}`);
      }
    }
    for (const e of document.querySelectorAll('.panel, dialog[open], .sheet')) {
      const s = getComputedStyle(e);
      if (e.checkVisibility() && s.display !== 'contents' && e.getBoundingClientRect().width > 0 && !['Top', 'Bottom', 'Left', 'Right'].some((side) => parseFloat(s[`border${side}Width`]) > 0)
        && !e.parentElement.closest('.panel, .sheet, dialog')) out.push(`no edge: ${e.tagName} ${e.className}`);
    }
    for (const path of document.querySelectorAll('button .icon path')) {
      const s = getComputedStyle(path), button = path.closest('button');
      if (path.checkVisibility() && s.stroke === getComputedStyle(button).backgroundColor) out.push(`a sign in the colour of its button: ${button.getAttribute('aria-label') ?? button.textContent}`);
    }
    return out";

async fn pretend(page: &Page, features: &[(&str, &str)]) {
    let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    page.command("Emulation.setEmulatedMedia", json!({ "features": features })).await;
}

async fn forced(scheme: &str) {
    visit(Setup::default().needing(Ability::OtherMedia), async |page: &Page| {
        let mut found = BTreeSet::new();
        for place in Access::read().places {
            pretend(page, &[("forced-colors", "active"), ("prefers-color-scheme", scheme)]).await;
            page.open_place(&place).await;
            let states: Vec<String> = page.script(STATES, vec![]).await;
            found.extend(states.into_iter().map(|what| format!("{}: {what}", place.name)));
        }
        let found: Vec<String> = found.into_iter().collect();
        assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn in_forced_colours_on_black_states_edges_and_signs_can_be_seen() {
    forced("dark").await;
}

#[tokio::test]
async fn in_forced_colours_on_white_states_edges_and_signs_can_be_seen() {
    forced("light").await;
}

#[tokio::test]
async fn focus_can_be_seen_in_forced_colours() {
    visit(Setup::default().needing(Ability::OtherMedia), async |page: &Page| {
        pretend(page, &[("forced-colors", "active")]).await;
        page.open_ready("#sel=cable:polar-connect").await;
        // All that the details refer to is on the way: more stops than one walk may have.
        for stop in [".details .close", ".sources a"] {
            page.tab_until(stop).await.unwrap();
        }
        page.tab_until("About").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_by_itself_where_no_motion_is_wanted() {
    visit(Setup::default().needing(Ability::OtherMedia), async |page: &Page| {
        pretend(page, &[("prefers-reduced-motion", "reduce")]).await;
        page.open_ready("").await;
        let between = "window.between = 0; const look = () => { if (cableMap.getState().morph !== undefined) between += 1; requestAnimationFrame(look); }; look()";
        let _: serde_json::Value = page.script(between, vec![]).await;
        page.press_button("Globe").await;
        assert_eq!(page.state_of("view").await, "globe");
        assert_eq!(page.script::<u32>("return between", vec![]).await, 0, "the map goes through what lies between");
        for place in Access::read().places {
            page.open_place(&place).await;
            let moving = "return document.getAnimations().filter((a) => a.playState === 'running').map((a) => a.animationName ?? a.transitionProperty)";
            assert_eq!(page.script::<Vec<String>>(moving, vec![]).await, Vec::<String>::new(), "{}", place.name);
        }
    })
    .await;
}
