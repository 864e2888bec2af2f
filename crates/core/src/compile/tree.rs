//! JSON as a tree whose every value knows its place in the text.

use jsonc_parser::ast::Value;
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{parse_to_ast, CollectOptions, ParseOptions};

/// Bytes of the text, from `start` up to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl From<Range> for Span {
    fn from(range: Range) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Tree {
    pub span: Span,
    pub value: Json,
}

impl Tree {
    /// The value of a property, of an object that has it.
    pub fn property(&self, key: &str) -> Option<&Json> {
        self.child(key).map(|child| &child.value)
    }

    /// The same with its place.
    pub fn child(&self, key: &str) -> Option<&Self> {
        let Json::Object(entries) = &self.value else { return None };
        entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }
}

/// A JSON value.
#[derive(Clone, Debug)]
pub enum Json {
    Null,
    Bool(bool),
    /// As written.
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<Entry>),
}

/// One property of an object.
#[derive(Clone, Debug)]
pub struct Entry {
    pub key: String,
    pub key_span: Span,
    pub value: Tree,
}

/// Brackets within brackets; the dataset needs 10, and a parser that calls itself must stop somewhere.
const DEEPEST: usize = 32;

/// Where brackets nest too deep.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    text.bytes().position(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

/// Parses strict JSON.
pub fn parse(text: &str) -> Result<Tree, (Span, String)> {
    if let Some(place) = too_deep(text) {
        return Err((Span { start: place, end: place }, format!("brackets nest deeper than {DEEPEST}")));
    }
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict)
        .map_err(|error| (error.range().into(), error.kind().to_string().to_lowercase()))?;
    parsed.value.map(convert).ok_or((Span { start: 0, end: 0 }, "the file is empty".to_owned()))
}

fn convert(value: Value<'_>) -> Tree {
    let span = value.range().into();
    let value = match value {
        Value::NullKeyword(_) => Json::Null,
        Value::BooleanLit(literal) => Json::Bool(literal.value),
        Value::NumberLit(literal) => Json::Number(literal.value.to_owned()),
        Value::StringLit(literal) => Json::Text(literal.value.into_owned()),
        Value::Array(array) => Json::List(array.elements.into_iter().map(convert).collect()),
        Value::Object(object) => Json::Object(
            object
                .properties
                .into_iter()
                .map(|property| Entry {
                    key_span: property.name.range().into(),
                    key: property.name.into_string(),
                    value: convert(property.value),
                })
                .collect(),
        ),
    };
    Tree { span, value }
}

/// The place in the file of byte `offset` of a JSON text whose literal begins at `start`: escapes are longer in the file.
pub fn place_in_text(text: &str, start: usize, offset: usize) -> usize {
    let mut place = start + 1;
    let mut read = 0;
    while read < offset {
        let Some(rest) = text.get(place..) else { break };
        let mut characters = rest.chars();
        match characters.next() {
            Some('\\') if rest.as_bytes().get(1) == Some(&b'u') => {
                place += 6;
                read += escaped(rest.get(2..6).unwrap_or(""));
            }
            Some('\\') => {
                place += 2;
                read += 1;
            }
            Some(character) => {
                place += character.len_utf8();
                read += character.len_utf8();
            }
            None => break,
        }
    }
    place
}

/// Bytes of the character of a `\u` escape; that of a pair counts with its first half.
fn escaped(digits: &str) -> usize {
    match u32::from_str_radix(digits, 16) {
        Ok(0xD800..=0xDBFF) => 4,
        Ok(0xDC00..=0xDFFF) => 0,
        Ok(code) => char::from_u32(code).map_or(1, char::len_utf8),
        Err(_) => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, place_in_text};

    #[test]
    fn only_strict_json_is_read() {
        for text in ["", "{a: 1}", "[1,]", "{\"a\": 1 \"b\": 2}", "// x\n1", "'a'", "{\"a\": 0x1}"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn places_count_escapes() {
        let text = r#"{"when": "\"水\" in set"}"#;
        let start = text.find(r#""\""#).unwrap();
        assert_eq!(&text[place_in_text(text, start, 1)..][..3], "水");
        assert_eq!(&text[place_in_text(text, start, 6)..][..2], "in");
        let text = r#""\u6c34 \ud83d\udca7 x""#;
        assert_eq!(&text[place_in_text(text, 0, 9)..], "x\"");
    }
}
