//! The few HTML tags that the article may have within a line.

use palimpsest_story::Mark;

/// An inline HTML tag.
pub(crate) enum Html {
    Begin(Mark),
    /// A closing tag, by name.
    End(String),
    Break,
}

/// Returns the meaning of an HTML tag, or `None` if the article may not contain it.
pub(crate) fn html_mark(tag: &str) -> Option<Html> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?.trim_end().to_ascii_lowercase();
    let names = ["em", "i", "strong", "b", "s", "del", "code", "sup", "sub", "span"];
    if let Some(name) = inner.strip_prefix('/') {
        return names.contains(&name).then(|| Html::End(name.to_owned()));
    }
    Some(match inner.trim_end_matches('/').trim_end() {
        "br" => Html::Break,
        "em" | "i" => Html::Begin(Mark::Stress),
        "strong" | "b" => Html::Begin(Mark::Strong),
        "s" | "del" => Html::Begin(Mark::Struck),
        "code" => Html::Begin(Mark::Code),
        "sup" => Html::Begin(Mark::Superscript),
        "sub" => Html::Begin(Mark::Subscript),
        "span class=\"smallcaps\"" => Html::Begin(Mark::SmallCapitals),
        _ => return None,
    })
}
