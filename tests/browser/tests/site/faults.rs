//! A broken file costs what is in it, and the page says which.

use browser_tests::{Fault, Page, Setup, visit};

/// Every file of the data that the start needs, with a thing that still works without it.
const FILES: [(&str, &str); 7] = [
    ("geodata/basemap/land-50m-11km.acmp", "Polar Connect"),
    ("geodata/labels/seas.geojson", "Polar Connect"),
    ("geodata/routes/cables.geojson", "Possible extension to the Pacific"),
    ("geodata/extensions/cables.geojson", "Polar Connect"),
    ("geodata/routes/landings.geojson", "Polar Connect"),
    ("geodata/extensions/landings.geojson", "Polar Connect"),
    ("geodata/sources.json", "Polar Connect"),
];

/// The name of a file without its folders, as every message has it.
fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// Every file wrong in one way: the map is ready, the page names the file, the rest works.
async fn each_file(fault: Fault) {
    visit(Setup::default(), async |page: &Page| {
        for (file, still_there) in FILES {
            page.break_file(file, fault);
            page.open_ready("").await;
            let shown = page.trouble_shown().await;
            assert!(shown.contains(name(file)), "{file} {fault:?}: the page says {shown:?}");
            let problems = page.problems().await;
            assert!(problems.iter().any(|p| p.level == "error"), "{file} {fault:?}: {problems:?}");
            page.select_cable(still_there).await;
            assert_eq!(page.details_title().await.as_deref(), Some(still_there), "{file} {fault:?}");
            page.mend();
        }
    })
    .await;
}

#[tokio::test]
async fn missing_files_are_named_and_the_rest_works() {
    each_file(Fault::Missing).await;
}

#[tokio::test]
async fn truncated_files_are_named_and_the_rest_works() {
    each_file(Fault::Truncated).await;
}

#[tokio::test]
async fn broken_connections_are_named_and_the_rest_works() {
    each_file(Fault::CutOff).await;
}

#[tokio::test]
async fn pages_instead_of_files_are_named_and_the_rest_works() {
    each_file(Fault::Html).await;
}

#[tokio::test]
async fn empty_files_are_named_and_the_rest_works() {
    each_file(Fault::Empty).await;
}

#[tokio::test]
async fn missing_land_leaves_the_sea_the_cables_and_the_coast_of_nothing() {
    visit(Setup::default(), async |page: &Page| {
        page.break_file("geodata/basemap/land-50m-11km.acmp", Fault::Missing);
        page.open_ready("#layers=-seabed").await;
        let greenland = page.project([-40.0, 75.0]).await;
        assert_eq!(page.colour_at(greenland, 6).await, page.theme_colour("sea").await);
        let shown = page.trouble_shown().await;
        assert!(shown.contains("Land could not be loaded") && shown.contains("404"), "{shown}");
    })
    .await;
}

#[tokio::test]
async fn broken_catalogue_of_layers_leaves_a_page_that_says_so() {
    visit(Setup::default(), async |page: &Page| {
        for fault in [
            Fault::Missing,
            Fault::Truncated,
            Fault::Html,
            Fault::Empty,
            Fault::Instead("[]"),
            Fault::Instead("{\"layers\": 7}"),
        ] {
            page.break_file("geodata/catalog.json", fault);
            page.open_ready("").await;
            let shown = page.trouble_shown().await;
            assert!(shown.contains("catalog.json"), "{fault:?}: the page says {shown:?}");
            page.press_button("Zoom in").await;
            assert_eq!(page.zoom_and_turn().await.0, 1.0, "{fault:?}");
            page.mend();
        }
    })
    .await;
}

#[tokio::test]
async fn broken_features_are_named_and_the_others_are_drawn() {
    const ONE_GOOD: &str = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "nan", "geometry": {"type": "Point", "coordinates": ["x", 70]}, "properties": {"kind": "landing", "name": {"en": "Nowhere"}, "country": "JP"}},
        {"type": "Feature", "id": "far", "geometry": {"type": "Point", "coordinates": [500, 95]}, "properties": {"kind": "landing", "name": {"en": "Far out"}, "country": "JP"}},
        {"type": "Feature", "id": "spiral", "geometry": {"type": "Spiral", "coordinates": []}, "properties": {"kind": "landing", "name": {"en": "Spiral"}, "country": "JP"}},
        {"type": "Feature", "id": "tomakomai-jp", "geometry": {"type": "Point", "coordinates": [141.603, 42.637]}, "properties": {"kind": "landing", "name": {"en": "Tomakomai"}, "country": "JP",
          "position": {"value": "town", "sources": ["geonames"], "date": "2026", "confidence": "A", "accuracy_km": 5}}},
        7]}"#;
    visit(Setup::default(), async |page: &Page| {
        page.break_file("geodata/routes/landings.geojson", Fault::Instead(ONE_GOOD));
        page.open_ready("").await;
        let problems = page.problems().await;
        for id in ["nan", "far", "spiral"] {
            assert!(
                problems.iter().any(|p| p.place.contains("landings.geojson") && p.place.contains(id)),
                "{id}: {problems:#?}"
            );
        }
        // The list is made when it is opened.
        let there: bool = page
            .script(
                "[...document.querySelectorAll('nav summary')].at(-1).click(); \
                 await new Promise((done) => setTimeout(done, 300)); \
                 return [...document.querySelectorAll('nav .name')].some((e) => e.textContent === 'Tomakomai')",
                vec![],
            )
            .await;
        assert!(there, "Tomakomai is lost as well: {problems:#?}");
    })
    .await;
}

#[tokio::test]
async fn finer_land_that_is_missing_leaves_the_coarser() {
    visit(Setup::default(), async |page: &Page| {
        page.break_file("geodata/basemap/land-10m-500m.acmp", Fault::Missing);
        page.open_ready("#at=10,22,5").await;
        page.wait_for("the problem is shown", "return document.querySelector('details.problems') !== null").await;
        assert!(page.trouble_shown().await.contains("land-10m-500m.acmp"), "{}", page.trouble_shown().await);
        let sahara = page.project([10.0, 22.0]).await;
        assert_eq!(page.colour_at(sahara, 12).await, page.theme_colour("land").await);
    })
    .await;
}

#[tokio::test]
async fn missing_application_leaves_the_poster_and_says_so() {
    visit(Setup::default(), async |page: &Page| {
        page.break_file(".wasm", Fault::Missing);
        // The browser says that the file is missing, and the start script why it gives up.
        page.expect_console(".wasm");
        for said in ["Failed to fetch", "NetworkError when attempting to fetch", "Load failed"] {
            page.expect_console(said);
        }
        page.open("").await;
        page.wait_for("the page gave up", "return document.querySelector('#map').dataset.state === 'failed'").await;
        assert_eq!(page.count(".poster").await, 1);
        assert_eq!(page.count(".failed").await, 1, "no message");
        assert_eq!(page.count("#canvas").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_desk_that_does_not_open_leaves_the_map() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let desk = page.attribute("#map", "data-desk").await;
        page.break_file(desk.trim_start_matches("./"), Fault::Missing);
        page.open_ready("").await;
        page.select_cable("Polar Connect").await;
        assert_eq!(page.state_of("sel").await, "cable:polar-connect");
        let shown = page.trouble_shown().await;
        assert!(shown.contains("Details could not be loaded"), "{shown}");
    })
    .await;
}
