use super::*;

/// Returns the text from each slip on, with the slip's message.
fn found(text: &str) -> Vec<(&str, String)> {
    slips(text).into_iter().map(|slip| (&text[slip.at.start..], slip.message)).collect()
}

fn first(text: &str) -> (&str, String) {
    found(text).into_iter().next().unwrap_or_default()
}

#[test]
fn sound_values_have_no_slips() {
    for text in [
        "a = [\"[\", '{', 1] # ]\nb = { c = [1], d = \"\\\"}\" }\n",
        "a = [\n  \"x=y\", # a = b\n  { b = 1,\n    c = 2 },\n]\n\n[[person]]\nd = 1\n",
        "a = \"\"\"\n[ “x” = {\n\"\"\"\nb = '''[''''\n",
        "a = [[1, 2], [3, 4]]\n[b]\n\"c\" = \"“d”\"\n",
        "a = \"\"\"b\"\"\"\"\"\nc = [\n  [1, 2],\n  [true],\n]\n",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_bracket_without_an_end_is_told_where_it_opens() {
    let list = "this [ is not closed".to_owned();
    let table = "this { is not closed".to_owned();
    for (text, rest, message) in [
        ("a = [\"A\", \"B\"\nb = 1\n", "[\"A\", \"B\"\nb = 1\n", &list),
        ("a = [\"A\",\n\n[[b]] # next\nc = 1\n", "[\"A\",\n\n[[b]] # next\nc = 1\n", &list),
        ("a = [\"A\"", "[\"A\"", &list),
        ("a = [{ b = 1 }, { c = 2 ]\nd = 1", "{ c = 2 ]\nd = 1", &table),
        ("a = [\n  { b = 1\n  { c = 2 },\n]", "{ b = 1\n  { c = 2 },\n]", &table),
        ("a = { b = [1, 2 }\nc = 1", "[1, 2 }\nc = 1", &list),
        ("a = { b = 1\nc = 1", "{ b = 1\nc = 1", &table),
    ] {
        assert_eq!(first(text), (rest, message.clone()), "{text}");
        assert_eq!(found(text).len(), 1, "{text}");
    }
    let slips = slips("a = [{ b = 1\nc = 1");
    assert_eq!((slips[0].at.clone(), slips[0].help.as_str()), (4..5, "write }] where the list ends"));
    assert_eq!(slips[0].extent, 0..13, "the next key is not misread");
}

#[test]
fn other_slips_at_brackets_and_texts_are_told() {
    for (text, rest, message) in [
        ("a = [ b = 1, c = 2 }]\nd = 1", "}]\nd = 1", "this } closes nothing"),
        ("a = \"A\", \"B\"]\n", "]\n", "this ] closes nothing"),
        ("[[person]\nid = 1", "[[person]\nid = 1", "this [[ is not closed"),
        ("a = [\"A, B]\nb = 1", "\"A, B]\nb = 1", "this text is not closed"),
        ("a = \"\"\"b\nc = 1", "\"\"\"b\nc = 1", "this text is not closed"),
    ] {
        assert_eq!(first(text), (rest, message.to_owned()), "{text}");
    }
    assert!(found("a = \"b\nc = 1").is_empty(), "the parser tells it well");
}

#[test]
fn a_text_without_its_marks_is_told_with_its_field() {
    for (text, rest, message, help) in [
        ("a = The clock is made\"\nb = 1", "The clock is made\"", "`a` is a text", "write a = \"The clock is made\""),
        ("a = The rising # of 1921\nb = 1", "The rising", "`a` is a text", "write a = \"The rising\""),
        ("a = He said \"no\"", "He said \"no\"", "`a` is a text", "write a = \"He said \\\"no\""),
        ("a.b = Так\n", "Так", "`a.b` is a text", "write a.b = \"Так\""),
        ("a = [B\"]\nc = 1", "B\"", "an item of `a` is a text", "write a = [\"B\"]"),
        ("a = [\"A\", Anna B, \"C\"]\nc = 1", "Anna B", "an item of `a` is a text", "write a = [\"Anna B\"]"),
        ("a = [{ b = C d, e = 1 }]\n", "C d", "`b` is a text", "write b = \"C d\""),
        ("a = 8 March 1921\n", "8 March 1921", "this is no number, and a text", "write a = \"8 March 1921\""),
        ("a = { b = 1862~ }\n", "1862~", "this is no number, and a text", "write b = \"1862~\""),
        ("a = -x\n", "-x", "this is no number, and a text", "write a = \"-x\""),
    ] {
        let slips = slips(text);
        assert_eq!(slips.len(), 1, "{text}: {slips:?}");
        let slip = &slips[0];
        assert_eq!((&text[slip.at.clone()], slip.help.as_str()), (rest, help), "{text}");
        assert!(slip.message.starts_with(message), "{}", slip.message);
    }
    for text in [
        "a = true # yes\nb = 1_000\nc = 1921-03-08 10:00:00\nd = -1.5e3\ne = inf\nf = 0xff\n",
        "a = [true, 1921-03-08, -1]\nb = { c = 1, d-e = nan }\n",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_text_with_its_marks_within_is_told_with_its_field() {
    for (text, rest, help) in [
        ("a = \"the \"clock\".\"\nb = 1", "clock", "write a = \"the \\\"clock\\\".\"; "),
        ("a = \"the \"clock\" is made\n", "clock", "write a = \"the \\\"clock\\\" is made\"; "),
        ("a = \"\"No\", he said\"\n", "No", "write a = \"\\\"No\\\", he said\"; "),
        ("a = 'It's late'\n", "s late", "write a = \"It's late\"; "),
        ("a = \"so \\\"is\\\" \"he\"\"\n", "he", "write a = \"so \\\"is\\\" \\\"he\\\"\"; "),
    ] {
        let slips = slips(text);
        assert_eq!(slips.len(), 1, "{text}: {slips:?}");
        assert!(text[slips[0].at.start..].starts_with(rest), "{text}: {slips:?}");
        assert!(slips[0].help.starts_with(help), "{text}: {}", slips[0].help);
        assert_eq!(slips[0].message, "the text of `a` has ended before this");
    }
    let long = format!("a = \"{} \"b\".\"\n", "long ".repeat(30));
    assert!(slips(&long)[0].help.starts_with("write a = \"…\"; a quotation mark"));
}

#[test]
fn a_missing_comma_is_told_where_the_next_value_begins() {
    let comma = "a comma is missing before this";
    let ended = "the text before this has ended";
    for (text, rest, message) in [
        ("a = [\"b\" \"c\"]\nd = 1", "\"c\"]\nd = 1", comma),
        ("a = [\n  \"b\"\n  \"c\",\n]\nd = 1", "\"c\",\n]\nd = 1", comma),
        ("a = [\n  { b = 1 }\n  { b = 2 },\n]\n", "{ b = 2 },\n]\n", comma),
        ("a = [[1, 2] [3, 4]]\n", "[3, 4]]\n", comma),
        ("a = { b = \"c\" d = 1 }\n", "d = 1 }\n", comma),
        ("a = [\n { b = \"c\"\n   d = 1 },\n]\n", "d = 1 },\n]\n", comma),
        ("a = [\"She said \"no\" twice\"]\n", "no\" twice\"]\n", ended),
        ("a = [\"b, \"c\"]\n", "c\"]\n", ended),
    ] {
        assert_eq!(found(text), [(rest, message.to_owned())], "{text}");
    }
}

#[test]
fn a_long_text_ends_before_the_next_key() {
    for (text, rest) in [
        ("a = \"\"\"\nb.\n\n[[c]]\nd = \"\"\"\ne\n\"\"\"\n", "\"\"\"\nb."),
        ("a = \"\"\"\nb.\nc = [1]\nd = \"\"\"\ne\n\"\"\"\n", "\"\"\"\nb."),
    ] {
        let found = found(text);
        assert!(found.len() == 1 && found[0].0.starts_with(rest), "{text}: {found:?}");
        assert_eq!(found[0].1, "this text is not closed");
        assert!(!text[slips(text)[0].extent.clone()].contains("d ="));
    }
}

#[test]
fn many_brackets_are_read_in_one_pass() {
    for closing in ["", "}"] {
        let many = 1 << 19;
        let slips = slips(&format!("a = {}{}\nb = 1\n", "[".repeat(many), closing.repeat(many)));
        assert!(slips.len() == 1 && slips[0].help.len() < 60);
    }
}

#[test]
fn typographic_quotation_marks_around_a_text_are_told() {
    for (text, rest, help) in [
        ("a = “CC-BY-4.0”\nb = 1", "“CC-BY-4.0”\nb = 1", "write straight quotation marks, as in \"CC-BY-4.0\""),
        ("a = ['x', „It’s [so“]\nb = 1", "„It’s [so“]\nb = 1", "write straight quotation marks, as in \"It’s [so\""),
        ("a = “A\"\n", "“A\"\n", "write straight quotation marks, as in \"A\""),
        ("a = \"A”\n", "”\n", "write straight quotation marks, as in \"A\""),
        ("a = [\"A”]\nb = 1", "”]\nb = 1", "write straight quotation marks, as in \"A\""),
        ("a = { b = « c » }", "« c » }", "write straight quotation marks, as in \"c\""),
    ] {
        let slips = slips(text);
        assert_eq!((&text[slips[0].at.start..], slips[0].help.as_str()), (rest, help), "{text}");
        assert_eq!(slips.len(), 1, "{text}");
    }
}

#[test]
fn an_item_with_a_slip_is_taken_out_whole() {
    let text = "# é\n[[a]]\nid = \"x\"\n\n[[a]]\n id=\"y\"\nb = [1\nc = “é”\n\n[[a]]\nid = \"z\"\n";
    let slips = slips(text);
    let items: Vec<_> = slips.iter().map(|slip| item(text, slip.extent.start, slip.at.end)).collect();
    assert_eq!((items.len(), &items[0]), (2, &items[1]));
    let (place, y) = id(text, items[0].clone()).expect("it has one");
    assert_eq!((&text[place], y), ("\"y\"", "y"));
    let rest = blanked(text, items);
    assert_eq!((rest.len(), rest.matches('\n').count()), (text.len(), text.matches('\n').count()));
    assert!(rest.contains("\"x\"") && rest.contains("\"z\"") && !rest.contains("\"y\"") && !rest.contains('“'));
}

#[test]
fn the_sections_of_an_item_belong_to_it() {
    let text = "[[a]]\nid = \"x\"\n[a.b]\nc = 1\n[[a.d]]\ne = [1\n[[a.d]]\ne = 2\n\n[[a]]\nid = \"z\"\n";
    let slip = &slips(text)[0];
    assert_eq!(
        &text[item(text, slip.extent.start, slip.at.end)],
        text.split("[[a]]\nid = \"z").next().unwrap_or_default()
    );
    let first = text.find("id").unwrap_or_default();
    assert_eq!(item(text, first, first).end, text.rfind("[[a]]").unwrap_or_default());
}
