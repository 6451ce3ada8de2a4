//! The options that every question shares: what is taken to stand, and what a round trip rests on.

use super::world::World;
use anyhow::{Context, Result, bail};
use arctic_cable_map::cable::Status;
use arctic_cable_map::network::{Assumptions, Corridor, Cut, Scenario};

/// What is taken to stand, and what a round trip rests on.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// What stands at the end of this year; without, what is told to be in service now
    #[arg(long, global = true)]
    year: Option<i32>,
    /// Statuses that count, with commas, instead of in-service,terrestrial
    #[arg(long, global = true, value_delimiter = ',')]
    status: Vec<String>,
    /// Systems that stand whatever their status, as proposals: far-north-fiber
    #[arg(long, global = true, value_delimiter = ',')]
    with: Vec<String>,
    /// Corridors to allow besides: siberian, near-east, arabian
    #[arg(long, global = true, value_delimiter = ',')]
    open: Vec<String>,
    /// Corridors to close: arctic, suez, american, siberian, near-east, cape, arabian
    #[arg(long, global = true, value_delimiter = ',')]
    close: Vec<String>,
    /// Cut besides, as in a link: chokepoint:bab-el-mandeb, with commas
    #[arg(long, global = true, value_delimiter = ',')]
    cut: Vec<String>,
    /// Group index of the fibre: 1.4682 (ITU-T G.652), 1.4620 (low loss), or any
    #[arg(long, global = true, default_value = "1.4682")]
    index: f64,
    /// Per cent added to lines drawn at sea
    #[arg(long, global = true, default_value = "5")]
    slack: f64,
    /// Per cent added to lines over land, and to the way from a place to its landings
    #[arg(long, global = true, default_value = "30")]
    detour: f64,
    /// Milliseconds there and back for the equipment at each end of each segment
    #[arg(long, global = true, default_value = "0")]
    station_ms: f64,
    /// Milliseconds there and back added at each end of the whole
    #[arg(long, global = true, default_value = "0")]
    end_ms: f64,
    /// Answer as JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

impl Options {
    /// What is taken to stand.
    pub(crate) fn scenario(&self) -> Result<Scenario> {
        let mut out = self.year.map_or_else(Scenario::default, Scenario::at_year);
        if !self.status.is_empty() {
            out.statuses.clear();
        }
        for name in &self.status {
            out.statuses.push(Status::parse(name).with_context(|| {
                let all: Vec<&str> = Status::NAMES.iter().map(|(n, _)| *n).collect();
                format!("no status is called “{name}”: {}", all.join(", "))
            })?);
        }
        out.with.clone_from(&self.with);
        for (names, opens) in [(&self.open, true), (&self.close, false)] {
            for name in names {
                let corridor = Corridor::parse(name).with_context(|| {
                    let all: Vec<&str> = Corridor::NAMES.iter().map(|(n, _)| *n).collect();
                    format!("no corridor is called “{name}”: {}", all.join(", "))
                })?;
                out.closed = if opens { out.closed.without(corridor) } else { out.closed.with(corridor) };
            }
        }
        for text in &self.cut {
            out.cuts.push(cut(text)?);
        }
        Ok(out)
    }

    /// The same with all corridors open but those closed by name: what is there, politics aside.
    pub(crate) fn whole(&self) -> Result<Scenario> {
        let mut out = self.scenario()?.open();
        for corridor in self.close.iter().filter_map(|name| Corridor::parse(name)) {
            out.closed = out.closed.with(corridor);
        }
        Ok(out)
    }

    /// What a round trip rests on.
    pub(crate) fn assumptions(&self) -> Result<Assumptions> {
        if !(1.0..=3.0).contains(&self.index) {
            bail!("a group index is between 1 (vacuum) and 3; glass has about 1.47");
        }
        for (name, value) in
            [("slack", self.slack), ("detour", self.detour), ("station-ms", self.station_ms), ("end-ms", self.end_ms)]
        {
            if !(0.0..=1000.0).contains(&value) {
                bail!("--{name} is from 0 to 1000");
            }
        }
        Ok(Assumptions {
            group_index: self.index,
            sea_slack: self.slack / 100.0,
            land_detour: self.detour / 100.0,
            station_ms: self.station_ms,
            end_ms: self.end_ms,
        })
    }
}

/// A cut as a link names it.
pub(crate) fn cut(text: &str) -> Result<Cut> {
    Cut::parse(text).with_context(|| {
        format!(
            "“{text}” names nothing to cut: write cable:…, segment:…, chokepoint:… or landing:… with an id of the data"
        )
    })
}

/// The two ends of a question; positions are `lon,lat`.
pub(crate) fn ends(world: &mut World, from: &str, to: &str) -> Result<[usize; 2]> {
    let from = end(world, from)?;
    let to = end(world, to)?;
    if from == to {
        bail!("{}", super::words::trouble(world, &arctic_cable_map::network::Trouble::SameEnd(from)));
    }
    Ok([from, to])
}

fn end(world: &mut World, text: &str) -> Result<usize> {
    let numbers: Option<Vec<f64>> = text.split(',').map(|n| n.trim().parse().ok()).collect();
    let found = match numbers.as_deref() {
        Some([lon, lat]) if lon.abs() <= 180.0 && lat.abs() <= 90.0 => {
            world.network.end_at(arctic_cable_map::sphere::LonLat::new(*lon, *lat))
        }
        _ => world.network.end(text),
    };
    found.map_err(|t| anyhow::anyhow!("{}", super::words::trouble(world, &t)))
}
