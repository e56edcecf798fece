//! The picture beside the title.

use palimpsest_story::{MediaKind, Picture};
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::{Folder, Shown, SourceFile};
use crate::picture_files::{absent, is_whole};

/// What the front matter says about the picture.
pub(crate) struct RawPoster {
    pub picture: Option<Spanned<String>>,
    /// The words under it, which are read elsewhere.
    pub caption: Option<Spanned<String>>,
    pub description: Option<Spanned<String>>,
    pub credit: Option<Spanned<String>>,
}

impl RawPoster {
    /// Resolves the picture. Reports one that is not a file of a supported kind beside `article.md`, that cannot be shown, or
    /// that lacks a description, and words about a picture that is not there.
    pub(crate) fn resolve(self, folder: &Folder, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Picture> {
        let Self { picture, caption, description, credit } = self;
        let Some(picture) = picture else {
            let fields = [("caption", caption), ("picture_description", description), ("picture_credit", credit)];
            let fields = fields.into_iter().filter_map(|(name, field)| Some((name, field?)));
            for (name, field) in fields.filter(|(_, field)| !field.get_ref().trim().is_empty()) {
                let message = format!("`{name}` is about a picture, and there is no `picture`");
                let place = file.id.at(field.span());
                // The page prints a caption even so, but nothing else that belongs to a picture.
                let problem = match name {
                    "caption" => Diagnostic::warning(place, message),
                    _ => Diagnostic::error(place, message),
                };
                problems.push(problem.help("name its file, as in picture = \"poster.svg\", or remove this line"));
            }
            return None;
        };
        let address = picture.get_ref();
        let place = file.id.at(picture.span());
        let is_known = MediaKind::of(address) == Some(MediaKind::Picture);
        if !is_known || !folder.has(address) || address.contains(['/', '\\']) {
            let help = "the picture must be an SVG, PNG, JPEG, WebP or AVIF file beside article.md, with an aspect ratio of 4 to 5";
            problems.push(absent(folder, address, place, help));
            return None;
        }
        if !is_whole(folder, address, Shown::Whole, &place, problems) {
            return None;
        }
        let description = description.map(Spanned::into_inner);
        let Some(description) = description.filter(|description| !description.trim().is_empty()) else {
            problems.push(
                Diagnostic::error(place, "the picture has no description")
                    .help("say what it shows, for those who do not see it: picture_description = \"…\""),
            );
            return None;
        };
        let credit = credit.map(Spanned::into_inner).unwrap_or_default();
        Some(Picture { address: address.clone(), description, credit })
    }
}
