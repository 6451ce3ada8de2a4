//! The switches of the legend: each layer with its sign and name, on or off as the link says.

use browser_tests::keys::ENTER;
use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

const MARCH: &str = "Sea ice, March median 1981–2010 (NSIDC)";
const ICE_FILE: &str = "sea-ice-march.acmp";
/// A switch of the panel, by its layer.
const STATE: &str =
    "return document.querySelector(`[role=switch][data-layer=${arguments[0]}]`)?.getAttribute('aria-checked') ?? null";

/// Opens the page with its switches unfolded.
async fn open_switches(page: &Page, link: &str) {
    page.open_ready(link).await;
    let _: Value = page.script("document.querySelector('.layers summary').click()", vec![]).await;
    page.settled().await;
}

async fn checked(page: &Page, layer: &str) -> Option<String> {
    page.script(STATE, vec![json!(layer)]).await
}

fn asked_for_ice(page: &Page) -> usize {
    page.asked().iter().filter(|path| path.ends_with(ICE_FILE)).count()
}

#[tokio::test]
async fn switch_loads_its_layer_draws_it_and_is_in_the_link() {
    visit(Setup::default(), async |page: &Page| {
        open_switches(page, "").await;
        assert_eq!((checked(page, "sea-ice-march").await.as_deref(), asked_for_ice(page)), (Some("false"), 0));
        let before = page.stats().await.vertices;
        page.press_button(MARCH).await;
        page.wait_for("all is loaded", "return document.querySelector('.progress').textContent === ''").await;
        page.settled().await;
        assert_eq!((checked(page, "sea-ice-march").await.as_deref(), asked_for_ice(page)), (Some("true"), 1));
        assert_eq!(page.link().await, "#layers=sea-ice-march");
        let with_ice = page.stats().await.vertices;
        assert!(with_ice > before + 100.0, "{before} vertices without the ice, {with_ice} with it");
        page.press_button(MARCH).await;
        assert_eq!((page.link().await.as_str(), asked_for_ice(page)), ("", 1));
        let after = page.stats().await.vertices;
        assert!(after < with_ice - 100.0, "{after} vertices without the ice, {with_ice} with it");
        assert_eq!(page.problems().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn switches_follow_the_link() {
    visit(Setup::default(), async |page: &Page| {
        open_switches(page, "#layers=-graticule,events").await;
        for (layer, on) in [("graticule", "false"), ("events", "true"), ("landings", "true"), ("tissot", "false")] {
            assert_eq!(checked(page, layer).await.as_deref(), Some(on), "{layer}");
        }
        page.set_state(json!({ "layers": "tissot" })).await;
        for (layer, on) in [("graticule", "true"), ("events", "false"), ("tissot", "true")] {
            assert_eq!(checked(page, layer).await.as_deref(), Some(on), "{layer}");
        }
        // What cannot be switched has no switch.
        for layer in ["sea", "land", "cables"] {
            assert_eq!(checked(page, layer).await, None, "{layer}");
        }
    })
    .await;
}

#[tokio::test]
async fn switches_work_by_the_keyboard_alone() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.tab_to("Layers").await;
        page.press(&[ENTER]).await;
        page.tab_to("Graticule").await;
        page.press(&[" "]).await;
        assert_eq!(page.link().await, "#layers=-graticule");
        assert_eq!(page.focused().await, "Graticule", "the focus stays on the switch");
        page.press(&[ENTER]).await;
        assert_eq!(page.link().await, "");
    })
    .await;
}

#[tokio::test]
async fn switches_have_signs_and_names_are_large_enough() {
    visit(Setup::default(), async |page: &Page| {
        for (size, link) in [((1440, 900), "#theme=light"), ((1440, 900), "#theme=dark"), ((360, 740), "#lang=ja")] {
            page.resize(size, 1.0).await;
            open_switches(page, link).await;
            let script = "return [...document.querySelectorAll('[role=switch]')].map((e) => {
                const box = e.getBoundingClientRect();
                return [e.dataset.layer, e.querySelector('.name').textContent, e.querySelector('.swatch path, .ring') !== null, box.width, box.height];
              })";
            let switches: Vec<(String, String, bool, f64, f64)> = page.script(script, vec![]).await;
            assert!(switches.len() >= 12, "{switches:?}");
            for (layer, name, has_sign, width, height) in &switches {
                assert!(!name.is_empty() && name != layer && *has_sign, "{layer}: {name:?}");
                assert!(*width >= 24.0 && *height >= 24.0, "{layer}: {width}×{height}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_layer_gets_finer_from_near_once() {
    visit(Setup::default(), async |page: &Page| {
        let asked = |part: &str| page.asked().iter().filter(|path| path.contains(part)).count();
        let finer = ["lakes-50m.acmp", "borders-50m.acml", "glaciated-50m.acmp", "land-10m-", "north-10km.acmg"];
        page.open_ready("#at=25,62,4").await;
        page.settled().await;
        for file in finer {
            assert_eq!(asked(file), 1, "{file} from near");
        }
        for at in ["25,62,0", "25,62,4"] {
            page.set_state(json!({ "at": at })).await;
            page.settled().await;
        }
        for file in finer {
            assert_eq!(asked(file), 1, "{file} when the map comes back");
        }
        assert_eq!(page.problems().await.len(), 0);
    })
    .await;
}
