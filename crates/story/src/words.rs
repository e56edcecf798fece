//! Enums whose variants each have a word.

/// Defines an enum together with the list of its variants, their words and their meanings, so that no variant can be missing
/// from any of them. The meaning of a variant is its doc comment.
macro_rules! words {
    ($(#[$attribute:meta])* $name:ident {
        $(#[doc = $meaning:literal] $(#[$variant_attribute:meta])* $variant:ident = $word:literal,)*
    }) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $(#[doc = $meaning] $(#[$variant_attribute])* $variant,)* }

        impl $name {
            /// All variants.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The words of all variants, in the order of [`Self::ALL`].
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// Returns the English word for the variant, as the editors' files write it.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// Returns the meaning of the variant: one sentence in English.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning.trim(),)* }
            }

            /// Returns the variant with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use words;
