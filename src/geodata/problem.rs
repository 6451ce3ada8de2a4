//! What is wrong with a file: a level, a code, the place, and the words to fill the message.

use std::fmt;

/// How much a problem costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The file or the feature was left out.
    Error,
    /// The data was mended or kept; the reader should know.
    Warning,
}

impl Level {
    /// `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $level:ident $text:literal $message:literal;)*) => {
        #[allow(clippy::doc_markdown, reason = "the messages are for readers of the map")]
        /// What kind of problem it is. Each has a stable name and an English message.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code {
            $(#[doc = $message] $name,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable name, as in `problem-<code>` of the message catalogues.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The English message; `{0}`, `{1}`, `{2}` stand for the arguments.
            #[must_use]
            pub const fn message_en(self) -> &'static str {
                match self { $(Self::$name => $message,)* }
            }

            /// Whether the data was lost or kept.
            #[must_use]
            pub const fn level(self) -> Level {
                match self { $(Self::$name => Level::$level,)* }
            }
        }
    };
}

codes! {
    UnavailableFile Error "unavailable-file" "The file could not be loaded: {0}.";
    EmptyFile Error "empty-file" "The file is empty.";
    TooLarge Error "too-large" "The file has {0} bytes; the limit is {1}.";
    NotUtf8 Error "not-utf8" "The file is not UTF-8 text: the fault is at line {0}, column {1}.";
    NotJson Error "not-json" "The file is not JSON: the fault is at line {0}, column {1}.";
    Truncated Error "truncated" "The file ends before its JSON is complete, at line {0}, column {1}.";
    NumberTooLarge Error "number-too-large" "A number is too large at line {0}, column {1}.";
    TooDeep Error "too-deep" "The JSON is nested too deeply at line {0}, column {1}.";
    NotGeoJson Error "not-geojson" "This is JSON but not GeoJSON: the type is {0}, not FeatureCollection, Feature or a geometry.";
    NotAFeature Error "not-a-feature" "This member of the collection is not a GeoJSON feature.";
    UnknownGeometry Error "unknown-geometry" "“{0}” is not a geometry type of GeoJSON.";
    WrongGeometry Error "wrong-geometry" "The geometry is {0}; here it must be {1}.";
    BadCoordinates Error "bad-coordinates" "The coordinates are not nested as the geometry type wants, or not numbers.";
    OutOfRange Error "out-of-range" "The position {0}, {1} is outside longitude −180…180 and latitude −90…90.";
    TooManyPositions Error "too-many-positions" "The file has more than {0} positions, which is the limit; this feature and what follows it are left out.";
    TooFewPositions Error "too-few-positions" "There are {0} different positions where at least {1} are needed.";
    EmptyRing Error "empty-ring" "The ring has no positions.";
    UnclosedRing Warning "unclosed-ring" "The ring does not end where it began; it was closed.";
    RingWinding Warning "ring-winding" "The ring runs the wrong way round; it was turned.";
    BrokenLine Error "broken-line" "The parts of the line do not join: part {0} does not begin where the part before it ends.";
    MissingProperty Error "missing-property" "This property is required.";
    WrongType Error "wrong-type" "The value is {1}; it must be {0}.";
    EmptyText Error "empty-text" "The text is empty.";
    UnknownProperty Warning "unknown-property" "No such property is known here; it was ignored.";
    UnknownKind Error "unknown-kind" "“{0}” is not a kind of feature: {1}.";
    UnknownStatus Error "unknown-status" "“{0}” is not a status: {1}.";
    UnknownUnit Error "unknown-unit" "“{0}” is not a unit for this value: {1}.";
    UnknownConfidence Error "unknown-confidence" "“{0}” is not a confidence: {1}.";
    UnknownValue Error "unknown-value" "“{0}” is not one of: {1}.";
    BadId Error "bad-id" "“{0}” cannot be an id: small letters a–z, digits, and - . / only.";
    BadDate Error "bad-date" "“{0}” is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD.";
    BadUrl Error "bad-url" "“{0}” is not an http or https address.";
    BadPath Error "bad-path" "“{0}” is not a relative path inside the data folder.";
    NumberOutOfRange Error "number-out-of-range" "{0} is outside {1}…{2}.";
    FactWithoutSource Error "fact-without-source" "The fact names no source, no derivation of its own, and is not marked as unsourced.";
    ClaimWithoutSource Error "claim-without-source" "The claim names no source.";
    NullWithoutNote Error "null-without-note" "The value is null and no note says why.";
    DuplicateId Error "duplicate-id" "The id “{0}” is already taken; this one was left out.";
    UnknownSource Error "unknown-source" "There is no source “{0}”.";
    UnknownThing Warning "unknown-thing" "There is no “{0}” on this map.";
    UnknownSystem Error "unknown-system" "There is no system “{0}”.";
    UnknownNode Error "unknown-node" "There is no landing or branching unit “{0}”.";
    EndNotAtNode Error "end-not-at-node" "The line ends {0} km from “{1}”; at most {2} km is allowed.";
    NoSegments Warning "no-segments" "The system has no segment, so it is not drawn.";
    NoRoute Error "no-route" "No chain of this system's segments joins “{0}” and “{1}”.";
    LandingUnused Warning "landing-unused" "No segment ends here.";
    NotPacked Error "not-packed" "The file is not packed map data.";
    PackedVersion Error "packed-version" "The packed file has version {0}; this program reads version {1}.";
    PackedTruncated Error "packed-truncated" "The packed file ends too early.";
    PackedCorrupt Error "packed-corrupt" "The packed file contradicts itself at byte {0}.";
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether something was left out.
    pub level: Level,
    /// What kind of problem it is.
    pub code: Code,
    /// The file.
    pub file: String,
    /// The id of the feature, or `#n`, its number from 1, where it has none.
    pub feature: Option<String>,
    /// The path of the property, such as `length_km.claims[1].unit`.
    pub property: Option<String>,
    /// What fills `{0}`, `{1}`, … of the message.
    pub args: Vec<String>,
}

impl Problem {
    /// A problem of a whole file.
    #[must_use]
    pub fn of_file(file: &str, code: Code, args: &[&str]) -> Self {
        Self {
            level: code.level(),
            code,
            file: file.to_owned(),
            feature: None,
            property: None,
            args: args.iter().map(|&a| a.to_owned()).collect(),
        }
    }

    /// The message in English with its arguments filled in, without the place.
    #[must_use]
    pub fn message(&self) -> String {
        fill(self.code.message_en(), &self.args)
    }
}

/// Puts `args` in place of `{0}`, `{1}`, … of a template.
#[must_use]
pub fn fill(template: &str, args: &[String]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let digits = &rest[open + 1..];
        match digits.find('}').and_then(|close| Some((close, digits[..close].parse::<usize>().ok()?))) {
            Some((close, n)) => {
                out.push_str(args.get(n).map_or("", String::as_str));
                rest = &digits[close + 1..];
            }
            None => {
                out.push('{');
                rest = digits;
            }
        }
    }
    out.push_str(rest);
    out
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(feature) = &self.feature {
            f.write_str(", feature ")?;
            f.write_str(feature)?;
        }
        if let Some(property) = &self.property {
            f.write_str(", property ")?;
            f.write_str(property)?;
        }
        f.write_str(": ")?;
        f.write_str(&self.message())
    }
}

impl std::error::Error for Problem {}

/// Collects the problems of one file while it is read.
#[derive(Debug)]
pub struct Report {
    /// The file being read.
    pub file: String,
    /// The feature being read.
    pub feature: Option<String>,
    /// What was found so far.
    pub problems: Vec<Problem>,
}

impl Report {
    /// An empty report about `file`.
    #[must_use]
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), feature: None, problems: Vec::new() }
    }

    /// Notes a problem at `property` (empty: of the feature or the file as a whole).
    pub fn add(&mut self, code: Code, property: &str, args: &[&str]) {
        let mut problem = Problem::of_file(&self.file, code, args);
        problem.feature.clone_from(&self.feature);
        problem.property = (!property.is_empty()).then(|| property.to_owned());
        self.problems.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_distinct_kebab_names_and_messages_that_are_sentences() {
        let mut seen = std::collections::HashSet::new();
        for code in Code::ALL {
            let name = code.as_str();
            assert!(seen.insert(name), "{name} twice");
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{name}");
            assert!(code.message_en().ends_with('.'), "{name}");
        }
    }

    #[test]
    fn display_names_file_feature_and_property() {
        let mut report = Report::new("cables.geojson");
        report.feature = Some("x".into());
        report.add(Code::UnknownUnit, "length_km.unit", &["miles", "km"]);
        assert_eq!(
            report.problems[0].to_string(),
            "cables.geojson, feature x, property length_km.unit: “miles” is not a unit for this value: km."
        );
    }

    #[test]
    fn fill_keeps_braces_that_are_no_argument() {
        assert_eq!(fill("a {0} {x} {9} {", &["{0}".into()]), "a {0} {x}  {");
    }
}
