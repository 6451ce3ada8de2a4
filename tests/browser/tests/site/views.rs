//! The views: buttons, the slider between them, and what stays.

use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

/// A thing in the middle of each view's home, with what must hold of it.
const VIEWS: [(&str, &str); 4] = [("Globe", "globe"), ("Polar", ""), ("Mercator", "mercator"), ("World", "world")];

#[tokio::test]
async fn buttons_show_the_views_and_keep_what_is_picked() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=cable:polar-connect").await;
        for (name, code) in VIEWS.into_iter().chain(VIEWS.into_iter().rev()) {
            page.press_button(name).await;
            page.wait_for("the map has arrived", &format!("return (cableMap.getState().view ?? '') === '{code}' && cableMap.getState().morph === undefined")).await;
            assert_eq!(page.state_of("sel").await, "cable:polar-connect");
            assert_eq!(page.details_title().await.as_deref(), Some("Polar Connect"));
            let there: bool = page.script("const at = cableMap.project([15, 60]); const back = cableMap.unproject(at); return Math.abs(back[0] - 15) < 1e-6 && Math.abs(back[1] - 60) < 1e-6", vec![]).await;
            assert!(there, "{name}: a place is not where it is");
        }
        page.press_button("Polar").await;
        page.wait_for("the map has arrived", "return cableMap.getState().view === undefined && cableMap.getState().morph === undefined").await;
        page.settled().await;
        assert_eq!(page.link().await, "#sel=cable:polar-connect", "there and back leaves no trace");
    })
    .await;
}

#[tokio::test]
async fn the_slider_stands_anywhere_and_is_in_the_link() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let slide = "const slider = document.querySelector('#morph'); slider.value = '0.8'; slider.dispatchEvent(new Event('input', { bubbles: true })); return true";
        let _: bool = page.script(slide, vec![]).await;
        page.settled().await;
        assert_eq!(page.state_of("morph").await, "0.8");
        let at = page.project([-30.0, 65.0]).await;
        let link = page.link().await;
        page.open_ready(&link).await;
        let again = page.project([-30.0, 65.0]).await;
        assert!((at.x - again.x).abs() < 1.0 && (at.y - again.y).abs() < 1.0, "{at:?} {again:?}");
        assert_eq!(page.attribute("#morph", "aria-valuetext").await, "Mercator");
    })
    .await;
}

#[tokio::test]
async fn a_hundred_times_from_the_globe_to_mercator_and_back_leave_the_same_picture_and_memory() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        // Where the map rests on its way, and on a slow machine it does, it asks for finer layers; a globe is finer with them, too.
        for stop in [
            json!({ "morph": 0.3 }),
            json!({ "morph": 0.7 }),
            json!({ "view": "mercator", "morph": null }),
            json!({ "view": "globe", "morph": null }),
        ] {
            page.set_state(stop).await;
            page.settled().await;
        }
        // A layer that comes, and the seabed in full, are another frame each.
        let at_rest = "const { frames } = cableMap.stats(), now = performance.now();
            if (frames !== window.painted) { window.painted = frames; window.since = now; }
            return now - window.since > 5000";
        page.wait_for("the picture is at rest", at_rest).await;
        let _: Value = page.script("window.first = document.querySelector('#canvas').toDataURL()", vec![]).await;
        let there_and_back = "const frame = () => new Promise((done) => requestAnimationFrame(done));
            const memory = () => performance.memory?.usedJSHeapSize ?? 0;
            for (let i = 0; i < 100; i += 1) {
              for (const morph of [0.3, 0.7]) { cableMap.setState({ morph }); await frame(); }
              cableMap.setState({ view: 'mercator', morph: null }); await frame();
              cableMap.setState({ view: 'globe', morph: null }); await frame();
              if (i === 20) globalThis.early = memory();
            }
            return memory() - globalThis.early;";
        let grown: f64 = page.script(&format!("return (async () => {{ {there_and_back} }})()"), vec![]).await;
        page.settled().await;
        page.wait_for(
            "the picture is the same",
            "return document.querySelector('#canvas').toDataURL() === window.first",
        )
        .await;
        assert!(grown < 8e6, "{grown} bytes more after eighty times there and back");
    })
    .await;
}

#[tokio::test]
async fn the_north_arrow_turns_with_the_map_and_turns_north_up() {
    visit(Setup::default(), async |page: &Page| {
        // Where north is on the screen at the middle of the map, by two points of one meridian.
        let seen = "const [lon, lat] = cableMap.getState().at.split(',').map(Number);
            const p = cableMap.project([lon, lat - 0.1]), q = cableMap.project([lon, lat + 0.1]);
            return Math.atan2(q[0] - p[0], p[1] - q[1]) * 180 / Math.PI";
        let arrow =
            "return Number(/rotate\\((.*?) /.exec(document.querySelector('#north').getAttribute('transform'))[1])";
        for link in ["#at=25,62,2,70", "#view=globe&at=140,40,1,-30", "#view=mercator&at=20,65,3,15"] {
            page.open_ready(link).await;
            let is: f64 = page.script(seen, vec![]).await;
            let says: f64 = page.script(arrow, vec![]).await;
            assert!((is - says).abs() < 1.0, "{link}: north is at {is}°, the arrow says {says}°");
            page.press_button("North up").await;
            page.settled().await;
            let up: f64 = page.script(arrow, vec![]).await;
            assert!(up.abs() < 0.6, "{link}: {up}° after north was turned up");
        }
        // At the pole every way is south: a ring stands for the arrow, and pressing it does nothing.
        page.open_ready("#at=0,90,1,20").await;
        page.press_button("North up").await;
        assert_eq!(page.state_of("at").await, "0,90,1,20");
    })
    .await;
}
