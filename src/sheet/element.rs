//! Elements of SVG as text: names of ours, values and words escaped.

use crate::paint::{escape, number};
use crate::plane::Rect;

/// Attributes with their values; those with an empty value are left out.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An element without content.
pub(super) fn tag(name: &str, attributes: Attributes<'_>) -> String {
    [&open(name, attributes), "/>\n"].concat()
}

/// An element around `content`, which is markup.
pub(super) fn around(name: &str, attributes: Attributes<'_>, content: &str) -> String {
    [&open(name, attributes), ">", content, "</", name, ">\n"].concat()
}

/// A rectangle with more attributes.
pub(super) fn rect(area: Rect, more: Attributes<'_>) -> String {
    let [x, y, w, h] = [area.x0, area.y0, area.width(), area.height()].map(number);
    let place = [("x", x.as_str()), ("y", &y), ("width", &w), ("height", &h)];
    tag("rect", &[&place, more].concat())
}

/// Words at a point, with more attributes.
pub(super) fn text(x: f64, y: f64, words: &str, more: Attributes<'_>) -> String {
    let (x, y) = (number(x), number(y));
    around("text", &[&[("x", x.as_str()), ("y", &y)], more].concat(), &escape(words))
}

fn open(name: &str, attributes: Attributes<'_>) -> String {
    let mut out = ["<", name].concat();
    for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        out += &[" ", key, "=\"", &escape(value), "\""].concat();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_words_are_escaped_and_empty_values_left_out() {
        assert_eq!(tag("a", &[("b", "\"<"), ("c", "")]), "<a b=\"&quot;&lt;\"/>\n");
        assert_eq!(text(1.0, 0.5, "a&b", &[("fill", "red")]), "<text x=\"1\" y=\".5\" fill=\"red\">a&amp;b</text>\n");
    }
}
