//! What other programs read of the page: the picture and words of a link's preview, icons, and the manifest.

use super::assets::Staging;
use crate::markup::each;
use crate::picture;
use crate::project::Project;
use anyhow::{Context, Result, ensure};
use lol_html::html_content::ContentType;
use resvg::tiny_skia::Color;
use std::env;

/// The variable that names the address of the published site; `dist --url` sets it.
pub(crate) const SITE_URL: &str = "ARCTIC_CABLE_MAP_URL";

/// Width and height of the picture, as social networks ask for it.
const PREVIEW: (u32, u32) = (1200, 630);

/// Icons of the manifest and of a phone's home screen: name, side in pixels, and whether a launcher may cut it to a shape.
const ICONS: [(&str, u32, bool); 4] = [
    ("icon-192.png", 192, false),
    ("icon-512.png", 512, false),
    ("icon-maskable-512.png", 512, true),
    ("apple-touch-icon.png", 180, true),
];
/// How much of an icon that may be cut is sure to be seen: a circle of four fifths, and our picture is a circle.
const SAFE: f32 = 0.8;

/// Writes pictures and manifest, and names them in the page.
pub(super) fn write(project: &Project, staging: &Staging<'_>, page: &str) -> Result<String> {
    let icon = staging.source("icon.svg")?;
    let ground = Color::from_rgba8(0x0b, 0x1b, 0x30, 0xff);
    for (name, side, is_cut) in ICONS {
        let (share, ground) = if is_cut { (SAFE, Some(ground)) } else { (1.0, None) };
        staging.write(name, &picture::square(&icon, side, share, ground)?)?;
    }
    let drawn = picture::draw(project, &format!("{}x{}", PREVIEW.0, PREVIEW.1), "dark");
    match &drawn {
        Ok(png) => staging.write("preview.png", png)?,
        // Without fonts the site is as good; only what others show of its links is poorer.
        Err(reason) => println!("  no picture for previews of links: {reason}"),
    }
    insert(page, drawn.is_ok(), &site()?)
}

/// The address of the site with a slash at the end; empty where it is not known.
pub(super) fn site() -> Result<String> {
    let url = env::var(SITE_URL).unwrap_or_default();
    let is_address = url.starts_with("https://") || url.starts_with("http://");
    // It stands in attributes of the page and in its policy, where these would end it.
    let is_plain = !url.contains(|c: char| c.is_whitespace() || c.is_control() || "'\"<>;,&".contains(c));
    ensure!(
        url.is_empty() || is_address && is_plain,
        "--url {url}: an address with https:// is needed, and none of '\"<>;,& in it"
    );
    Ok(if url.is_empty() || url.ends_with('/') { url } else { format!("{url}/") })
}

fn insert(page: &str, has_picture: bool, site: &str) -> Result<String> {
    let mut found = (None, None);
    each(page, "meta[name=description]", |meta| found.0 = meta.get_attribute("content"))?;
    each(page, "main canvas", |canvas| found.1 = canvas.get_attribute("aria-label"))?;
    let description = found.0.context("www/index.html has no <meta name=\"description\">")?;
    let title = crate::markup::texts(page, "head > title", |_| true)?.concat();
    let mut tags = vec![
        "<link rel=\"manifest\" href=\"./manifest.webmanifest\">".to_owned(),
        "<link rel=\"apple-touch-icon\" href=\"./apple-touch-icon.png\">".to_owned(),
        property("og:type", "website"),
        property("og:title", &title),
        property("og:description", &description),
    ];
    if !site.is_empty() {
        tags.push(format!("<link rel=\"canonical\" href=\"{site}\">"));
        tags.push(property("og:url", site));
    }
    if has_picture {
        // Most readers want a whole address here; without --url there is none to give.
        tags.push(property("og:image", &format!("{}preview.png", if site.is_empty() { "./" } else { site })));
        tags.push(property("og:image:width", &PREVIEW.0.to_string()));
        tags.push(property("og:image:height", &PREVIEW.1.to_string()));
        tags.push(property("og:image:alt", &found.1.unwrap_or(title)));
        tags.push("<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned());
    }
    each(page, "head", |head| head.append(&(tags.join("\n") + "\n"), ContentType::Html))
}

/// Attributes and titles come from the page as they stand in it, escaped already.
fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{content}\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title>The Map</title><meta name=\"description\" content=\"Cables &amp; more\"></head>\
        <body><main><canvas aria-label=\"Map of cables\"></canvas></main></body>";

    #[test]
    fn previews_have_words_and_a_whole_address_where_it_is_known() {
        let page = insert(PAGE, true, "https://example.org/map/").unwrap();
        for tag in [
            "property=\"og:title\" content=\"The Map\"",
            "property=\"og:description\" content=\"Cables &amp; more\"",
            "property=\"og:image\" content=\"https://example.org/map/preview.png\"",
            "property=\"og:image:alt\" content=\"Map of cables\"",
            "rel=\"canonical\" href=\"https://example.org/map/\"",
        ] {
            assert!(page.contains(tag), "{tag} in {page}");
        }
        let page = insert(PAGE, true, "").unwrap();
        assert!(page.contains("content=\"./preview.png\"") && !page.contains("canonical"), "{page}");
        assert!(!insert(PAGE, false, "").unwrap().contains("og:image"));
        assert!(insert("<head></head>", true, "").is_err());
    }
}
