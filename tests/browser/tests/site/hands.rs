//! What hands do on the map.

use browser_tests::keys::{DOWN, ESCAPE, LEFT, RIGHT, UP};
use browser_tests::{Ability, Page, Point, Setup, visit};
use serde_json::json;
use thirtyfour::prelude::Key;

/// A point of the free part of the map.
const HERE: Point = Point::new(620.0, 420.0);

/// How far a place of the map is from a pixel.
async fn off(page: &Page, place: [f64; 2], at: Point) -> f64 {
    page.project(place).await.distance(at)
}

#[tokio::test]
async fn drag_keeps_the_grabbed_point_under_the_pointer() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let grabbed = page.unproject(HERE).await;
        let way = [Point::new(650.0, 430.0), Point::new(700.0, 500.0), Point::new(760.0, 560.0)];
        page.drag(HERE, &way).await;
        assert!(off(page, grabbed, way[2]).await < 1.0, "the grabbed point is {:?}", page.project(grabbed).await);
        assert_eq!(page.details_title().await, None, "a drag is no tap");
    })
    .await;
}

#[tokio::test]
async fn drag_goes_on_when_the_pointer_leaves_the_map() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let grabbed = page.unproject(HERE).await;
        // Over the panel at the left.
        let end = Point::new(200.0, 300.0);
        page.drag(HERE, &[Point::new(500.0, 400.0), end]).await;
        assert!(off(page, grabbed, end).await < 1.0);
    })
    .await;
}

#[tokio::test]
async fn wheel_zooms_at_the_pointer() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let under = page.unproject(HERE).await;
        page.wheel(HERE, -200, &[]).await;
        let (near, _) = page.zoom_and_turn().await;
        assert!(near > 0.2, "zoom {near} after the wheel turned away");
        assert!(off(page, under, HERE).await < 1.0);
        page.wheel(HERE, 400, &[]).await;
        let (far, _) = page.zoom_and_turn().await;
        assert!(far < near, "zoom {far} after the wheel turned back");
        assert!(off(page, under, HERE).await < 1.0);
    })
    .await;
}

#[tokio::test]
async fn wheel_with_ctrl_zooms_as_a_trackpad_pinches() {
    visit(Setup::default().needing(Ability::WheelWithKeys), async |page: &Page| {
        page.open_ready("").await;
        let under = page.unproject(HERE).await;
        page.wheel(HERE, -20, &[Key::Control]).await;
        let (zoom, _) = page.zoom_and_turn().await;
        assert!(zoom > 0.2, "zoom {zoom}");
        assert!(off(page, under, HERE).await < 1.0);
        let scale: f64 = page.script("return visualViewport.scale", vec![]).await;
        assert!((scale - 1.0).abs() < 1e-9, "the browser zoomed the page as well");
    })
    .await;
}

#[tokio::test]
async fn wheel_on_an_embedded_map_scrolls_the_page_and_says_how_to_zoom() {
    visit(Setup::default().needing(Ability::WheelWithKeys), async |page: &Page| {
        page.open_ready("#ui=embed").await;
        page.wheel(HERE, -200, &[]).await;
        assert_eq!(page.zoom_and_turn().await.0, 0.0);
        assert!(page.text(".hint").await.contains("Ctrl"), "no hint");
        page.wheel(HERE, -20, &[Key::Control]).await;
        assert!(page.zoom_and_turn().await.0 > 0.0);
    })
    .await;
}

#[tokio::test]
async fn double_click_zooms_in() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let under = page.unproject(HERE).await;
        page.double_click(HERE).await;
        assert!((page.zoom_and_turn().await.0 - 1.0).abs() < 0.01);
        assert!(off(page, under, HERE).await < 1.0);
    })
    .await;
}

#[tokio::test]
async fn shift_and_drag_turns_the_map() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let before = page.state_of("at").await;
        page.drag_holding(Key::Shift, HERE, &[Point::new(640.0, 380.0), Point::new(700.0, 300.0)]).await;
        let (zoom, turn) = page.zoom_and_turn().await;
        assert!(turn.abs() > 5.0, "turned by {turn}° from {before:?}");
        assert!(zoom.abs() < 0.01, "zoom {zoom}");
    })
    .await;
}

#[tokio::test]
async fn keys_move_zoom_and_turn() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.focus_map().await;
        let place = page.unproject(HERE).await;
        let arrows = [(LEFT, 60.0, 0.0), (RIGHT, -60.0, 0.0), (UP, 0.0, 60.0), (DOWN, 0.0, -60.0)];
        for (arrow, dx, dy) in arrows {
            let before = page.project(place).await;
            page.press(&[arrow]).await;
            let moved = page.project(place).await;
            let wanted = Point::new(before.x + dx, before.y + dy);
            assert!(moved.distance(wanted) < 1.0, "{before:?} moved to {moved:?} by {arrow:?}");
        }
        page.press(&["+"]).await;
        assert!((page.zoom_and_turn().await.0 - 0.5).abs() < 0.01);
        page.press(&["-", "-"]).await;
        assert!((page.zoom_and_turn().await.0 + 0.5).abs() < 0.01);
        page.press(&["]", "]"]).await;
        assert!((page.zoom_and_turn().await.1 - 30.0).abs() < 0.2);
        page.press(&["["]).await;
        assert!((page.zoom_and_turn().await.1 - 15.0).abs() < 0.2);
    })
    .await;
}

#[tokio::test]
async fn key_0_returns_to_the_home_view() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#at=20,70,3,40").await;
        page.focus_map().await;
        page.press(&["0"]).await;
        assert_eq!(page.state().await, json!({}));
        assert_eq!(page.link().await, "");
    })
    .await;
}

#[tokio::test]
async fn key_question_mark_lists_the_keys_and_escape_closes_them() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.focus_map().await;
        page.press(&["?"]).await;
        assert_eq!(page.count("dialog[open]").await, 1);
        assert!(page.text("dialog[open]").await.contains("Arrow keys"));
        page.press(&[ESCAPE]).await;
        assert_eq!(page.count("dialog[open]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn buttons_zoom_turn_and_go_home() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        for (button, at) in
            [("Zoom in", (1.0, 0.0)), ("Turn right", (1.0, 15.0)), ("Zoom out", (0.0, 15.0)), ("Turn left", (0.0, 0.0))]
        {
            page.press_button(button).await;
            assert_eq!(page.zoom_and_turn().await, at, "{button}");
        }
        page.press_button("Zoom in").await;
        page.press_button("Home view").await;
        assert_eq!(page.state().await, json!({}));
    })
    .await;
}

#[tokio::test]
async fn map_is_never_lost() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.focus_map().await;
        for _ in 0..12 {
            page.wheel(HERE, 5000, &[]).await;
            page.drag(HERE, &[Point::new(1000.0, 800.0)]).await;
        }
        page.press_button("Turn left").await;
        let at = page.state_of("at").await;
        let numbers: Vec<f64> = at.split(',').map(|n| n.parse().expect("a number")).collect();
        assert!(numbers.iter().all(|n| n.is_finite()) && (-2.0..=9.0).contains(&numbers[2]), "{at}");
        page.unproject(Point::new(720.0, 450.0)).await;
        page.press(&["0"]).await;
        page.focus_map().await;
        page.press(&["0"]).await;
        assert_eq!(page.state().await, json!({}));
    })
    .await;
}
