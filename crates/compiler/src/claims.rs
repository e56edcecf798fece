//! `claims.toml`: facts on which sources differ.

use palimpsest_story::{Claim, ClaimStatus, ClaimValue};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::annotated::{LINK_TARGETS, target};
use crate::diagnostic::Diagnostic;
use crate::draft::Lacks;
use crate::files::SourceFile;
use crate::ids::Ids;
use crate::statements::cited;
use crate::word::Word;

/// A `[[claim]]`: a fact on which sources differ.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawClaim {
    /// The id of the person, the event or the note that it belongs to.
    #[schemars(with = "String", example = &"tenth-congress")]
    about: Spanned<String>,
    /// What the fact is.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"Voting delegates")]
    title: String,
    /// What is held: at least two values, of which at most one is accepted.
    #[schemars(with = "Vec<RawValue>", length(min = 2), example = serde_json::json!([
        { "value": "694", "status": "disputed", "text": "So Lenin’s *Collected Works* [@lenin-1921-congress]." },
        { "value": "717", "status": "disputed", "text": "So an online encyclopedia [@marxdic-tenth]." },
    ]))]
    values: Spanned<Vec<RawValue>>,
}

/// One of the values.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawValue {
    /// The value.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"694")]
    value: String,
    /// How it stands.
    #[schemars(example = &"disputed")]
    status: Word<ClaimStatus>,
    /// Who holds it and why, in one paragraph that cites a source.
    #[schemars(with = "String", example = &"So Lenin’s *Collected Works* [@lenin-1921-congress].")]
    text: Spanned<String>,
}

impl RawClaim {
    /// Resolves the claim. Returns `None` if nothing has the id that it is about.
    pub(crate) fn resolve(
        self,
        file: &SourceFile,
        ids: &Ids,
        lacks: &mut Lacks,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Claim> {
        let about = target(self.about.get_ref(), ids.kind(self.about.get_ref()));
        if about.is_none() {
            problems.extend(ids.unknown(self.about.get_ref(), LINK_TARGETS, file.id.at(self.about.span())));
        }
        let values = self.values.get_ref();
        let accepted = values.iter().filter(|value| value.status.0 == ClaimStatus::Accepted).count();
        let wrong = match (values.len(), accepted) {
            (0 | 1, _) => Some(("a contested fact needs at least two values", "add what others hold, or remove it")),
            (_, 2..) => Some(("more than one value is accepted", "call the others `disputed` or `rejected`")),
            _ => None,
        };
        if let Some((message, help)) = wrong {
            problems.push(Diagnostic::error(file.id.at(self.values.span()), message).help(help));
        }
        let values = self.values.into_inner().into_iter().map(|value| {
            let resolve = |problems: &mut Vec<Diagnostic>| cited(&value.text, file, ids, problems);
            let text = match &about {
                Some(about) => lacks.in_entry(about, problems, resolve),
                None => resolve(problems),
            };
            ClaimValue { value: value.value, status: value.status.0, text }
        });
        let values = values.collect();
        Some(Claim { values, title: self.title, about: about? })
    }
}
