//! The connectivity panel: comparing, cutting, resilience, measuring; by pointer, by keys alone, by link.

use browser_tests::keys::{DOWN, ENTER, ESCAPE};
use browser_tests::{Page, Point, Setup, visit};
use serde_json::{Value, json};

const HELSINKI: &str = "from=place:helsinki&to=place:tokyo";

/// Puts the keys where the panel's button puts them.
async fn into_panel(page: &Page) {
    let _: Value = page.script("document.querySelector('#lab-title').focus()", vec![]).await;
}

/// Names and round trips of the ways, in order.
async fn ways(page: &Page) -> Vec<(String, String)> {
    let script = "return [...document.querySelectorAll('.bars summary')].map((s) =>
        [s.querySelector('.name').firstChild.textContent, s.querySelector('.rtt').textContent])";
    page.script(script, vec![]).await
}

/// Takes an end by keys alone.
async fn type_end(page: &Page, label: &str, text: &str) {
    page.tab_to(label).await;
    page.type_text(text).await;
    assert_eq!(page.attribute(":focus", "aria-expanded").await, "true", "{text} is known");
    page.press(&[DOWN, ENTER]).await;
    page.answered("lab").await;
}

#[tokio::test]
async fn the_button_opens_it_and_keys_alone_compare_two_ends() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.press_button("Connectivity").await;
        page.wait_for("the panel is there", "return document.activeElement?.id === 'lab-title'").await;
        page.answered("lab").await;
        type_end(page, "From", "helsinki").await;
        type_end(page, "To", "tokyo").await;
        assert_eq!(page.state_of("from").await, "place:helsinki");
        assert_eq!(page.state_of("to").await, "place:tokyo");
        let found = ways(page).await;
        assert!(found.len() >= 6, "{found:?}");
        assert!(found[0].1 < found[1].1, "the fastest first: {found:?}");
        let finding = page.text(".lab .finding").await;
        assert!(finding.contains("the fastest way takes 209.5 ms") && finding.contains("Polar Connect"), "{finding}");
        let shares = "return [...document.querySelectorAll('.bars progress')].map((p) => p.value)";
        let shares: Vec<f64> = page.script(shares, vec![]).await;
        assert!(shares.is_sorted() && shares.last() == Some(&1.0), "{shares:?}");
        page.press(&[ESCAPE]).await;
        assert_eq!(page.attribute("#lab-fold", "aria-expanded").await, "false");
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_before_the_names_have_come_is_found_when_they_come() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        // What the applications of the page share comes late for those that begin now.
        let late = "const kept = globalThis[Symbol.for('arctic-cable-map files')], late = new Promise((come) => { window.come = come; });
            for (const [path, file] of kept) if (path.includes('places.geojson')) kept.set(path, late.then(() => file));";
        let _: Value = page.script(late, vec![]).await;
        page.press_button("Connectivity").await;
        page.wait_for(
            "the box is there",
            "document.querySelector('#lab-from')?.focus(); return document.activeElement?.id === 'lab-from'",
        )
        .await;
        page.type_text("brussels").await;
        let offered = "return document.querySelector('[role=option] .name')?.textContent ?? ''";
        assert_ne!(page.script::<String>(offered, vec![]).await, "Brussels", "no city is known yet");
        let _: Value = page.script("come()", vec![]).await;
        page.wait_for(
            "it is found",
            "return document.querySelector('[role=option] .name')?.textContent === 'Brussels'",
        )
        .await;
        page.press(&[DOWN, ENTER]).await;
        page.wait_for("it is taken", "return cableMap.getState().from === 'place:brussels'").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_gives_the_same_answer_in_a_fresh_profile() {
    let link = format!("{HELSINKI}&via=index:1.462,-american&cut=chokepoint:bab-el-mandeb&year=2025");
    let mut told: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for _ in 0..2 {
        let mut found = None;
        visit(Setup::default(), async |page: &Page| {
            page.open_panel("lab", &format!("#{link}")).await;
            assert_eq!(page.attribute(".tabs button:nth-child(2)", "aria-pressed").await, "true", "cuts come first");
            let verdict = page.text(".lab .finding").await;
            page.press_button("Ways").await;
            found = Some((verdict, ways(page).await));
        })
        .await;
        told.extend(found);
    }
    assert_eq!(told[0], told[1]);
    assert!(told[0].1.len() > 3 && told[0].0.contains("pairs of places"), "{told:?}");
}

#[tokio::test]
async fn ways_and_crosses_are_drawn_on_the_map() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", &format!("#{HELSINKI}")).await;
        let before = page.stats().await.vertices;
        page.set_state(json!({ "from": "", "to": "" })).await;
        page.answered("lab").await;
        let without = page.stats().await.vertices;
        assert!(before > without + 100.0, "{before} vertices with the ways, {without} without");
    })
    .await;
}

#[tokio::test]
async fn what_is_selected_is_cut_undone_and_made_again() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", &format!("#{HELSINKI}&sel=chokepoint:bab-el-mandeb")).await;
        page.press_button("Cut everything through Bab-el-Mandeb").await;
        page.answered("lab").await;
        assert_eq!(page.state_of("cut").await, "chokepoint:bab-el-mandeb");
        page.press_button("Cuts").await;
        let verdict = page.text(".lab .finding").await;
        assert!(verdict.contains("slower") && !verdict.contains(" 0 slower"), "{verdict}");
        assert!(page.text(".cut-list").await.contains("Bab-el-Mandeb"));
        page.press_button("Undo").await;
        page.answered("lab").await;
        assert_eq!(page.state_of("cut").await, "");
        page.press_button("Redo").await;
        page.answered("lab").await;
        assert_eq!(page.state_of("cut").await, "chokepoint:bab-el-mandeb");
        page.press_button("Mend all").await;
        page.answered("lab").await;
        assert_eq!((page.state_of("cut").await.as_str(), page.link().await.contains("cut")), ("", false));
    })
    .await;
}

#[tokio::test]
async fn a_line_across_the_sea_cuts_by_hand_and_by_typed_positions() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", &format!("#{HELSINKI}&cut=segment:none")).await;
        assert!(page.text(".lab .alert").await.contains("segment:none"), "what is not known is told");
        page.press_button("Draw a line across the sea").await;
        let (from, to) = (page.project([-20.0, 79.0]).await, page.project([25.0, 79.0]).await);
        page.drag(from, &[Point::new((from.x + to.x) / 2.0, (from.y + to.y) / 2.0), to]).await;
        page.answered("lab").await;
        let by_hand = page.state_of("cut").await;
        assert!(by_hand.contains("segment:polar-connect/"), "{by_hand}");
        page.press(&[ESCAPE]).await;
        assert_eq!(page.count(".hand").await, 0, "Escape ends the drawing");
        page.press_button("Mend all").await;
        page.answered("lab").await;
        let unfold = "[...document.querySelectorAll('.cuts .fold > summary')].find((s) => s.textContent.includes('positions')).click()";
        let _: Value = page.script(unfold, vec![]).await;
        into_panel(page).await;
        for (label, text) in [("Position 1", "79 N 20 W"), ("Position 2", "79, 25")] {
            page.tab_to(label).await;
            page.type_text(text).await;
        }
        page.tab_to("Cut across").await;
        page.press(&[ENTER]).await;
        page.answered("lab").await;
        assert_eq!(page.state_of("cut").await, by_hand, "the same line, the same cuts");
    })
    .await;
}

#[tokio::test]
async fn an_incident_is_replayed_with_its_sources() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", "#cut=chokepoint:bab-el-mandeb").await;
        let press = "const fold = [...document.querySelectorAll('.cuts .fold')].find((f) => f.textContent.includes('Incidents'));
            fold.querySelector('summary').click(); fold.querySelector('.entries .entry').click(); return fold.querySelectorAll('.entry').length";
        let count: usize = page.script(press, vec![]).await;
        assert!(count >= 5, "{count} incidents");
        page.answered("lab").await;
        assert!(page.state_of("year").await.starts_with("20"));
        assert!(page.text(".incident").await.contains("the network at the end of"));
        assert!(page.count(".incident .sources li").await > 0);
    })
    .await;
}

#[tokio::test]
async fn bad_questions_are_answered_by_what_would_work() {
    visit(Setup::default(), async |page: &Page| {
        for (link, said) in [
            ("#from=tokio&to=place:helsinki", "Did you mean Tokyo?"),
            ("#from=tokyo&to=place:tokyo", "Both ends are Tokyo"),
            (
                "#from=helsinki&to=tokyo&via=-in-service,-terrestrial",
                "What counts leaves no cable standing. What would help",
            ),
            (
                "#from=landing:longyearbyen-sj&to=tokyo&cut=landing:longyearbyen-sj",
                "What would help: Mend Longyearbyen",
            ),
        ] {
            page.open_panel("lab", link).await;
            page.press_button("Ways").await;
            let text = page.text(".lab .finding").await;
            assert!(text.contains(said), "{link}: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn resilience_lists_ways_apart_and_single_points() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", &format!("#{HELSINKI}")).await;
        page.press_button("Resilience").await;
        page.wait_for("single points are listed", "return document.querySelectorAll('.single li').length > 5").await;
        let text = page.text(".weak").await;
        assert!(
            text.contains("Ways without a common segment:") && text.contains("The fewest whose loss parts"),
            "{text}"
        );
        let first = page.text(".single li").await;
        assert!(first.contains("no way") || first.contains("countries cut off"), "the most serious first: {first}");
        // Of all there are, those on the map as it is shown; they follow when it moves.
        page.set_state(json!({ "view": "mercator", "at": "104,1.2,6" })).await;
        page.press_button("On the map").await;
        let lists = |has: &str, not: &str| {
            format!("const said = document.querySelector('.single').textContent; return said.includes('{has}') && !said.includes('{not}')")
        };
        page.wait_for("what is near Singapore is listed", &lists("Singapore Strait", "2Africa")).await;
        page.set_state(json!({ "at": "15,-5,5" })).await;
        page.wait_for("what is near Singapore is listed no more", &lists("", "everything through Singapore Strait")).await;
        page.press_button("On the map").await;
        page.wait_for("all are listed again", &lists("everything through Singapore Strait", "no such thing")).await;
    })
    .await;
}

/// Both are near Shima; this question once never came to an end.
#[tokio::test]
async fn resilience_of_towns_that_share_a_landing() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", "#from=place:osaka&to=place:kobe").await;
        page.press_button("Resilience").await;
        page.wait_for("ways apart are listed", "return document.querySelectorAll('.apart li').length > 2").await;
        assert!(page.text(".weak").await.contains("Links over land"));
    })
    .await;
}

#[tokio::test]
async fn supercomputers_are_compared_as_it_stands_and_over_the_arctic() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", "#via=-suez").await;
        let _: Value = page.script("document.querySelector('.machines summary').click()", vec![]).await;
        page.wait_for("pairs are listed", "return document.querySelectorAll('.machines tbody tr').length > 3").await;
        let table = "return [...document.querySelectorAll('.machines tr')].map((row) => [...row.children].map((cell) => cell.textContent.trim()))";
        let rows: Vec<Vec<String>> = page.script(table, vec![]).await;
        let column = |name: &str| rows[0].iter().position(|head| head == name).expect("a column");
        let (now, arctic) = (column("in service"), column("Polar Connect"));
        let ms = |text: &str| text.split_whitespace().next().and_then(|n| n.parse::<f64>().ok()).expect("milliseconds");
        for row in &rows[1..] {
            assert!(row[0].ends_with(" – Fugaku") && ms(&row[arctic]) < ms(&row[now]), "{row:?}");
        }
        let measured: usize = page.script("return [...document.querySelectorAll('.machines .trips li')].filter((e) => e.textContent.includes('measured') && e.querySelector('a')).length", vec![]).await;
        assert_eq!(measured, rows.len() - 1, "each with what was measured, and its source");
        // A question of two of them has the same figure, and the table stays open.
        page.set_state(json!({ "from": "place:lumi", "to": "place:fugaku" })).await;
        page.answered("lab").await;
        let finding = page.text("#lab .finding").await;
        let lumi = rows.iter().find(|row| row[0].starts_with("LUMI")).expect("LUMI");
        assert!(finding.contains(&lumi[now]), "{finding} {lumi:?}");
        assert!(page.script::<bool>("return document.querySelector('.machines details').open", vec![]).await);
    })
    .await;
}

#[tokio::test]
async fn points_are_measured_by_pointer_and_by_keys() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", &format!("#{HELSINKI}")).await;
        page.press_button("Measure").await;
        for (label, text) in [("Position 1", "0, 0"), ("Position 2", "0 N 90 E")] {
            into_panel(page).await;
            page.tab_to(label).await;
            page.type_text(text).await;
            page.press_button("Add").await;
        }
        let table = page.text(".measure table").await;
        // A quarter of the equator: 10,018.8 km on WGS 84, 66.8 ms there and back in vacuum.
        assert!(table.contains("10,018.") && table.contains("90°") && table.contains("66.8 ms"), "{table}");
        page.press_button("Clear").await;
        page.press_button("Pick points on the map").await;
        for at in [[0.0, 80.0], [30.0, 78.0]] {
            let at = page.project(at).await;
            page.click(at).await;
        }
        assert!(page.count(".measure tbody tr").await == 2, "{}", page.text(".measure").await);
        page.press(&[ESCAPE]).await;
    })
    .await;
}

#[tokio::test]
async fn assumptions_change_the_figures_and_the_link() {
    visit(Setup::default(), async |page: &Page| {
        page.open_panel("lab", &format!("#{HELSINKI}")).await;
        let before = ways(page).await;
        let set = "const box = document.querySelector('#lab-index'); box.value = '1.4620'; box.dispatchEvent(new Event('change', { bubbles: true }))";
        let _: Value = page.script(set, vec![]).await;
        page.answered("lab").await;
        assert_eq!(page.state_of("via").await, "index:1.462");
        let after = ways(page).await;
        assert!(after[0].1 < before[0].1 && page.text(".bars dl").await.contains("1.462"), "{after:?}");
    })
    .await;
}
