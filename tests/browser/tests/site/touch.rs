//! What fingers do on the map of a phone.

use browser_tests::{Ability, Page, Point, Setup, visit};

/// The middle of the free part of the map on a phone.
const MIDDLE: Point = Point::new(180.0, 200.0);

fn about(dx: f64, dy: f64) -> Point {
    Point::new(MIDDLE.x + dx, MIDDLE.y + dy)
}

#[tokio::test]
async fn pinch_zooms_between_the_fingers() {
    visit(Setup::sized(360, 740).needing(Ability::Fingers), async |page: &Page| {
        page.open_ready("").await;
        let between = page.unproject(MIDDLE).await;
        let (one, two) = (
            [about(-30.0, 0.0), about(-45.0, 0.0), about(-60.0, 0.0)],
            [about(30.0, 0.0), about(45.0, 0.0), about(60.0, 0.0)],
        );
        page.pinch(&one, &two).await;
        let (zoom, turn) = page.zoom_and_turn().await;
        assert!((zoom - 1.0).abs() < 0.1, "fingers twice as far apart: zoom {zoom}");
        assert!(turn.abs() < 0.5, "turn {turn}");
        assert!(page.project(between).await.distance(MIDDLE) < 2.0);
    })
    .await;
}

#[tokio::test]
async fn two_fingers_turn_the_map() {
    visit(Setup::sized(360, 740).needing(Ability::Fingers), async |page: &Page| {
        page.open_ready("").await;
        let (one, two): (Vec<Point>, Vec<Point>) = (0..=12)
            .map(|step| f64::from(step) * 5.0_f64.to_radians())
            .map(|angle| {
                (about(-60.0 * angle.cos(), -60.0 * angle.sin()), about(60.0 * angle.cos(), 60.0 * angle.sin()))
            })
            .unzip();
        page.pinch(&one, &two).await;
        let (zoom, turn) = page.zoom_and_turn().await;
        assert!((40.0..=62.0).contains(&turn), "60° of the fingers turn the map by {turn}°");
        assert!(zoom.abs() < 0.1, "zoom {zoom}");
    })
    .await;
}

#[tokio::test]
async fn finger_drags_the_map_and_never_the_page() {
    visit(Setup::sized(360, 740).needing(Ability::Fingers), async |page: &Page| {
        page.open_ready("").await;
        let grabbed = page.unproject(MIDDLE).await;
        // One finger: the second stays where no map is.
        page.drag_finger(&[MIDDLE, about(20.0, 10.0), about(60.0, 80.0)]).await;
        assert!(page.project(grabbed).await.distance(about(60.0, 80.0)) < 1.5);
        let scrolled: f64 = page.script("return scrollY + document.body.scrollTop", vec![]).await;
        assert!(scrolled.abs() < 1e-9, "the page scrolled by {scrolled}");
    })
    .await;
}

#[tokio::test]
async fn tap_picks_a_landing_point() {
    visit(Setup::sized(360, 740).needing(Ability::Fingers), async |page: &Page| {
        page.open_ready("").await;
        let at = page.project([-9.051, 53.272]).await;
        // A finger is not exact.
        page.tap(Point::new(at.x - 6.0, at.y + 5.0)).await;
        assert_eq!(page.details_title().await.as_deref(), Some("Galway"));
        page.tap(page.project([100.0, 60.0]).await).await;
        assert_eq!(page.details_title().await, None, "a tap beside everything picks nothing");
    })
    .await;
}

#[tokio::test]
async fn sheet_has_three_heights() {
    visit(Setup::sized(360, 740), async |page: &Page| {
        page.open_ready("").await;
        let mut heights = Vec::new();
        for _ in 0..3 {
            heights.push(page.attribute(".sheet", "data-height").await);
            page.press_button("Legend").await;
        }
        assert_eq!(heights, ["half", "full", "low"]);
        assert_eq!(page.attribute(".sheet", "data-height").await, "half");
    })
    .await;
}
