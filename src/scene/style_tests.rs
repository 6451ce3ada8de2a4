//! Contrast and difference of colours and strokes.

use super::*;

fn luminance(hex: &str) -> f64 {
    let channel = |i: usize| {
        let v = f64::from(u8::from_str_radix(&hex[i..i + 2], 16).unwrap()) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: Colour, b: Colour, palette: Palette) -> f64 {
    let (x, y) = (luminance(a.css(palette)), luminance(b.css(palette)));
    (x.max(y) + 0.05) / (x.min(y) + 0.05)
}

/// WCAG 2.2, 1.4.3 and 1.4.11: text 4.5 : 1, graphics 3 : 1, on sea and on land.
#[test]
fn contrast_holds_in_both_themes() {
    for palette in [Palette::Dark, Palette::Light] {
        for ground in [Colour::Sea, Colour::Land, Colour::Halo] {
            for text in [Colour::Text, Colour::RouteFirst, Colour::RouteSecond, Colour::RouteThird, Colour::Extension] {
                let c = contrast(text, ground, palette);
                assert!(c >= 4.5, "{palette:?} {text:?} on {ground:?}: {c:.2}");
            }
            for graphic in
                [Colour::Service, Colour::Faint, Colour::IceEdge, Colour::Indicatrix, Colour::Machine, Colour::Mark]
            {
                assert!(contrast(graphic, ground, palette) >= 3.0, "{palette:?} {graphic:?} on {ground:?}");
            }
        }
        // A landing is a dot with an edge: one of them stands out, and they do from each other.
        for ground in [Colour::Sea, Colour::Land, Colour::DotEdge] {
            let c = contrast(Colour::Dot, ground, palette).max(contrast(Colour::DotEdge, ground, palette));
            assert!(c >= 3.0, "{palette:?} a landing on {ground:?}: {c:.2}");
        }
        for (text, ground) in [
            (Colour::SeaText, Colour::Sea),
            (Colour::NetText, Colour::Sea),
            (Colour::LandText, Colour::Land),
            (Colour::Machine, Colour::Land),
            (Colour::Mark, Colour::Land),
        ] {
            let c = contrast(text, ground, palette);
            assert!(c >= 4.5, "{palette:?} {text:?} on {ground:?}: {c:.2}");
        }
    }
}

#[test]
fn statuses_differ_without_colour() {
    let look = |s: Status| {
        let stroke = cable_stroke(s);
        (stroke.width_px().to_bits(), stroke.dash_px().iter().map(|d| d.to_bits()).collect::<Vec<_>>())
    };
    let drawn = [
        Status::InService,
        Status::UnderConstruction,
        Status::Planned,
        Status::Proposed,
        Status::Illustrative,
        Status::Suspended,
        Status::Terrestrial,
    ];
    for (i, a) in drawn.iter().enumerate() {
        assert!(drawn[i + 1..].iter().all(|b| look(*a) != look(*b)), "{a:?}");
    }
}

#[test]
fn theme_css_names_every_colour_in_both_themes() {
    let css = theme_css();
    for colour in Colour::ALL {
        assert_eq!(css.matches(&format!("--map-{}:", colour.css_name())).count(), 4, "{colour:?}");
    }
}
