//! The encoding of the outline in the page, as JSON. serde writes it; this module reads it back.
//!
//! The caller parses the JSON with a parser of its own (the browser has one) into a [`Json`] tree, from which each type
//! reads its fields. A record is the list of its fields in order, without their names, because the same build writes and
//! reads it. Both choices rest on measurements: reading derived with `serde_json` made up a quarter of the whole browser
//! program, and field names a fifth of the compressed data.

use std::rc::Rc;

/// A JSON value whose type is not yet known. An outline contains no objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`, or any value that an outline does not contain.
    Null,
    /// A number. An outline contains no fractions.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
}

/// Whether some value could not be read. Reading continues after a fault, because code that never returns early stays small.
pub(crate) struct Faults(pub bool);

impl Faults {
    /// Records that a value has the wrong form.
    pub(crate) fn add(&mut self) {
        self.0 = true;
    }
}

/// The fields of a record that are still to be read.
pub(crate) struct Fields(std::vec::IntoIter<Json>);

impl Fields {
    #[inline(never)]
    pub(crate) fn of(json: Json) -> Self {
        match json {
            Json::List(fields) => Self(fields.into_iter()),
            _ => Self(Vec::new().into_iter()),
        }
    }

    /// Reads the next field. A missing field reads as `null`, which is a fault unless the field is optional.
    pub(crate) fn read<T: Read>(&mut self, faults: &mut Faults) -> T {
        T::read(self.0.next().unwrap_or(Json::Null), faults)
    }
}

/// A type that can be read. A value that cannot be read is recorded as a fault, and an empty value takes its place until the
/// whole outline is rejected.
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

impl Read for i32 {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let number = if let Json::Number(number) = json { number.try_into().ok() } else { None };
        number.unwrap_or_else(|| {
            faults.add();
            0
        })
    }
}

impl Read for usize {
    fn read(json: Json, faults: &mut Faults) -> Self {
        i32::read(json, faults).try_into().unwrap_or_else(|_| {
            faults.add();
            0
        })
    }
}

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

/// Makes a struct serialize as the list of its fields: `record!(Titled { id, title });`. The compiler requires every field
/// to be listed.
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? }) => {
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
                Self { $($field: fields.read(faults),)* }
            }
        }
    };
}

pub(crate) use record;
