//! `embed` of `story.toml`: the sites that may show parts of the page in a frame.

use std::fmt;

use palimpsest_story::EVERY_SITE;
use schemars::JsonSchema;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// One origin, or a list of them.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(crate) enum RawEmbed {
    /// One origin, or `*`.
    One(String),
    /// Several.
    List(#[schemars(with = "Vec<String>")] Vec<Spanned<String>>),
}

// An untagged enum derived by serde would lose the span of each origin.
impl<'de> Deserialize<'de> for RawEmbed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Origins)
    }
}

struct Origins;

impl<'de> Visitor<'de> for Origins {
    type Value = RawEmbed;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("\"*\" or a list of origins")
    }

    fn visit_str<E: Error>(self, origin: &str) -> Result<RawEmbed, E> {
        Ok(RawEmbed::One(origin.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<RawEmbed, A::Error> {
        let mut origins = Vec::new();
        while let Some(origin) = list.next_element()? {
            origins.push(origin);
        }
        Ok(RawEmbed::List(origins))
    }
}

/// Returns the valid origins without duplicates. Reports all others.
pub(crate) fn resolve(
    raw: Option<Spanned<RawEmbed>>,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let Some(raw) = raw else { return Vec::new() };
    let span = raw.span();
    let given = match raw.into_inner() {
        RawEmbed::One(origin) => vec![(span, origin)],
        RawEmbed::List(list) => list.into_iter().map(|origin| (origin.span(), origin.into_inner())).collect(),
    };
    let alone = given.len() == 1;
    let mut origins = Vec::new();
    for (span, origin) in given {
        let place = file.id.at(span);
        if origin == EVERY_SITE && !alone {
            problems.push(
                Diagnostic::error(place, "\"*\" stands for every site")
                    .help("write embed = \"*\", or leave it out of the list"),
            );
        } else if let Some(help) = fault(&origin) {
            problems.push(Diagnostic::error(place, format!("\"{origin}\" is not the origin of a site")).help(help));
        } else if origins.contains(&origin) {
            problems.push(Diagnostic::error(place, format!("\"{origin}\" is given twice")));
        } else {
            origins.push(origin);
        }
    }
    origins
}

/// Returns help on what is wrong with an origin, or `None` if it is valid.
fn fault(origin: &str) -> Option<String> {
    if origin == EVERY_SITE {
        return None;
    }
    let example = "as in \"https://lms.example\" or, for all subdomains of a domain, \"https://*.lms.example\"";
    let Some((scheme, rest)) = origin.split_once("://") else {
        return Some(format!("an origin begins with https://, {example}"));
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.rsplit_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    if !host.is_ascii() {
        return Some(
            "write the host name in ASCII, as browsers copy it: it then has a part that begins with xn--".to_owned(),
        );
    }
    let is_local = ["localhost", "127.0.0.1"].contains(&host);
    if !is_host(host) && !is_local || port.is_some_and(|port| port.parse::<u16>().is_err() || port.starts_with('+')) {
        return Some(format!("an origin is https:// and a host name, {example}"));
    }
    if authority.len() < rest.len() {
        return Some(format!("leave out what follows the host: \"{scheme}://{authority}\""));
    }
    match scheme {
        "https" => None,
        "http" if is_local => None,
        "http" => Some(format!("pages sent over http:// can be changed on the way: write \"https://{authority}\"")),
        _ => Some(format!("an origin begins with https://, {example}")),
    }
}

/// Reports whether a text is a host name that a policy accepts. Its first label may be `*`.
fn is_host(host: &str) -> bool {
    let named = host.strip_prefix("*.").unwrap_or(host);
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    named.contains('.') && named.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn origins_as_browsers_write_them_are_valid() {
        for origin in [
            "*",
            "https://lms.example",
            "https://a-b.lms.example:8443",
            "https://*.lms.example",
            "https://xn--mnchen-3ya.example",
            "http://localhost:8080",
            "http://127.0.0.1",
        ] {
            assert_eq!(fault(origin), None, "{origin}");
        }
    }

    #[test]
    fn what_could_end_or_widen_the_directive_is_not_an_origin() {
        for origin in [
            "",
            "'self'",
            "https:",
            "https://",
            "https://*",
            "https://lms",
            "https://lms.example; script-src *",
            "https://lms.example 'unsafe-inline'",
            "https://lms.example,https://b.example",
            "https://name@lms.example",
            "https://*.*.example",
            "https://lms.example:+1",
            "https://lms.example:99999",
            "https://lms.example:",
            "ftp://lms.example",
            "https://münchen.example",
            "https://lms..example",
        ] {
            assert!(fault(origin).is_some(), "{origin}");
        }
    }
}
