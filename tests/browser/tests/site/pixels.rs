//! What is painted: crisp, in the theme's colours, through the Pole.

use browser_tests::{Page, Point, Setup, visit};

/// Inland, far from coasts, labels and lines.
const LAND: [[f64; 2]; 3] = [[125.0, 66.0], [107.0, 64.0], [-152.0, 66.0]];
/// At sea, far from everything.
const SEA: [[f64; 2]; 3] = [[-152.0, 78.5], [5.0, 65.5], [42.0, 73.0]];

async fn canvas_is_crisp(ratio: f64) {
    visit(Setup { ratio, ..Setup::default() }, async |page: &Page| {
        page.open_ready("").await;
        let script = "const c = document.querySelector('#canvas'), b = c.getBoundingClientRect(); return [devicePixelRatio, c.width, c.height, b.width, b.height]";
        let [seen, width, height, css_width, css_height]: [f64; 5] = page.script(script, vec![]).await;
        assert!((seen - ratio).abs() < 1e-9);
        assert_eq!((width, height), ((css_width * ratio).round(), (css_height * ratio).round()));
        let inland = page.project(LAND[0]).await;
        assert_eq!(page.colour_at(inland, 4).await, page.theme_colour("land").await);
    })
    .await;
}

#[tokio::test]
async fn canvas_has_the_pixels_of_the_screen_at_1() {
    canvas_is_crisp(1.0).await;
}

#[tokio::test]
async fn canvas_has_the_pixels_of_the_screen_at_1_5() {
    canvas_is_crisp(1.5).await;
}

#[tokio::test]
async fn canvas_has_the_pixels_of_the_screen_at_2() {
    canvas_is_crisp(2.0).await;
}

#[tokio::test]
async fn canvas_has_the_pixels_of_the_screen_at_3() {
    canvas_is_crisp(3.0).await;
}

#[tokio::test]
async fn a_machine_that_is_too_slow_draws_motion_in_fewer_pixels_and_rest_in_all() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.settled().await;
        let moves = "const { requestAnimationFrame: ask } = window, canvas = document.querySelector('#canvas');
            const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
            const frame = () => new Promise((done) => ask.call(window, done));
            const free = () => new Promise((done) => setTimeout(done, 5));
            const before = canvas.width;
            window.requestAnimationFrame = (then) => ask.call(window, (now) => { then(now); busy(25); });
            for (let i = 0; i < 20; i += 1) {
              cableMap.setState({ at: `0,90,0,${i}` });
              await frame();
              await free();
            }
            window.requestAnimationFrame = ask;
            return [before, canvas.width]";
        let [before, moving]: [f64; 2] = page.script(&format!("return (async () => {{ {moves} }})()"), vec![]).await;
        assert!((moving / before - 0.5625).abs() < 2e-3, "{moving} of {before} pixels a row");
        let mark = page.project(LAND[0]).await;
        page.settled().await;
        let after: f64 = page.script("return document.querySelector('#canvas').width", vec![]).await;
        assert_eq!(after.to_bits(), before.to_bits(), "the map at rest");
        assert_eq!(page.colour_at(mark, 4).await, page.theme_colour("land").await, "the same place");
    })
    .await;
}

#[tokio::test]
async fn a_map_in_motion_ends_where_it_ends_at_rest() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#theme=light").await;
        page.settled().await;
        // Beyond the edge of a map that is nearly Mercator's, where the polar map had sea.
        let moves = "const canvas = document.querySelector('#canvas');
            const frame = () => new Promise((done) => requestAnimationFrame(done));
            const beyond = () => {
              const { data } = canvas.getContext('2d').getImageData(canvas.width * 0.7, 0, canvas.width * 0.25, canvas.height * 0.1);
              return [...new Set(new Uint32Array(data.buffer))].map(String).join();
            };
            for (const turn of [1, 2]) { cableMap.setState({ at: `0,90,0,${turn}` }); await frame(); }
            const sea = beyond();
            for (const morph of [0.8, 0.81]) { cableMap.setState({ at: '20,75,0,0', morph }); await frame(); await frame(); }
            const moving = beyond();
            await new Promise((done) => setTimeout(done, 1500));
            return [sea, moving, beyond()]";
        let [sea, moving, rest]: [String; 3] =
            page.script(&format!("return (async () => {{ {moves} }})()"), vec![]).await;
        assert_eq!(moving, rest, "beyond the map's edge");
        assert_ne!(sea, rest, "there was sea");
    })
    .await;
}

#[tokio::test]
async fn land_and_sea_have_the_colours_of_the_theme() {
    visit(Setup::default(), async |page: &Page| {
        for theme in ["light", "dark"] {
            page.open_ready(&format!("#theme={theme}&layers=-seabed")).await;
            for (role, places) in [("land", LAND), ("sea", SEA)] {
                for place in places {
                    let at = page.project(place).await;
                    assert_eq!(
                        page.colour_at(at, 5).await,
                        page.theme_colour(role).await,
                        "{role} at {place:?} in {theme}"
                    );
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn theme_changes_the_map_and_the_page_at_once() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#theme=light&layers=-seabed").await;
        let at = page.project(SEA[0]).await;
        let light = page.colour_at(at, 5).await;
        page.choose(1, "dark").await;
        assert_eq!(page.colour_at(at, 5).await, page.theme_colour("sea").await);
        assert_ne!(page.colour_at(at, 5).await, light);
    })
    .await;
}

/// The sum of the channels of a colour such as `#0b1b30`.
fn brightness(colour: &str) -> u32 {
    let channel = |i: usize| u32::from_str_radix(colour.get(i..i + 2).unwrap_or_default(), 16).unwrap_or_default();
    channel(1) + channel(3) + channel(5)
}

#[tokio::test]
async fn seabed_is_lighter_on_the_shelf_than_in_the_basin_and_its_depth_is_told() {
    visit(Setup::default(), async |page: &Page| {
        for theme in ["light", "dark"] {
            page.open_ready(&format!("#theme={theme}")).await;
            let (shelf, basin) = (page.project([160.0, 74.0]).await, page.project([-140.0, 77.0]).await);
            let (high, deep) = (page.colour_at(shelf, 1).await, page.colour_at(basin, 1).await);
            assert!(brightness(&high) > brightness(&deep) + 20, "{theme}: shelf {high}, basin {deep}");
            page.hover(basin).await;
            let said = page.text(".position").await;
            let depth: String =
                said.split('·').nth(1).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
            assert!((3_000..4_200).contains(&depth.parse::<u32>().unwrap_or_default()), "{said}");
        }
    })
    .await;
}

#[tokio::test]
async fn route_past_the_pole_is_painted_on_both_sides() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#at=0,90,1.5&theme=dark").await;
        let pole = page.project([0.0, 90.0]).await;
        // Europe is below the Pole and the Bering Strait above it, left and right by the map's turn.
        let (north_of_europe, north_of_bering) =
            (Point::new(pole.x - 300.0, pole.y), Point::new(pole.x + 300.0, pole.y + 250.0));
        let below = page.count_pixels(north_of_europe, north_of_bering, "route-second").await;
        let above = page
            .count_pixels(
                Point::new(pole.x - 300.0, pole.y - 250.0),
                Point::new(pole.x + 300.0, pole.y),
                "route-second",
            )
            .await;
        assert!(below > 200 && above > 200, "{below} pixels of the route below the Pole, {above} above");
    })
    .await;
}

#[tokio::test]
async fn selection_dims_the_rest() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#theme=dark").await;
        let whole = (Point::new(360.0, 0.0), Point::new(1060.0, 900.0));
        let count = |role| page.count_pixels(whole.0, whole.1, role);
        let (first, second) = (count("route-first").await, count("route-second").await);
        assert!(first > 300 && second > 300, "{first} {second}");
        page.select_cable("Polar Connect").await;
        let (dimmed, chosen) = (count("route-first").await, count("route-second").await);
        assert!(dimmed * 10 < first, "{dimmed} of {first} pixels of the other cable are as bright as before");
        assert!(chosen >= second, "{chosen} pixels of the chosen cable, {second} before");
    })
    .await;
}

#[tokio::test]
async fn land_never_floods_at_any_turn_or_zoom() {
    visit(Setup::default(), async |page: &Page| {
        for (lon, lat) in [(0.0, 90.0), (-152.0, 78.5), (180.0, 72.0)] {
            for (zoom, turn) in [(-2.0, 0.0), (-1.0, 180.0), (0.0, -90.0), (3.0, 45.0), (6.0, 137.0), (9.0, 10.0)] {
                page.open_ready(&format!("#at={lon},{lat},{zoom},{turn}&layers=-seabed")).await;
                let at = page.project([-152.0, 78.5]).await;
                let on_screen = (360.0..1400.0).contains(&at.x) && (20.0..860.0).contains(&at.y);
                if on_screen {
                    assert_eq!(
                        page.colour_at(at, 3).await,
                        page.theme_colour("sea").await,
                        "{lon},{lat},{zoom},{turn}"
                    );
                }
            }
        }
    })
    .await;
}
