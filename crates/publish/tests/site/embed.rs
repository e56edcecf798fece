//! What other sites may show: the page of the story's parts, and what stands beside it.

use std::fs;
use std::path::Path;

use palimpsest_publish::{Engine, Host, Options, headers, publish};
use serde_json::Value;
use tempfile::TempDir;

use super::{BUILT, copy, project};

/// A folder with the second story, and these lines at the end of its `story.toml`.
fn story(lines: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&project().join("tests/fixtures/other-story"), folder.path());
    let file = folder.path().join("story.toml");
    let text = fs::read_to_string(&file).expect("there is an edition");
    fs::write(&file, format!("{text}\n{lines}\n")).expect("written");
    folder
}

fn published(site: &Path, lines: &str) {
    fs::write(site.join("index.html"), BUILT).expect("written");
    publish(&Engine::of_build(site, &project()), story(lines).path(), site, &Options::FINISHED).expect("published");
}

fn read(site: &Path, name: &str) -> String {
    fs::read_to_string(site.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn sites_that_may_show_the_page_get_its_parts() {
    let site = tempfile::tempdir().expect("a folder");
    let lines = "address = \"https://here.example/lamp/\"\nembed = [\"https://lms.example\", \"https://*.b.example\"]";
    published(site.path(), lines);
    let page = read(site.path(), "embed.html");
    for expected in [
        "<div id=\"show_timeline\">",
        "<div id=\"show_people\" hidden",
        "<base target=\"_blank\">",
        "href=\"./#lamp-lit\" aria-label=\"",
        "<a href=\"./\">From “The Lamp at Skarholm”",
        "<meta name=\"frame-ancestors\" content=\"https://lms.example https://*.b.example\">",
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
    // No program, no control that needs one, no copy of what is in the whole page alone, and nothing that is loaded.
    for absent in
        ["data-command", "href=\"#", "<link rel=\"stylesheet", "<link rel=\"preload", "src=\"", "sw.js", "url(f"]
    {
        assert!(!page.replace("<use href=\"#", "<use of=\"").contains(absent), "{absent} is in {page}");
    }
    let policy = page.find("Content-Security-Policy").expect("it has a policy");
    assert!(policy < page.find("<title>").expect("a title"), "the policy comes first");

    assert!(read(site.path(), "embed.js").len() <= 1000);
    let answer: Value = serde_json::from_str(&read(site.path(), "oembed.json")).expect("it is JSON");
    for (key, value) in [("version", "1.0"), ("type", "rich"), ("title", "Timeline – The Lamp at Skarholm")] {
        assert_eq!(answer[key], value);
    }
    assert!(answer["width"].is_u64() && answer["height"].is_u64());
    let markup = answer["html"].as_str().expect("it has markup");
    assert!(
        markup.starts_with("<iframe src=\"https://here.example/lamp/embed.html?show=timeline\" title=\""),
        "{markup}"
    );
    assert!(markup.contains("<script src=\"https://here.example/lamp/embed.js\" async></script>"), "{markup}");

    let whole = read(site.path(), "index.html");
    assert!(whole.contains("type=\"application/json+oembed\" href=\"https://here.example/lamp/oembed.json\""));
    let field = &whole[whole.find("id=\"share_embed\"").expect("the panel shows the markup")..];
    let field = &field[..field.find("</textarea>").expect("it ends")];
    assert!(field.contains("embed.html?show=timeline") && field.contains("&lt;iframe"), "{field}");
}

#[test]
fn the_page_that_others_show_has_a_policy_of_its_own() {
    let site = tempfile::tempdir().expect("a folder");
    published(site.path(), "embed = [\"https://lms.example\"]");
    let theirs = "frame-ancestors 'self' https://lms.example";
    let pages = read(site.path(), "_headers");
    let rule = |path: &str| {
        let rest = pages.split(&format!("{path}\n")).nth(1).unwrap_or_else(|| panic!("{path} has no rule: {pages}"));
        rest.lines().take_while(|line| line.starts_with(' ')).collect::<Vec<_>>().join("\n")
    };
    // Hosts send what two rules give one path together, and browsers then hold to both policies.
    assert!(!rule("/*").contains("Content-Security-Policy"), "{pages}");
    for path in ["/embed.html", "/embed"] {
        let rule = rule(path);
        assert!(rule.ends_with(theirs) && rule.contains("Cross-Origin-Resource-Policy: cross-origin"), "{rule}");
        assert!(rule.contains("Cache-Control: no-cache"), "{rule}");
    }
    for path in ["/", "/index.html", "/e/*", "/sw.js"] {
        assert!(rule(path).ends_with("frame-ancestors 'self'"), "{path}: {pages}");
    }
    for host in [Host::Nginx, Host::Caddy] {
        let config = headers(site.path(), host).expect("there is a configuration");
        assert_eq!(config.matches(theirs).count(), 1, "{config}");
        assert_eq!(config.matches("frame-ancestors").count(), 2, "{config}");
    }
    // Without an address nobody could be told where the page is.
    assert!(!site.path().join("oembed.json").exists());
    assert!(!read(site.path(), "index.html").contains("share_embed"));
}

#[test]
fn where_no_site_may_show_it_nothing_is_there() {
    let site = tempfile::tempdir().expect("a folder");
    published(site.path(), "address = \"https://here.example/\"\nembed = \"*\"");
    assert!(read(site.path(), "_headers").contains("frame-ancestors 'self' *\n"));
    published(site.path(), "address = \"https://here.example/\"");
    for name in ["embed.html", "embed.js", "oembed.json"] {
        assert!(!site.path().join(name).exists(), "{name}");
    }
    assert!(!read(site.path(), "index.html").contains("embed"));
    let headers = read(site.path(), "_headers");
    assert!(headers.starts_with("/*\n  Content-Security-Policy: ") && !headers.contains("embed"), "{headers}");
}
