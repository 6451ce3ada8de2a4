//! The words of a sheet, as plain data: whoever has them can have a sheet.

/// Every word of a sheet, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetText {
    /// BCP 47 tag of the language.
    pub lang: String,
    /// The title.
    pub title: String,
    /// What stands below the title; may be empty.
    pub subtitle: String,
    /// What is to be seen, for those who do not see it.
    pub desc: String,
    /// Heading of the legend.
    pub legend_heading: String,
    /// Heading of scale, north and projection.
    pub scale_heading: String,
    /// The projection, its middle, and where scale and north are true: a paragraph each.
    pub projection: Vec<String>,
    /// A length, with `{value}` for the number: "{value} km".
    pub length: String,
    /// Heading of the notes.
    pub notes_heading: String,
    /// What "proposed", "indicative" and "modelled" mean here: a paragraph each.
    pub notes: Vec<String>,
    /// Heading of the credits.
    pub credits_heading: String,
    /// Whom to thank for what is shown: a paragraph each.
    pub credits: Vec<String>,
    /// Heading of the citation.
    pub citation_heading: String,
    /// How to cite the view, without its link.
    pub citation: String,
    /// Date, and the versions of map and data.
    pub dated: String,
    /// The link of the view; may be empty.
    pub link: String,
}
