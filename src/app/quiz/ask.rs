//! Which questions there are.

use super::Question;
use super::chance::Chance;
use crate::app::{SelKind, Selection};
use crate::cable::{Atlas, Confidence, Fact, Gazetteer, Landing, Status, System};
use crate::i18n::{Msg, Words};
use crate::network::chokepoints;
use crate::sheet::status_message;

/// What is asked, in turn.
const KINDS: [fn(&Data<'_>, &mut Chance) -> Option<Question>; 6] = [status, landing, length, strait, year, find_cable];

/// Answers to choose from.
const CHOICES: usize = 4;
/// Wrong lengths are these parts of the right one.
const FACTORS: [f64; 5] = [0.35, 0.6, 1.5, 1.9, 2.6];
/// How often chance is asked again before a kind of question is left out.
const TRIES: usize = 40;

/// What questions are made of.
struct Data<'a> {
    atlas: &'a Atlas,
    gazetteer: &'a Gazetteer,
    words: &'a Words<'a>,
    lang: &'a str,
}

/// `count` questions in a language, or as many as the data has. The same seed gives the same ones.
#[must_use]
pub fn questions(atlas: &Atlas, gazetteer: &Gazetteer, words: &Words<'_>, seed: u32, count: usize) -> Vec<Question> {
    let data = Data { atlas, gazetteer, words, lang: words.catalogue.code() };
    let mut chance = Chance::new(seed);
    let mut out: Vec<Question> = Vec::new();
    for i in 0..count * 2 {
        if out.len() == count {
            break;
        }
        let kind = KINDS[i % KINDS.len()];
        let found =
            (0..TRIES).find_map(|_| kind(&data, &mut chance).filter(|q| out.iter().all(|o| o.about != q.about)));
        out.extend(found);
    }
    out
}

/// Choices, and which of them is right.
type Answers = (Vec<String>, usize);

fn pick<'a, T>(all: &'a [T], chance: &mut Chance) -> Option<&'a T> {
    all.get(chance.below(all.len()))
}

/// A question with the right answer among wrong ones, mixed.
fn choose(right: &str, wrong: Vec<String>, chance: &mut Chance) -> Option<Answers> {
    let mut choices = vec![right.to_owned()];
    for one in wrong {
        if choices.len() < CHOICES && !choices.contains(&one) {
            choices.push(one);
        }
    }
    chance.mix(&mut choices);
    let place = choices.iter().position(|c| c == right)?;
    (choices.len() > 2).then_some((choices, place))
}

fn sure<T>(fact: &Fact<T>) -> Option<&T> {
    fact.value().filter(|_| fact.shown.confidence != Confidence::C && !fact.shown.sources.is_empty())
}

fn status_name(words: &Words<'_>, status: Status) -> String {
    words.text(status_message(status)).to_owned()
}

impl Data<'_> {
    fn system(&self, chance: &mut Chance) -> Option<&System> {
        pick(&self.atlas.systems, chance).filter(|s| s.status.value() != Some(&Status::Terrestrial))
    }

    fn name<'a>(&self, system: &'a System) -> &'a str {
        system.name.get(self.lang)
    }

    fn because(&self, answer: &str, system: &System) -> String {
        self.words.with(Msg::QuizBecause, &[("name", self.name(system)), ("answer", answer)])
    }

    fn place(&self, landing: &Landing) -> String {
        let country = self.words.country(&landing.country);
        self.words.with(Msg::NameIn, &[("name", landing.name.get(self.lang)), ("country", &country)])
    }
}

fn question(prompt: String, because: String, sources: Vec<String>, answers: Answers, about: Selection) -> Question {
    let (choices, right) = answers;
    Question { prompt, because, sources, choices, right, target: None, about }
}

/// The question when what it is about may also be pointed at on the map.
fn to_find(question: Question) -> Question {
    Question { target: Some(question.about.clone()), ..question }
}

fn about(system: &System) -> Selection {
    Selection::new(SelKind::Cable, system.id.clone())
}

fn status(data: &Data<'_>, chance: &mut Chance) -> Option<Question> {
    // Every other time one of the systems that the map is about.
    let northern = |s: &&System| s.file.starts_with("routes/") || s.file.starts_with("arctic/");
    let all: Vec<&System> = data.atlas.systems.iter().filter(northern).collect();
    let system = *pick(&all, chance)?;
    let value = *sure(&system.status)?;
    let right = status_name(data.words, value);
    let mut others =
        vec![Status::InService, Status::UnderConstruction, Status::Proposed, Status::Suspended, Status::Retired];
    chance.mix(&mut others);
    let wrong = others.into_iter().map(|s| status_name(data.words, s)).collect();
    let answers = choose(&right, wrong, chance)?;
    let prompt = data.words.with(Msg::QuizStatus, &[("name", data.name(system))]);
    Some(question(prompt, data.because(&right, system), system.status.shown.sources.clone(), answers, about(system)))
}

fn length(data: &Data<'_>, chance: &mut Chance) -> Option<Question> {
    let system = data.system(chance)?;
    let fact = system.length_km.as_ref()?;
    let km = *sure(fact)?;
    let step = if km > 2000.0 { 100.0 } else { 10.0 };
    let right = data.words.km(km);
    let mut factors = FACTORS.to_vec();
    chance.mix(&mut factors);
    let wrong = factors.into_iter().map(|f| data.words.km((km * f / step).round() * step)).collect();
    let answers = choose(&right, wrong, chance)?;
    let prompt = data.words.with(Msg::QuizLength, &[("name", data.name(system))]);
    Some(question(prompt, data.because(&right, system), fact.shown.sources.clone(), answers, about(system)))
}

fn in_service(system: &System) -> bool {
    system.status.value() == Some(&Status::InService)
}

fn rfs_year(system: &System) -> Option<i32> {
    system.rfs.as_ref()?.value()?.get(..4)?.parse().ok()
}

fn year(data: &Data<'_>, chance: &mut Chance) -> Option<Question> {
    let system = data.system(chance).filter(|s| in_service(s))?;
    let fact = system.rfs.as_ref()?;
    sure(fact)?;
    let year = rfs_year(system)?;
    let newest = data.atlas.systems.iter().filter(|s| in_service(s)).filter_map(rfs_year).max()?;
    let mut steps = vec![-9, -6, -4, 3, 5, 8];
    chance.mix(&mut steps);
    // What is in service is not from the future.
    let wrong = steps.into_iter().map(|by| year + by).filter(|y| *y <= newest).map(|y| y.to_string()).collect();
    let right = year.to_string();
    let answers = choose(&right, wrong, chance)?;
    let prompt = data.words.with(Msg::QuizYear, &[("name", data.name(system))]);
    Some(question(prompt, data.because(&right, system), fact.shown.sources.clone(), answers, about(system)))
}

/// A landing has to be found, or its country named.
fn landing(data: &Data<'_>, chance: &mut Chance) -> Option<Question> {
    let landing = pick(&data.atlas.landings, chance)?;
    let at_sea = |s: &&System| s.status.value() != Some(&Status::Terrestrial) && !s.sources.is_empty();
    let systems: Vec<&System> = data.atlas.systems_at(&landing.id).into_iter().filter(at_sea).collect();
    let system = *pick(&systems, chance)?;
    let name = landing.name.get(data.lang);
    let right = data.words.country(&landing.country);
    let mut others = Vec::new();
    for _ in 0..CHOICES * 4 {
        others.push(data.words.country(&pick(&data.atlas.landings, chance)?.country));
    }
    let answers = choose(&right, others, chance)?;
    let because = [data.place(landing), data.name(system).to_owned()];
    let prompt = data.words.with(Msg::QuizLanding, &[("name", name)]);
    Some(to_find(question(
        prompt,
        data.words.with(Msg::QuizLandingBecause, &[("name", &because[0]), ("cable", &because[1])]),
        system.sources.clone(),
        answers,
        Selection::new(SelKind::Landing, landing.id.clone()),
    )))
}

/// A chokepoint has to be found, or a cable named that passes it.
fn strait(data: &Data<'_>, chance: &mut Chance) -> Option<Question> {
    let chokepoint = pick(&data.gazetteer.chokepoints, chance).filter(|c| !c.sources.is_empty())?;
    let through = chokepoints::through(data.atlas, chokepoint);
    let passes =
        |system: &System| through.iter().any(|id| data.atlas.segment(id).is_some_and(|s| s.system == system.id));
    let systems: Vec<&System> = data.atlas.systems.iter().filter(|s| passes(s)).collect();
    let system = *pick(&systems, chance)?;
    let mut others = Vec::new();
    for _ in 0..CHOICES * 4 {
        others.extend(data.system(chance).filter(|s| !passes(s)).map(|s| data.name(s).to_owned()));
    }
    let answers = choose(data.name(system), others, chance)?;
    let name = chokepoint.name.get(data.lang);
    let prompt = data.words.with(Msg::QuizStrait, &[("name", name)]);
    Some(to_find(question(
        prompt,
        data.words.with(Msg::QuizStraitBecause, &[("name", data.name(system)), ("place", name)]),
        chokepoint.sources.clone(),
        answers,
        Selection::new(SelKind::Chokepoint, chokepoint.id.clone()),
    )))
}

/// A cable has to be found, or one of its landings named.
fn find_cable(data: &Data<'_>, chance: &mut Chance) -> Option<Question> {
    let system = data.system(chance).filter(|s| !s.sources.is_empty())?;
    let own = data.atlas.landings_of(&system.id);
    let landing = *pick(&own, chance)?;
    let mut others = Vec::new();
    for _ in 0..CHOICES * 4 {
        let other = pick(&data.atlas.landings, chance)?;
        others.extend(own.iter().all(|l| l.id != other.id).then(|| data.place(other)));
    }
    let right = data.place(landing);
    let answers = choose(&right, others, chance)?;
    let prompt = data.words.with(Msg::QuizCable, &[("name", data.name(system))]);
    Some(to_find(question(
        prompt,
        data.words.with(Msg::QuizLandingBecause, &[("name", &right), ("cable", data.name(system))]),
        system.sources.clone(),
        answers,
        about(system),
    )))
}
