//! The files of the page: bundled, minified and named by the hash of their content.

use super::html::App;
use super::maths;
use super::shorten::shorten;
use super::unused::{without_classes, without_exports};
use crate::project::Project;
use crate::run::run;
use crate::size::wasm;
use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};
use std::fs;
use std::path::{Path, PathBuf};

/// How wasm-opt makes a wasm small: names stay for `size`, and features are those that every browser of the last years has.
/// `--all-features` would write compact imports, which browsers refuse.
const OPTIMISE: &[&str] = &[
    "-g",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// Endings of files that help developers only.
const LEFTOVERS: [&str; 2] = [".map", ".d.ts"];

/// The folder in which Trunk puts the page together.
pub(super) struct Staging<'a> {
    project: &'a Project,
    folder: PathBuf,
    pub(super) release: bool,
}

/// A written file: its name and the value of an `integrity` attribute for it.
pub(super) struct Asset {
    pub(super) name: String,
    pub(super) integrity: String,
}

impl<'a> Staging<'a> {
    pub(super) fn new(project: &'a Project, folder: PathBuf, release: bool) -> Self {
        Self { project, folder, release }
    }

    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes a file named `stem-hash.ending`.
    pub(super) fn write_by_content(&self, content: &[u8], stem: &str, ending: &str) -> Result<Asset> {
        let asset = Asset::of(content, stem, ending);
        let path = self.path(&asset.name);
        fs::write(&path, content).with_context(|| format!("{} cannot be written", path.display()))?;
        Ok(asset)
    }

    /// Gives a file the name `stem-hash.ending`.
    pub(super) fn rename_by_content(&self, name: &str, stem: &str, ending: &str) -> Result<Asset> {
        let path = self.path(name);
        let content = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let asset = Asset::of(&content, stem, ending);
        fs::rename(&path, self.path(&asset.name)).with_context(|| format!("{name} cannot be renamed"))?;
        Ok(asset)
    }

    /// Makes what Trunk has built of an application as small as a release's is; does nothing while one works on the page.
    pub(super) fn make_small(&self, app: &App, stem: &str) -> Result<()> {
        if self.release {
            self.optimise(&app.wasm, &app.js)?;
            self.strip(&app.wasm, stem)?;
            self.shorten(&app.wasm, &app.js)?;
        }
        Ok(())
    }

    /// Takes away what no page calls and makes the rest small.
    fn optimise(&self, wasm: &str, js: &str) -> Result<()> {
        let (wasm, js) = (self.path(wasm), self.path(js));
        let script = fs::read_to_string(&js).with_context(|| format!("{} cannot be read", js.display()))?;
        fs::write(&js, maths::direct(&without_classes(&script)))
            .with_context(|| format!("{} cannot be written", js.display()))?;
        let module = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
        fs::write(&wasm, without_exports(&module)?).with_context(|| format!("{} cannot be written", wasm.display()))?;
        let mut optimise = self.project.command("wasm-opt")?;
        optimise.arg(&wasm).args(OPTIMISE).arg("-o").arg(&wasm);
        run("wasm-opt", &mut optimise)
    }

    /// Takes the names of functions out of the wasm; a copy with them stays behind for `size`.
    fn strip(&self, name: &str, stem: &str) -> Result<()> {
        let path = self.path(name);
        let module = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        wasm::keep_named(self.project, stem, &module)?;
        fs::write(&path, wasm::without_names(&module)?).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Gives the names between the wasm and its script a few letters each.
    fn shorten(&self, wasm: &str, js: &str) -> Result<()> {
        let (wasm, js) = (self.path(wasm), self.path(js));
        let module = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
        let script = fs::read_to_string(&js).with_context(|| format!("{} cannot be read", js.display()))?;
        let (module, script) = shorten(&module, &script)?;
        fs::write(&wasm, module).with_context(|| format!("{} cannot be written", wasm.display()))?;
        fs::write(&js, script).with_context(|| format!("{} cannot be written", js.display()))
    }

    /// Makes one script of an entry script and all that it imports.
    pub(super) fn bundle(&self, entry: &str, stem: &str, ending: &str) -> Result<Asset> {
        let (source, bundled) = (self.path("start.mjs"), self.path("start.bundle.mjs"));
        fs::write(&source, entry).with_context(|| format!("{} cannot be written", source.display()))?;
        self.esbuild(&source, &bundled, &["--bundle", "--format=esm", "--target=es2022"])?;
        let asset = self.rename_by_content("start.bundle.mjs", stem, ending)?;
        fs::remove_file(&source).with_context(|| format!("{} cannot be removed", source.display()))?;
        Ok(asset)
    }

    /// The same as the body of a classic function of `module`, `require`, `fetch` and `here`, for a page that cannot fetch
    /// modules: it exports by `module`, imports at run time by `require`, and its own address is `here`.
    pub(super) fn bundle_classic(&self, entry: &str, args: &[&str]) -> Result<String> {
        // A source that ends with `mjs` would see a module that it requires as its own default.
        let (source, bundled) = (self.path("start.js"), self.path("start.classic.js"));
        fs::write(&source, entry).with_context(|| format!("{} cannot be written", source.display()))?;
        let classic = ["--bundle", "--format=cjs", "--target=es2022", "--supported:dynamic-import=false"];
        self.esbuild(&source, &bundled, &[&classic[..], &["--define:import.meta.url=here"], args].concat())?;
        fs::remove_file(&source).with_context(|| format!("{} cannot be removed", source.display()))?;
        self.take("start.classic.js")
    }

    /// A script of `www/`, minified, with all that it imports; classic, whatever it is in its source.
    pub(super) fn minified(&self, name: &str, args: &[&str]) -> Result<String> {
        let args = [&["--bundle", "--format=iife", "--target=es2022"], args].concat();
        self.esbuild(&self.project.path("www").join(name), &self.path("script.min.js"), &args)?;
        self.take("script.min.js")
    }

    /// The text of a file, which is gone afterwards.
    fn take(&self, name: &str) -> Result<String> {
        let path = self.path(name);
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        self.remove(name)?;
        Ok(text)
    }

    /// The text of a file of the project's `www/`.
    pub(super) fn source(&self, name: &str) -> Result<String> {
        self.project.read(&format!("www/{name}"))
    }

    /// Writes a file whose name stays the same.
    pub(super) fn write(&self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.path(name);
        fs::write(&path, content).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Minifies a style sheet and names it by what it has become.
    pub(super) fn minify_style(&self, href: &str) -> Result<Asset> {
        let name = href.trim_start_matches("./");
        let stem = name.rsplit_once('-').map_or(name.trim_end_matches(".css"), |(stem, _)| stem);
        let (source, minified) = (self.path(name), self.path("style.min.css"));
        self.esbuild(&source, &minified, &[])?;
        fs::remove_file(&source).with_context(|| format!("{} cannot be removed", source.display()))?;
        self.rename_by_content("style.min.css", stem, "css")
    }

    /// The style sheet of an application that has one of its own, `www/` and its name: it is fetched with the application.
    pub(super) fn style_of(&self, name: &str) -> Result<Option<Asset>> {
        let source = self.project.path("www").join(name).with_extension("css");
        if !source.is_file() {
            return Ok(None);
        }
        self.esbuild(&source, &self.path("style.min.css"), &[])?;
        self.rename_by_content("style.min.css", name, "css").map(Some)
    }

    /// Removes what the bundle has taken in, and what is of use to developers only.
    pub(super) fn remove_leftovers(&self) -> Result<()> {
        let snippets = self.path("snippets");
        if snippets.is_dir() {
            fs::remove_dir_all(&snippets).context("snippets/ cannot be removed")?;
        }
        remove_by_ending(&self.folder)
    }

    /// Removes a file.
    pub(super) fn remove(&self, name: &str) -> Result<()> {
        fs::remove_file(self.path(name)).with_context(|| format!("{name} cannot be removed"))
    }

    fn esbuild(&self, source: &Path, target: &Path, args: &[&str]) -> Result<()> {
        let mut esbuild = self.project.command("esbuild")?;
        esbuild.arg(source).args(args).args([
            "--log-level=warning",
            "--log-override:duplicate-object-key=silent",
            "--legal-comments=none",
            "--charset=utf8",
        ]);
        esbuild.arg(format!("--outfile={}", target.display()));
        if self.release {
            esbuild.arg("--minify");
        }
        run("esbuild", &mut esbuild)
    }
}

impl Asset {
    pub(super) fn of(content: &[u8], stem: &str, ending: &str) -> Self {
        let digest = Sha384::digest(content);
        let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self {
            name: format!("{stem}-{short}.{ending}"),
            integrity: format!("sha384-{}", BASE64_STANDARD.encode(digest)),
        }
    }
}

fn remove_by_ending(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let (entry, path) = entry.map(|entry| (entry.file_name(), entry.path()))?;
        if path.is_dir() {
            remove_by_ending(&path)?;
        } else if LEFTOVERS.iter().any(|ending| entry.to_string_lossy().ends_with(ending)) {
            fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Asset;

    #[test]
    fn names_and_integrity_come_from_the_content() {
        let (one, same, other) = (Asset::of(b"a", "x", "js"), Asset::of(b"a", "x", "js"), Asset::of(b"b", "x", "js"));
        assert_eq!(one.name, same.name);
        assert_ne!(one.name, other.name);
        assert!(one.name.starts_with("x-54a59b9f22b0b808") && one.name.ends_with(".js"), "{}", one.name);
        assert!(one.integrity.starts_with("sha384-VKWbnyKwuAi"), "{}", one.integrity);
    }
}
