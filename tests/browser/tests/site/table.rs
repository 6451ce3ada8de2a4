//! The table: what the filters leave, in any order, in step with the map, to take away.

use browser_tests::keys::{ENTER, ESCAPE};
use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

/// Opens the table by its button.
async fn open(page: &Page) {
    page.press_button("Table of cables").await;
    page.wait_for("the table is there", "return document.querySelectorAll('.table tbody tr').length > 0").await;
}

/// The texts of a column, from 0 on.
async fn column(page: &Page, place: usize) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('.table tbody tr')].map((r) => r.children[arguments[0]].textContent)";
    page.script(script, vec![json!(place)]).await
}

/// Keeps what is downloaded from then on, by the name of its file.
async fn keep_downloads(page: &Page) {
    let script = "window.kept = {};
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blob.text().then((text) => (window.kept[url] = text)); return url; };
        HTMLAnchorElement.prototype.click = function () { window.kept[this.download] = this.href; }";
    let _: Value = page.script(script, vec![]).await;
}

async fn downloaded(page: &Page, name: &str) -> String {
    let script = format!("return window.kept[window.kept['{name}']] !== undefined");
    page.wait_for("it is downloaded", &script).await;
    page.script("return window.kept[window.kept[arguments[0]]]", vec![json!(name)]).await
}

#[tokio::test]
async fn table_lists_what_the_filters_leave_and_follows_them() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        open(page).await;
        let all = page.rows().await;
        assert!(all >= 220, "{all} rows");
        page.set_state(json!({ "status": "proposed,planned" })).await;
        page.settled().await;
        let left = page.rows().await;
        assert!(left > 3 && left < 30, "{left} rows");
        assert!(page.text(".table .subtitle").await.starts_with(&format!("{left} of {all}")));
        assert!(column(page, 1).await.iter().all(|s| s == "proposed" || s == "planned"));
    })
    .await;
}

#[tokio::test]
async fn titles_sort_and_say_how() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#status=planned,under-construction").await;
        open(page).await;
        let names = column(page, 0).await;
        let mut sorted = names.clone();
        sorted.sort_by_key(|name| name.to_lowercase());
        assert_eq!(page.attribute(".table th:nth-child(1)", "aria-sort").await, "ascending");
        page.press_button("Cable length").await;
        assert_eq!(page.attribute(".table th:nth-child(4)", "aria-sort").await, "ascending");
        assert_eq!(page.attribute(".table th:nth-child(1)", "aria-sort").await, "none");
        let number = |text: &String| text.replace(',', "").trim_end_matches(" km").parse::<f64>().ok();
        let up: Vec<f64> = column(page, 3).await.iter().filter_map(number).collect();
        assert!(up.len() > 5 && up.windows(2).all(|w| w[0] <= w[1]), "{up:?}");
        page.press_button("Cable length").await;
        assert_eq!(page.attribute(".table th:nth-child(4)", "aria-sort").await, "descending");
        let texts = column(page, 3).await;
        let down: Vec<f64> = texts.iter().filter_map(number).collect();
        assert!(down.windows(2).all(|w| w[0] >= w[1]), "{down:?}");
        assert!(texts[..down.len()].iter().all(|t| number(t).is_some()), "what is not known stands last: {texts:?}");
    })
    .await;
}

#[tokio::test]
async fn rows_and_map_are_in_step() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        open(page).await;
        page.press_button("Polar Express").await;
        assert_eq!(page.state_of("sel").await, "cable:polar-express");
        assert_eq!(page.text(".table tr.chosen th").await, "Polar Express");
        page.set_state(json!({ "sel": "cable:unity" })).await;
        page.settled().await;
        let seen = "const row = document.querySelector('.table tr.chosen'), area = document.querySelector('.table .scroll');
            const [r, a] = [row.getBoundingClientRect(), area.getBoundingClientRect()];
            return [row.id, r.top >= a.top && r.bottom <= a.bottom, row.querySelector('button').getAttribute('aria-pressed')]";
        let row: (String, bool, String) = page.script(seen, vec![]).await;
        assert_eq!(row, ("row-unity".to_owned(), true, "true".to_owned()));
        let name = page.text(".table tr.chosen th").await;
        page.press_button(&name).await;
        assert_eq!(page.state_of("sel").await, "");
    })
    .await;
}

#[tokio::test]
async fn table_works_by_the_keyboard_alone() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#status=proposed&sel=cable:polar-connect").await;
        page.tab_to("Table of cables").await;
        page.press(&[ENTER]).await;
        assert_eq!(page.focused().await, "Cables in a table");
        page.tab_to("Ready for service").await;
        page.press(&[ENTER]).await;
        assert_eq!(page.attribute(".table th:nth-child(3)", "aria-sort").await, "ascending");
        page.tab_to("Far North Fiber").await;
        page.press(&[ENTER]).await;
        assert_eq!(page.state_of("sel").await, "cable:far-north-fiber");
        // Escape closes the table, and not what is selected.
        page.press(&[ESCAPE]).await;
        assert_eq!((page.rows().await, page.focused().await), (0, "Table of cables".to_owned()));
        assert_eq!(page.state_of("sel").await, "cable:far-north-fiber");
    })
    .await;
}

#[tokio::test]
async fn what_is_shown_can_be_taken_away() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#status=in-service&country=JP").await;
        open(page).await;
        let rows = page.rows().await;
        keep_downloads(page).await;
        page.press_button("Download CSV").await;
        let csv = downloaded(page, "cables.csv").await;
        assert_eq!(csv.matches("\r\n").count() - 1, rows, "{csv}");
        assert!(csv.starts_with("id,name,status,") && csv.contains(",in-service,"));
        page.press_button("Download GeoJSON").await;
        let geojson: Value = serde_json::from_str(&downloaded(page, "cables.geojson").await).expect("JSON");
        let features = geojson["features"].as_array().expect("features");
        assert_eq!(features.iter().filter(|f| f["properties"]["kind"] == "system").count(), rows);
    })
    .await;
}

#[tokio::test]
async fn all_rows_come_and_stay_when_they_are_sorted() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        open(page).await;
        let rows = page.rows().await;
        assert!(rows >= 220, "{rows} rows");
        let mut names = column(page, 0).await;
        for heading in [4, 1] {
            let press = format!("document.querySelector('.table th:nth-child({heading}) button').click()");
            page.script::<()>(&press, vec![]).await;
            let sorted = format!("return document.querySelector('.table th:nth-child({heading})').ariaSort !== null");
            page.wait_for("the column is sorted", &sorted).await;
            assert_eq!(page.rows().await, rows, "sorted by column {heading}");
            let mut sorted = column(page, 0).await;
            sorted.sort();
            names.sort();
            assert_eq!(sorted, names, "sorted by column {heading}");
        }
    })
    .await;
}

#[tokio::test]
async fn table_fits_every_screen() {
    visit(Setup::default(), async |page: &Page| {
        for (size, link) in [((1440, 900), "#theme=dark&sel=cable:jupiter"), ((820, 1180), "#theme=light"), ((360, 740), "#theme=light")] {
            page.resize(size, 1.0).await;
            page.open_ready(link).await;
            open(page).await;
            let script = "const box = document.querySelector('.table').getBoundingClientRect();
                return [document.scrollingElement.scrollWidth > innerWidth, box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight]";
            let (wide, inside): (bool, bool) = page.script(script, vec![]).await;
            assert!(!wide && inside, "{size:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn table_speaks_japanese() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#lang=ja&status=proposed").await;
        page.press_button("ケーブルの表").await;
        assert_eq!(page.text("#table-title").await, "ケーブルの一覧表");
        assert!(column(page, 1).await.iter().all(|s| s == "構想段階"), "{:?}", column(page, 1).await);
    })
    .await;
}
