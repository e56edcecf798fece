//! Fields of an entry that stand under the header of one of its sections, such as `[person.born]`. To TOML, everything from
//! there to the next header belongs to the section.

use serde_json::Value;
use toml::de::DeValue;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::shape;

/// Moves such fields to the entry, so that the rest can be read. Reports each section that has some.
pub(crate) fn raise(entry: &mut DeValue, schema: &Value, file: &SourceFile, problems: &mut Vec<Diagnostic>) {
    let (DeValue::Table(entry), Some(fields)) = (entry, shape::fields(schema, schema)) else { return };
    let mut raised = Vec::new();
    for (name, value) in entry.iter_mut() {
        let line = file.text[..name.span().start].rfind('\n').map_or(0, |end| end + 1);
        let header = file.text[line..].lines().next().unwrap_or_default().trim();
        let own = fields.get(name.get_ref().as_ref()).and_then(|field| shape::fields(schema, field));
        let Some(own) = own.filter(|_| header.starts_with('[')) else { continue };
        let sections = match value.get_mut() {
            DeValue::Array(items) => items.iter_mut().map(toml::Spanned::get_mut).collect(),
            section => vec![section],
        };
        for section in sections {
            let DeValue::Table(section) = section else { continue };
            let is_misplaced = |field: &str| !own.contains_key(field) && fields.contains_key(field);
            let mut misplaced: Vec<_> = section.keys().filter(|field| is_misplaced(field.get_ref())).cloned().collect();
            misplaced.sort_by_key(|field| field.span().start);
            let Some(first) = misplaced.first() else { continue };
            let message = format!("`{}` stands under {header}, and so belongs to it", first.get_ref());
            let help = match first.get_ref().as_ref() {
                "id" => "write the header of the next entry above it".to_owned(),
                _ => format!("put the fields of the entry before {header}"),
            };
            problems.push(
                Diagnostic::error(file.id.at(first.span()), message)
                    .related(file.id.at(name.span()), "everything below this belongs to it, up to the next header")
                    .help(help),
            );
            raised.extend(misplaced.into_iter().filter_map(|field| Some((field.clone(), section.remove(&field)?))));
        }
    }
    for (name, value) in raised {
        if !entry.contains_key(name.get_ref().as_ref()) {
            entry.insert(name, value);
        }
    }
}
