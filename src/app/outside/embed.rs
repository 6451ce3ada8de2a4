//! What to paste into a page for the map to stand there.

use crate::app::AppState;
use crate::app::url::{encode, to_pairs};

/// What the code is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A plain iframe.
    #[default]
    Iframe,
    /// The element of `embed.js`.
    Element,
    /// A picture with a link to the map.
    Picture,
}

impl Form {
    /// The word of a menu.
    pub const NAMES: [(&'static str, Self); 3] =
        [("iframe", Self::Iframe), ("element", Self::Element), ("picture", Self::Picture)];
}

/// What stands in another page.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// What the code is made of.
    pub form: Form,
    /// The address of the map, without a state.
    pub site: String,
    /// What the map shows.
    pub state: AppState,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What the frame or the picture is called.
    pub title: String,
}

/// The picture's file, which lies beside the page.
pub const PICTURE: &str = "arctic-cable-map.svg";

impl Embed {
    /// The address of the map with its state.
    #[must_use]
    pub fn address(&self) -> String {
        let state = encode(&self.state);
        if state.is_empty() { self.site.clone() } else { [&self.site, "#", &state].concat() }
    }

    /// The code to paste.
    #[must_use]
    pub fn code(&self) -> String {
        let (width, height) = (self.width.to_string(), self.height.to_string());
        let address = self.address();
        let mut out = String::new();
        match self.form {
            Form::Iframe => {
                let all = [("src", address.as_str()), ("title", &self.title), ("width", &width), ("height", &height)];
                open(&mut out, "iframe", all.into_iter());
                out.push_str(" style=\"border: 0; max-width: 100%\" loading=\"lazy\" allow=\"fullscreen\"></iframe>");
            }
            Form::Element => {
                let script = [self.site.rsplit_once('/').map_or("", |(folder, _)| folder), "/embed.js"].concat();
                open(&mut out, "script", [("src", script.as_str())].into_iter());
                out.push_str(" async></script>\n");
                let pairs = to_pairs(&self.state);
                let keys = pairs.iter().map(|(key, value)| (*key, value.as_str()));
                let own = [("height", height.as_str()), ("label", &self.title)];
                open(&mut out, "cable-map", keys.chain(own));
                out.push_str("></cable-map>");
            }
            Form::Picture => {
                open(&mut out, "a", [("href", address.as_str())].into_iter());
                out.push('>');
                let all = [("src", PICTURE), ("alt", &self.title), ("width", &width), ("height", &height)];
                open(&mut out, "img", all.into_iter());
                out.push_str("></a>");
            }
        }
        out
    }
}

/// The beginning of an element with its attributes, not yet closed.
fn open<'a>(out: &mut String, tag: &str, attributes: impl Iterator<Item = (&'a str, &'a str)>) {
    out.push('<');
    out.push_str(tag);
    for (name, value) in attributes {
        [" ", name, "=\""].iter().for_each(|part| out.push_str(part));
        for c in value.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '"' => out.push_str("&quot;"),
                '<' => out.push_str("&lt;"),
                c => out.push(c),
            }
        }
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::url::from_pairs;

    fn embed(form: Form) -> Embed {
        let pairs = [("view", "globe"), ("sel", "cable:polar-connect"), ("ui", "embed")];
        let state = from_pairs(&AppState::default(), pairs).0;
        let site = "https://example.org/arctic/index.html".to_owned();
        Embed { form, site, state, width: 800, height: 450, title: "Cables & \"ice\" <3".to_owned() }
    }

    #[test]
    fn an_iframe_holds_the_state_in_its_address() {
        let code = embed(Form::Iframe).code();
        let start = "<iframe src=\"https://example.org/arctic/index.html#view=globe&amp;sel=cable:polar-connect&amp;ui=embed\" \
            title=\"Cables &amp; &quot;ice&quot; &lt;3\" width=\"800\" height=\"450\"";
        assert!(code.starts_with(start) && code.ends_with("></iframe>"), "{code}");
    }

    #[test]
    fn an_element_has_the_keys_as_attributes_and_its_script_beside_the_map() {
        let code = embed(Form::Element).code();
        let (script, element) = code.split_once('\n').unwrap();
        assert_eq!(script, "<script src=\"https://example.org/arctic/embed.js\" async></script>");
        assert!(
            element.starts_with("<cable-map view=\"globe\" sel=\"cable:polar-connect\" ui=\"embed\" height=\"450\"")
        );
    }

    #[test]
    fn a_picture_leads_to_the_map() {
        let code = embed(Form::Picture).code();
        assert!(code.starts_with("<a href=\"https://example.org/arctic/index.html#view=globe&amp;"), "{code}");
        assert!(code.contains("<img src=\"arctic-cable-map.svg\" alt=\"Cables &amp;"), "{code}");
        let plain = Embed { state: AppState::default(), ..embed(Form::Picture) };
        assert_eq!(plain.address(), plain.site);
    }
}
