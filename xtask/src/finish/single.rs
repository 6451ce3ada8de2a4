//! `arctic-cable-map.html`: the whole map in one file, which opens from a disk and asks for nothing.

use super::assets::Staging;
use super::html::STYLE;
use crate::markup::each;
use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::html_content::{Attribute, ContentType, Element};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::fs;

/// Its name.
pub(super) const NAME: &str = "arctic-cable-map.html";
/// The most that it may weigh, in bytes.
pub(super) const LIMIT: usize = 1_500_000;

/// Writes it: the finished page with everything that it names inside, `poster` in the place of its own, and `script` in the
/// place of its scripts. Says whether it keeps its limit; otherwise there is none.
pub(super) fn write(staging: &Staging<'_>, page: &str, poster: &str, script: &str) -> Result<bool> {
    let read = |name: &str| {
        let path = staging.path(name.trim_start_matches("./"));
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let page = each(page, "svg.poster", |svg| svg.replace(poster, ContentType::Html))?;
    // It stands alone: nothing lies beside it.
    let page = fold(&page.replace(&crate::poster::to_statement(), ""), script, read)?;
    println!("  the single file: {} of {LIMIT} bytes", page.len());
    if page.len() > LIMIT {
        return Ok(false);
    }
    staging.write(NAME, page.as_bytes())?;
    Ok(true)
}

/// The page with styles, icon and scripts inside.
fn fold(page: &str, script: &str, read: impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let styles = RefCell::new(Vec::new());
    let failed = RefCell::new(None);
    let page = each(page, "link[href]", |link| {
        let href = link.get_attribute("href").unwrap_or_default();
        let folded = match link.get_attribute("rel").as_deref() {
            Some("stylesheet") => read(&href).map(|bytes| {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                link.replace(&format!("<style>{text}</style>"), ContentType::Html);
                styles.borrow_mut().push(hash(&text));
            }),
            Some("icon") if href.ends_with(".svg") => read(&href).map(|bytes| {
                let data = format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(bytes));
                link.replace(&format!("<link rel=\"icon\" href=\"{data}\">"), ContentType::Html);
            }),
            _ => {
                link.remove();
                Ok(())
            }
        };
        if let Err(error) = folded {
            failed.borrow_mut().get_or_insert(error);
        }
    })?;
    if let Some(error) = failed.into_inner() {
        return Err(error);
    }
    let (page, others) = without_styles(&page)?;
    let mut sheets = String::new();
    for name in others {
        let text = String::from_utf8_lossy(&read(&name)?).into_owned();
        sheets += &format!("<style>{text}</style>");
        styles.borrow_mut().push(hash(&text));
    }
    let page = each(&page, "head", |head| head.append(&sheets, ContentType::Html))?;
    let page = each(&page, "script[src]", |element: &mut Element<'_, '_>| {
        element.remove();
    })?;
    let page = each(&page, "body", |body| body.append(&format!("<script>{script}</script>\n"), ContentType::Html))?;
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; base-uri 'none'; form-action 'none'",
        hash(script),
        styles.into_inner().join(" ")
    );
    each(&page, "head > meta[charset]", |charset| {
        let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        charset.after(&meta, ContentType::Html);
    })
}

/// The page without the attributes that name style sheets of applications, and those names.
fn without_styles(page: &str) -> Result<(String, Vec<String>)> {
    let mut names = Vec::new();
    let page = each(page, "#map", |map| {
        let is_style = |name: &String| name.starts_with("data-") && name.ends_with(STYLE);
        for name in map.attributes().iter().map(Attribute::name).filter(is_style).collect::<Vec<_>>() {
            names.extend(map.get_attribute(&name));
            map.remove_attribute(&name);
        }
    })?;
    // Two applications may have one sheet.
    names.sort();
    names.dedup();
    Ok((page, names))
}

/// What a policy names a text by that stands in the page.
pub(super) fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_inside_and_named_in_the_policy() {
        let page = "<head><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"./a.css\" integrity=\"x\">\
            <link rel=\"preload\" href=\"./a.wasm\"><script type=\"module\" src=\"./a.js\"></script>\
            <link rel=\"icon\" href=\"./icon.svg\"></head>\
            <body><main id=\"map\" data-lab=\"./lab.js\" data-lab-style=\"./lab.css\"></main></body>";
        let folded = fold(page, "go()", |name| Ok(name.as_bytes().to_vec())).unwrap();
        for gone in ["href=\"./", "src=", "preload", "integrity"] {
            assert!(!folded.contains(gone), "{gone} in {folded}");
        }
        assert!(folded.contains("<style>./a.css</style>") && folded.contains("<script>go()</script>\n</body>"));
        assert!(folded.contains(&format!("script-src {} 'wasm-unsafe-eval'", hash("go()"))), "{folded}");
        assert!(folded.contains(&format!("style-src {} {};", hash("./a.css"), hash("./lab.css"))));
        assert!(folded.contains("<style>./lab.css</style></head>") && !folded.contains("data-lab-style"), "{folded}");
        assert!(fold(page, "", |_| anyhow::bail!("gone")).is_err());
    }
}
