//! Citations in the editors' texts.

use super::compiled;

#[test]
fn citations_are_read_as_pandoc_reads_them() {
    let text = |citation: &str| {
        let compilation = compiled("", &[("months.", &format!("months {citation}."))]);
        let report = compilation.report();
        let story = compilation.story.unwrap_or_else(|| panic!("{citation}: {report}"));
        story.events[0].text[0].iter().map(|inline| inline.text.as_str()).collect::<String>()
    };
    let short = text("[@register-1801]");
    let year = short.rsplit_once(' ').map(|(_, year)| year.trim_end_matches([')', '.'])).unwrap_or_default().to_owned();
    let body = short.trim_start_matches("It took her three months (").trim_end_matches(").");
    let author = body.trim_end_matches(&year).trim_end().trim_end_matches(',');
    assert_eq!(text("[see @register-1801, p. 5]"), format!("It took her three months (see {body}, p. 5)."));
    assert_eq!(text("[-@register-1801]"), format!("It took her three months ({year})."));
    assert_eq!(text("as @register-1801 says"), format!("It took her three months as {author} ({year}) says."));
    assert_eq!(
        text("as @register-1801 [p. 5] says"),
        format!("It took her three months as {author} ({year}, p. 5) says.")
    );
    assert_eq!(text("as -@register-1801 says"), format!("It took her three months as ({year}) says."));
    assert_eq!(text("as -@register-1801 [p. 5] says"), format!("It took her three months as ({year}, p. 5) says."));
    assert_eq!(
        text("me\\\\@example.org and me@example.org"),
        "It took her three months me@example.org and me@example.org."
    );
    assert_eq!(text("[*see* @register-1801, pp. 3-5]"), format!("It took her three months (see {body}, pp. 3–5)."));
    for (citation, message) in [
        ("[the book @register-1801](#voss)", "a citation within a link leads to two places"),
        ("[@ register-1801]", "the citation \"[@ register-1801]\" names no source"),
        ("[@register-1801, p. 3 [sic]]", "a citation in brackets contains no other brackets"),
        ("[@REGISTER-1801]", "write its id, \"register-1801\""),
    ] {
        let report = compiled("", &[("months.", &format!("months {citation}."))]).report();
        assert!(report.contains(message), "{citation}: {report}");
    }
    assert!(!compiled("", &[("months.", "months *[@register-1801]*.")]).report().contains("nothing separates"));
    let unknown = compiled("", &[("months.", "months, as @regster-1801 says.")]);
    assert!(unknown.report().contains("unknown source \"regster-1801\""), "{}", unknown.report());
}
