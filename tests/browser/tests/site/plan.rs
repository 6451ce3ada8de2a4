//! The planner: two ends, a way by water, wishes, words for whatever is wrong; by keys alone, by hand, by link.

use browser_tests::keys::{DOWN, ENTER, ESCAPE};
use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

/// Waits for a way with all that is told of it, or for what is wrong, and answers the sentence about it.
async fn finding(page: &Page) -> String {
    page.wait_for(
        "there is a finding",
        "return document.querySelector('#plan .finding.alert') !== null || (document.querySelector('#plan .change') !== null
            && document.querySelectorAll('#plan dl dd').length > 2)",
    )
    .await;
    page.answered("plan").await;
    page.text("#plan .finding").await
}

/// Takes an end by keys alone.
async fn type_end(page: &Page, label: &str, text: &str) {
    page.tab_to(label).await;
    page.type_text(text).await;
    assert_eq!(page.attribute(":focus", "aria-expanded").await, "true", "{text} is known");
    page.press(&[DOWN, ENTER]).await;
}

async fn unfold(page: &Page) {
    let script = "document.querySelectorAll('#plan details').forEach((d) => { d.open = true; })";
    let _: Value = page.script(script, vec![]).await;
}

/// The kilometres in a finding: the first number before " km".
fn km(finding: &str) -> f64 {
    let before = finding.split(" km").next().unwrap_or_default();
    let digits = before.rsplit(' ').next().unwrap_or_default().replace(',', "");
    digits.parse().unwrap_or_else(|_| unreachable!("no kilometres in “{finding}”"))
}

#[tokio::test]
async fn the_button_opens_it_and_keys_alone_plan_a_cable() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.press_button("Plan a cable").await;
        page.wait_for("the panel is there", "return document.activeElement?.id === 'plan-title'").await;
        page.answered("plan").await;
        type_end(page, "From", "helsinki").await;
        type_end(page, "To", "tokyo").await;
        assert_eq!(page.state_of("plan").await, "place:helsinki,place:tokyo");
        let found = finding(page).await;
        assert!(found.starts_with("From Helsinki to Tokyo the shortest way by water is"), "{found}");
        assert!((12_300.0..13_000.0).contains(&km(&found)), "{found}");
        let change = page.text("#plan .change").await;
        assert!(change.contains("Helsinki – Tokyo falls from 209.5 ms to"), "{change}");
        assert!(page.count("#plan .drawing svg .seabed").await == 1, "the depth profile is drawn");
        let drawn = page.stats().await.vertices;
        page.press(&[ESCAPE]).await;
        assert_eq!(page.attribute("#plan-fold", "aria-expanded").await, "false");
        page.set_state(json!({ "plan": "" })).await;
        page.settled().await;
        assert!(page.stats().await.vertices < drawn, "the way was on the map");
    })
    .await;
}

#[tokio::test]
async fn a_link_gives_the_same_in_a_fresh_profile() {
    let link =
        "#plan=landing:bergen-no,-60/70,place:tokyo,ice:september,avoid:bellot-strait,off:20,slack:7,pair:london/tokyo";
    let mut told: Vec<(String, String)> = Vec::new();
    for _ in 0..2 {
        let mut found = None;
        visit(Setup::default(), async |page: &Page| {
            page.open_panel("plan", link).await;
            found = Some((finding(page).await, page.text("#plan").await));
            assert!(page.link().await.contains("avoid:bellot-strait"), "the link stays");
        })
        .await;
        told.extend(found);
    }
    assert_eq!(told[0], told[1]);
    assert!(told[0].0.contains("7 % of slack") && told[0].1.contains("London – Tokyo"), "{told:?}");
}

#[tokio::test]
async fn wishes_change_the_way() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("plan", "#plan=landing:bergen-no,place:tokyo").await;
        let free = km(&finding(page).await);
        unfold(page).await;
        for (wish, script, key) in [
            ("ice", "const s = document.querySelector('#plan-ice'); s.value = 'september'; s.dispatchEvent(new Event('change', { bubbles: true }))", "ice:september"),
            ("strait", "[...document.querySelectorAll('#plan fieldset [role=checkbox]')].find((b) => b.textContent.includes('Bellot')).click()", "avoid:bellot-strait"),
            ("shore", "const i = document.querySelector('#plan-off'); i.value = '30'; i.dispatchEvent(new Event('change', { bubbles: true }))", "off:30"),
            ("depth", "const i = document.querySelector('#plan-deeper'); i.value = '60'; i.dispatchEvent(new Event('change', { bubbles: true }))", "deeper:60"),
        ] {
            let before = page.text("#plan .finding").await;
            let _: Value = page.script(script, vec![]).await;
            let another = format!("return document.querySelector('#plan .finding')?.textContent !== {}", json!(before));
            page.wait_for("another finding", &another).await;
            let now = finding(page).await;
            assert!(page.state_of("plan").await.contains(key), "{wish}");
            assert!(km(&now) > free, "{wish}: {now}");
        }
        assert!(page.text("#plan .finding").await.contains("not as deep"), "the Bering Strait is not 60 m deep");
    })
    .await;
}

#[tokio::test]
async fn presses_on_the_map_set_ends_and_points_to_pass() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.press_button("Plan a cable").await;
        page.wait_for("the panel is there", "return document.querySelector('#plan') !== null").await;
        page.answered("plan").await;
        page.press_button("Pick points on the map").await;
        for at in [[5.0, 62.5], [-20.0, 66.8], [-12.0, 70.0]] {
            let at = page.project(at).await;
            page.click(at).await;
        }
        page.press(&[ESCAPE]).await;
        assert_eq!(page.count(".hand").await, 0, "Escape ends the picking");
        finding(page).await;
        assert_eq!(page.state_of("plan").await.split(',').count(), 3);
        assert_eq!(page.count("#plan .cut-list li").await, 1);
        let _: Value = page.script("document.querySelector('#plan .mend').click()", vec![]).await;
        finding(page).await;
        assert_eq!(page.state_of("plan").await.split(',').count(), 2);
    })
    .await;
}

#[tokio::test]
async fn whatever_is_wrong_is_said_with_what_would_work() {
    visit(Setup::default(), async |page: &Page| {
        for (link, what, help) in [
            ("#plan=-87.6/41.9,-92.1/46.8", "from the sea", "the nearest sea"),
            ("#plan=place:frankfurt,place:tokyo", "Frankfurt lies", "the nearest sea"),
            ("#plan=49.9/40.3,place:tokyo", "does not lead to the other points", "the nearest sea"),
            ("#plan=place:tokyo,place:tokyo", "within a kilometre", "another point"),
            (
                "#plan=place:tokyo,0/85,landing:bergen-no,ice:september",
                "lies in the ice",
                "allowing the ice of September",
            ),
            (
                "#plan=-168.9/65.8,landing:bergen-no,avoid:bering-strait",
                "lies in Bering Strait",
                "allowing Bering Strait",
            ),
        ] {
            page.open_panel("plan", link).await;
            let said = finding(page).await;
            assert!(said.contains(what) && said.contains(help), "{link}: {said}");
        }
        page.open_panel("plan", "#plan=place:atlantis,place:tokyo,ice:june").await;
        let said = page.text("#plan").await;
        assert!(said.contains("called “place:atlantis”") && said.contains("ice:june"), "{said}");
        page.open_panel("plan", "#plan=place:frankfurt,place:tokyo").await;
        page.press_button("Take the nearest sea").await;
        page.wait_for("a way", "return document.querySelector('#plan .change') !== null").await;
        assert!(finding(page).await.contains("the shortest way by water"));
    })
    .await;
}

#[tokio::test]
async fn it_is_saved_as_geojson() {
    visit(Setup::default(), async |page: &Page| {
        let watch = "window.saved = [];
            URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return 'blob:nothing'; };
            HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };";
        page.before_scripts(watch).await;
        page.open_panel("plan", "#plan=172/56,-172/58").await;
        finding(page).await;
        page.press_button("Download GeoJSON").await;
        page.wait_for("the file is there", "return saved.length === 2").await;
        let text: String = page.script("return saved.find((s) => s.startsWith('{'))", vec![]).await;
        let file: Value = serde_json::from_str(&text).unwrap_or_default();
        let line = &file["features"][0];
        assert_eq!(line["geometry"]["type"], "MultiLineString", "cut at the antimeridian");
        assert!(line["properties"]["cable_km"].as_f64() > line["properties"]["route_km"].as_f64(), "{line}");
        assert!(line["properties"]["link"].as_str().is_some_and(|link| link.contains("plan=")), "{line}");
        assert_eq!(file["features"].as_array().map(Vec::len), Some(3));
    })
    .await;
}

#[tokio::test]
async fn a_worker_does_the_work_and_not_the_page() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("plan", "#plan=landing:bergen-no,place:tokyo,ice:september").await;
        finding(page).await;
        // What a worker fetches is not among what the page has fetched.
        let script = "return performance.getEntriesByType('resource').map((r) => r.name.split('/').pop())
            .filter((name) => name.startsWith('waters'))";
        let fetched: Vec<String> = page.script(script, vec![]).await;
        assert!(fetched.iter().all(|name| name.ends_with(".js")), "{fetched:?}");
        // Another question takes the place of the one before it, and only the last is answered.
        let script = "for (const lat of [60, 65, 70, 75]) cableMap.setState({ plan: `landing:bergen-no,-30/${lat - 10},place:tokyo` })";
        let _: Value = page.script(script, vec![]).await;
        finding(page).await;
        page.wait_for("the last is answered", "return document.querySelector('#plan .cut-list')?.textContent.includes('65')").await;
        assert!(finding(page).await.contains("From Bergen to Tokyo"));
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_any_size_in_both_themes() {
    visit(Setup::default(), async |page: &Page| {
        for (size, theme, lang) in [
            ((1440, 900), "dark", "en"),
            ((820, 1180), "light", "ja"),
            ((360, 740), "dark", "fi"),
            ((360, 740), "light", "en"),
        ] {
            page.resize(size, 1.0).await;
            page.open_panel(
                "plan",
                &format!("#plan=landing:bergen-no,5/78.5,place:tokyo,ice:september&theme={theme}&lang={lang}"),
            )
            .await;
            finding(page).await;
            unfold(page).await;
            assert_eq!(page.axe().await, Vec::<String>::new(), "{size:?} {theme}");
            let wide: bool = page.script("return document.documentElement.scrollWidth > innerWidth", vec![]).await;
            assert!(!wide, "{size:?}: no sideways scrolling");
        }
    })
    .await;
}
