//! The columns of each table.

use super::Column;

const DATE: [Column; 4] = [
    ("date_edtf", "the date in EDTF (ISO 8601-2)"),
    ("date_words", "the date in the words of the page"),
    ("earliest", "the first possible day, in ISO 8601"),
    ("latest", "the last possible day, in ISO 8601; empty for an open end"),
];
const PLACE: [Column; 6] = [
    ("place", "the name of the place at the time"),
    ("place_now", "its name today, if it differs"),
    ("country", "the country that it was in at the time"),
    ("latitude", "in degrees, WGS 84"),
    ("longitude", "in degrees, WGS 84"),
    ("radius_m", "how far the true place may be from the point, in meters"),
];
const ID: Column = ("id", "the fragment on the page, and the id in story.json");
const TEXT: Column = ("text", "the words, without links and citations; paragraphs are separated by a blank line");

pub(super) const PEOPLE: &[Column] = &[
    ID,
    ("name", "the name"),
    ("birth_name", "the name at birth, if it differs"),
    ("native_name", "the name in the person's own language"),
    ("native_language", "that language, a BCP 47 tag"),
    ("spellings", "other spellings and names, separated by semicolons"),
    ("wikidata", "the Wikidata id"),
    ("role", "who the person was, in a few words"),
    ("born_edtf", "the date of birth in EDTF"),
    ("born_place", "the place of birth"),
    ("died_edtf", "the date of death in EDTF"),
    ("died_place", "the place of death"),
    ("living", "whether the person is alive: true or false"),
    ("manner_of_death", "natural, murdered, executed, shot, suicide or disputed; empty if it is not known"),
    ("fate", "what became of the person"),
    ("detail", "one telling detail"),
];
pub(super) const EVENTS: &[Column] = &[
    ID,
    DATE[0],
    DATE[1],
    DATE[2],
    DATE[3],
    ("title", "a short title"),
    ("summary", "what happened, in one line"),
    TEXT,
    PLACE[0],
    PLACE[1],
    PLACE[2],
    PLACE[3],
    PLACE[4],
    PLACE[5],
    ("told", "the id of the sentence of the article that tells it; empty for context that the editors add"),
];
pub(super) const PARTICIPANTS: &[Column] =
    &[("event", "the id of the event"), ("person", "the id of a person involved")];
pub(super) const STAYS: &[Column] = &[
    ID,
    ("person", "the id of the person"),
    DATE[0],
    DATE[1],
    DATE[2],
    DATE[3],
    PLACE[0],
    PLACE[1],
    PLACE[2],
    PLACE[3],
    PLACE[4],
    PLACE[5],
    TEXT,
];
pub(super) const OFFICES: &[Column] =
    &[("person", "the id of the person"), ("title", "the office"), DATE[0], DATE[1], DATE[2], DATE[3]];
pub(super) const RELATIONS: &[Column] = &[
    ("person", "the id of the person whose entry tells of it"),
    ("with", "the id of the other person"),
    ("stance", "ally, rival, enemy, family, or a word of the editors' own"),
    DATE[0],
    DATE[1],
    DATE[2],
    DATE[3],
    TEXT,
];
pub(super) const NOTES: &[Column] = &[
    ID,
    ("kind", "Correction, Comment or Term"),
    ("number", "the number in the order of the article; terms have none"),
    ("title", "a short summary, or the term"),
    TEXT,
];
pub(super) const SENTENCES: &[Column] = &[ID, ("text", "the words of the sentence of the article")];
pub(super) const MENTIONS: &[Column] = &[
    ID,
    ("sentence", "the id of the sentence; empty for the title"),
    ("words", "the words that mention it; empty for a reference to a note"),
    ("kind", "person, event, note or source"),
    ("of", "the id of what is mentioned"),
];
pub(super) const SOURCES: &[Column] = &[
    ID,
    ("short", "author and year"),
    ("citation", "the full citation"),
    ("url", "where the work can be read"),
    ("csl", "the work in CSL-JSON"),
    ("further", "what readers find in a work that the editors did not read; empty for one that they read"),
];
pub(super) const PASSAGES: &[Column] = &[
    ("id", "the id in story.json"),
    ("source", "the id of the work"),
    ("at", "where it stands in the work"),
    ("read_edtf", "the day on which it was read, in EDTF"),
    ("extent", "how much of it was read: whole, part or excerpt"),
    ("grade", "A, a primary text or scholarship; B, a reference work; C, a weak one"),
    ("says", "what it says, in the editors' words"),
];
pub(super) const SUPPORTS: &[Column] = &[
    ("kind", "person, event or note"),
    ("entry", "the id of the entry"),
    ("source", "the id of a work that it cites"),
    ("passage", "the id of a passage of that work; empty for the work as a whole"),
];
pub(super) const CLAIMS: &[Column] = &[
    ("kind", "person, event or note"),
    ("entry", "the id of the entry that the fact belongs to"),
    ("title", "the fact"),
    ("value", "one of the values that sources give"),
    ("status", "accepted, disputed or rejected"),
    TEXT,
];
