//! The built site on a disk, with a script at the beginning of each page where the driver cannot put one there.

use crate::places;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A folder that is gone with its owner.
pub(crate) struct Disk {
    /// Where it is.
    pub(crate) folder: PathBuf,
}

impl Disk {
    /// The site in a folder of its own: its pages begin with a script, all else is linked.
    pub(crate) fn with(script: &str) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("arctic-cable-map-disk-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the site");
        let site = places::site().canonicalize().expect("the site's folder");
        for entry in fs::read_dir(&site).expect("the site's folder").flatten() {
            let (from, to) = (entry.path(), folder.join(entry.file_name()));
            if from.extension().is_some_and(|ending| ending == "html") {
                let text = fs::read(&from).expect("a page of the site");
                fs::write(to, begin_with(text, &format!("<script>{script}</script>"))).expect("a page");
            } else {
                symlink(from, to).expect("a link to the site");
            }
        }
        Self { folder }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A page with a tag before all others of its head.
pub(crate) fn begin_with(page: Vec<u8>, tag: &str) -> Vec<u8> {
    let Ok(text) = String::from_utf8(page.clone()) else { return page };
    let lower = text.to_ascii_lowercase();
    let after = |mark: &str| lower.find(mark).map(|at| at + mark.len());
    let at = after("<head>").or_else(|| after("<!doctype html>")).unwrap_or(0);
    [&text[..at], tag, &text[at..]].concat().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::begin_with;

    #[test]
    fn a_tag_stands_before_all_others() {
        let put = |page: &str| String::from_utf8(begin_with(page.into(), "<x>")).unwrap_or_default();
        assert_eq!(put("<!DOCTYPE html><html><head><title>"), "<!DOCTYPE html><html><head><x><title>");
        assert_eq!(put("<!doctype html><title>"), "<!doctype html><x><title>");
        assert_eq!(put("plain"), "<x>plain");
    }
}
