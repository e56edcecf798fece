//! Ids. Every id except that of a passage is the URL fragment of its item on the page, and is unique among items of all
//! kinds.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Rc<str>);

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names a [`Person`](crate::Person), for example `trotsky`.
    PersonId;
    /// Names an [`Event`](crate::Event), for example `tenth-congress`.
    EventId;
    /// Names a [`Source`](crate::Source), for example `avrich-1970`.
    SourceId;
    /// Names a [`Passage`](crate::Passage), for example `kotkin-2014-congress`. It is not a fragment of the page.
    PassageId;
    /// Names a [`Note`](crate::Note), for example `troika`.
    NoteId;
    /// Names a [`Stay`](crate::Stay), for example `stay-trotsky-prinkipo`. It is made from the person and the place.
    StayId;
    /// Names a [`Section`](crate::Section) of the article. It is made from the section's heading.
    SectionId;
    /// Names a [`Sentence`](crate::Sentence) of the article: `s1`, `s2` and so on, in reading order.
    SentenceId;
    /// Names a [`Mention`](crate::Mention) in the article: `m1`, `m2` and so on, in reading order.
    MentionId;
}

impl SentenceId {
    /// Returns the position of the sentence in the article, from 1.
    pub fn number(&self) -> u32 {
        self.0.strip_prefix('s').and_then(|number| number.parse().ok()).unwrap_or_default()
    }
}
