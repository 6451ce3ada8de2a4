//! The depth profile: the drawing, its point by pointer and keys, the table, the mark on the map.

use browser_tests::keys::RIGHT;
use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

const SLIDER: &str = "document.querySelector('#profile-slider')";

async fn open(page: &Page, link: &str) {
    page.open_ready(link).await;
    page.wait_for("the profile is drawn", "return document.querySelector('#profile-chart .seabed') !== null").await;
    page.wait_for("the ice is drawn", "return document.querySelector('#profile-chart .march') !== null").await;
}

#[tokio::test]
async fn keys_move_the_point_on_the_drawing_and_say_where_it_is() {
    visit(Setup::default(), async |page: &Page| {
        open(page, "#sel=cable:polar-connect").await;
        let _: Value = page.script(&format!("{SLIDER}.focus()"), vec![]).await;
        let start = page.attribute("#profile-slider", "aria-valuetext").await;
        assert!(start.starts_with("0 km from Narvik"), "{start}");
        page.press(&[RIGHT, RIGHT, RIGHT]).await;
        let said = page.attribute("#profile-slider", "aria-valuetext").await;
        assert!(said.contains("km from Narvik") && !said.starts_with("0 km"), "{said}");
        assert_eq!(page.text(".point").await, said.split_whitespace().collect::<Vec<_>>().join(" "));
        page.press(&["\u{e010}"]).await;
        let end = page.attribute("#profile-slider", "aria-valuetext").await;
        assert!(end.starts_with("10,0"), "End goes to the other end: {end}");
    })
    .await;
}

#[tokio::test]
async fn the_point_is_ringed_on_the_map_and_goes_with_the_focus() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts("window.drawn = []").await;
        open(page, "#sel=cable:polar-connect").await;
        let frames = page.stats().await.frames;
        let spy = "const half = document.querySelector('#profile-slider'); half.focus(); half.value = 100; half.dispatchEvent(new Event('input', { bubbles: true }))";
        let _: Value = page.script(spy, vec![]).await;
        page.settled().await;
        assert!(page.stats().await.frames > frames, "the map paints the ring");
        let place: Vec<f64> = page.script("const m = document.querySelector('#profile-chart .mark'); return [+m.getAttribute('cx'), +m.getAttribute('r')]", vec![]).await;
        assert!((place[0] - 172.0).abs() < 0.2 && place[1] > 0.0, "half way along the axis: {place:?}");
        let _: Value = page.script(&format!("{SLIDER}.blur()"), vec![]).await;
        page.settled().await;
        assert_eq!(page.attribute("#profile-chart .mark", "r").await, "0");
        assert_eq!(page.text(".point").await, "");
    })
    .await;
}

#[tokio::test]
async fn hovering_moves_the_point_too() {
    visit(Setup::default(), async |page: &Page| {
        open(page, "#sel=cable:polar-connect").await;
        let hover = "const s = document.querySelector('#profile-slider'); s.scrollIntoView({ block: 'center' });
            const b = s.getBoundingClientRect();
            s.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: b.left + b.width * arguments[0], clientY: b.top + 9 }));
            return s.value";
        let value: String = page.script(hover, vec![json!(0.25)]).await;
        // Half of the engines count whole pixels.
        assert!(["49", "50"].contains(&value.as_str()), "{value} of 200");
    })
    .await;
}

#[tokio::test]
async fn the_table_says_the_same_with_ice_and_straits() {
    visit(Setup::default(), async |page: &Page| {
        open(page, "#sel=cable:polar-connect").await;
        let rows: Vec<Vec<String>> = page
            .script("return [...document.querySelectorAll('.profile tbody tr')].map((r) => [...r.cells].map((c) => c.textContent))", vec![])
            .await;
        assert_eq!(rows.len(), 21);
        assert!(rows.iter().all(|r| r.len() == 4));
        let all = rows.concat().join("|");
        for word in ["Under ice in March", "Under ice in September", "Fram Strait", "Bering Strait", "Near Strait"] {
            assert!(all.contains(word), "no {word:?} in {all}");
        }
        // The Bering Strait is less than 60 m deep, and the abyss east of the Kurils more than 4 km.
        let depths: Vec<f64> = rows.iter().filter_map(|r| r[1].replace(',', "").parse().ok()).collect();
        assert!(depths.iter().any(|d| *d < 100.0) && depths.iter().any(|d| *d > 4_000.0), "{depths:?}");
    })
    .await;
}

#[tokio::test]
async fn finer_depths_leave_the_focus_the_point_and_the_open_table_where_they_are() {
    // A larger window begins with the finer depths.
    visit(Setup::sized(1280, 800), async |page: &Page| {
        open(page, "#sel=cable:polar-connect").await;
        let table = "document.querySelector('.profile .claims').open = true; document.querySelector('section.details .scroll').scrollTop = 400";
        let _: Value = page.script(table, vec![]).await;
        let _: Value = page.script(&format!("window.slider = {SLIDER}; slider.focus()"), vec![]).await;
        page.press(&[RIGHT, RIGHT, RIGHT]).await;
        let drawn = "return document.querySelector('#profile-chart .seabed').getAttribute('d')";
        let before: String = page.script(drawn, vec![]).await;
        page.set_state(json!({ "at": "18,69,5" })).await;
        page.wait_for("finer depths are drawn", &format!("return (() => {{ {drawn} }})() !== {}", json!(before))).await;
        let kept = "return [document.activeElement === slider, slider.isConnected, slider.value, document.querySelector('.profile .claims').open,
            document.querySelector('#profile-chart .mark').getAttribute('r')]";
        let kept: (bool, bool, String, bool, String) = page.script(kept, vec![]).await;
        assert_eq!(kept, (true, true, "3".to_owned(), true, "4".to_owned()));
    })
    .await;
}
