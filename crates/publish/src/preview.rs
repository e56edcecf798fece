//! The data of link previews: the Open Graph properties that search engines, messengers and social networks read.

use std::path::Path;

use anyhow::{Context, Result};
use palimpsest_story::{Story, words_of};
use palimpsest_words::Words;

/// The data shared by all previews of one site.
pub(crate) struct Previews<'a> {
    story: &'a Story,
    /// The name of the edition.
    site: String,
    picture: Option<Picture>,
}

/// The picture in previews.
struct Picture {
    /// The absolute address, because previews are made by other hosts.
    address: String,
    width: usize,
    height: usize,
    description: String,
}

/// A property of a page: the attribute that names it, its name and its content.
pub(crate) type Property<'a> = (&'static str, &'static str, std::borrow::Cow<'a, str>);

impl<'a> Previews<'a> {
    /// Collects the data shared by the previews of a story. `folder` contains its files.
    pub(crate) fn of(story: &'a Story, words: &Words, folder: &Path) -> Result<Self> {
        let publication = &story.publication;
        let picture = match publication.address.as_deref().zip(publication.picture.as_deref()) {
            Some((address, name)) => {
                let path = folder.join(name);
                let size = imagesize::size(&path).with_context(|| format!("reading the size of {}", path.display()))?;
                let drawn = story.article.picture.as_ref();
                Some(Picture {
                    address: format!("{address}{name}"),
                    width: size.width,
                    height: size.height,
                    description: drawn
                        .map_or_else(|| words_of(&story.article.caption), |picture| picture.description.clone()),
                })
            }
            None => None,
        };
        Ok(Self { story, site: words.text("edition-name"), picture })
    }

    /// Returns the properties of one page of the site. `page` is its path in the site.
    pub(crate) fn properties(&self, title: &'a str, description: &'a str, page: &str) -> Vec<Property<'_>> {
        let mut properties: Vec<Property> = Vec::new();
        let mut add = |key, name, content| properties.push((key, name, content));
        add("property", "og:type", "article".into());
        add("property", "og:title", title.into());
        add("property", "og:description", description.into());
        add("property", "og:locale", self.story.language.replace('-', "_").into());
        add("property", "og:site_name", self.site.as_str().into());
        if let Some(address) = &self.story.publication.address {
            add("property", "og:url", format!("{address}{page}").into());
        }
        if let Some(picture) = &self.picture {
            add("property", "og:image", picture.address.as_str().into());
            add("property", "og:image:width", picture.width.to_string().into());
            add("property", "og:image:height", picture.height.to_string().into());
            add("property", "og:image:alt", picture.description.as_str().into());
            add("name", "twitter:card", "summary_large_image".into());
        }
        properties
    }
}
