//! A small page for each person, event and note. Services that make link previews drop the fragment of an address, so all
//! links into the page would have the same preview. Each of these pages has its own title and description, and redirects to
//! the entry immediately, without scripts, and independently of where the site is hosted.

use anyhow::Result;
use palimpsest_contract::entry_page;
use palimpsest_render::Summary;
use palimpsest_story::Story;
use palimpsest_words::{Words, direction};

use crate::head::{escaped, robots};
use crate::preview::Previews;
use crate::site::Site;

/// The longest description, in bytes.
const LONGEST: usize = 300;

/// Writes the pages.
pub(crate) fn add(site: &mut Site, story: &Story, words: &Words, previews: &Previews) -> Result<()> {
    for summary in palimpsest_render::summaries(story, words)? {
        site.write(&entry_page(&summary.id), page(&summary, story, previews))?;
    }
    Ok(())
}

fn page(summary: &Summary, story: &Story, previews: &Previews) -> String {
    let Summary { id, title, text } = summary;
    let description = shortened(text);
    let page = entry_page(id);
    let mut head = format!(
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri \
         'none'; form-action 'none'\">\n<title>{} – {}</title>\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n",
        escaped(title),
        escaped(&story.article.title)
    );
    if let Some(address) = &story.publication.address {
        head.extend(["<link rel=\"canonical\" href=\"", &escaped(&format!("{address}{page}")), "\">\n"]);
    }
    let description_of = ("name", "description", description.as_str().into());
    let robots = robots(story).map(|content| ("name", "robots", content.into()));
    let named = [description_of].into_iter().chain(robots);
    for (key, name, content) in named.chain(previews.properties(title, &description, &page)) {
        head.extend(["<meta ", key, "=\"", name, "\" content=\"", &escaped(&content), "\">\n"]);
    }
    let place = format!("../#{id}");
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n{head}<meta http-equiv=\"refresh\" content=\"0; \
         url={place}\">\n</head>\n<body>\n<p><a href=\"{place}\">{}</a></p>\n<p>{}</p>\n</body>\n</html>\n",
        escaped(&story.language),
        direction(&story.language),
        escaped(title),
        escaped(text)
    )
}

/// Shortens a text to at most [`LONGEST`] bytes, cut between words, and adds an ellipsis if it was cut.
fn shortened(text: &str) -> String {
    if text.len() <= LONGEST {
        return text.to_owned();
    }
    let start = &text[..text.floor_char_boundary(LONGEST)];
    let words = start.rsplit_once(' ').map_or(start, |(words, _)| words);
    format!("{} …", words.trim_end_matches(|last: char| !last.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_cut_between_words() {
        assert_eq!(shortened("Short."), "Short.");
        let long = "Élan, vital; ".repeat(30);
        let cut = shortened(&long);
        assert!(
            cut.len() <= LONGEST + " …".len() && cut.ends_with(" …") && long.starts_with(&cut[..cut.len() - 4]),
            "{cut}"
        );
        assert!(shortened(&"é".repeat(400)).len() <= LONGEST + " …".len());
    }
}
