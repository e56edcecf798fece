//! `people.toml`.

use std::fmt::Write as _;

use super::{Writer, toml};
use crate::draft::{Life, Person};

const FILE: &str = "people.toml";
/// The number of years after which a person who was last seen alive is assumed to be dead.
const LIFETIME: i32 = 110;
/// The question to editors about such a person.
const ALIVE: &str = "living = true, if they are alive: the file names no death, and has them within the last 110 years. \
                     Facts about the living are private: ask them before you publish any, or remove this entry";

impl Writer<'_> {
    pub(super) fn people(&mut self) -> String {
        let draft = self.draft;
        let mut text = String::new();
        for (at, person) in draft.people.iter().enumerate() {
            let id = self.ids.people.all[at].clone();
            text.push('\n');
            text += &self.person(person, &id);
        }
        if text.is_empty() { text } else { format!("#:schema schemas/people.json\n{text}") }
    }

    fn person(&mut self, person: &Person, id: &str) -> String {
        let mut text = String::from("[[person]]\n");
        for comment in &person.comments {
            text += &toml::comment(comment);
        }
        let name = if person.name.trim().is_empty() {
            text += &self.todo(FILE, "a name");
            "Unknown"
        } else {
            person.name.trim()
        };
        let _ = writeln!(text, "id = {}\nname = {}", toml::quoted(id), toml::plain(name));
        let _ = writeln!(text, "names = {}", toml::names(&person.names));
        if let Some(birth_name) = person.birth_name.as_deref().filter(|name| toml::is_written(name)) {
            let _ = writeln!(text, "birth_name = {}", toml::plain(birth_name));
        }
        if !person.spellings.is_empty() {
            let _ = writeln!(text, "spellings = {}", toml::names(&person.spellings));
        }
        if let Some(wikidata) = &person.wikidata {
            let _ = writeln!(text, "wikidata = {}", toml::quoted(wikidata));
        }
        let role = person.role.as_deref().filter(|role| !role.trim().is_empty()).unwrap_or_else(|| {
            text += &self.todo(FILE, "who they were, in a few words");
            "Role to be written"
        });
        let _ = writeln!(text, "role = {}", toml::plain(role));
        for (field, life) in [("born", &person.born), ("died", &person.died)] {
            if let Some(life) = life {
                text += &self.life(field, life);
            }
        }
        if person.living {
            text.push_str("living = true\n");
        } else if person.last_seen.is_some_and(|year| self.today.year - year <= LIFETIME) {
            text += &self.todo(FILE, ALIVE);
        }
        text += &self.lists(person);
        for (field, statements) in [("fate", &person.fate), ("detail", &person.detail)] {
            let statements = statements.iter().filter(|statement| !statement.text.is_empty());
            let (texts, marks): (Vec<_>, Vec<_>) =
                statements.map(|statement| self.statement(statement, FILE)).map(|[text, mark]| (text, mark)).unzip();
            if !texts.is_empty() {
                let _ = writeln!(text, "{}{field} = {}", marks.concat(), toml::quoted(&texts.join(" ")));
            }
        }
        text += &self.sources_of(&person.sources, FILE);
        text
    }

    fn life(&mut self, field: &str, life: &Life) -> String {
        let mut fields = vec![format!("date = {}", toml::quoted(life.date.as_deref().unwrap_or_default()))];
        if let Some(place) = life.place.as_deref().filter(|place| toml::is_written(place)) {
            fields.push(format!("place = {}", toml::plain(place)));
        }
        let mut mark = String::new();
        if let Some(manner) = life.manner {
            let [sources, unsourced] = self.sources_within(&life.sources, FILE);
            mark = unsourced;
            fields.push(format!("manner = {}{sources}", toml::quoted(manner.word())));
        }
        let line = format!("{mark}{field} = {{ {} }}\n", fields.join(", "));
        self.dated(life.date.is_some(), line)
    }

    /// Returns the line, commented out if the date that it requires is missing.
    fn dated(&mut self, is_dated: bool, line: String) -> String {
        if is_dated {
            return line;
        }
        self.todo(FILE, "a date; the line is a comment until it has one") + &toml::comment(&line)
    }

    /// Returns the lists of offices, relations and stays.
    fn lists(&mut self, person: &Person) -> String {
        let mut offices = String::new();
        for office in &person.offices {
            let [sources, mark] = self.sources_within(&office.sources, FILE);
            let (title, date) = (toml::named(&office.title), toml::quoted(office.date.as_deref().unwrap_or_default()));
            let line = format!("{}  {{ title = {title}, date = {date}{sources} }},\n", toml::within(&mark));
            offices += &self.dated(office.date.is_some(), line);
        }
        let mut relations = String::new();
        for relation in &person.relations {
            let Some(with) = self.ids.people.get(&relation.with).map(toml::quoted) else { continue };
            let date =
                relation.date.as_deref().map(|date| format!("date = {}, ", toml::quoted(date))).unwrap_or_default();
            let [text, mark] = self.statement(&relation.statement, FILE);
            let text = toml::quoted(&text);
            let stance = toml::quoted(relation.stance.word());
            relations += &toml::within(&mark);
            let _ = writeln!(relations, "  {{ with = {with}, stance = {stance}, {date}text = {text} }},");
        }
        let mut stays = String::new();
        for stay in &person.stays {
            let place = stay.place.as_deref().and_then(|key| self.ids.places.get(key));
            let place = place.map(|id| format!("place = {}, ", toml::quoted(id))).unwrap_or_default();
            let [text, mark] = self.statement(&stay.statement, FILE);
            let text = toml::quoted(&text);
            let date = toml::quoted(stay.date.as_deref().unwrap_or_default());
            let line = format!("{}  {{ date = {date}, {place}text = {text} }},\n", toml::within(&mark));
            stays += &self.dated(stay.date.is_some(), line);
        }
        let lists = [("offices", offices), ("relations", relations), ("stays", stays)];
        let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
        let lists = lists.map(|(field, list)| format!("{field} = [\n{list}]\n"));
        lists.collect::<Vec<_>>().concat()
    }
}
