//! Every player of the display list does the same: SVG, trace, and the canvas loop run under Node.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;

use arctic_cable_map::carto::{PlaneSink, Pose, View, Viewport};
use arctic_cable_map::paint::{Ink, svg_body, trace};
use arctic_cable_map::plane::Point;
use arctic_cable_map::scene::label::{RoughMeasure, place};
use arctic_cable_map::scene::{
    Align, Colour, DisplayList, FontId, Frame, Lettering, Op, Palette, Picked, Step, StrokeId, build,
};
use arctic_cable_map::sphere::LonLat;
use serde_json::json;
use std::io::Write;
use std::process::{Command, Stdio};

/// Each operation once and more, with values that no default has.
fn every_operation() -> DisplayList {
    let mut list = DisplayList::default();
    list.relief();
    list.alpha(0.5);
    list.path();
    list.move_to(Point::new(1.25, 2.5));
    list.line_to(Point::new(30.0, 4.0));
    list.line_to(Point::new(-7.5, 80.0));
    list.close();
    list.move_to(Point::new(100.0, 100.0));
    list.line_to(Point::new(110.0, 105.0));
    list.circle(Point::new(50.0, 60.0), 7.0);
    list.fill(Colour::Land);
    list.stroke(StrokeId::Proposed, Colour::RouteFirst, 1.25, 13.5);
    list.alpha(1.0);
    list.path();
    list.move_to(Point::new(5.0, 5.0));
    list.line_to(Point::new(6.0, 60.0));
    list.stroke(StrokeId::Coast, Colour::Coast, 2.0, 0.0);
    for (angle_rad, align) in [(0.0, Align::Start), (0.75, Align::Middle), (-1.5, Align::End)] {
        let at = Point::new(20.0, 30.0);
        list.text(&Lettering {
            text: "Tromsø <北> & \"x\"",
            font: FontId::Sea,
            colour: Colour::SeaText,
            halo: Colour::Halo,
            at,
            angle_rad,
            align,
        });
    }
    list
}

/// The map with a cable selected, in Japanese, turned.
fn a_map() -> DisplayList {
    let world = world::world(30.0);
    let pose = Pose { centre: LonLat::new(-170.0, 70.0), zoom: 1.0, turn_deg: 40.0 };
    let view = View::polar(pose, Viewport::plain(800.0, 500.0));
    let picked = Picked::Cable("polar-connect".to_owned());
    let labels = place(&world, &view, Some(&picked), &[], &world::words("ja"), &RoughMeasure);
    let mut list = DisplayList::default();
    build(&world, &Frame::new(&world, &view, Some(&picked), &labels, &[]), &mut list);
    list
}

#[test]
fn a_list_reads_back_whole_and_has_every_operation() {
    let length = |step: &Step<'_>| match step {
        Step::Path | Step::Close | Step::Relief => 1,
        Step::Run(points) => 2 + points.len(),
        Step::Fill { .. } | Step::Alpha(_) => 2,
        Step::Circle { .. } => 4,
        Step::Stroke { .. } => 5,
        Step::Text { .. } => 9,
    };
    for list in [every_operation(), a_map()] {
        assert_eq!(list.steps().map(|s| length(&s)).sum::<usize>(), list.ops().len(), "a step was lost");
    }
    let words = ["path", "run", "close", "circle", "fill", "stroke", "alpha", "text", "relief"];
    let codes = [Op::Path, Op::Run, Op::Close, Op::Circle, Op::Fill, Op::Stroke, Op::Alpha, Op::Text, Op::Relief];
    assert_eq!(codes.map(|c| c as usize), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let said = trace(&every_operation());
    assert!(words.iter().all(|w| said.lines().any(|l| l.starts_with(w))), "{said}");
}

/// What paints, in order: `fill colour`, `stroke colour`, `text words`.
fn painted_by_trace(said: &str) -> Vec<String> {
    let mut out = vec![];
    for line in said.lines() {
        let mut words = line.split(' ');
        match words.next() {
            Some("fill") => out.push(line.to_owned()),
            Some("stroke") => out.push(format!("stroke {}", words.nth(1).expect("a colour"))),
            Some("text") => out.push(format!(
                "text {} {}",
                words.nth(1).expect("a colour"),
                line.split('"').nth(1).expect("a text")
            )),
            _ => {}
        }
    }
    out
}

fn painted_by_svg(svg: &str) -> Vec<String> {
    let variable = |line: &str, what: &str| {
        let rest = line.split(&format!(" {what}=\"var(--map-")).nth(1)?;
        rest.split(')').next().map(str::to_owned)
    };
    let one = |line: &str| {
        let (fill, stroke) = (variable(line, "fill"), variable(line, "stroke"));
        match (line.starts_with("<text"), fill, stroke) {
            (true, Some(colour), _) => {
                format!("text {colour} {}", unescape(line.split(['>', '<']).nth(2).expect("a text")))
            }
            (false, Some(colour), None) => format!("fill {colour}"),
            (false, None, Some(colour)) => format!("stroke {colour}"),
            _ => panic!("neither fill nor stroke nor text: {line}"),
        }
    };
    svg.lines().map(one).collect()
}

fn unescape(text: &str) -> String {
    // The trace writes a quotation mark inside a text as \", and the text is taken up to the first.
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\\\"").replace("&amp;", "&");
    text.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn svg_and_trace_paint_the_same_in_the_same_order() {
    for list in [every_operation(), a_map()] {
        let (svg, said) = (painted_by_svg(&svg_body(&list, Ink::Page, 1)), painted_by_trace(&trace(&list)));
        assert!(svg.len() > 4);
        assert_eq!(svg, said);
    }
}

/// The corners of an SVG path, in absolute coordinates; a circle gives its leftmost point.
fn corners(d: &str) -> Vec<(f64, f64)> {
    let mut out: Vec<(f64, f64)> = vec![];
    for part in d.split(['M', 'z']).filter(|p| !p.is_empty()) {
        let mut at = (0.0, 0.0);
        for pair in part.split('a').next().unwrap_or_default().split(['l', ' ']) {
            let (x, y) = pair.split_once(',').expect("x,y");
            let step: (f64, f64) = (x.parse().expect("x"), y.parse().expect("y"));
            at = (at.0 + step.0, at.1 + step.1);
            out.push(at);
        }
    }
    out
}

#[test]
fn svg_paths_pass_where_the_list_does() {
    for list in [every_operation(), a_map()] {
        let svg = svg_body(&list, Ink::Literal(Palette::Dark), 1);
        let mut drawn = svg.lines().filter_map(|l| l.strip_prefix("<path d=\"")?.split('"').next());
        let mut path: Vec<(f64, f64)> = vec![];
        for step in list.steps() {
            match step {
                Step::Path => path.clear(),
                Step::Run(run) => path.extend(run.chunks_exact(2).map(|p| (f64::from(p[0]), f64::from(p[1])))),
                Step::Circle { x, y, radius } => path.push((f64::from(x - radius), f64::from(y))),
                Step::Fill { .. } | Step::Stroke { .. } => {
                    let found = corners(drawn.next().expect("a path in the SVG"));
                    // Points that fall on one and the same tenth are written once: compare both ways.
                    let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) < 0.08;
                    let mut rest = path.iter().copied();
                    assert!(found.iter().all(|p| rest.any(|q| near(*p, q))), "the SVG strays");
                    let mut rest = found.iter().copied().peekable();
                    let all = path.iter().all(|p| {
                        while rest.peek().is_some_and(|q| !near(*p, *q)) {
                            rest.next();
                        }
                        rest.peek().is_some()
                    });
                    assert!(all, "the SVG leaves something out");
                }
                _ => {}
            }
        }
        assert_eq!(drawn.next(), None);
    }
}

/// A line of a trace as words and numbers.
fn tokens(line: &str) -> Vec<&str> {
    line.split([' ', ',', '×']).map(|t| t.trim_start_matches('r').trim_end_matches(':')).collect()
}

/// Words alike, numbers alike to a rounded tenth.
fn is_same(a: &str, b: &str) -> bool {
    let close = |(x, y): (&&str, &&str)| match (x.parse::<f64>(), y.parse::<f64>()) {
        (Ok(x), Ok(y)) => (x - y).abs() < 0.11,
        _ => x == y,
    };
    let (a, b) = (tokens(a), tokens(b));
    a.len() == b.len() && a.iter().zip(&b).all(close)
}

/// The trace of a list as the canvas sees it. The loop closes a subpath by a line back to its beginning,
/// so there a run that ends where it began is closed too.
fn trace_of_calls(list: &DisplayList) -> Vec<String> {
    let said = trace(list);
    let mut out = vec![];
    let mut steps = list.steps().peekable();
    for line in said.lines() {
        match steps.next() {
            Some(Step::Run(run)) if run.len() > 2 && run[..2] == run[run.len() - 2..] => {
                let (_, points) = line.split_once(": ").expect("points");
                let (points, _) = points.rsplit_once(' ').expect("two points or more");
                out.push(format!("run {}: {points}", run.len() / 2 - 1));
                if !matches!(steps.peek(), Some(Step::Close)) {
                    out.push("close".to_owned());
                }
            }
            _ => out.push(line.to_owned()),
        }
    }
    out
}

#[test]
fn the_canvas_loop_makes_the_calls_of_the_trace() {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut command = Command::new("node");
    command.arg("--no-warnings").arg("tests/reference/replay.mjs").current_dir(root);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            println!("skipped: src/paint/replay.js was not run, since there is no `node` on the path");
            return;
        }
        Err(e) => panic!("node: {e}"),
    };
    let lists = [every_operation(), a_map()];
    let asked = json!({
        "colours": Colour::ALL.iter().map(|c| c.css_name()).collect::<Vec<_>>(),
        "strokes": StrokeId::ALL.iter().map(|s| format!("{s:?}")).collect::<Vec<_>>(),
        "fonts": FontId::ALL.iter().map(|f| format!("{f:?}")).collect::<Vec<_>>(),
        "lists": lists.iter().map(|l| json!({"ops": l.ops(), "strings": l.strings(), "flat": l.flat()})).collect::<Vec<_>>(),
    });
    let mut stdin = child.stdin.take().expect("stdin");
    stdin.write_all(asked.to_string().as_bytes()).expect("node reads");
    drop(stdin);
    let output = child.wait_with_output().expect("node ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let recorded: Vec<Vec<String>> = serde_json::from_slice(&output.stdout).expect("JSON");
    for (list, recorded) in lists.iter().zip(&recorded) {
        let said = trace_of_calls(list);
        let offset =
            |s| if let Step::Stroke { dash_offset, .. } = s { Some(format!("offset {dash_offset:.1}")) } else { None };
        let (offsets, calls): (Vec<&String>, Vec<&String>) = recorded.iter().partition(|l| l.starts_with("offset "));
        assert_eq!(calls.len(), said.len());
        for (i, (call, line)) in calls.iter().zip(&said).enumerate() {
            assert!(is_same(call, line), "operation {i}: canvas\n{call}\nand trace\n{line}");
        }
        let wanted: Vec<String> = list.steps().filter_map(offset).collect();
        assert!(wanted.len() == offsets.len() && wanted.iter().zip(offsets).all(|(a, b)| is_same(a, b)));
    }
}
