//! The page's content security policy: nothing from elsewhere, no style inside the markup, and one script, named by its hash.

use super::single;
use crate::markup::each;
use anyhow::{Result, ensure};
use lol_html::html_content::ContentType;

/// What the page may load and do.
const POLICY: [(&str, &str); 11] = [
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data: blob:"),
    ("connect-src", "'self'"),
    ("font-src", "'none'"),
    ("frame-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
];

/// Elements that load a file; each loads it from the page's own folder.
const LOADING: [(&str, &str); 5] = [
    ("script[src]", "src"),
    ("link[href]", "href"),
    ("img[src]", "src"),
    ("iframe[src]", "src"),
    ("source[src]", "src"),
];

/// The one script inside the page, which the policy names by its hash. In a frame without an origin WebKit takes `'self'` for
/// nobody and loads no other: the single file, which needs no leave, takes the page's place there.
const STEP_ASIDE: &str = r#"document.addEventListener("securitypolicyviolation",e=>{if(origin=="null"&&e.effectiveDirective.startsWith("script-src"))location.replace("./arctic-cable-map.html"+location.search+location.hash)})"#;

/// Writes the policy into the page, right after the declaration of the character set. Where the address of the `site` is
/// known it stands beside `'self'`, and all of the site works in such a frame in WebKit, too.
pub(super) fn write(page: &str, release: bool, site: &str) -> Result<String> {
    let own = if site.is_empty() { "'self'".to_owned() } else { format!("'self' {site}") };
    let rules: Vec<String> =
        POLICY.iter().map(|(what, whom)| rule(what, &whom.replace("'self'", &own), release)).collect();
    let mut meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", rules.join("; "));
    if release {
        meta += &format!("\n<script>{STEP_ASIDE}</script>");
    }
    let mut written = false;
    let page = each(page, "head > meta[charset]", |charset| {
        charset.after(&format!("\n{meta}"), ContentType::Html);
        written = true;
    })?;
    ensure!(written, "www/index.html has no <meta charset> in its head, after which the policy is written");
    Ok(page)
}

fn rule(what: &str, whom: &str, release: bool) -> String {
    // While one works on it, the page listens on a socket for word that it has been built again; not every browser
    // counts a socket to the same host as 'self'.
    let more = match what {
        "connect-src" if !release => " ws:".to_owned(),
        "script-src" if release => format!(" {}", single::hash(STEP_ASIDE)),
        _ => String::new(),
    };
    format!("{what} {whom}{more}")
}

/// Everything in the page that a browser would refuse under the policy, one sentence each.
pub(super) fn offences(page: &str) -> Result<Vec<String>> {
    let mut offences = Vec::new();
    each(page, "*", |element| {
        let tag = element.tag_name();
        for attribute in element.attributes() {
            let name = attribute.name();
            if name == "style" || name.starts_with("on") {
                offences.push(format!("<{tag}> has the attribute {name}; write a class or a listener instead"));
            }
        }
        if tag == "style" {
            offences.push("<style> stands in the page; write it into a style sheet".to_owned());
        }
    })?;
    for (selector, attribute) in LOADING {
        each(page, selector, |element| {
            let target = element.get_attribute(attribute).unwrap_or_default();
            let elsewhere = target.starts_with('/') || target.contains("://");
            let is_link = element.get_attribute("rel").is_some_and(|rel| rel == "canonical" || rel == "license");
            if elsewhere && !is_link {
                offences.push(format!("<{}> loads {target}; paths in the page are relative to it", element.tag_name()));
            }
        })?;
    }
    Ok(offences)
}

/// Trunk's live-reload script with the placeholders filled in that its server fills in only inside the page.
pub(super) fn live_reload(script: &str) -> String {
    script.replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host").replace("{{__TRUNK_WS_BASE__}}", "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_follows_the_character_set() {
        let page = write("<head><meta charset=\"utf-8\"><title>x</title></head>", true, "").unwrap();
        assert!(
            page.starts_with("<head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""),
            "{page}"
        );
        assert!(page.contains("connect-src 'self'; ") && !page.contains("unsafe-inline") && !page.contains("ws:"));
        assert!(write("<head></head>", true, "").is_err());
    }

    #[test]
    fn the_readme_lists_it() {
        let listed = include_str!("../../../README.md").split_whitespace().collect::<Vec<_>>().join(" ");
        for (what, whom) in POLICY {
            let rule = rule(what, whom, true);
            assert!(listed.contains(&rule), "README.md does not list: {rule}");
        }
        assert!(STEP_ASIDE.contains(single::NAME));
    }

    #[test]
    fn a_known_address_stands_beside_the_pages_own() {
        let page = write("<head><meta charset=\"utf-8\"></head>", true, "https://example.org/map/").unwrap();
        assert!(page.contains("script-src 'self' https://example.org/map/ 'wasm-unsafe-eval' 'sha256-"), "{page}");
        assert!(page.contains("default-src 'none'; ") && page.contains("base-uri 'none'; "), "{page}");
    }

    #[test]
    fn a_page_under_work_may_listen_on_a_socket() {
        assert!(write("<head><meta charset=\"utf-8\"></head>", false, "").unwrap().contains("connect-src 'self' ws:;"));
        let script = live_reload("const address = '{{__TRUNK_ADDRESS__}}'; const base = '{{__TRUNK_WS_BASE__}}';");
        assert_eq!(script, "const address = window.location.host; const base = '/';");
    }

    #[test]
    fn what_the_policy_forbids_is_named() {
        let page = "<p style=\"color:red\" onclick=\"go()\"></p><style>p{}</style><script src=\"/x.js\"></script>\
            <link rel=\"stylesheet\" href=\"https://example.org/x.css\"><a href=\"https://example.org\">there</a>";
        let offences = offences(page).unwrap();
        assert_eq!(offences.len(), 5, "{offences:#?}");
    }

    #[test]
    fn a_clean_page_offends_nobody() {
        let page = "<link rel=\"icon\" href=\"./icon.svg\"><svg><path d=\"M0 0\" fill=\"#123\"/></svg><img src=\"data:image/gif;base64,R0\">";
        assert!(offences(page).unwrap().is_empty());
    }
}
