//! The data of the visit: one mistake at a time in a sound dataset that has it.

mod items;
mod situations;

use super::SOUND;
use huiqi_core::compile::compile;
use huiqi_core::dataset::Dataset;

const VISIT: &str = include_str!("visit.json");

/// The sound dataset with the data of a visit at its end, and these texts replaced, each of which stands there once.
fn changed(changes: &[(&str, &str)]) -> String {
    let (sound, _) = SOUND.rsplit_once("\n}").expect("an object");
    let mut text = format!("{sound},\n{}\n}}\n", VISIT.trim_end());
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "`{from}` does not stand there once");
        text = text.replace(from, to);
    }
    text
}

fn compiled(changes: &[(&str, &str)]) -> Result<Dataset, Vec<String>> {
    compile(&changed(changes)).map_err(|told| told.iter().map(ToString::to_string).collect())
}

fn told(changes: &[(&str, &str)]) -> Vec<String> {
    compiled(changes).err().unwrap_or_default()
}

/// `line:column` of a text that stands there once.
fn place(text: &str, marker: &str) -> String {
    assert_eq!(text.matches(marker).count(), 1, "`{marker}` does not stand there once");
    let before = text.split(marker).next().unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    format!("{}:{}", before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// A test of one mistake: the texts replaced, and all that is told, each at the text that it is told of.
macro_rules! mistake {
    ($name:ident, $($from:expr => $to:expr),+; [$(($marker:expr, $told:expr)),+ $(,)?]) => {
        #[test]
        fn $name() {
            let changes = [$(($from, $to)),+];
            let text = super::changed(&changes);
            let expected = [$(format!("{}: {}", super::place(&text, $marker), $told)),+];
            assert_eq!(super::told(&changes), expected);
        }
    };
}

pub(crate) use mistake;

#[test]
fn what_is_written_is_read() {
    let dataset = compiled(&[]).expect("sound");
    let (visit, at) = (&dataset.visit, |id: &str| dataset.question(id).expect("a question") as u16);
    assert_eq!(visit.trade, Some(at("industry")));
    assert_eq!(visit.common_for, [vec![1], vec![0, 1]]);
    assert_eq!((visit.gate_of(at("kinds"), Some(0)), visit.gate_of(at("kinds"), Some(1))), (Some(0), Some(1)));
    assert_eq!((visit.gate_of(at("staff"), None), visit.gate_of(at("loans"), Some(0))), (None, Some(1)));
    let said: Vec<_> = visit.gates.iter().map(|gate| gate.says.len()).collect();
    assert_eq!(said, [1, 0]);
    let homes: Vec<_> = (0..4).map(|clause| visit.item_of(clause)).collect();
    assert_eq!(homes, [Some(0), Some(1), Some(1), Some(2)]);
    let ids: Vec<&str> = visit.items.iter().map(|item| item.id(&dataset)).collect();
    assert_eq!(ids, ["P01-a", "P01-b", "P01-d"]);
    assert_eq!(visit.items[0].agencies, [0], "that of its clause");
    let renamed = dataset.renamed("kinds.factory").expect("a former id");
    assert_eq!((renamed.question, renamed.part), (at("kinds"), Some(0)));
}

/// `huiqi questions` and the script's `questions()` say which situation opens what.
#[test]
fn the_listing_tells_the_gates() {
    let dataset =
        compiled(&[(r#"{ "id": "plant", "label""#, r#"{ "id": "plant", "feasible": true, "label""#)]).expect("sound");
    let listed = serde_json::to_value(huiqi_core::listing::questions(&dataset)).expect("JSON");
    let gate = |place: &str| listed.pointer(place).and_then(|gate| gate.as_str()).unwrap_or("none");
    assert_eq!((gate("/0/gate"), gate("/1/gate"), gate("/2/gate")), ("none", "none", "plant"));
    assert_eq!((gate("/3/gate"), gate("/3/members/0/gate"), gate("/3/members/1/gate")), ("none", "plant", "loan"));
    assert_eq!((gate("/4/gate"), gate("/4/fields/0/gate")), ("none", "loan"));
    let feasible = |member: usize| listed.pointer(&format!("/3/members/{member}/feasible")).is_some();
    assert_eq!((feasible(0), feasible(1)), (true, false));
}

#[test]
fn it_is_packed_whole() {
    let dataset = compiled(&[]).expect("sound");
    assert_eq!(Dataset::from_bytes(&dataset.to_bytes()).expect("sound bytes"), dataset);
}

/// Of trade the table knows 100; of farming nothing.
#[test]
fn bands_are_the_classes_of_the_trade() {
    let dataset = compiled(&[(
        r#""decimals": 0 },
    { "id": "water_m3""#,
        r#""decimals": 0, "quick": [["0", "9"], ["10", "1000"]] },
    { "id": "water_m3""#,
    )])
    .expect("sound");
    let staff = dataset.question("staff").expect("a question") as u16;
    let bands = |trade| {
        let bands = dataset.bands(staff, trade).into_iter();
        bands.map(|(low, high)| (low.to_string(), high.to_string())).collect::<Vec<_>>()
    };
    let written = |ends: [(&str, &str); 2]| ends.map(|(low, high)| (low.to_owned(), high.to_owned()));
    assert_eq!(bands(Some(0)), written([("0", "99"), ("100", "1000")]));
    assert_eq!(bands(Some(1)), written([("0", "9"), ("10", "1000")]));
    assert_eq!(bands(None), bands(Some(1)));
    assert_eq!((dataset.measures(0), dataset.measures(1)), (vec![staff], vec![]));
}

/// One gate and one topic more than there can be.
#[test]
fn limits_are_told() {
    let many = |one: &dyn Fn(usize) -> String| (0..254).map(one).collect::<String>();
    let topics = many(&|at| format!(r#"{{ "id": "t{at}", "name": "题" }}, "#));
    let gates =
        many(&|at| format!(r#"{{ "id": "g{at}", "text": "有", "help": "是", "chapter": "章", "asks": [] }}, "#));
    for (at, more, expected) in [
        (r#""topics": ["#, topics, "at most 255 topics, and here are 256; split the list in two"),
        ("\"gates\": [\n", gates, "at most 255 gates, and here are 256; split the list in two"),
    ] {
        let found = told(&[(at, &[at, &more].concat())]);
        assert!(matches!(found.as_slice(), [told] if told.ends_with(expected)), "{:?}", found.last());
    }
}
