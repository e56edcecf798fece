//! Photographs: portraits cut to their frame, and figures in several widths.

use std::fs;
use std::path::Path;

use image::{DynamicImage, GenericImageView, Rgb, RgbImage};
use palimpsest_compiler::files::Folder;
use palimpsest_compiler::{compile, compile_folder};
use palimpsest_publish::{Engine, Host, Options, headers, probe, publish, single_file};
use tempfile::TempDir;

use super::{BUILT, copy, project};

/// A picture without large plain parts, which would be small in any width.
fn picture(width: u32, height: u32) -> DynamicImage {
    let shade = |x: u32, y: u32| u8::try_from((x * 7 + y * 13 + x * y / 17) % 256).expect("a byte");
    RgbImage::from_fn(width, height, |x, y| Rgb([shade(x, y), shade(y, x), shade(x + y, x)])).into()
}

/// The second story with two photographs as portraits and with figures.
fn story() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    copy(&project().join("tests/fixtures/other-story"), folder.path());
    let change = |name: &str, from: &str, to: &str| {
        let text = fs::read_to_string(path(name)).expect("there is such a file");
        assert!(text.contains(from), "{name}");
        fs::write(path(name), text.replace(from, to)).expect("written");
    };
    change("people.toml", "role =", "portrait_credit = \"Lund & Sons, public domain\"\nrole =");
    change("story.toml", "editors =", "embed = \"*\"\nlicense = \"CC0-1.0\"\neditors =");
    let figures = "![Waves](<a (1), sea.jpg> \"Lund\")\nThe sea.\n\n![A chart](chart.png)\n\n![A boat](small.jpg)\n";
    change("article.md", "## The Quarrel", &format!("{figures}\n## The Quarrel"));
    let event =
        "figure = { file = \"storm.jpg\", description = \"Foam\", caption = \"The *storm*.\", credit = \"Holm\" }";
    change("events.toml", "title = \"The great storm\"", &format!("title = \"The great storm\"\n{event}"));
    fs::create_dir(path("portraits")).expect("made");
    for (name, image) in [
        ("portraits/brandt.jpg", picture(900, 700)),
        ("portraits/vik.png", picture(100, 400)),
        ("a (1), sea.jpg", picture(1500, 1000)),
        ("chart.png", picture(2100, 40)),
        ("small.jpg", picture(300, 200)),
        ("storm.jpg", picture(1400, 1000)),
    ] {
        image.save(path(name)).expect("written");
    }
    folder
}

fn publish_into(site: &Path, story: &Path, options: &Options) -> String {
    fs::write(site.join("index.html"), BUILT).expect("written");
    publish(&Engine::of_build(site, &project()), story, site, options).expect("the story is published");
    fs::read_to_string(site.join("index.html")).expect("there is a page")
}

/// The values of an attribute in a page, in order.
fn values<'page>(page: &'page str, attribute: &str) -> Vec<&'page str> {
    page.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Width and height of a picture of a site.
fn size(site: &Path, name: &str) -> (u32, u32) {
    image::open(site.join(name)).unwrap_or_else(|error| panic!("{name}: {error}")).dimensions()
}

#[test]
fn photographs_stand_where_drawings_do() {
    let (site, story) = (tempfile::tempdir().expect("a folder"), story());
    let page = publish_into(site.path(), story.path(), &Options::FINISHED);
    let portraits: Vec<&str> =
        values(&page, "href").into_iter().filter(|href| href.starts_with("portraits/")).collect();
    let [brandt, vik] = portraits[..] else { panic!("{portraits:?}") };
    let named = |name: &str, start: &str, end: &str| {
        name.strip_prefix(start).is_some_and(|rest| rest.strip_suffix(end).is_some_and(|digest| !digest.is_empty()))
    };
    assert!(named(brandt, "portraits/brandt-", ".jpg") && named(vik, "portraits/vik-", ".png"), "{portraits:?}");
    assert_eq!([size(site.path(), brandt), size(site.path(), vik)], [(288, 336), (100, 116)]);
    assert!(
        page.contains("<symbol id=\"portrait_vik\" viewBox=\"0 0 120 140\"><image href=\"portraits/vik-"),
        "{page}"
    );
    assert!(page.matches("href=\"#portrait_brandt\"").count() > 1, "where portraits are shown");
    for words in ["Portrait: Lund &amp; Sons, public domain", "<li>Ada Brandt: Lund &amp; Sons, public domain</li>"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("portraits are drawings"));
    // As it was given, for those who keep the data.
    assert!(
        site.path().join("data/portraits/brandt.jpg").is_file() && !site.path().join("portraits/brandt.jpg").exists()
    );
    let data = fs::read_to_string(site.path().join("data/story.json")).expect("there are data");
    assert!(data.contains("\"portrait\": \"portraits/brandt.jpg\""), "{data}");
    let manifest = fs::read_to_string(site.path().join("data/manifest.json")).expect("there is a manifest");
    let rights = manifest.split("portraits/vik.png").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
    assert!(!rights.contains("CC0"), "the license of the edition is not that of a photograph: {rights}");

    let embed = fs::read_to_string(site.path().join("embed.html")).expect("it is made");
    assert_eq!(embed.matches("<image href=\"data:image/").count(), 2);
    assert!(embed.contains(" img-src data:;") && !embed.contains("portraits/brandt"), "it loads nothing");
    let worker = fs::read_to_string(site.path().join("sw.js")).expect("there is a worker");
    let headers = fs::read_to_string(site.path().join("_headers")).expect("there are headers");
    for name in portraits {
        assert!(worker.contains(&format!("{name:?}:\"sha256-")), "{name} is there without a network");
    }
    assert!(headers.contains("immutable"), "{headers}");
}

#[test]
fn figures_come_in_several_widths() {
    let (site, story) = (tempfile::tempdir().expect("a folder"), story());
    let page = publish_into(site.path(), story.path(), &Options::FINISHED);
    let [sea, chart, storm] = values(&page, "srcset")[..] else { panic!("{page}") };
    for (set, widths, ending) in
        [(sea, &[640, 1280, 1500][..], "jpg"), (chart, &[640, 1280, 1920], "png"), (storm, &[640, 1280, 1400], "jpg")]
    {
        let files: Vec<(&str, u32)> = set
            .split(", ")
            .map(|candidate| candidate.split_once(' ').expect("a width"))
            .map(|(name, width)| (name, width.trim_end_matches('w').parse().expect("a number")))
            .collect();
        assert_eq!(files.iter().map(|(_, width)| *width).collect::<Vec<_>>(), widths, "{set}");
        for (name, width) in files {
            assert_eq!(size(site.path(), name).0, width, "{name}");
            assert!(name.ends_with(ending) && !name.contains([' ', ',']), "{name}");
        }
    }
    let sources: Vec<&str> = page.split("<img ").skip(1).filter_map(|rest| rest.split('>').next()).collect();
    let [first, second, third, fourth] = sources[..] else { panic!("{sources:?}") };
    assert!(first.contains("src=\"resized/a--1---sea-1280-") && first.contains("loading=\"lazy\""), "{first}");
    assert!(first.contains("width=\"1500\" height=\"1000\""), "{first}");
    assert!(first.contains("sizes=\"(max-width: 46rem) 100vw, 46rem\""), "{first}");
    assert!(second.contains("src=\"resized/chart-1280-"), "{second}");
    assert!(third.contains("src=\"small.jpg\"") && !third.contains("srcset"), "{third}");
    assert!(fourth.contains("src=\"resized/storm-1280-") && fourth.contains("alt=\"Foam\""), "{fourth}");
    let caption = "<figcaption>The <em>storm</em>. <span class=\"credit\">Holm</span></figcaption>";
    assert!(page.contains(caption), "{page}");
    let embed = fs::read_to_string(site.path().join("embed.html")).expect("it is made");
    assert!(!embed.contains("storm-") && !embed.contains("Foam"), "it loads nothing");
    // One width for offline use; what was given is with the data.
    let worker = fs::read_to_string(site.path().join("sw.js")).expect("there is a worker");
    assert!(worker.contains("chart-1280-") && !worker.contains("chart-640-"), "{worker}");
    assert!(site.path().join("data/chart.png").is_file() && !site.path().join("chart.png").exists());

    // Again, and by somebody else: the same.
    let other = tempfile::tempdir().expect("a folder");
    assert!(publish_into(other.path(), story.path(), &Options::FINISHED) == page);
    assert!(publish_into(site.path(), story.path(), &Options::FINISHED) == page);

    // Editors see what they gave at once.
    let served = publish_into(other.path(), story.path(), &Options::SERVED);
    assert!(served.contains("src=\"chart.png\"") && !served.contains("srcset"), "{served}");
}

#[test]
fn a_page_in_one_file_has_one_width() {
    let (folder, story) = (tempfile::tempdir().expect("a folder"), story());
    fs::write(folder.path().join("index.html"), BUILT).expect("written");
    let compiled = compile(story.path()).story.expect("it is sound");
    let engine = Engine::of_build(folder.path(), &project());
    let (page, notices) = single_file(&engine, compiled, story.path(), &Options::FINISHED).expect("one file");
    assert!(!page.contains("srcset") && !page.contains("sizes=") && notices.is_empty());
    assert_eq!(page.matches("src=\"data:image/").count(), 4);
    assert_eq!(page.matches("<image href=\"data:image/").count(), 2);
}

/// Adds figures to a story: copies of one picture, each with a number in its name.
fn add_figures(story: &Path, name: &str, count: usize, [width, height]: [u32; 2]) {
    let first = story.join(format!("{name}-1.jpg"));
    picture(width, height).save(&first).expect("written");
    let mut article = fs::read_to_string(story.join("article.md")).expect("there is an article");
    for number in 1..=count {
        let file = format!("{name}-{number}.jpg");
        if number > 1 {
            fs::copy(&first, story.join(&file)).expect("copied");
        }
        article.extend(["\n![Waves](", &file, ")\n"]);
    }
    fs::write(story.join("article.md"), article).expect("written");
}

#[test]
fn however_many_pictures_there_are_the_site_is_published() {
    let (site, story) = (tempfile::tempdir().expect("a folder"), story());
    let rules = || {
        let headers = fs::read_to_string(site.path().join("_headers")).expect("there are headers");
        headers.lines().filter(|line| line.starts_with('/')).map(str::to_owned).collect::<Vec<_>>()
    };
    // Each of them becomes two files, which share a rule in their folder.
    add_figures(story.path(), "wide", 60, [700, 20]);
    let page = publish_into(site.path(), story.path(), &Options::FINISHED);
    assert_eq!(values(&page, "srcset").iter().filter(|set| set.contains("resized/wide-")).count(), 60);
    assert!(headers(site.path(), Host::Pages).is_ok());
    assert!(
        rules().contains(&"/resized/*".to_owned()) && rules().contains(&"/portraits/*".to_owned()),
        "{:?}",
        rules()
    );

    // Those that are small enough as they are keep their names, each of which needs a rule.
    add_figures(story.path(), "small", 110, [30, 20]);
    let engine = Engine::of_build(site.path(), &project());
    let notices = publish(&engine, story.path(), site.path(), &Options::FINISHED).expect("it is published");
    assert!(notices.iter().any(|notice| notice.starts_with("note: Cloudflare Pages takes 100 rules")), "{notices:?}");
    let problem = headers(site.path(), Host::Pages).expect_err("there are too many").to_string();
    assert!(problem.contains("100 rules") && problem.contains("/small-"), "{problem}");
    assert_eq!(rules().len(), 100);
    for path in ["/*", "/", "/index.html", "/sw.js", "/embed.html", "/resized/*"] {
        assert!(rules().contains(&path.to_owned()), "{path}: {:?}", rules());
    }
    for host in [Host::Nginx, Host::Caddy] {
        let config = headers(site.path(), host).expect("it takes any number");
        assert!((1..=110).all(|number| config.contains(&format!("/small-{number}.jpg"))), "{host:?}");
    }
}

#[test]
fn a_picture_that_cannot_be_decoded_is_named() {
    for (name, bytes) in [("chart.png", &b"no picture"[..]), ("portraits/brandt.jpg", b"\xff\xd8\xff\xe0")] {
        let (site, story) = (tempfile::tempdir().expect("a folder"), story());
        fs::write(site.path().join("index.html"), BUILT).expect("written");
        fs::write(story.path().join(name), bytes).expect("written");
        let engine = Engine::of_build(site.path(), &project());
        let error = publish(&engine, story.path(), site.path(), &Options::FINISHED).expect_err("it is damaged");
        let error = format!("{error:#}");
        assert!(error.contains(name) && error.contains("save it again as JPEG, PNG or WebP"), "{error}");
        assert!(fs::read_to_string(site.path().join("index.html")).expect("a page") == BUILT, "the site stays");
    }
}

#[test]
fn a_check_finds_what_a_build_refuses() {
    let story = story();
    let report = || compile_folder(&Folder::read(story.path()).probing(probe)).report();
    assert!(!report().contains("error: "), "{}", report());
    let whole = |name: &str| fs::read(story.path().join(name)).expect("it is there");
    let cut = |name: &str| whole(name)[..whole(name).len() / 2].to_vec();
    for (name, bytes, place) in [
        ("chart.png", Vec::new(), "article.md:"),
        ("chart.png", cut("chart.png"), "article.md:"),
        ("storm.jpg", b"GIF89a".to_vec(), "events.toml:"),
        ("portraits/brandt.jpg", whole("portraits/brandt.jpg")[..400].to_vec(), "people.toml:"),
        ("portraits/vik.png", Vec::new(), "people.toml:"),
    ] {
        let kept = whole(name);
        fs::write(story.path().join(name), bytes).expect("written");
        let report = report();
        let message = format!("error: no page can show \"{name}\": ");
        assert!(report.contains(&message) && report.contains(place) && report.contains("1 error"), "{report}");
        fs::write(story.path().join(name), kept).expect("written");
    }
    fs::remove_file(story.path().join("portraits/vik.png")).expect("removed");
    for (drawing, reason) in
        [("<svg viewBox=\"0 0 1 1\"><script/></svg>", "<script> cannot stand"), ("", "it is empty")]
    {
        fs::write(story.path().join("portraits/vik.svg"), drawing).expect("written");
        assert!(report().contains(&format!("error: no page can show \"portraits/vik.svg\": {reason}")), "{}", report());
    }
}
