//! `article.md`.

use std::fmt::Write as _;

use palimpsest_story::{Author, CalendarDay};

use super::{Writer, line, toml};
use crate::text::escaped;

const FILE: &str = "article.md";

impl Writer<'_> {
    pub(super) fn article(&mut self) -> String {
        let today = self.today;
        let article = &self.draft.article;
        let mut text = String::from("+++\n");
        for comment in &article.comments {
            text += &toml::comment(comment);
        }
        let title = article.title.as_ref().map(line).filter(|title| !title.is_empty()).unwrap_or_else(|| {
            text += &self.todo(FILE, "the title of the article");
            escaped(&format!("Draft from {}", self.draft.origin))
        });
        let _ = writeln!(text, "title = {}", toml::quoted(&title));
        let nobody = [Author::Body("Unknown author".to_owned())];
        let authors = if article.authors.is_empty() {
            text += &self.todo(FILE, "who wrote the article");
            &nobody[..]
        } else {
            &article.authors
        };
        let list: Vec<String> = authors.iter().map(author).collect();
        let _ = writeln!(text, "authors = [{}]", list.join(", "));
        let day = article.date.clone().unwrap_or_else(|| {
            text += &self.todo(FILE, "the day on which the article was published; this is the day of the import");
            iso(today)
        });
        let _ = writeln!(text, "date = {}", toml::quoted(&day));
        let byline = article.byline.as_ref().map(line).filter(|byline| !byline.is_empty());
        let byline = byline.unwrap_or_else(|| {
            text += &self.todo(FILE, "the line under the title, word for word");
            let names: Vec<String> = authors.iter().map(|author| escaped(&author.name())).collect();
            names.join(", ")
        });
        let _ = writeln!(text, "byline = {}", toml::quoted(&byline));
        if let Some(standfirst) = &article.standfirst {
            let _ = writeln!(text, "standfirst = {}", toml::quoted(standfirst.as_str()));
        }
        let caption = article.caption.as_ref().map(line).filter(|caption| !caption.is_empty());
        if let Some(caption) = caption {
            text += &self
                .todo(FILE, "the picture beside the title, with its description; then remove the # before its caption");
            let _ = writeln!(text, "# caption = {}", toml::quoted(&caption));
        }
        text.push_str("+++\n\n");
        if article.body.trim().is_empty() {
            self.todo(FILE, "the text of the article, word for word");
            text.push_str("TODO: the text of the article goes here, word for word.\n");
        } else {
            text.push_str(article.body.trim_matches('\n'));
            text.push('\n');
        }
        text
    }
}

fn author(author: &Author) -> String {
    match author {
        Author::Body(name) => toml::plain(name),
        Author::Person { given: Some(given), family } => {
            format!("{{ given = {}, family = {} }}", toml::plain(given), toml::plain(family))
        }
        Author::Person { given: None, family } => format!("{{ family = {} }}", toml::plain(family)),
    }
}

fn iso(CalendarDay { year, month, day }: CalendarDay) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}
