//! axe finds nothing: in every place of `access.json`, in both themes, three sizes and three languages.

use browser_tests::{Access, Page, Place, Setup, visit};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SIZES: [(u32, u32); 3] = [(1440, 900), (820, 1180), (360, 740)];
const THEMES: [&str; 2] = ["light", "dark"];
const LANGUAGES: [&str; 3] = ["en", "ja", "el"];

/// What is too small to hit with a finger (WCAG 2.2, 2.5.8: 24 pixels, but for links in a sentence), and what is wider than
/// the page.
const SIZE: &str = "const of = (e) => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 30)}`;
    const out = document.scrollingElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
    for (const e of document.querySelectorAll('button, select, summary, input, [role=option], a[href]')) {
      if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || e.closest('.refs, .visually-hidden') || (e.matches('a') && getComputedStyle(e).display === 'inline')) continue;
      const { width, height } = (e.closest('label') ?? e).getBoundingClientRect();
      if (width < 24 || height < 24) out.push(`${width}×${height}: ${of(e)}`);
    }
    return out";

/// Looks at a group's places: each is opened once, and shown in all languages, themes and sizes. A place sees six of the
/// eighteen combinations, each pair of size and theme once; its neighbours in the list see the others.
async fn look_at(group: &str) {
    let places = Access::places_of(group);
    visit(Setup::default(), async |page: &Page| {
        let mut findings: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (number, place) in places.iter().enumerate() {
            page.resize(SIZES[0], 1.0).await;
            page.open_place(place).await;
            for (l, lang) in LANGUAGES.into_iter().enumerate() {
                for (t, theme) in THEMES.into_iter().enumerate() {
                    let size = SIZES[(number + l + t) % SIZES.len()];
                    let seen = at(page, place, lang, theme, size).await;
                    for finding in seen {
                        findings.entry(finding).or_default().push(format!("{} {lang} {theme} {size:?}", place.name));
                    }
                }
            }
        }
        let texts: Vec<String> =
            findings.iter().map(|(f, places)| format!("{f}\n  in {}", places.join("; "))).collect();
        assert!(texts.is_empty(), "{} faults:\n{}", texts.len(), texts.join("\n"));
    })
    .await;
}

/// What is found at a place.
async fn at(page: &Page, place: &Place, lang: &str, theme: &str, size: (u32, u32)) -> Vec<String> {
    page.resize(size, 1.0).await;
    page.set_state(json!({ "theme": theme })).await;
    page.speak(place, lang).await;
    page.shows(place).await;
    let _: Value =
        page.script("document.querySelectorAll('.claims').forEach((fold) => { fold.open = true; })", vec![]).await;
    let mut found = page.axe().await;
    found.extend(page.script::<Vec<String>>(SIZE, vec![]).await);
    found
}

in_each_group!(look_at);
