//! A visit: a server, a browser, what the test does, and what no visit may leave behind.

use crate::browser::{Browser, Habits};
use crate::engine::{Ability, Engine, say_skipped};
use crate::noise;
use crate::page::Page;
use crate::server::{Running, Site};

/// How a visit is made. The default is a laptop and a plain host.
#[derive(Clone, Debug)]
pub struct Setup {
    /// How the site is served.
    pub site: Site,
    /// What the visitor has switched off.
    pub habits: Habits,
    /// Width and height of the window's inside in CSS pixels.
    pub size: (u32, u32),
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Another host, of which pages may hold the map.
    pub other: Option<Site>,
    /// What the browser's driver must be able to do; where it is not, the visit is left out and says so.
    pub needs: Option<Ability>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            site: Site::default(),
            habits: Habits::default(),
            size: (1440, 900),
            ratio: 1.0,
            other: None,
            needs: None,
        }
    }
}

impl Setup {
    /// A window of another size.
    #[must_use]
    pub fn sized(width: u32, height: u32) -> Self {
        Self { size: (width, height), ..Self::default() }
    }

    /// A plain window and another host.
    #[must_use]
    pub fn served(site: Site) -> Self {
        Self { site, ..Self::default() }
    }

    /// A plain window and host, and a page of another host at `/page.html` there.
    #[must_use]
    pub fn held_by(page: impl Into<String>) -> Self {
        Self { other: Some(Site::default().page("/page.html", page)), ..Self::default() }
    }

    /// The same, where the driver can do this.
    #[must_use]
    pub fn needing(self, ability: Ability) -> Self {
        Self { needs: Some(ability), ..self }
    }

    /// Why the engine cannot make the visit.
    fn obstacle(&self, engine: Engine) -> Option<&'static str> {
        let fraction = (self.ratio.fract() != 0.0).then_some(Ability::FractionalPixels);
        let scripts = self.habits.no_scripts.then_some(Ability::ScriptsOff);
        self.needs.into_iter().chain(fraction).chain(scripts).find_map(|ability| engine.lacks(ability))
    }

    /// A visitor who has switched something off.
    #[must_use]
    pub fn with(habits: Habits) -> Self {
        Self { habits, ..Self::default() }
    }
}

/// Does `test` in a browser of its own. Fails where it fails, where the console says an error or a
/// warning that the test did not expect, and where anything was asked of another origin.
pub async fn visit(setup: Setup, test: impl AsyncFnOnce(&Page)) {
    if let Some(why) = setup.obstacle(Engine::chosen()) {
        say_skipped(why);
        return;
    }
    let server = Running::start(&setup.site);
    let other = setup.other.as_ref().map(Running::start);
    let mut own: Vec<String> = vec![server.origin()];
    own.extend(other.as_ref().map(Running::origin));
    let page = Page::new(Browser::for_visit(setup.habits, setup.ratio).await, server, other, setup.habits).await;
    page.resize(setup.size, setup.ratio).await;
    test(&page).await;
    let mut console = page.console().await;
    let expected = page.expected();
    console.retain(|line| !expected.iter().any(|e| line.contains(e.as_str())));
    own.extend(page.also_own());
    let elsewhere = noise::elsewhere(page.browser(), &own).await;
    page.leave().keep();
    assert!(console.is_empty(), "the console says:\n{}", console.join("\n"));
    assert!(elsewhere.is_empty(), "asked of others: {elsewhere:?}");
}
