//! Selected and copied text is what one reads: no note numbers, no labels of controls, nothing twice. Keys copy and paste
//! it, and the paste reveals what was on the clipboard.

use fantoccini::key::Key;
use palimpsest_story::Story;

use super::words::{authors_words, folded, plain};
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;
use palimpsest_tests::story;

journeys!(copies_what_is_read);

/// Words on controls, which nobody wants to copy.
const CONTROLS: [&str; 6] = ["×", "Show their events", "Share", "Full entry", "Back to ", "Details: "];

/// The content of a paste, and of the selection.
struct Copied {
    plain: String,
    html: String,
    selected: String,
}

async fn copies_what_is_read(engine: Engine) {
    let (site, story) = (Site::built().await, story());
    let page = Page::live(engine, &site).await;
    // The field is out of sight, so that nothing scrolls to it.
    page.evaluate(
        "(() => {
            const field = document.createElement('div');
            field.contentEditable = true;
            field.id = 'paste_here';
            field.style.cssText = 'position: fixed; top: 0; left: 0; inline-size: 1px; block-size: 1px; overflow: hidden';
            document.body.append(field);
            document.addEventListener('paste', paste => {
                const [plain, html] = ['text/plain', 'text/html'].map(type => paste.clipboardData.getData(type));
                window.pasted = { plain, html, selected: window.selected };
                paste.preventDefault();
            });
        })()",
    )
    .await;

    let words = authors_words(&story);
    let paragraphs = page.number("$$('.article-part p').length").await;
    for number in [0.0, paragraphs - 1.0] {
        let copied = copy(&page, &format!("$$('.article-part p')[{number}]")).await;
        let paragraph = page.text(&format!("$$('.article-part p')[{number}].textContent")).await;
        assert!(words.contains(&paragraph), "{engine:?}: {paragraph}");
        assert_eq!([folded(&copied.plain), folded(&copied.selected)], [paragraph.clone(), paragraph], "{engine:?}");
        is_clean(&copied, engine);
    }

    let copied = copy(&page, "$('#article')").await;
    is_clean(&copied, engine);
    let mut whole = vec![story.article.title.clone()];
    whole.extend(words);
    // Chromium and Firefox copy a picture as its description.
    let picture = &story.article.picture.as_ref().unwrap().description;
    for text in [&copied.plain, &copied.selected] {
        assert_eq!(folded(&text.replace(picture.as_str(), "")), whole.join(" "), "{engine:?}");
    }

    // An event, first closed and then open.
    let closed = copy(&page, "$('#kronstadt')").await;
    page.evaluate("$('#kronstadt summary').click()").await;
    page.until("isOpen('kronstadt') && isReadable('#kronstadt .event-body')").await;
    let open = copy(&page, "$('#kronstadt')").await;
    copies_event(&closed, false, &story, engine);
    copies_event(&open, true, &story, engine);

    // An entry, and the card that shows it.
    let entry = copy(&page, "$('#kamenev')").await;
    page.click("a.mention[href='#kamenev']").await;
    page.until("cardShown()").await;
    let card = copy(&page, "$('#card')").await;
    for copied in [&entry, &card] {
        is_clean(copied, engine);
        let person = story.people.iter().find(|person| &*person.id == "kamenev").unwrap();
        assert!(copied.plain.starts_with(&person.name), "{engine:?}: {}", copied.plain);
        assert!(folded(&copied.plain).contains(&person.role), "{engine:?}: {}", copied.plain);
        // The years and names in the drawing are not part of the text.
        assert!(!copied.plain.contains("1905"), "{engine:?}: {}", copied.plain);
    }
    page.assert_content().await;
}

fn copies_event(copied: &Copied, open: bool, story: &Story, engine: Engine) {
    is_clean(copied, engine);
    let event = story.events.iter().find(|event| &*event.id == "kronstadt").unwrap();
    let text = folded(&copied.plain);
    assert_eq!(text.matches(&event.title).count(), 1, "{engine:?}: its title stands there once: {text}");
    assert!(text.contains(&folded(&plain(&event.summary))), "{engine:?}: {text}");
    for paragraph in &event.text {
        assert_eq!(text.contains(&folded(&plain(paragraph))), open, "{engine:?}: {text}");
    }
}

/// Asserts that a copy contains no labels or markup of controls, no invisible characters, and no relative links.
fn is_clean(copied: &Copied, engine: Engine) {
    for text in [&copied.plain, &copied.selected] {
        let control = text.lines().find(|line| CONTROLS.iter().any(|control| line.trim().starts_with(control)));
        assert!(control.is_none(), "{engine:?}: copied: {control:?} in {text}");
        assert!(!text.contains(['\u{ad}', '\u{200b}']), "{engine:?}: {text}");
    }
    for junk in ["<button", "<script", "<dialog", "<input"] {
        assert!(!copied.html.contains(junk), "{engine:?}: copied: {junk} in {}", copied.html);
    }
    // Links are copied as words. Where the HTML has an address, it leads to the target from anywhere.
    assert!(!copied.html.contains("href=\"#"), "{engine:?}: {}", copied.html);
}

/// Selects a part of the page, copies it, and pastes it.
async fn copy(page: &Page, part: &str) -> Copied {
    // WebKit uses the clipboard of the screen, which another journey may share, so the paste must match the selection.
    let deadline = std::time::Instant::now() + crate::patience::PATIENCE;
    loop {
        page.evaluate(&format!(
            "(getSelection().selectAllChildren({part}), window.pasted = null, window.selected = String(getSelection()))"
        ))
        .await;
        page.chord(Key::Control, 'c').await;
        page.evaluate("$('#paste_here').focus({ preventScroll: true })").await;
        page.chord(Key::Control, 'v').await;
        page.until("!!window.pasted").await;
        let text = async |name: &str| page.text(&format!("window.pasted.{name}")).await;
        let copied = Copied { plain: text("plain").await, html: text("html").await, selected: text("selected").await };
        let begins = |text: &str| folded(text).chars().take(20).collect::<String>();
        if begins(&copied.plain) == begins(&copied.selected) || std::time::Instant::now() > deadline {
            return copied;
        }
    }
}
