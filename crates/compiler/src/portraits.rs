//! Portraits: a drawing or a photograph of a person, in the folder `portraits`, under the person's id.

use palimpsest_story::Portrait;
use toml::Spanned;

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::files::Shown;
use crate::picture_files::is_whole;

/// The extension of a drawing, in lowercase.
const DRAWING: &str = "svg";
/// The extensions of photographs, in lowercase.
const PHOTOGRAPHS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];
/// The default focus of a photograph, in thousandths of its width and height. Faces are in the upper half of most pictures.
const FOCUS: [u16; 2] = [500, 350];

/// What an entry says about its portrait.
pub(crate) struct Said<'a> {
    /// The id of the person.
    pub id: &'a Spanned<String>,
    /// The name, for messages.
    pub name: &'a str,
    pub credit: Option<&'a Spanned<String>>,
    pub focus: Option<&'a Spanned<[f64; 2]>>,
}

/// Returns the extension of a file, in lower case.
fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// Reports whether a file has the extension of a drawing or a photograph.
pub(crate) fn is_portrait(name: &str) -> bool {
    ending(name) == DRAWING || PHOTOGRAPHS.contains(&ending(name).as_str())
}

/// Returns the portrait of a person, if the folder has one. Reports a second portrait, files that cannot be portraits, a
/// photograph without a credit, a credit without a portrait, and a focus without a photograph.
pub(crate) fn portrait(said: &Said, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Portrait> {
    let Context { folder, file, .. } = *context;
    let place = file.id.at(said.id.span());
    let (portraits, others): (Vec<&str>, Vec<&str>) =
        folder.named(&format!("portraits/{}.", said.id.get_ref())).partition(|name| is_portrait(name));
    for other in others {
        problems.push(
            Diagnostic::warning(place.clone(), format!("\"{other}\" is no kind of file that a portrait can be"))
                .help("save a photograph as JPEG, PNG or WebP; a drawing is SVG"),
        );
    }
    if let [first, second, ..] = portraits[..] {
        let message = format!("\"{}\" has two portraits, \"{first}\" and \"{second}\"", said.name);
        problems.push(Diagnostic::error(place.clone(), message).help("keep one of them in the folder"));
    }
    let portrait = portraits.first().copied();
    let is_photograph = portrait.is_some_and(|name| ending(name) != DRAWING);
    let credit = said.credit.map(|credit| credit.get_ref().trim()).filter(|credit| !credit.is_empty());
    if let (None, Some(credit)) = (portrait, said.credit) {
        problems.push(
            Diagnostic::warning(file.id.at(credit.span()), format!("there is no portrait of \"{}\"", said.name)).help(
                format!("put one into the folder, as in portraits/{}.jpg, or remove its credit", said.id.get_ref()),
            ),
        );
    }
    if let (false, Some(focus)) = (is_photograph, said.focus) {
        problems.push(
            Diagnostic::warning(file.id.at(focus.span()), format!("there is no photograph of \"{}\"", said.name))
                .help("only photographs are cut to the frame: remove `portrait_focus`"),
        );
    }
    if is_photograph && credit.is_none() {
        problems.push(
            Diagnostic::warning(
                said.credit.map_or(place, |credit| file.id.at(credit.span())),
                format!("the photograph \"{}\" has no credit", portrait.unwrap_or_default()),
            )
            .help("say who made it and under what license, as in portrait_credit = \"A. Holm, CC BY 4.0\""),
        );
    }
    if let Some(portrait) = portrait {
        is_whole(folder, portrait, Shown::Portrait, &file.id.at(said.id.span()), problems);
    }
    let focus = said.focus.and_then(|focus| point(focus, context, problems)).unwrap_or(FOCUS);
    Some(Portrait { address: portrait?.to_owned(), credit: credit.unwrap_or_default().to_owned(), focus })
}

/// Converts a point of a picture to thousandths. Reports one that lies outside of the picture.
fn point(given: &Spanned<[f64; 2]>, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<[u16; 2]> {
    if given.get_ref().iter().any(|length| !(0.0..=1.0).contains(length)) {
        problems.push(Diagnostic::error(context.file.id.at(given.span()), "this point is not in the picture").help(
            "write two numbers from 0 to 1: how far it is from the left, and how far from the top, as in [0.5, 0.3]",
        ));
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked")]
    Some(given.get_ref().map(|length| (length * 1000.0).round() as u16))
}
