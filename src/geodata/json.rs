//! Bytes → JSON, with the fault named by line and column.

use super::{Code, Problem};
use crate::json::{self, Fault, Value};

/// The largest file that is read.
pub const MAX_BYTES: usize = 32 << 20;

/// The JSON of `bytes`. A byte-order mark is allowed.
///
/// # Errors
/// The problem that says where the file stops being JSON.
pub fn parse(file: &str, bytes: &[u8]) -> Result<Value, Problem> {
    let problem = |code, a: usize, b: usize| Problem::of_file(file, code, &[&a.to_string(), &b.to_string()]);
    if bytes.len() > MAX_BYTES {
        return Err(problem(Code::TooLarge, bytes.len(), MAX_BYTES));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::of_file(file, Code::EmptyFile, &[]));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let (line, column) = line_and_column(&bytes[..e.valid_up_to()]);
        problem(Code::NotUtf8, line, column)
    })?;
    json::parse(text).map_err(|e| {
        let code = match e.fault {
            Fault::TooDeep => Code::TooDeep,
            Fault::NumberTooLarge => Code::NumberTooLarge,
            Fault::Truncated => Code::Truncated,
            Fault::Syntax => Code::NotJson,
        };
        problem(code, e.line, e.column)
    })
}

/// Where the next byte after `before` stands, both counted from 1.
fn line_and_column(before: &[u8]) -> (usize, usize) {
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|b| **b != b'\n').count() + 1;
    (line, column)
}

/// What a value is, for messages: as JSON writes it, which is the same in every language.
#[must_use]
pub fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true / false",
        Value::Number(_) => "123",
        Value::String(_) => "“…”",
        Value::Array(_) => "[…]",
        Value::Object(_) => "{…}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> (Code, Vec<String>) {
        parse("f", bytes).map_or_else(|p| (p.code, p.args), |v| panic!("{v:?}"))
    }

    #[test]
    fn each_fault_has_its_code_and_place() {
        let at = |l: &str, c: &str| vec![l.to_owned(), c.to_owned()];
        assert_eq!(code(b"").0, Code::EmptyFile);
        assert_eq!(code(b" \n").0, Code::EmptyFile);
        assert_eq!(code(b"{\n \"a\": NaN}"), (Code::NotJson, at("2", "7")));
        assert_eq!(code(b"[1e999]").0, Code::NumberTooLarge);
        assert_eq!(code(b"{\"a\":").0, Code::Truncated);
        assert_eq!(code(b"[\n\"\xFF\"]"), (Code::NotUtf8, at("2", "2")));
        assert_eq!(code("[".repeat(5000).as_bytes()).0, Code::TooDeep);
        assert_eq!(code(&vec![b' '; MAX_BYTES + 1]).0, Code::TooLarge);
    }

    #[test]
    fn byte_order_mark_is_no_fault() {
        assert!(parse("f", b"\xEF\xBB\xBF{}").is_ok());
    }
}
