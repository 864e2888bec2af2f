//! More than the compiled form can count: told with its place, never wrapped.

use super::told;

/// What is told with so many entries more than the one (of `present`) that stands there.
fn told_with(before: &str, entry: &dyn Fn(usize) -> String, more: usize) -> Vec<String> {
    let entries: String = (0..more).map(entry).collect();
    let all = told(&[(before, &format!("{before}{entries}"))]);
    all.into_iter().filter(|line| line.contains("at most")).collect()
}

/// A list is within its limit, and told one entry beyond it.
fn ends_at(before: &str, entry: &dyn Fn(usize) -> String, present: usize, most: usize, what: &str) {
    assert_eq!(told_with(before, entry, most - present), Vec::<String>::new(), "{what}");
    let found = told_with(before, entry, most + 1 - present);
    let expected = format!("at most {most} {what}, and here are {}; split the list in two", most + 1);
    assert!(found.len() == 1 && found[0].ends_with(&expected), "{found:#?}");
}

#[test]
fn what_is_counted_with_eight_bits_ends_at_255() {
    let named = |index: usize| format!("\"x{index}\": {{}},");
    let item = |_: usize| "{},".to_owned();
    ends_at("\"agencies\": { ", &|index| format!("\"x{index}\": \"局\","), 1, 255, "offices");
    ends_at("\"sections\": [", &item, 1, 255, "sections");
    ends_at("\"events\": { ", &named, 1, 255, "events");
    ends_at("\"fields\": [", &item, 2, 255, "fields in a row");
    ends_at("\"questions\": [", &|_| "{\"fields\": []},".to_owned(), 1, 255, "groups of rows");
    ends_at("\"later\": [", &item, 1, 255, "later changes of a clause");
    for (inner, what) in [(false, "reading groups"), (true, "readings")] {
        let said = |many: usize| {
            let entries: Vec<String> = (0..many).map(|index| format!("\"x{index}\": {{}}")).collect();
            let entries = format!("{{ {} }}", entries.join(","));
            let groups = if inner { format!("{{ \"g\": {{ \"readings\": {entries} }} }}") } else { entries };
            let all = told(&[("\"reading_groups\": {}", &format!("\"reading_groups\": {groups}"))]);
            all.into_iter().filter(|line| line.contains("at most")).collect::<Vec<_>>()
        };
        assert_eq!(said(255), Vec::<String>::new());
        assert!(said(256)[0].ends_with(&format!("at most 255 {what}, and here are 256; split the list in two")));
    }
}

#[test]
fn what_is_counted_with_sixteen_bits_ends_at_65535() {
    let item = |_: usize| "{},".to_owned();
    ends_at("\"policies\": [", &item, 1, 65_535, "policies");
    ends_at("\"clauses\": [\n        ", &item, 5, 65_535, "clauses");
    // 10 answers stand there; each of these counts for 17.
    let members = vec!["{}"; 17].join(",");
    let set = |_: usize| format!("{{\"members\": [{members}]}},");
    let found = told_with("\"questions\": [", &set, 3_855);
    let what = "at most 65535 answers, members and fields of rows counted one by one, and here are 65545";
    assert!(found.len() == 1 && found[0].contains(what), "{found:#?}");
    assert_eq!(told_with("\"questions\": [", &set, 3_854), Vec::<String>::new());
}

#[test]
fn the_three_hundredth_policy_is_none_other() {
    // Its clauses once became those of an earlier policy, or none at all.
    let policies: String = (0..300)
        .map(|index| {
            format!(
                "{{\"id\":\"Z{index}\",\"title\":\"政策\",\"document\":\"《文》\",\"category\":\"类\",\"audience\":\"企业\",\"agencies\":[],\"clauses\":[\
                 {{\"id\":\"Z{index}-a\",\"type\":\"Q\",\"strength\":\"支持\",\"title\":\"权利\",\"text\":\"支持。\",\"period\":{{\"trigger\":\"use\",\"open\":true}},\"line\":1}}]}},"
            )
        })
        .collect();
    let text = super::changed(&[("\"policies\": [", &format!("\"policies\": [{policies}"))]);
    let dataset = huiqi_core::compile::compile(&text).expect("a dataset");
    let clause = dataset.clauses.iter().find(|clause| clause.id == "Z299-a").expect("the last one");
    assert_eq!(dataset.policies[usize::from(clause.policy)].id, "Z299");
}
