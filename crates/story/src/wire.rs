//! How a story travels in the page: as JSON. serde writes it; here it is read back.
//!
//! Whoever has a JSON parser makes a [`Json`] tree with it (the browser has one of its own), and each type takes its
//! fields out of that. A record is a list of its fields in order, without their names: the same build writes and reads it.
//! Both were measured: derived reading with `serde_json` was a quarter of the whole browser program, and names were a
//! fifth of the compressed data.

use std::rc::Rc;

use crate::Story;

impl Story {
    /// Reads a story that serde wrote.
    ///
    /// # Errors
    ///
    /// When the data has another form than this version of the reader writes.
    pub fn from_json(json: Json) -> Result<Self, &'static str> {
        let mut faults = Faults(false);
        let story = Self::read(json, &mut faults);
        if faults.0 { Err("the story was written for another version of the reader") } else { Ok(story) }
    }
}

/// JSON before its types are known. A story holds no objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`, or anything that a story does not hold.
    Null,
    /// A number. A story holds no fractions; `true` is 1 and `false` is 0.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
}

/// Whether something could not be read. Reading goes on after it: code that never breaks off stays small.
pub(crate) struct Faults(bool);

impl Faults {
    /// Notes that a value has the wrong form.
    pub(crate) fn add(&mut self) {
        self.0 = true;
    }
}

/// The fields of a record that were not yet taken.
pub(crate) struct Fields(std::vec::IntoIter<Json>);

impl Fields {
    #[inline(never)]
    pub(crate) fn of(json: Json) -> Self {
        match json {
            Json::List(fields) => Self(fields.into_iter()),
            _ => Self(Vec::new().into_iter()),
        }
    }

    /// Takes the next field. One that is missing is `null`, and a fault where that is none of its values.
    pub(crate) fn read<T: Read>(&mut self, faults: &mut Faults) -> T {
        T::read(self.0.next().unwrap_or(Json::Null), faults)
    }
}

/// A type that can be read. What cannot is noted, and an empty value stands in for it until the whole is refused.
pub(crate) trait Read {
    fn read(json: Json, faults: &mut Faults) -> Self;
}

impl Read for String {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let Json::Text(text) = json else {
            faults.add();
            return Self::new();
        };
        text
    }
}

impl Read for Rc<str> {
    fn read(json: Json, faults: &mut Faults) -> Self {
        String::read(json, faults).into()
    }
}

impl Read for i64 {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let Json::Number(number) = json else {
            faults.add();
            return 0;
        };
        number
    }
}

macro_rules! smaller_numbers {
    ($($number:ty)*) => {$(
        impl Read for $number {
            fn read(json: Json, faults: &mut Faults) -> Self {
                i64::read(json, faults).try_into().unwrap_or_else(|_| {
                    faults.add();
                    0
                })
            }
        }
    )*};
}

smaller_numbers!(i32);

impl<T: Read> Read for Vec<T> {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let Json::List(items) = json else {
            faults.add();
            return Self::new();
        };
        items.into_iter().map(|item| T::read(item, faults)).collect()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: Json, faults: &mut Faults) -> Self {
        match json {
            Json::Null => None,
            json => Some(T::read(json, faults)),
        }
    }
}

/// Lets a struct travel: `record!(Office { title, date, sources });`. The compiler asks for every field. What stands after
/// `without` is for the press alone: it stays behind, and the reader finds an empty value there.
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? } $(without { $($behind:ident),* $(,)? })?) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut fields = serializer.serialize_seq(None)?;
                $(serde::ser::SerializeSeq::serialize_element(&mut fields, &self.$field)?;)*
                serde::ser::SerializeSeq::end(fields)
            }
        }

        impl $crate::wire::Read for $type {
            fn read(json: $crate::wire::Json, faults: &mut $crate::wire::Faults) -> Self {
                let mut fields = $crate::wire::Fields::of(json);
                Self { $($field: fields.read(faults),)* $($($behind: Default::default(),)*)? }
            }
        }
    };
}

pub(crate) use record;
