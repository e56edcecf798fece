//! A slide of `TimelineJS`: an event, the title or an era. JSON files and tables have the same slides.

use palimpsest_compiler::rules;
use palimpsest_words::{Words, languages};
use serde_json::json;

use super::date::{self, Moment};
use super::html::Html;
use crate::draft::{Draft, Event, Further, Phase, Work};
use crate::text::Markdown;

/// A slide as read from the file. Its texts may contain HTML.
#[derive(Clone, Debug, Default)]
pub(super) struct Slide {
    /// The position in the file, as in `events[3]` or `row 5`.
    pub(super) at: String,
    pub(super) key: Option<String>,
    /// The start. A date that could not be read is already left over. Without a start, the event becomes a comment.
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    pub(super) display: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) text: Option<String>,
    pub(super) media: Option<Media>,
    pub(super) group: Option<String>,
}

/// A picture, a film or a page beside a slide.
#[derive(Clone, Debug, Default)]
pub(super) struct Media {
    pub(super) at: String,
    pub(super) url: String,
    /// The caption, which is HTML, like the credit.
    pub(super) caption: Option<String>,
    pub(super) credit: Option<String>,
    pub(super) alt: Option<String>,
    /// The address of a page about the media.
    pub(super) link: Option<String>,
}

/// Detects the language of slides: the one in which most of their dates and labels are written. `None` if no text reveals
/// it.
pub(super) fn language<'a>(slides: impl Iterator<Item = &'a Slide> + Clone) -> Option<&'static str> {
    // The labels do not tell the forms of dates apart that one language has in several countries.
    let score = |language: &&'static str| {
        let Ok(words) = Words::load(language) else { return (0, 0) };
        let is_dated = |slide: &&Slide| {
            let display = slide.display.as_deref().filter(|display| display.contains(char::is_alphabetic));
            slide.start.zip(display).is_some_and(|(start, display)| {
                date::read(start, slide.end, Some(&Html::plain(display)), &words).is_whole
            })
        };
        let is_labeled = |slide: &&Slide| {
            let group = slide.group.as_deref().unwrap_or_default();
            ["export-in-article", "export-context"].iter().any(|key| words.text(key) == group)
        };
        let dated = slides.clone().filter(is_dated).count();
        (slides.clone().filter(|slide| is_dated(slide) || is_labeled(slide)).count(), dated)
    };
    // If several languages are tied, the last wins. That is English, because many people use it besides their own language.
    let others = languages().filter(|language| *language != "en").chain([date::AMERICAN, "en"]);
    let scored = others.map(|language| (score(&language), language));
    scored.max_by_key(|(score, _)| *score).filter(|((told, _), _)| *told > 0).map(|(_, language)| language)
}

impl Slide {
    /// Adds the slide to the draft as an event. `words` is the catalog of the draft's language.
    pub(super) fn event(self, draft: &mut Draft, words: &Words) {
        let title = self.headline.as_deref().map(Html::plain).unwrap_or_default();
        let name = if title.is_empty() { self.at.clone() } else { title.clone() };
        let mut paragraphs = self.paragraphs(draft, &name);
        paragraphs.extend(self.media(draft, &name));
        let mut event = Event { key: self.key.clone().unwrap_or_else(|| self.at.clone()), title, ..Event::default() };
        (event.summary, event.text) = summarized(paragraphs);
        if let Some(start) = self.start {
            let display = self.display.as_deref().map(Html::plain);
            let range = |end: &Moment| rules::date(&format!("{}/{}", start.edtf(), end.edtf()), words);
            let wrong = self.end.as_ref().and_then(|end| Some((end.edtf(), range(end).err()?)));
            let end = self.end.filter(|_| wrong.is_none());
            if let Some((end, wrong)) = wrong {
                draft.leave(format!("{}, end date", self.at), end, format!("{wrong}: write the date in EDTF"));
            }
            let reading = date::read(start, end, display.as_deref(), words);
            if let Some(display) = display.filter(|_| !reading.is_whole) {
                event.comments.push(format!("TODO the date was shown as: {display}"));
                let why = format!("the date of \"{name}\" is {}; write what these words say in EDTF", reading.edtf);
                draft.leave(format!("{}, display date", self.at), display, why);
            }
            event.date = Some(reading.edtf);
        } else if let Some(display) = &self.display {
            let display = Html::plain(display);
            event.comments.push(format!("TODO the date was shown as: {display}"));
            let why = format!("\"{name}\" has these words and no date: write in EDTF what they say");
            draft.leave(format!("{}, display date", self.at), display, why);
        }
        match self.group.as_deref().map(Html::plain).filter(|group| !group.is_empty()) {
            Some(group) if group == words.text("export-in-article") => event.told = true,
            Some(group) if group != words.text("export-context") => {
                event.comments.push(format!("It was in the group: {group}"));
                draft.leave(
                    format!("{}, group", self.at),
                    group,
                    "events in a story have no groups; a comment on the event names it",
                );
            }
            _ => {}
        }
        draft.events.push(event);
    }

    /// Adds the slide to the draft as the title and the text of its article.
    pub(super) fn title(self, draft: &mut Draft) {
        let title = self.headline.as_deref().map(Html::read).unwrap_or_default();
        let title: Vec<_> = title.paragraphs.iter().map(Markdown::as_str).collect();
        let name = if title.is_empty() { self.at.clone() } else { title.join(" ") };
        draft.article.title = Some(Markdown::written(title.join(" "))).filter(|title| !title.is_empty());
        // The text that a page exports here is its own address.
        let address = self.text.as_deref().map(Html::plain).unwrap_or_default();
        let is_address =
            address.starts_with("https://") && address.ends_with('/') && !address.contains(char::is_whitespace);
        let mut paragraphs = if is_address { Vec::new() } else { self.paragraphs(draft, &name) };
        draft.address = is_address.then_some(address).or(draft.address.take());
        paragraphs.extend(self.media(draft, &name));
        let body: Vec<_> = paragraphs.iter().map(Markdown::as_str).collect();
        draft.article.body = body.join("\n\n");
        if let Some(start) = self.start {
            let ends = [Some(start), self.end].into_iter().flatten().map(Moment::edtf).collect::<Vec<_>>();
            draft.leave(format!("{}, date", self.at), ends.join("/"), "the title of a story has no date of its own");
        }
        for (what, text) in [("display date", self.display), ("group", self.group)] {
            if let Some(text) = text {
                draft.leave(format!("{}, {what}", self.at), text, "the title of a story has none");
            }
        }
    }

    /// Adds the slide to the draft as a phase.
    pub(super) fn era(self, draft: &mut Draft) {
        let name = self.headline.as_deref().map(Html::plain).unwrap_or_default();
        match (self.start, self.end) {
            (Some(start), Some(end)) if !name.is_empty() => {
                let phase = Phase { name, from: start.edtf(), until: end.edtf(), at: self.at.clone() };
                draft.phases.push(phase);
            }
            (start, end) => {
                let ends = [start, end].into_iter().flatten().map(Moment::edtf).collect::<Vec<_>>();
                draft.leave(&self.at, format!("{name} {}", ends.join("/")), "an era needs a name, a start and an end");
            }
        }
        let media = self.media.map(|media| format!("{} {}", media.url, media.caption.unwrap_or_default()));
        for (what, text) in
            [("text", self.text), ("display date", self.display), ("group", self.group), ("media", media)]
        {
            if let Some(text) = text {
                draft.leave(format!("{}, {what}", self.at), text, "a phase has a name and two ends, and nothing else");
            }
        }
    }

    fn paragraphs(&self, draft: &mut Draft, name: &str) -> Vec<Markdown> {
        let Some(text) = &self.text else { return Vec::new() };
        let html = Html::read(text);
        for (url, words) in &html.links {
            let why = if words.is_empty() || words == url {
                format!("Linked from “{name}”.")
            } else {
                format!("Linked from “{name}” as “{words}”.")
            };
            let title = if words.is_empty() { url } else { words };
            refer(draft, &format!("{}, link in the text", self.at), url, title, why);
        }
        if !html.lost.is_empty() {
            let lost: Vec<_> = html.lost.iter().map(String::as_str).collect();
            draft.leave(
                format!("{}, text", self.at),
                lost.join(" "),
                "a statement has only paragraphs and emphasis; the words are kept",
            );
        }
        html.paragraphs
    }

    /// Adds the media to the works for further reading. Returns the paragraphs if the media are a quotation, which is text
    /// instead.
    fn media(&self, draft: &mut Draft, name: &str) -> Vec<Markdown> {
        let Some(media) = &self.media else { return Vec::new() };
        let mut paragraphs = Vec::new();
        let mut links: Vec<(String, String)> = Vec::new();
        let plain = |text: &Option<String>| text.as_deref().map(Html::plain).filter(|text| !text.is_empty());
        let (caption, credit) = (plain(&media.caption), plain(&media.credit));
        let about = [&caption, &credit, &media.alt].into_iter().flatten();
        let about: Vec<String> = about.map(|text| format!(" {}", stopped(text))).collect();
        if media.url.starts_with('<') {
            let html = Html::read(&media.url);
            paragraphs.extend(html.paragraphs);
            links.extend(html.links.into_iter().map(|(url, _)| (url, String::new())));
        } else {
            links.push((media.url.clone(), String::new()));
        }
        links.extend(media.link.clone().map(|link| (link, format!("Page about the media of “{name}”."))));
        for text in [&media.caption, &media.credit].into_iter().flatten() {
            let found = Html::read(text).links.into_iter();
            links.extend(found.map(|(url, words)| (url, format!("Linked as “{words}” from the media of “{name}”."))));
        }
        for (url, why) in links {
            let why = if why.is_empty() { format!("Media of “{name}”.{}", about.concat()) } else { why };
            let title = caption.as_deref().or(media.alt.as_deref()).unwrap_or(&url).to_owned();
            refer(draft, &media.at, &url, &title, why);
        }
        if !paragraphs.is_empty() && !about.is_empty() {
            draft.leave(
                &media.at,
                about.concat().trim(),
                "it stood beside a quotation, which is a paragraph of the event",
            );
        }
        paragraphs
    }
}

/// Splits paragraphs into the summary and the others. A single long paragraph is split after its first sentence.
pub(super) fn summarized(mut paragraphs: Vec<Markdown>) -> (Option<Markdown>, Vec<Markdown>) {
    if paragraphs.is_empty() {
        return (None, Vec::new());
    }
    let rest = paragraphs.split_off(1);
    let first = paragraphs.remove(0);
    let text = first.as_str();
    // A sentence does not end within emphasis, or after an initial.
    let end = text.match_indices(". ").map(|(at, _)| at + 1).find(|at| {
        let (before, after) = text.split_at(*at);
        *at > 40
            && before.matches('*').count() % 2 == 0
            && after.trim_start().starts_with(char::is_uppercase)
            && before.trim_end_matches('.').chars().rev().take_while(|letter| letter.is_alphanumeric()).count() > 2
    });
    match end {
        Some(end) if rest.is_empty() => {
            let (summary, more) = text.split_at(end);
            (Some(Markdown::written(summary.trim())), vec![Markdown::written(more.trim())])
        }
        _ => (Some(first), rest),
    }
}

/// Adds an address to the works for further reading, which no statement relies on.
pub(super) fn refer(draft: &mut Draft, at: &str, url: &str, title: &str, why: String) {
    let url = url.trim();
    let is_sound = (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(char::is_whitespace);
    if !is_sound {
        draft.leave(
            at,
            format!("{url}\n{title}\n{why}"),
            "only what has an address that begins with https:// or http:// can be a source",
        );
        return;
    }
    if let Some(further) = draft.further.iter_mut().find(|further| further.work == url) {
        further.why = format!("{} {why}", further.why);
        return;
    }
    let fields = json!({ "id": url, "type": kind(url), "title": title, "URL": url });
    let work: Work = fields.as_object().cloned().unwrap_or_default();
    draft.works.push(work);
    draft.further.push(Further { work: url.to_owned(), why });
}

/// Returns the CSL type of a resource, according to its address.
fn kind(url: &str) -> &'static str {
    let lower = url.to_ascii_lowercase();
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    let ends = |ends: &[&str]| ends.iter().any(|end| path.ends_with(end));
    let has = |hosts: &[&str]| hosts.iter().any(|host| lower.contains(host));
    if ends(&[".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".tif", ".tiff"])
        || has(&["flickr.com", "instagram.com"])
    {
        "graphic"
    } else if ends(&[".mp4", ".webm", ".mov", ".ogv"])
        || has(&["youtube.com", "youtu.be", "vimeo.com", "dailymotion.com"])
    {
        "motion_picture"
    } else if ends(&[".mp3", ".ogg", ".wav", ".m4a"]) || has(&["soundcloud.com", "spotify.com"]) {
        "song"
    } else if has(&["google.com/maps", "openstreetmap.org"]) {
        "map"
    } else {
        "webpage"
    }
}

fn stopped(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}
