//! Mouse, wheel, fingers and keys, as the WebDriver standard moves them.

use super::{Page, Point};
use crate::engine::Engine;
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::prelude::*;

impl Page {
    /// Moves the mouse to a point.
    pub async fn hover(&self, at: Point) {
        self.mouse(vec![to(at)], &[]).await;
    }

    /// Clicks on the map.
    pub async fn click(&self, at: Point) {
        self.mouse(vec![to(at), down(), up()], &[]).await;
    }

    /// Clicks twice on the map.
    pub async fn double_click(&self, at: Point) {
        self.mouse(vec![to(at), down(), up(), down(), up()], &[]).await;
    }

    /// Drags the map from a point by way of others.
    pub async fn drag(&self, from: Point, way: &[Point]) {
        self.mouse(dragging(from, way), &[]).await;
    }

    /// Drags with a key held.
    pub async fn drag_holding(&self, key: Key, from: Point, way: &[Point]) {
        self.mouse(dragging(from, way), &[key]).await;
    }

    /// Turns the wheel towards the hand (positive) or away, in pixels, with keys held.
    pub async fn wheel(&self, at: Point, dy: i32, keys: &[Key]) {
        let [x, y] = whole(at);
        let scroll =
            json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": dy, "duration": 0, "origin": "viewport" });
        let mut steps = vec![pause(); keys.len()];
        steps.push(scroll);
        self.act(vec![keys_held(keys, 1), json!({ "type": "wheel", "id": "wheel", "actions": steps })]).await;
    }

    /// Taps with a finger.
    pub async fn tap(&self, at: Point) {
        self.act(vec![finger("one", &[to(at), down(), pause(), up()])]).await;
    }

    /// One finger comes down, moves along a way and leaves.
    pub async fn drag_finger(&self, way: &[Point]) {
        self.act(vec![finger("one", &dragging(way[0], &way[1..]))]).await;
    }

    /// Two fingers come down, move and leave, each along its own way.
    pub async fn pinch(&self, one: &[Point], two: &[Point]) {
        let way = |points: &[Point]| dragging(points[0], &points[1..]);
        self.act(vec![finger("one", &way(one)), finger("two", &way(two))]).await;
    }

    /// Presses keys, one after the other, on whatever has the focus.
    pub async fn press(&self, keys: &[&str]) {
        let steps = keys
            .iter()
            .flat_map(|k| [json!({ "type": "keyDown", "value": k }), json!({ "type": "keyUp", "value": k })]);
        let steps: Vec<Value> = steps.collect();
        self.act(vec![json!({ "type": "key", "id": "keys", "actions": steps })]).await;
    }

    /// Presses a key with another held.
    pub async fn press_holding(&self, held: Key, key: &str) {
        let held = held.value().to_string();
        let steps = [("keyDown", held.as_str()), ("keyDown", key), ("keyUp", key), ("keyUp", held.as_str())];
        let steps = steps.map(|(kind, value)| json!({ "type": kind, "value": value }));
        self.act(vec![json!({ "type": "key", "id": "keys", "actions": steps })]).await;
    }

    /// Gives the map the keyboard's focus.
    pub async fn focus_map(&self) {
        let _: Value = self.script("document.querySelector('#canvas').focus()", vec![]).await;
    }

    /// Presses Tab once.
    pub async fn tab(&self) {
        self.quick_press("\u{e004}").await;
        if self.browser().bidi.is_some() && self.script("return !document.hasFocus()", vec![]).await {
            // After the last stop Firefox goes to its own buttons; from there back to the page's first.
            self.browser().focus_page().await;
        }
    }

    /// Presses Tab with Shift once.
    pub async fn tab_back(&self) {
        let steps = [("keyDown", "\u{e008}"), ("keyDown", "\u{e004}"), ("keyUp", "\u{e004}"), ("keyUp", "\u{e008}")];
        let steps = steps.map(|(kind, value)| json!({ "type": kind, "value": value }));
        let source = json!([{ "type": "key", "id": "keys", "actions": steps }]);
        self.driver().handle().cmd(Command::PerformActions(Actions::from(source))).await.expect("a key");
        if self.browser().bidi.is_some() && self.script("return !document.hasFocus()", vec![]).await {
            self.browser().focus_page().await;
        }
    }

    /// Presses Tab until something of this name has the focus.
    pub async fn tab_to(&self, name: &str) {
        for _ in 0..80 {
            self.tab().await;
            if self.focused().await == name {
                return;
            }
        }
        panic!("Tab never reaches {name:?}");
    }

    /// Presses a key that changes nothing on the map.
    async fn quick_press(&self, key: &str) {
        let steps = ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key }));
        let source = json!([{ "type": "key", "id": "keys", "actions": steps }]);
        self.driver().handle().cmd(Command::PerformActions(Actions::from(source))).await.expect("a key");
    }

    async fn mouse(&self, steps: Vec<Value>, keys: &[Key]) {
        let count = steps.len();
        let mut all = vec![pause(); keys.len()];
        all.extend(steps);
        let mouse =
            json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": all });
        self.act(vec![keys_held(keys, count), mouse]).await;
    }

    /// Does it, lets go of everything, and waits until the page has painted what came of it.
    async fn act(&self, sources: Vec<Value>) {
        let handle = self.driver().handle();
        // WebKit's driver turns a wheel back when it lets go of it.
        let lets_go = Engine::chosen() != Engine::WebKit || sources.iter().all(|source| source["type"] != "wheel");
        handle.cmd(Command::PerformActions(Actions::from(json!(sources)))).await.expect("the hand moves");
        if lets_go {
            handle.cmd(Command::ReleaseActions).await.expect("the hand lets go");
        }
        self.settled().await;
    }
}

fn to(at: Point) -> Value {
    let [x, y] = whole(at);
    json!({ "type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport" })
}

/// A hand points at whole pixels.
#[allow(clippy::cast_possible_truncation, reason = "a screen has fewer than 2⁶³ pixels")]
fn whole(at: Point) -> [i64; 2] {
    [at.x.round() as i64, at.y.round() as i64]
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

fn pause() -> Value {
    json!({ "type": "pause", "duration": 0 })
}

fn dragging(from: Point, way: &[Point]) -> Vec<Value> {
    let mut steps = vec![to(from), down()];
    steps.extend(way.iter().map(|p| to(*p)));
    steps.push(up());
    steps
}

fn finger(id: &str, steps: &[Value]) -> Value {
    json!({ "type": "pointer", "id": id, "parameters": { "pointerType": "touch" }, "actions": steps })
}

/// The keyboard, holding `keys` while others do `count` steps.
fn keys_held(keys: &[Key], count: usize) -> Value {
    let values = || keys.iter().map(|k| k.value().to_string());
    let mut steps: Vec<Value> = values().map(|v| json!({ "type": "keyDown", "value": v })).collect();
    steps.extend(vec![pause(); count]);
    steps.extend(values().map(|v| json!({ "type": "keyUp", "value": v })));
    json!({ "type": "key", "id": "keys", "actions": steps })
}
