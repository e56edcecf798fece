//! How the page prints the years of lives and charts: as far as they are known, and with their era.

mod common;

use common::{nodes, print, story};
use html5ever::local_name;
use markup5ever_rcdom::{Handle, NodeData};
use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;

/// A page about one person, whose dates are those of the given lines.
fn page_about(life: &str) -> String {
    let front = "title = \"T\"\nauthors = [{ family = \"Lund\" }]\ndate = \"1990-05-03\"\nbyline = \"Lund\"";
    let files = [
        ("story.toml", "language = \"en\"\ndescription = \"d\"\neditors = [\"e\"]\n".to_owned()),
        ("article.md", format!("+++\n{front}\n+++\n\nBrandt went to sea.\n")),
        (
            "people.toml",
            format!(
                "[[person]]\nid = \"brandt\"\nname = \"Anna Brandt\"\nnames = [\"Brandt\"]\nrole = \"Sailor\"\n{life}\n\
                 fate = \"She stayed at sea [@log].\"\nsources = [\"log\"]\n"
            ),
        ),
        ("sources.json", "[{\"id\": \"log\", \"type\": \"book\", \"title\": \"Log\"}]".to_owned()),
    ];
    let compilation = compile_folder(&Folder::in_memory(files.to_vec()));
    let report = compilation.report();
    print(&compilation.story.unwrap_or_else(|| panic!("{life}: {report}")))
}

/// The elements below a node, and the node itself, that have this value of an attribute, or this word in it.
fn having(node: &Handle, name: &str, value: &str) -> Vec<Handle> {
    let mut found = Vec::new();
    if let NodeData::Element { attrs, .. } = &node.data {
        let is_it = |word: &str| word == value;
        let attrs = attrs.borrow();
        if attrs.iter().any(|one| *one.name.local == *name && one.value.split_whitespace().any(is_it)) {
            found.push(node.clone());
        }
    }
    for child in node.children.borrow().iter() {
        found.extend(having(child, name, value));
    }
    found
}

/// The words of a node, with plain spaces.
fn words(node: &Handle) -> String {
    let own = match &node.data {
        NodeData::Text { contents } => contents.borrow().replace('\u{a0}', " "),
        _ => String::new(),
    };
    own + &node.children.borrow().iter().map(words).collect::<String>()
}

/// A page, which empties its elements when it is dropped.
fn document(html: &str) -> Handle {
    nodes(html).remove(0)
}

fn entry(document: &Handle, id: &str) -> Handle {
    having(document, "id", id).into_iter().next().unwrap_or_else(|| panic!("there is no {id}"))
}

/// The years of a life in the summary of an entry.
fn years(entry: &Handle) -> Option<String> {
    having(entry, "class", "dates").first().map(words)
}

#[test]
fn a_life_is_said_as_far_as_it_is_known() {
    for (life, expected) in [
        ("born = { date = \"1962\" }\nliving = true", Some("born 1962")),
        ("born = { date = \"1962\" }", Some("1962–?")),
        ("died = { date = \"1940\" }", Some("?–1940")),
        ("born = { date = \"1862~\" }\ndied = { date = \"1940\" }", Some("about 1862 – 1940")),
        ("born = { date = \"1862\" }\ndied = { date = \"19XX\" }", Some("1862 – between 1900 and 1999")),
        ("", None),
    ] {
        let document = document(&page_about(life));
        let entry = entry(&document, "brandt");
        assert_eq!(years(&entry).as_deref(), expected, "{life}");
        let said = words(&entry);
        assert!(!said.contains("–1999"), "{life}: {said}");
        // No comma stands where a place would follow.
        assert!(!said.contains("1862,") && !said.contains("1962,"), "{life}: {said}");
        assert_eq!(said.contains("Died"), life.contains("died"), "{life}: {said}");
    }
}

#[test]
fn years_before_christ_have_their_era_everywhere() {
    let html = print(&story("examples/ides-of-march"));
    let document = document(&html);
    assert_eq!(years(&entry(&document, "caesar")).as_deref(), Some("100 BC? – 44 BC"));
    let chart = having(&document, "class", "lives-years").remove(0);
    let is_text =
        |node: &Handle| matches!(&node.data, NodeData::Element { name, .. } if name.local == local_name!("text"));
    let labels: Vec<String> = below(&chart).iter().filter(|node| is_text(node)).map(words).collect();
    let before = labels.iter().filter(|label| label.ends_with(" BC")).count();
    let after = labels.iter().filter(|label| label.starts_with("AD ")).count();
    assert!(before > 0 && after > 0 && before + after == labels.len(), "{labels:?}");
    for node in nodes(&html) {
        if let NodeData::Text { contents } = &node.data {
            let text = contents.borrow();
            let is_negative =
                text.strip_prefix('-').is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
            assert!(!is_negative || text.contains('{'), "{text}");
        }
    }
}

fn below(node: &Handle) -> Vec<Handle> {
    let children = node.children.borrow();
    children.iter().flat_map(|child| [vec![child.clone()], below(child)].concat()).collect()
}
