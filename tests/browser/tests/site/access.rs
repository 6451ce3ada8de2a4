//! Everybody can use it: the keyboard, small screens, big fingers. What axe says is in `axe_matrix`.

use browser_tests::keys::ENTER;
use browser_tests::{Fault, Page, Setup, visit};

const SIZES: [(u32, u32); 3] = [(1440, 900), (820, 1180), (360, 740)];

#[tokio::test]
async fn keyboard_reaches_the_list_the_details_and_the_way_out() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        for name in ["Far North Fiber", "Zoom in", "Home view", "About"] {
            page.tab_to(name).await;
        }
        page.tab_to("Polar Connect").await;
        page.press(&[ENTER]).await;
        page.tab_to("Close").await;
        let inside: bool = page.script("return document.activeElement.closest('.details') !== null", vec![]).await;
        assert!(inside, "this is another button to close");
        page.press(&[ENTER]).await;
        assert_eq!(page.details_title().await, None);
    })
    .await;
}

#[tokio::test]
async fn focus_is_not_lost_when_the_details_close() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.tab_to("Polar Connect").await;
        page.press(&[ENTER]).await;
        page.tab_to("Close").await;
        page.press(&[ENTER]).await;
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

#[tokio::test]
async fn a_phone_shows_its_panel_where_a_link_names_what_is_not_there() {
    visit(Setup::sized(360, 740), async |page: &Page| {
        page.open_ready("#sel=cable:nowhere").await;
        assert_eq!((page.count(".main h1").await, page.count("details.problems").await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn pages_beside_the_map_have_nothing_that_axe_finds_and_fit_a_narrow_window() {
    visit(Setup::sized(320, 640), async |page: &Page| {
        for (name, link) in [("accessibility.html", "h2"), ("offline.html", "h1")] {
            page.open(name).await;
            assert!(page.count(link).await > 0, "{name}");
            assert_eq!(page.axe().await, Vec::<String>::new(), "{name}");
            let wide: bool = page.script("return document.scrollingElement.scrollWidth > innerWidth", vec![]).await;
            assert!(!wide, "{name} scrolls sideways");
        }
        page.open_ready("").await;
        page.press_button("About").await;
        assert_eq!(page.count("#about[open] a[href='accessibility.html']").await, 1);
    })
    .await;
}

#[tokio::test]
async fn without_its_style_sheet_the_map_is_no_higher_than_the_window() {
    visit(Setup::default(), async |page: &Page| {
        page.open("").await;
        let sheet = page.attribute("link[rel=stylesheet]", "href").await;
        page.break_file(sheet.trim_start_matches("./"), Fault::Missing);
        page.expect_console(sheet.trim_start_matches("./"));
        page.open_ready("").await;
        page.settled().await;
        let heights = "return [document.querySelector('#canvas').clientHeight, innerHeight]";
        let (canvas, window): (f64, f64) = page.script(heights, vec![]).await;
        assert!(canvas <= window, "{canvas} px in a window of {window}");
    })
    .await;
}
