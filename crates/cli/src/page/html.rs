//! Writing HTML: everything that comes from the dataset goes through [`text`].

/// Text as it stands in an element or in a quoted attribute.
pub fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for character in raw.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
    out
}

/// One entry of a description list; nothing where there is nothing to say.
pub fn entry(name: &str, html: &str) -> String {
    if html.is_empty() {
        return String::new();
    }
    format!("<div><dt>{name}</dt><dd>{html}</dd></div>\n")
}

/// A list; nothing for no items.
pub fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: String = items.into_iter().map(|item| format!("<li>{item}</li>")).collect();
    if items.is_empty() {
        return items;
    }
    format!("<ul>{items}</ul>")
}

/// Opened by a tap, without a script, and open in print and where there is no style: `<details>` would stay shut on paper.
/// `id` is unique on the page; `name` says what it opens to who does not see where it stands.
pub fn more(id: &str, words: &str, name: &str, html: &str) -> String {
    if html.is_empty() {
        return String::new();
    }
    format!(
        "<input class=\"opens\" type=\"checkbox\" id=\"more-{0}\"><label for=\"more-{0}\">{1}<span class=\"unseen\">：{2}</span></label>\n<div class=\"more\">\n{html}</div>\n",
        text(id),
        text(words),
        text(name)
    )
}

/// A link to a place of this page.
pub fn link(id: &str, words: &str) -> String {
    format!("<a href=\"#{}\">{}</a>", text(id), text(words))
}

#[cfg(test)]
mod tests {
    use super::{link, text};

    #[test]
    fn nothing_of_the_dataset_becomes_markup() {
        assert_eq!(text("<b a=\"1\" b='2'>&</b>"), "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;&lt;/b&gt;");
        assert_eq!(link("\"><script>", "<i>"), "<a href=\"#&quot;&gt;&lt;script&gt;\">&lt;i&gt;</a>");
    }
}
