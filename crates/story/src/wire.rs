//! How a story travels in the page: as JSON. serde writes it; here it is read back.
//!
//! Whoever has a JSON parser makes a [`Json`] tree with it (the browser has one of its own), and each type takes its
//! fields out of that. A derived `Deserialize` reads with code of its own for every type: for this model, with
//! `serde_json`, it was a quarter of the whole browser program (measured).

use std::rc::Rc;

use crate::Story;

impl Story {
    /// Reads a story that serde wrote.
    ///
    /// # Errors
    ///
    /// Names a field that is missing or has another form than expected.
    pub fn from_json(json: Json) -> Result<Self, String> {
        let mut faults = Faults(None);
        let story = Self::read(json, &mut faults);
        match faults.0 {
            None => Ok(story),
            Some(field) => Err(["the field \"", field, "\" is missing or has another form than expected"].concat()),
        }
    }
}

/// JSON before its types are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// A number. A story holds no fractions; `true` is 1 and `false` is 0.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its fields in any order.
    Record(Vec<(String, Json)>),
}

/// The first field that could not be read. Reading goes on after it: code that never breaks off stays small.
pub(crate) struct Faults(Option<&'static str>);

/// The fields of a record that were not yet taken.
pub(crate) struct Fields(Vec<(String, Json)>);

impl Fields {
    #[inline(never)]
    pub(crate) fn of(json: Json) -> Self {
        match json {
            Json::Record(fields) => Self(fields),
            _ => Self(Vec::new()),
        }
    }

    /// The name and the value of a record's one field; empty when it has another number of them.
    pub(crate) fn only(json: Json) -> (String, Json) {
        match <[_; 1]>::try_from(Self::of(json).0) {
            Ok([field]) => field,
            Err(_) => (String::new(), Json::Null),
        }
    }

    #[inline(never)]
    fn take(&mut self, name: &str) -> Json {
        let position = self.0.iter().position(|(field, _)| field == name);
        position.map_or(Json::Null, |position| self.0.swap_remove(position).1)
    }

    /// Takes one field. That it is missing or has another form is noted under its name.
    pub(crate) fn read<T: Read>(&mut self, name: &'static str, faults: &mut Faults) -> T {
        let mut own = Faults(None);
        let value = T::read(self.take(name), &mut own);
        faults.0 = faults.0.or(own.0.map(|inner| if inner.is_empty() { name } else { inner }));
        value
    }
}

/// A type that can be read. What cannot is noted, and an empty value stands in for it until the whole is refused.
pub(crate) trait Read {
    fn read(json: Json, faults: &mut Faults) -> Self;
}

/// Notes that a value has the wrong form; the field that holds it gives its name.
pub(crate) fn wrong(faults: &mut Faults) {
    faults.0 = faults.0.or(Some(""));
}

impl Read for String {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let Json::Text(text) = json else {
            wrong(faults);
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
            wrong(faults);
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
                    wrong(faults);
                    0
                })
            }
        }
    )*};
}

impl Read for bool {
    fn read(json: Json, faults: &mut Faults) -> Self {
        i64::read(json, faults) != 0
    }
}

smaller_numbers!(u8 i32 u32);

impl<T: Read> Read for Vec<T> {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let Json::List(items) = json else {
            wrong(faults);
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

/// Makes a struct readable: `readable!(Office { title, date });`. The compiler asks for every field.
macro_rules! readable {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::wire::Read for $type {
            fn read(json: $crate::wire::Json, faults: &mut $crate::wire::Faults) -> Self {
                let mut fields = $crate::wire::Fields::of(json);
                Self { $($field: fields.read(stringify!($field), faults)),* }
            }
        }
    };
}

/// Makes an enum of plain words readable: `words!(Emphasis { Stress = "stress", Strong = "strong" });`.
macro_rules! words {
    ($type:ident { $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)? }) => {
        impl $crate::wire::Read for $type {
            fn read(json: $crate::wire::Json, faults: &mut $crate::wire::Faults) -> Self {
                match String::read(json, faults).as_str() {
                    $($word => Self::$variant,)*
                    $first_word => Self::$first,
                    _ => {
                        $crate::wire::wrong(faults);
                        Self::$first
                    }
                }
            }
        }
    };
}

pub(crate) use {readable, words};
