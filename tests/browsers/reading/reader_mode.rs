//! Reader modes show all of the author's words in order, and nothing else. Mozilla's Readability, on which Firefox's reader
//! mode is built, reads the page in each engine.

use std::fs;

use serde_json::{Value, json};

use super::words::{authors_words, folded};
use crate::engine::{Engine, Setup, program};
use crate::page::Page;
use crate::site::{Program, Site};
use palimpsest_tests::{built, story};

journeys!(shows_the_article_and_nothing_else, shows_it_without_the_program);

/// What a reader may have done before they choose the reader mode.
const STATES: [(&str, &str); 5] = [
    ("0", "true"),
    ("$(\"a.mention[href='#stalin']\").click()", "cardShown()"),
    ("$(\"[data-command='open all']\").click()", "allOpen()"),
    (
        "$(\"#kamenev [data-command='follow here']\").click()",
        "$('#article [data-followed]') && !$('.following').hidden",
    ),
    ("$('.search-field').click()", "$('#search_panel').open"),
];

async fn shows_the_article_and_nothing_else(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    for (does, state) in STATES {
        page.evaluate(does).await;
        page.until(&format!("!!({state})")).await;
        page.settle().await;
        // Complaints here would come from the reader mode: the policy reports the styles in its copy.
        reads(&page).await;
    }
}

async fn shows_it_without_the_program(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Missing).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;
    page.until("document.readyState === 'complete'").await;
    page.assert("!root.hasAttribute('data-live')").await;
    reads(&page).await;
    page.evaluate("$$('details').forEach(details => details.open = true)").await;
    reads(&page).await;
}

/// Title and byline are fields of their own, and the text is the author's, part by part. What counts as a part is up to the
/// reader mode, which only needs to keep the words of two parts separate.
async fn reads(page: &Page) {
    let readability = fs::read_to_string(program("PALIMPSEST_READABILITY")).unwrap();
    let run = "
        const options = { serializer: article => article };
        const { title, byline, content: article, lang } = new Readability(document.cloneNode(true), options).parse();
        const parts = [...article.querySelectorAll('h1, h2, h3, p, figcaption, li, summary, button')];
        return { title, byline, lang, text: article.textContent, parts: parts.map(part => part.textContent),
            labels: [...article.querySelectorAll('a')].some(link => link.textContent.trim() === '' && link.title) };";
    let read = page.client.execute(&(readability + run), Vec::new()).await.unwrap();
    let story = story();
    let words = authors_words(&story);
    let fields = json!([read["title"], read["byline"], read["lang"]]);
    assert_eq!(fields, json!([story.article.title, story.article.authors[0].name(), "en-US"]), "{:?}", page.engine);
    let parts: Vec<String> = read["parts"].as_array().unwrap().iter().map(text).collect();
    assert_eq!(parts, words, "{:?}", page.engine);
    // And there is no text outside those parts.
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(letters(&text(&read["text"])), letters(&words.concat()), "{:?}", page.engine);
    assert_eq!(read["labels"], false, "{:?}: what has no words shows a title", page.engine);
}

fn text(value: &Value) -> String {
    folded(value.as_str().unwrap())
}
