//! The data package: the data as it stands in the project, tables of it, licences and checksums, in one archive.

use super::{sum_line, table};
use crate::changes::dataset;
use crate::fine_land;
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file of the package: its path in it, and its bytes.
type File = (String, Vec<u8>);

/// The archive. The same data gives the same bytes: no times, files in the order of their names.
pub(super) fn zip(project: &Project) -> Result<Vec<u8>> {
    let geodata = project.path("geodata");
    let version = dataset::version(&dataset::of_folder(&geodata)?);
    let mut files = Vec::new();
    collect(&geodata, Path::new(""), &mut files)?;
    files.extend(tables(&files)?);
    files.sort();
    let sums: String = files.iter().map(|(name, bytes)| sum_line(bytes, name)).collect();
    files.push((super::SUMS.to_owned(), sums.into_bytes()));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in &files {
        writer.start_file(format!("arctic-cable-map-data-{version}/{name}"), options).context("the archive")?;
        writer.write_all(bytes).context("the archive")?;
    }
    Ok(writer.finish().context("the archive")?.into_inner())
}

/// Every file of the data, but the coastline of near views: 10 MB that Natural Earth publishes better.
fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) -> Result<()> {
    let place = root.join(folder);
    for entry in fs::read_dir(&place).with_context(|| format!("{} cannot be read", place.display()))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(root, &path, files)?;
        } else if path != Path::new(fine_land::FILE) {
            let bytes = fs::read(entry.path()).with_context(|| format!("{} cannot be read", path.display()))?;
            files.push((path.to_string_lossy().replace('\\', "/"), bytes));
        }
    }
    Ok(())
}

/// Two tables of all features that are more than geometry.
fn tables(files: &[File]) -> Result<Vec<File>> {
    let head = |names: [&str; 8]| vec![names.map(str::to_owned).to_vec()];
    let (mut features, mut facts) = (head(table::FEATURES), head(table::FACTS));
    let mut sources: Vec<&File> = files.iter().filter(|(name, _)| name.ends_with(".geojson")).collect();
    sources.retain(|(name, _)| !name.starts_with("basemap/") && !name.starts_with("environment/"));
    sources.sort();
    for (name, bytes) in sources {
        table::add(name, &String::from_utf8_lossy(bytes), &mut features, &mut facts)?;
    }
    Ok(vec![("features.csv".to_owned(), table::csv(&features)?), ("facts.csv".to_owned(), table::csv(&facts)?)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn the_package_is_whole_and_the_same_every_time() {
        let project = Project::find().unwrap();
        let bytes = zip(&project).unwrap();
        assert!(bytes == zip(&project).unwrap(), "two packages of the same data differ");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        for wanted in ["routes/cables.geojson", "schema/feature.schema.json", "LICENSE.md", "facts.csv", "SHA256SUMS"] {
            assert!(names.iter().any(|name| name.ends_with(&format!("/{wanted}"))), "{wanted} is missing");
        }
        let sums = names.iter().find(|name| name.ends_with("SHA256SUMS")).unwrap().clone();
        let mut text = String::new();
        archive.by_name(&sums).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text.lines().count(), names.len() - 1);
        let table = names.iter().find(|name| name.ends_with("facts.csv")).unwrap().clone();
        let mut facts = String::new();
        archive.by_name(&table).unwrap().read_to_string(&mut facts).unwrap();
        assert!(facts.contains("routes/cables.geojson,far-north-fiber,status,proposed,"), "no status in the table");
        assert!(facts.lines().count() > 1000);
    }
}
