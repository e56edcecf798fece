//! How the outline travels in the page: as JSON. serde writes it; here it is read back.
//!
//! Whoever has a JSON parser makes a [`Json`] tree with it (the browser has one of its own), and each type takes its fields
//! out of that. A record is a list of its fields in order, without their names, because the same build writes and reads it.
//! Both were measured: derived reading with `serde_json` was a quarter of the whole browser program, and names were a fifth of
//! the compressed data.

use std::rc::Rc;

/// JSON before its types are known. An outline holds no objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`, or anything that an outline does not hold.
    Null,
    /// A number. An outline holds no fractions.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
}

/// Whether something could not be read. Reading goes on after it, because code that never returns early stays small.
pub(crate) struct Faults(pub bool);

impl Faults {
    /// Records that a value has the wrong form.
    pub(crate) fn add(&mut self) {
        self.0 = true;
    }
}

/// The fields of a record that were not yet read.
pub(crate) struct Fields(std::vec::IntoIter<Json>);

impl Fields {
    #[inline(never)]
    pub(crate) fn of(json: Json) -> Self {
        match json {
            Json::List(fields) => Self(fields.into_iter()),
            _ => Self(Vec::new().into_iter()),
        }
    }

    /// Reads the next field. A missing one is `null`, which is a fault unless the field is optional.
    pub(crate) fn read<T: Read>(&mut self, faults: &mut Faults) -> T {
        T::read(self.0.next().unwrap_or(Json::Null), faults)
    }
}

/// A type that can be read. An unreadable value is recorded, and an empty one stands in for it until the whole is refused.
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

/// Makes a struct travel as the list of its fields: `record!(Titled { id, title });`. The compiler asks for every field.
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
