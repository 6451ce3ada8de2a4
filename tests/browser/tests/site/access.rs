//! Everybody can use it: axe, the keyboard, small screens, big fingers.

use browser_tests::{Page, Setup, visit};
use serde_json::Value;
use std::collections::BTreeMap;

const SIZES: [(u32, u32); 3] = [(1440, 900), (820, 1180), (360, 740)];

/// What axe finds, each thing once with the places where it does.
#[derive(Default)]
struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    async fn look(&mut self, page: &Page, place: String) {
        for finding in page.axe().await {
            self.0.entry(finding).or_default().push(place.clone());
        }
    }

    fn assert_none(&self) {
        let texts: Vec<String> =
            self.0.iter().map(|(finding, places)| format!("{finding}\n  in {}", places.join("; "))).collect();
        assert!(texts.is_empty(), "axe finds {}:\n{}", texts.len(), texts.join("\n"));
    }
}

/// The page as it starts, with details of either kind, folds open, and the dialog.
async fn every_panel(theme: &str, lang: &str) {
    visit(Setup::default(), async |page: &Page| {
        let mut findings = Findings::default();
        for size in SIZES {
            page.resize(size, 1.0).await;
            for sel in ["", "&sel=cable:far-north-fiber", "&sel=landing:tomakomai-jp"] {
                page.open_ready(&format!("#theme={theme}&lang={lang}{sel}")).await;
                page.wait_for(
                    "the page speaks the language",
                    &format!("return document.documentElement.lang === '{lang}'"),
                )
                .await;
                // The first list is made when it is opened.
                let unfold = "document.querySelector('nav summary').click();
                    document.querySelectorAll('details').forEach((d) => d.open = true)";
                let _: Value = page.script(unfold, vec![]).await;
                findings.look(page, format!("{size:?} {sel:?}")).await;
            }
            page.focus_map().await;
            page.press(&["?"]).await;
            findings.look(page, format!("{size:?} the dialog")).await;
        }
        findings.assert_none();
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_light() {
    every_panel("light", "en").await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_dark() {
    every_panel("dark", "en").await;
}

#[tokio::test]
async fn axe_finds_nothing_in_japanese() {
    every_panel("dark", "ja").await;
}

#[tokio::test]
async fn axe_finds_nothing_in_a_page_with_problems() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#theme=purple&at=x").await;
        page.trouble_shown().await;
        let mut findings = Findings::default();
        findings.look(page, "a page with problems".into()).await;
        findings.assert_none();
    })
    .await;
}

#[tokio::test]
async fn keyboard_reaches_the_list_the_details_and_the_way_out() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        for name in ["Far North Fiber", "Zoom in", "Home view", "About"] {
            page.tab_to(name).await;
        }
        page.tab_to("Polar Connect").await;
        page.press(&["\u{e007}"]).await;
        page.tab_to("Close").await;
        let inside: bool = page.script("return document.activeElement.closest('.details') !== null", vec![]).await;
        assert!(inside, "this is another button to close");
        page.press(&["\u{e007}"]).await;
        assert_eq!(page.details_title().await, None);
    })
    .await;
}

#[tokio::test]
async fn focus_is_not_lost_when_the_details_close() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.tab_to("Polar Connect").await;
        page.press(&["\u{e007}"]).await;
        page.tab_to("Close").await;
        page.press(&["\u{e007}"]).await;
        let lost: bool = page.script("return document.activeElement === document.body", vec![]).await;
        assert!(!lost, "the keyboard starts again from the top of the page");
    })
    .await;
}

#[tokio::test]
async fn focus_can_be_seen_wherever_it_is() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=cable:polar-connect").await;
        let script = "const e = document.activeElement, s = getComputedStyle(e);
            const seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
            return [e === document.body, seen, e.outerHTML.slice(0, 90)];";
        let mut stops = 0;
        for _ in 0..60 {
            page.tab().await;
            let (outside, seen, what): (bool, bool, String) = page.script(script, vec![]).await;
            if outside {
                break;
            }
            assert!(seen, "no outline on {what}");
            stops += 1;
        }
        assert!(stops > 12, "the keyboard stops {stops} times only");
    })
    .await;
}

#[tokio::test]
async fn buttons_are_large_enough() {
    visit(Setup::default(), async |page: &Page| {
        for size in SIZES {
            page.resize(size, 1.0).await;
            page.open_ready("#sel=cable:far-north-fiber").await;
            let script = "document.querySelectorAll('details').forEach((d) => d.open = true);
                return [...document.querySelectorAll('button, select, summary')].filter((e) => e.checkVisibility()).map((e) => [e, e.getBoundingClientRect()])
                  .filter(([, box]) => box.width < 24 || box.height < 24).map(([e, box]) => `${box.width}×${box.height} ${e.outerHTML.slice(0, 90)}`);";
            let small: Vec<String> = page.script(script, vec![]).await;
            assert!(small.is_empty(), "{size:?}: {small:#?}");
        }
    })
    .await;
}

#[tokio::test]
async fn phone_has_no_sideways_scroll_and_every_button_on_screen() {
    visit(Setup::sized(360, 740), async |page: &Page| {
        for link in ["", "#sel=cable:far-north-fiber", "#sel=landing:tomakomai-jp", "#lang=ja&sel=cable:polar-connect"] {
            page.open_ready(link).await;
            let script = "const wide = document.scrollingElement.scrollWidth > innerWidth;
                const scrolls = [...document.querySelectorAll('.scroll')].filter((e) => e.scrollWidth > e.clientWidth + 1).length;
                const out = [...document.querySelectorAll('button')].filter((e) => e.checkVisibility({ visibilityProperty: true }))
                  .map((e) => [e, e.getBoundingClientRect()]).filter(([, b]) => b.left < -1 || b.right > innerWidth + 1).map(([e, b]) => `${b.left}…${b.right} ${e.outerHTML.slice(0, 90)}`);
                return [wide, scrolls, out];";
            let (wide, scrolls, out): (bool, usize, Vec<String>) = page.script(script, vec![]).await;
            assert!(!wide && scrolls == 0 && out.is_empty(), "{link}: {wide} {scrolls} {out:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn panels_leave_the_ends_of_the_routes_in_sight() {
    visit(Setup::default(), async |page: &Page| {
        for size in SIZES {
            page.resize(size, 1.0).await;
            page.open_ready("").await;
            for place in [[141.603, 42.637], [-9.051, 53.272], [18.955, 69.649], [-105.055, 69.115]] {
                let at = page.project(place).await;
                let script = "return document.elementFromPoint(arguments[0], arguments[1])?.id ?? ''";
                let top: String = page.script(script, vec![at.x.into(), at.y.into()]).await;
                assert_eq!(top, "canvas", "something covers {place:?} at {at:?} on {size:?}");
            }
        }
    })
    .await;
}
