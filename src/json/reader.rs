//! Text → value, by RFC 8259 to the letter.

use super::{Map, Value};
use crate::decimal;
use std::fmt;

/// How deep lists and objects may nest: text of nothing but brackets must not use up the stack.
pub const MAX_DEPTH: u8 = 127;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It ends where more must follow.
    Truncated,
    /// What stands there may not stand there.
    Syntax,
    /// Lists and objects nest deeper than [`MAX_DEPTH`].
    TooDeep,
    /// A number is beyond what a double holds, or within some units in the last place of it.
    NumberTooLarge,
}

/// A fault and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    /// What is wrong.
    pub fault: Fault,
    /// The line, from 1.
    pub line: usize,
    /// The byte in the line, from 1; 0 for a text that ends at the start of a line.
    pub column: usize,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.fault {
            Fault::Truncated => "the text ends too early",
            Fault::Syntax => "no JSON",
            Fault::TooDeep => "nested too deep",
            Fault::NumberTooLarge => "number too large",
        };
        let (line, column) = (self.line.to_string(), self.column.to_string());
        f.write_str(&[what, " at line ", &line, " column ", &column].concat())
    }
}

/// The value that `text` writes. White space may stand around it, and nothing else; a byte-order
/// mark is not white space.
///
/// # Errors
/// The first fault, and where it is.
pub fn parse(text: &str) -> Result<Value, Error> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    reader.whole().map_err(|fault| {
        let before = text.as_bytes().get(..=reader.at).unwrap_or(text.as_bytes());
        let line = before.iter().filter(|b| **b == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|b| **b != b'\n').count();
        Error { fault, line, column }
    })
}

type Read<T> = Result<T, Fault>;

/// A text, and the byte that is read next; at a fault, the byte that is at fault.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

impl Reader<'_> {
    fn whole(&mut self) -> Read<Value> {
        let value = self.value()?;
        if self.token().is_ok() { Err(Fault::Syntax) } else { Ok(value) }
    }

    /// The next byte.
    fn peek(&self) -> Read<u8> {
        self.text.as_bytes().get(self.at).copied().ok_or(Fault::Truncated)
    }

    /// The next byte after white space.
    fn token(&mut self) -> Read<u8> {
        while let Ok(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Passes over bytes that must stand here.
    fn expect(&mut self, bytes: &[u8]) -> Read<()> {
        for byte in bytes {
            if self.peek()? != *byte {
                return Err(Fault::Syntax);
            }
            self.at += 1;
        }
        Ok(())
    }

    /// Passes over a byte that may stand here.
    fn pass(&mut self, allowed: &[u8]) -> bool {
        let found = self.peek().is_ok_and(|byte| allowed.contains(&byte));
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Read<Value> {
        match self.token()? {
            b'n' => self.expect(b"null").map(|()| Value::Null),
            b't' => self.expect(b"true").map(|()| Value::Bool(true)),
            b'f' => self.expect(b"false").map(|()| Value::Bool(false)),
            b'"' => self.string().map(Value::String),
            open @ (b'[' | b'{') => {
                if self.depth == MAX_DEPTH {
                    return Err(Fault::TooDeep);
                }
                self.depth += 1;
                self.at += 1;
                let value = if open == b'[' { self.array() } else { self.object() };
                self.depth -= 1;
                value
            }
            b'-' | b'0'..=b'9' => self.number().map(Value::Number),
            _ => Err(Fault::Syntax),
        }
    }

    fn array(&mut self) -> Read<Value> {
        let mut items = Vec::new();
        if self.token()? != b']' {
            items.push(self.value()?);
            while self.another(b']')? {
                items.push(self.value()?);
            }
        }
        self.at += 1;
        Ok(Value::Array(items))
    }

    fn object(&mut self) -> Read<Value> {
        let mut members = Map::new();
        if self.token()? != b'}' {
            self.member(&mut members)?;
            while self.another(b'}')? {
                self.member(&mut members)?;
            }
        }
        self.at += 1;
        Ok(Value::Object(members))
    }

    fn member(&mut self, members: &mut Map) -> Read<()> {
        if self.token()? != b'"' {
            return Err(Fault::Syntax);
        }
        let key = self.string()?;
        self.token()?;
        self.expect(b":")?;
        members.push(key, self.value()?);
        Ok(())
    }

    /// Whether a comma announces one more, or `close` ends the row.
    fn another(&mut self, close: u8) -> Read<bool> {
        match self.token()? {
            b',' => {
                self.at += 1;
                Ok(true)
            }
            byte if byte == close => Ok(false),
            _ => Err(Fault::Syntax),
        }
    }

    fn number(&mut self) -> Read<f64> {
        let start = self.at;
        self.pass(b"-");
        // No digit follows a leading zero: it would be one too many where a comma or the end must stand.
        if !self.pass(b"0") {
            self.digits()?;
        }
        if self.pass(b".") {
            self.digits()?;
        }
        if self.pass(b"eE") {
            self.pass(b"+-");
            self.digits()?;
        }
        let number = self.text.get(start..self.at).and_then(decimal::read).filter(|n| n.is_finite());
        if number.is_none() {
            self.at -= 1;
        }
        number.ok_or(Fault::NumberTooLarge)
    }

    /// One digit or more.
    fn digits(&mut self) -> Read<()> {
        if !self.peek()?.is_ascii_digit() {
            return Err(Fault::Syntax);
        }
        while self.peek().is_ok_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    fn string(&mut self) -> Read<String> {
        let mut out = String::new();
        self.at += 1;
        let mut start = self.at;
        loop {
            let byte = self.peek()?;
            match byte {
                b'"' | b'\\' => out.push_str(self.text.get(start..self.at).unwrap_or_default()),
                0..=0x1F => return Err(Fault::Syntax),
                _ => {}
            }
            self.at += 1;
            if byte == b'"' {
                return Ok(out);
            }
            if byte == b'\\' {
                out.push(self.escape()?);
                self.at += 1;
                start = self.at;
            }
        }
    }

    /// The character that an escape writes; stops at the escape's last byte.
    fn escape(&mut self) -> Read<char> {
        Ok(match self.peek()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.hex()?;
                // A character beyond U+FFFF is written as a pair of surrogates, high before low.
                if (0xD800..0xDC00).contains(&code) {
                    self.at += 1;
                    self.expect(b"\\")?;
                    if self.peek()? != b'u' {
                        return Err(Fault::Syntax);
                    }
                    let low = self.hex()?;
                    if !(0xDC00..0xE000).contains(&low) {
                        return Err(Fault::Syntax);
                    }
                    code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                }
                char::from_u32(code).ok_or(Fault::Syntax)?
            }
            _ => return Err(Fault::Syntax),
        })
    }

    /// The four hexadecimal digits after this byte; stops at the last.
    fn hex(&mut self) -> Read<u32> {
        let mut code = 0;
        let Some(four) = self.text.as_bytes().get(self.at + 1..self.at + 5) else {
            self.at = self.text.len();
            return Err(Fault::Truncated);
        };
        self.at += 4;
        for byte in four {
            code = code * 16 + char::from(*byte).to_digit(16).ok_or(Fault::Syntax)?;
        }
        Ok(code)
    }
}
