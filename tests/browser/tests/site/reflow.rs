//! Large letters, narrow windows, spread text: nothing is cut off, and nothing scrolls sideways but tables.

use browser_tests::{Access, Page, Place, Setup, visit};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10), one of a small phone, and a large one.
const SIZES: [(u32, u32); 3] = [(320, 256), (320, 640), (1280, 1024)];

/// The text spacing that a reader may set (WCAG 2.2, 1.4.12).
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
    document.adoptedStyleSheets = arguments[0] ? [sheet] : []";

/// What is cut off: text outside of what clips it where nothing can be scrolled to it. Tables, charts and rows of events scroll
/// sideways by themselves, and so do details, which hold such tables; the credit is whole in the dialog about the map.
const CUT: &str = "const out = new Set();
    if (document.scrollingElement.scrollWidth > innerWidth) out.add(`the page is ${document.scrollingElement.scrollWidth} px wide`);
    const of = (e) => `${e.tagName.toLowerCase()}.${e.className} in .${e.parentElement?.className}: ${e.textContent.trim().slice(0, 40)}`;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const e = node.parentElement;
      if (!node.data.trim() || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        || e.closest('svg, option, textarea, noscript, .visually-hidden, .credit span, .position, [aria-hidden=true], #map')) continue;
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width < 1) continue;
      let [sideways, down] = [true, true];
      for (let host = e; host && host !== document.documentElement && (sideways || down); host = host.parentElement) {
        const s = getComputedStyle(host), box = host.getBoundingClientRect();
        const scrolls = (o) => o === 'auto' || o === 'scroll', clips = (o) => o === 'hidden' || o === 'clip';
        if (s.display === 'inline') continue;
        if (sideways && scrolls(s.overflowX) && host.scrollWidth > host.clientWidth + 1) {
          const beyond = text.right > box.left + host.clientWidth + 2 || text.left < box.left - 2;
          if (beyond && !host.matches('.wide, .table .scroll, .events, .new, dialog:has(table), .details .scroll')) out.add(`scrolls sideways: ${of(host)}`);
          sideways = false;
        }
        if (sideways && clips(s.overflowX) && (text.left < box.left - 1 || text.right > box.right + 1)) out.add(`cut off sideways: ${of(e)}`);
        if (down && scrolls(s.overflowY) && host.scrollHeight > host.clientHeight + 1) {
          // What scrolls must have room in which to be read.
          if (box.height < 40 || box.bottom < 40 || box.top > innerHeight - 40) out.add(`no room to read in: ${of(host)} ${Math.round(box.top)}…${Math.round(box.bottom)}`);
          down = false;
        }
        if (down && clips(s.overflowY) && (text.top < box.top - 2 || text.bottom > box.bottom + 2)) out.add(`cut off below: ${of(e)}`);
        if (s.position === 'fixed' && down && (text.top < -2 || text.bottom > innerHeight + 2)) { out.add(`below the window: ${of(e)}`); down = false; }
        // What is fixed to the window is not clipped by what it stands in.
        if (s.position === 'fixed') break;
      }
      if (sideways && (text.left < -1 || text.right > innerWidth + 1)) out.add(`outside the window: ${of(e)}`);
    }
    return [...out]";

async fn look_at(group: &str) {
    let places = Access::places_of(group);
    visit(Setup::default(), async |page: &Page| {
        let mut found = BTreeSet::new();
        for place in &places {
            page.resize((1280, 1024), 1.0).await;
            page.open_place(place).await;
            for lang in ["en", "fi"] {
                page.speak(place, lang).await;
                for size in SIZES {
                    found.extend(look(page, place, size).await);
                }
            }
        }
        let found: Vec<String> = found.into_iter().collect();
        assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    })
    .await;
}

async fn look(page: &Page, place: &Place, size: (u32, u32)) -> Vec<String> {
    page.resize(size, 1.0).await;
    let mut found = Vec::new();
    for spaced in [false, true] {
        let _: Value = page.script(SPACED, vec![json!(spaced)]).await;
        page.shows(place).await;
        let cut: Vec<String> = page.script(CUT, vec![]).await;
        found.extend(
            cut.into_iter()
                .map(|what| format!("{} at {size:?}{}: {what}", place.name, if spaced { ", spaced" } else { "" })),
        );
    }
    let _: Value = page.script(SPACED, vec![json!(false)]).await;
    found
}

in_each_group!(look_at);
