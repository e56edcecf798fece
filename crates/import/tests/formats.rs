//! Whoever has a file learns from the help and from the manual that it can be imported.

const HELP: &str = include_str!("../../cli/src/arguments.rs");
const MANUAL: &str = include_str!("../../../story/README.md");

#[test]
fn the_help_and_the_manual_name_every_format() {
    for format in [
        "TimelineJS",
        "CSV",
        "XLSX",
        "ODS",
        "Markdown",
        "BibTeX",
        "biblatex",
        "CSL-JSON",
        "GEDCOM",
        "5.5.1 or 7",
        "timeline.json",
    ] {
        assert!(HELP.contains(format), "the help does not name {format}");
        assert!(MANUAL.contains(format), "the manual does not name {format}");
    }
}

#[test]
fn what_nothing_reads_is_told_what_is_read() {
    let error = palimpsest_import::read("talk.pptx", b"slides", None).expect_err("nothing reads it");
    for format in ["TimelineJS", "BibTeX or biblatex", "CSL-JSON", "GEDCOM 5.5.1 or 7", "Markdown"] {
        assert!(error.to_string().contains(format), "{error}");
    }
}

#[test]
fn a_file_in_utf_16_is_read_and_another_encoding_is_named() {
    let units: Vec<u8> = "\u{feff}Year\tHeadline\n1801\tGröße\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let draft = palimpsest_import::read("unicode.tsv", &units, None).expect("Excel calls it Unicode text");
    assert_eq!(draft.events[0].title, "Größe");
    let error = palimpsest_import::read("a.md", b"# Gr\xf6\xdfe der Uhr\n", None).expect_err("it is Windows-1252");
    assert!(error.to_string().contains("Windows-1252") && error.to_string().contains("iconv"), "{error}");
}
