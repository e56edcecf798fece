//! `TimelineJS` 3 as JSON.

use serde_json::Value;

use super::date::Moment;
use super::json::{self, Object};
use super::slide::{self, Media, Slide};
use super::works;
use crate::draft::Draft;
use crate::error::Error;

/// Reads a timeline: title, events and eras.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Draft, Error> {
    let value = json::parse(name, bytes)?;
    let help = "TimelineJS 3 writes an object with the lists \"events\" and \"eras\" and the object \"title\"";
    let fields = value.as_object().ok_or_else(|| Error::new(name, "this is not an object", help))?;
    if !fields.get("events").is_some_and(Value::is_array) {
        return Err(Error::new(name, "there is no list of events", help).at("events"));
    }
    let mut draft = Draft::of(name);
    let mut file = Object::new(fields, "");
    if let Some(title) = file.object("title") {
        read_slide(title, &mut draft).title(&mut draft);
    }
    let events = file.objects("events", &mut draft);
    let slides: Vec<Slide> = events.into_iter().map(|event| read_slide(event, &mut draft)).collect();
    draft.language = slide::language(slides.iter()).map(str::to_owned);
    let words = works::words(&draft);
    for slide in slides {
        slide.event(&mut draft, &words);
    }
    for era in file.objects("eras", &mut draft) {
        read_slide(era, &mut draft).era(&mut draft);
    }
    // `human` is the default of TimelineJS.
    if let Some(scale) = file.text("scale").filter(|scale| scale != "human") {
        draft.leave("scale", scale, "a story has one scale, of years from -999999 to 999999");
    }
    file.finish(&mut draft);
    Ok(draft)
}

fn read_slide(mut from: Object, draft: &mut Draft) -> Slide {
    let mut slide = Slide { at: from.at.clone(), key: from.text("unique_id"), ..Slide::default() };
    // Each of the two dates may have its own text, which is used if the slide has none.
    let (start, first) = moment(&mut from, "start_date", draft);
    let (end, last) = moment(&mut from, "end_date", draft);
    (slide.start, slide.end) = (start, end);
    let of_dates: Vec<String> = [first, last].into_iter().flatten().collect();
    slide.display = from.text("display_date").or_else(|| Some(of_dates.join(" – ")).filter(|words| !words.is_empty()));
    if let Some(mut text) = from.object("text") {
        (slide.headline, slide.text) = (text.text("headline"), text.text("text"));
        text.finish(draft);
    }
    if let Some(media) = from.object("media") {
        slide.media = self::media(media, draft);
    }
    slide.group = from.text("group");
    // This option turns addresses in the text into links; the page never does.
    from.flag("autolink");
    from.finish(draft);
    slide
}

/// Reads a date and its text.
fn moment(from: &mut Object, field: &'static str, draft: &mut Draft) -> (Option<Moment>, Option<String>) {
    let Some(mut date) = from.object(field) else { return (None, None) };
    let [year, month, day, display] = ["year", "month", "day", "display_date"].map(|part| date.text(part));
    let time: Vec<String> = ["hour", "minute", "second", "millisecond"]
        .into_iter()
        .filter_map(|part| Some(format!("{part} {}", date.text(part)?)))
        .collect();
    if !time.is_empty() {
        draft.leave(&date.at, time.join(", "), "dates in a story have no time of day");
    }
    let moment = Moment::of(year.as_deref(), month.as_deref(), day.as_deref());
    if let Err(wrong) = &moment {
        let parts = [("year", &year), ("month", &month), ("day", &day)];
        let parts = parts.iter().filter_map(|(part, text)| Some(format!("{part} {}", text.as_deref()?)));
        draft.leave(&date.at, parts.collect::<Vec<_>>().join(", "), format!("{wrong}: write the date in EDTF"));
    }
    date.finish(draft);
    (moment.ok(), display)
}

fn media(mut from: Object, draft: &mut Draft) -> Option<Media> {
    let at = from.at.clone();
    let [url, caption, credit, alt, title, link] =
        ["url", "caption", "credit", "alt", "title", "link"].map(|field| from.text(field));
    if let Some(thumbnail) = from.text("thumbnail") {
        draft.leave(from.place("thumbnail"), thumbnail, "a page loads no pictures from other sites");
    }
    // Readers decide for themselves how a link opens.
    from.text("link_target");
    from.finish(draft);
    if let Some(url) = url {
        return Some(Media { at, url, caption, credit, alt: alt.or(title), link });
    }
    let about: Vec<String> = [caption, credit, alt, title, link].into_iter().flatten().collect();
    if !about.is_empty() {
        draft.leave(at, about.join("\n"), "the media have no address");
    }
    None
}
