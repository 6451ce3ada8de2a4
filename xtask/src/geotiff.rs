//! Heights in whole metres as GeoTIFF (OGC 19-008r4): what QGIS and GDAL read and write.

use anyhow::{Context, Result, bail, ensure};
use arctic_cable_map::geodata::grid::{Frame, Lattice};
use std::io::Cursor;
use tiff::decoder::{Decoder, DecodingResult};
use tiff::encoder::{Compression, DeflateLevel, Predictor, TiffEncoder, colortype};
use tiff::tags::Tag;

/// The value of a cell without a height.
pub(crate) const EMPTY: i16 = i16::MIN;

/// Keys of the `GeoKeyDirectoryTag`: model, raster type (2: a cell stands for its point), and where the plane is named.
const MODEL: u16 = 1024;
const RASTER: u16 = 1025;
const GEOGRAPHIC: u16 = 2048;
const PROJECTED: u16 = 3072;
/// WGS 84, and NSIDC's EASE-Grid North.
const WGS_84: u16 = 4326;
const EASE_NORTH: u16 = 3408;

/// A file of those heights, row by row from the north.
pub(crate) fn write(lattice: &Lattice, heights_m: &[i16]) -> Result<Vec<u8>> {
    let (width, height) = (u32::try_from(lattice.width)?, u32::try_from(lattice.height)?);
    let (model, key, code) = match lattice.frame {
        Frame::LonLat => (2, GEOGRAPHIC, WGS_84),
        Frame::NorthPole => (1, PROJECTED, EASE_NORTH),
    };
    let keys: [u16; 16] = [1, 1, 0, 3, MODEL, 0, 1, model, RASTER, 0, 1, 2, key, 0, 1, code];
    let unit = unit(lattice.frame);
    let (x, y) = lattice.first;
    let mut out = Cursor::new(Vec::new());
    let mut tiff = TiffEncoder::new(&mut out)?
        .with_compression(Compression::Deflate(DeflateLevel::Best))
        .with_predictor(Predictor::Horizontal);
    let mut image = tiff.new_image::<colortype::GrayI16>(width, height)?;
    image.rows_per_strip(height)?;
    let tags = image.encoder();
    let step = lattice.step * unit;
    tags.write_tag(Tag::ModelPixelScaleTag, &[step, step, 0.0][..])?;
    tags.write_tag(Tag::ModelTiepointTag, &[0.0, 0.0, 0.0, x * unit, y * unit, 0.0][..])?;
    tags.write_tag(Tag::GeoKeyDirectoryTag, &keys[..])?;
    tags.write_tag(Tag::GdalNodata, EMPTY.to_string().as_str())?;
    image.write_data(heights_m)?;
    Ok(out.into_inner())
}

/// The lattice and the heights of a file as [`write`] makes it, or as another program writes the like.
pub(crate) fn read(bytes: &[u8]) -> Result<(Lattice, Vec<i16>)> {
    let mut tiff = Decoder::new(Cursor::new(bytes)).context("the file is not a TIFF")?;
    let (width, height) = tiff.dimensions()?;
    let keys = tiff.get_tag_u16_vec(Tag::GeoKeyDirectoryTag).context("the TIFF is not a GeoTIFF")?;
    let key = |wanted: u16| keys.chunks_exact(4).skip(1).find(|k| k[0] == wanted && k[1] == 0).map(|k| k[3]);
    let frame = match (key(GEOGRAPHIC), key(PROJECTED)) {
        (_, Some(EASE_NORTH)) => Frame::NorthPole,
        (Some(WGS_84), None) => Frame::LonLat,
        found => bail!("the plane is neither EPSG:{WGS_84} nor EPSG:{EASE_NORTH}: {found:?}"),
    };
    let scale = tiff.get_tag_f64_vec(Tag::ModelPixelScaleTag).context("the GeoTIFF has no scale")?;
    let tie = tiff.get_tag_f64_vec(Tag::ModelTiepointTag).context("the GeoTIFF has no tie point")?;
    let unit = unit(frame);
    ensure!(scale.len() >= 2 && (scale[0] - scale[1]).abs() < 1e-9, "the cells are not square");
    ensure!(tie.len() >= 6 && tie[0] == 0.0 && tie[1] == 0.0, "the tie point is not the first cell");
    // A program that lets cells stand for areas ties their north-western corner.
    let half = if key(RASTER) == Some(2) { 0.0 } else { scale[0] / 2.0 };
    let lattice = Lattice {
        frame,
        width: width as usize,
        height: height as usize,
        first: ((tie[3] + half) / unit, (tie[4] - half) / unit),
        step: scale[0] / unit,
    };
    let DecodingResult::I16(heights_m) = tiff.read_image()? else { bail!("the heights are not 16-bit whole metres") };
    Ok((lattice, heights_m))
}

/// Units of the file to one of the frame: metres to a kilometre, or degrees.
fn unit(frame: Frame) -> f64 {
    match frame {
        Frame::LonLat => 1.0,
        Frame::NorthPole => 1000.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_back() {
        for (frame, step) in [(Frame::LonLat, 0.5), (Frame::NorthPole, 10.0)] {
            let lattice = Lattice { frame, width: 3, height: 2, first: (-20.0, 30.5), step };
            let heights = [-5000, EMPTY, 0, 12, i16::MAX, -1];
            let bytes = write(&lattice, &heights).unwrap();
            assert_eq!(read(&bytes).unwrap(), (lattice, heights.to_vec()));
            assert!(read(&bytes[..bytes.len() / 2]).is_err());
        }
        assert!(read(b"II*\0").is_err() && read(b"").is_err());
    }
}
