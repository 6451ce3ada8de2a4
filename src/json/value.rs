//! A JSON value, and the members of an object.

/// A value of JSON text.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, finite.
    Number(f64),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Self>),
    /// An object.
    Object(Map),
}

impl Value {
    /// The member `key` of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }

    /// Takes the member `key` out of an object, and leaves `null` in its place.
    pub fn take(&mut self, key: &str) -> Option<Self> {
        let Self::Object(Map(members)) = self else { return None };
        members.iter_mut().rev().find(|(known, _)| known == key).map(|(_, value)| std::mem::take(value))
    }

    /// The text of a text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The number of a number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The number of a whole number below 2⁵³ in size: of larger ones a double does not tell all apart
    /// (RFC 7493, 2.2).
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "checked to be whole and within ±2⁵³")]
    pub fn as_i64(&self) -> Option<i64> {
        let number = self.as_f64()?;
        let whole = number as i64;
        #[allow(clippy::cast_precision_loss, reason = "a number that is changed on the way is refused")]
        let same = whole as f64 == number;
        (same && number.abs() < 9_007_199_254_740_992.0).then_some(whole)
    }

    /// The items of a list.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// The members of an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Map> {
        if let Self::Object(map) = self { Some(map) } else { None }
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether it is a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

/// The members of an object in the order of the text. Where a key stands twice, the later member counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map(Vec<(String, Value)>);

impl Map {
    /// No members.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The member `key`. The objects of a map's data have some twenty members: looking at each is quickest.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    /// The members, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Puts a member at the end.
    pub fn push(&mut self, key: String, value: Value) {
        self.0.push((key, value));
    }
}

impl IntoIterator for Map {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
