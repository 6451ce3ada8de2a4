//! Sequences of inputs and what they mean.

use super::*;

const NONE: Keys = Keys { shift: false, ctrl: false, alt: false, meta: false };

fn p(x: f64, y: f64) -> Point {
    Point::new(x, y)
}

fn down(id: i32, x: f64, y: f64, device: Device, time_ms: f64) -> Input<'static> {
    Input::Down { id, at: p(x, y), device, primary: true, shift: false, time_ms }
}

fn go(id: i32, x: f64, y: f64) -> Input<'static> {
    Input::Move { id, at: p(x, y) }
}

fn up(id: i32, x: f64, y: f64, time_ms: f64) -> Input<'static> {
    Input::Up { id, at: p(x, y), time_ms }
}

fn key(key: &str) -> Input<'_> {
    Input::Key { key, keys: NONE }
}

fn map() -> Gestures {
    Gestures::new(800.0, 600.0)
}

fn all(gestures: &mut Gestures, inputs: &[Input<'_>]) -> Vec<Gesture> {
    inputs.iter().filter_map(|i| gestures.feed(i)).collect()
}

#[test]
fn a_drag_keeps_hold_of_the_point_it_grabbed() {
    let mut g = map();
    let inputs =
        [down(1, 100.0, 100.0, Device::Mouse, 0.0), go(1, 103.0, 100.0), go(1, 110.0, 100.0), go(1, 110.0, 120.0)];
    let pans = all(&mut g, &inputs);
    let expected = [
        Gesture::Pan { from: p(100.0, 100.0), to: p(110.0, 100.0) },
        Gesture::Pan { from: p(110.0, 100.0), to: p(110.0, 120.0) },
    ];
    assert_eq!(pans, expected);
    assert!(g.is_moving());
    assert_eq!(g.feed(&up(1, 110.0, 120.0, 100.0)), None);
    assert!(!g.is_moving());
    assert_eq!(g.feed(&go(1, 300.0, 300.0)), None);
}

#[test]
fn a_tap_is_short_and_still() {
    let tap = |device, wander, ms| {
        let inputs = [down(1, 50.0, 50.0, device, 0.0), go(1, 50.0 + wander, 50.0), up(1, 50.0 + wander, 50.0, ms)];
        all(&mut map(), &inputs).first().is_some_and(|g| matches!(g, Gesture::Tap { .. }))
    };
    assert!(tap(Device::Mouse, 5.0, 100.0) && tap(Device::Touch, 10.0, 100.0));
    assert!(!tap(Device::Mouse, 6.0, 100.0) && !tap(Device::Touch, 11.0, 100.0));
    assert!(!tap(Device::Touch, 0.0, 600.0));
}

#[test]
fn wandering_out_and_back_is_a_drag() {
    let inputs =
        [down(1, 50.0, 50.0, Device::Mouse, 0.0), go(1, 80.0, 50.0), go(1, 50.0, 50.0), up(1, 50.0, 50.0, 90.0)];
    assert!(all(&mut map(), &inputs).iter().all(|g| matches!(g, Gesture::Pan { .. })));
}

#[test]
fn a_second_tap_zooms_there() {
    let twice = |gap: f64, dx: f64| {
        let inputs = [
            down(1, 50.0, 50.0, Device::Touch, 0.0),
            up(1, 50.0, 50.0, 50.0),
            down(2, 50.0 + dx, 50.0, Device::Touch, 40.0 + gap),
            up(2, 50.0 + dx, 50.0, 50.0 + gap),
        ];
        all(&mut map(), &inputs)[1]
    };
    assert_eq!(twice(200.0, 8.0), Gesture::ZoomAt { at: p(58.0, 50.0), octaves: 1.0 });
    assert!(matches!(twice(400.0, 0.0), Gesture::Tap { .. }));
    assert!(matches!(twice(200.0, 60.0), Gesture::Tap { .. }));
}

#[test]
fn the_third_tap_starts_anew() {
    let mut g = map();
    let mut taps = Vec::new();
    for i in 0..3 {
        let t = f64::from(i) * 100.0;
        taps.extend(all(&mut g, &[down(1, 50.0, 50.0, Device::Mouse, t), up(1, 50.0, 50.0, t + 20.0)]));
    }
    assert!(matches!(taps[..], [Gesture::Tap { .. }, Gesture::ZoomAt { .. }, Gesture::Tap { .. }]));
}

#[test]
fn shift_and_drag_turns_about_the_middle() {
    let mut g = map();
    let start =
        Input::Down { id: 1, at: p(500.0, 300.0), device: Device::Mouse, primary: true, shift: true, time_ms: 0.0 };
    // From the right of the middle to below it: a quarter clockwise.
    let Some(Gesture::TurnAt { at, deg }) = all(&mut g, &[start, go(1, 400.0, 400.0)]).pop() else { panic!() };
    assert_eq!(at, p(400.0, 300.0));
    assert!((deg - 90.0).abs() < 1e-9);
    assert_eq!(g.feed(&go(1, 402.0, 300.0)), None);
}

#[test]
fn two_fingers_pinch_about_their_middle() {
    let mut g = map();
    let inputs =
        [down(1, 300.0, 300.0, Device::Touch, 0.0), down(2, 400.0, 300.0, Device::Touch, 10.0), go(2, 500.0, 300.0)];
    let Some(Gesture::Pinch(pinch)) = all(&mut g, &inputs).pop() else { panic!() };
    assert!((pinch.octaves() - 1.0).abs() < 1e-12 && pinch.turn_deg().abs() < 1e-12);
    assert_eq!((pinch.from_middle(), pinch.to_middle()), (p(350.0, 300.0), p(400.0, 300.0)));
    // One finger left goes on dragging, without a jump and without a tap at its end.
    assert_eq!(g.feed(&up(1, 300.0, 300.0, 50.0)), None);
    assert_eq!(g.feed(&go(2, 510.0, 300.0)), Some(Gesture::Pan { from: p(500.0, 300.0), to: p(510.0, 300.0) }));
    assert_eq!(g.feed(&up(2, 510.0, 300.0, 60.0)), None);
}

#[test]
fn fingers_turn_the_map_only_when_they_mean_it() {
    let mut g = map();
    all(&mut g, &[down(1, 300.0, 300.0, Device::Touch, 0.0), down(2, 400.0, 300.0, Device::Touch, 10.0)]);
    let turn = |g: &mut Gestures, deg: f64| {
        let (sin, cos) = deg.to_radians().sin_cos();
        let Some(Gesture::Pinch(pinch)) = g.feed(&go(2, 300.0 + 100.0 * cos, 300.0 + 100.0 * sin)) else { panic!() };
        (pinch.turn_deg(), pinch.octaves())
    };
    let (small, scale) = turn(&mut g, 5.0);
    assert!(small.abs() < 1e-9 && scale.abs() < 1e-9);
    turn(&mut g, 10.0);
    let (meant, _) = turn(&mut g, 30.0);
    assert!((meant - 20.0).abs() < 1e-9);
}

#[test]
fn three_fingers_rest_and_two_of_them_go_on() {
    let mut g = map();
    let touch = |id, x| down(id, x, 300.0, Device::Touch, 0.0);
    assert!(all(&mut g, &[touch(1, 100.0), touch(2, 200.0), touch(3, 300.0), go(3, 350.0, 300.0)]).is_empty());
    assert_eq!(g.feed(&up(1, 100.0, 300.0, 10.0)), None);
    assert!(matches!(g.feed(&go(3, 400.0, 300.0)), Some(Gesture::Pinch(_))));
}

#[test]
fn a_cancelled_press_is_no_tap() {
    let mut g = map();
    let inputs = [down(1, 50.0, 50.0, Device::Touch, 0.0), Input::Cancel { id: 1 }, up(1, 50.0, 50.0, 10.0)];
    assert!(all(&mut g, &inputs).is_empty());
    assert!(matches!(
        all(&mut g, &[down(1, 5.0, 5.0, Device::Touch, 0.0), up(1, 5.0, 5.0, 9.0)])[..],
        [Gesture::Tap { .. }]
    ));
}

#[test]
fn the_other_buttons_are_the_browsers() {
    let mut g = map();
    let right =
        Input::Down { id: 1, at: p(5.0, 5.0), device: Device::Mouse, primary: false, shift: false, time_ms: 0.0 };
    assert!(all(&mut g, &[right, go(1, 90.0, 90.0), up(1, 90.0, 90.0, 50.0)]).is_empty());
}

#[test]
fn the_wheel_zooms_at_the_pointer() {
    let wheel = |dy, unit, keys| Input::Wheel { at: p(10.0, 20.0), dy, unit, keys };
    let ctrl = Keys { ctrl: true, ..NONE };
    let octaves = |input| match map().feed(&input) {
        Some(Gesture::ZoomAt { at, octaves }) if at == p(10.0, 20.0) => octaves,
        other => panic!("{other:?}"),
    };
    assert!((octaves(wheel(-100.0, WheelUnit::Pixel, NONE)) - 0.2).abs() < 1e-12);
    assert!((octaves(wheel(3.0, WheelUnit::Line, NONE)) + 0.15).abs() < 1e-12);
    assert!((octaves(wheel(-5.0, WheelUnit::Pixel, ctrl)) - 0.1).abs() < 1e-12);
    assert_eq!(octaves(wheel(1e300, WheelUnit::from_mode(2), NONE)), -0.5);
    assert_eq!(map().feed(&wheel(0.0, WheelUnit::Pixel, NONE)), None);
    assert_eq!(map().feed(&wheel(f64::NAN, WheelUnit::Pixel, NONE)), None);
}

#[test]
fn an_embedded_map_leaves_scrolling_to_the_page() {
    let mut g = map();
    g.set_embedded(true);
    let wheel = |keys| Input::Wheel { at: p(1.0, 1.0), dy: 100.0, unit: WheelUnit::Pixel, keys };
    let hint = g.feed(&wheel(NONE));
    assert_eq!(hint, Some(Gesture::WheelHint));
    assert!(!hint.is_some_and(|h| h.is_ours()));
    assert!(g.feed(&wheel(Keys { meta: true, ..NONE })).is_some_and(|h| h.is_ours()));
    let finger =
        [down(1, 50.0, 50.0, Device::Touch, 0.0), go(1, 90.0, 50.0), go(1, 95.0, 50.0), up(1, 95.0, 50.0, 30.0)];
    assert_eq!(all(&mut g, &finger), [Gesture::TouchHint]);
    assert!(matches!(
        all(&mut g, &[down(1, 5.0, 5.0, Device::Touch, 99.0), up(1, 5.0, 5.0, 120.0)])[..],
        [Gesture::Tap { .. }]
    ));
}

#[test]
fn keys_act_about_the_middle() {
    let middle = p(400.0, 300.0);
    assert_eq!(map().feed(&key("ArrowLeft")), Some(Gesture::Pan { from: middle, to: p(460.0, 300.0) }));
    assert_eq!(map().feed(&key("ArrowDown")), Some(Gesture::Pan { from: middle, to: p(400.0, 240.0) }));
    assert_eq!(map().feed(&key("+")), Some(Gesture::ZoomAt { at: middle, octaves: 0.5 }));
    assert_eq!(map().feed(&key("]")), Some(Gesture::TurnAt { at: middle, deg: 15.0 }));
    assert_eq!(
        [map().feed(&key("0")), map().feed(&key("Escape")), map().feed(&key("?"))],
        [Some(Gesture::Home), Some(Gesture::Escape), Some(Gesture::Help)]
    );
    assert_eq!(map().feed(&key("Tab")), None);
    assert_eq!(map().feed(&key("")), None);
}

#[test]
fn commands_of_the_browser_are_left_alone() {
    let with = |key, keys| map().feed(&Input::Key { key, keys });
    let (ctrl, alt) = (Keys { ctrl: true, ..NONE }, Keys { alt: true, ..NONE });
    assert_eq!(with("+", ctrl), None);
    assert_eq!(with("0", Keys { meta: true, ..NONE }), None);
    assert_eq!(with("ArrowLeft", alt), None);
    // AltGr and Option type brackets on many keyboards.
    assert!(with("[", Keys { ctrl: true, alt: true, ..NONE }).is_some() && with("]", alt).is_some());
}
