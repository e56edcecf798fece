//! Names of people.

use super::record::Record;

/// The names of a person.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// The main name; empty if the file has none.
    pub(super) name: String,
    pub(super) birth_name: Option<String>,
    pub(super) spellings: Vec<String>,
}

/// The parts of a name, in the order in which they are written.
const PARTS: [&str; 6] = ["NPFX", "GIVN", "SPFX", "SURN", "NSFX", "NICK"];

/// Takes the names of a person. The first is the main name, another name at birth is the birth name, and the rest are
/// spellings.
pub(super) fn names(person: &Record) -> Names {
    let mut names = Names::default();
    for line in person.take_all("NAME") {
        let name = whole(line);
        let kind = line.find("TYPE");
        let is_birth = |kind: &&Record| ["birth", "maiden"].iter().any(|word| kind.value.to_lowercase().contains(word));
        let by_birth = kind.filter(is_birth);
        if names.name.is_empty() {
            names.name = name;
        } else if let Some(kind) = by_birth
            && names.birth_name.is_none()
            && name != names.name
            && !name.is_empty()
        {
            kind.mark();
            names.birth_name = Some(name);
        } else {
            names.spelling(name);
        }
        for nickname in line.take_all("NICK") {
            names.spelling(joined(&nickname.value));
        }
        // Phonetic and romanized forms, and translations.
        for variation in ["FONE", "ROMN", "TRAN"].into_iter().flat_map(|tag| line.take_all(tag)) {
            names.spelling(whole(variation));
        }
    }
    let Names { name, birth_name, spellings } = &mut names;
    spellings.retain(|spelling| spelling != name && Some(spelling) != birth_name.as_ref());
    names
}

impl Names {
    fn spelling(&mut self, name: String) {
        if !name.is_empty() && !self.spellings.contains(&name) {
            self.spellings.push(name);
        }
    }
}

/// Returns a name as one text, and takes those of its parts whose words are in the text.
fn whole(line: &Record) -> String {
    let mut name = joined(&line.value.replace('/', " "));
    if name.is_empty() {
        let parts = PARTS.iter().filter(|tag| **tag != "NICK").filter_map(|tag| line.find(tag));
        name = joined(&parts.map(|part| part.value.replace(',', " ")).collect::<Vec<_>>().join(" "));
    }
    let has = |value: &str| {
        let mut words = value.split([',', ' ']).filter(|word| !word.is_empty());
        words.all(|word| name.contains(word))
    };
    for part in line.parts.iter().filter(|part| PARTS.contains(&part.tag.as_str()) && has(&part.value)) {
        part.mark();
    }
    name
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::record::parse;
    use super::*;

    #[test]
    fn a_person_has_one_name_and_spellings() {
        let tree = parse(
            "0 HEAD\n0 @I1@ INDI\n1 NAME Lt. Ada Marie /de la Lund/ jr.\n2 GIVN Ada Marie\n2 SURN Lund\n2 NICK Addie\n\
             1 NAME Ada /Holm/\n2 TYPE birth\n1 NAME Ada /Berg/\n2 TYPE married\n2 ROMN Ada /Bergh/\n1 NAME Ada Marie\n\
             1 NAME\n2 GIVN Adda\n2 SURN Lund\n2 NSFX II\n0 @I2@ INDI\n1 SEX X\n0 TRLR",
        )
        .expect("it is GEDCOM");
        let names = names(&tree.records[1]);
        assert_eq!(names.name, "Lt. Ada Marie de la Lund jr.");
        assert_eq!(names.birth_name.as_deref(), Some("Ada Holm"));
        assert_eq!(names.spellings, ["Addie", "Ada Berg", "Ada Bergh", "Ada Marie", "Adda Lund II"]);
        assert_eq!(super::names(&tree.records[2]), Names::default());
        let mut left = Vec::new();
        tree.records[1].mark();
        tree.records[1].left(&[], &mut left);
        assert_eq!(left.len(), 1, "the type of a name that became a spelling: {left:?}");
    }
}
