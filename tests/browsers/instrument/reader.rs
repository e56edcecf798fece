//! A reader with only one input device.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::harness;
use crate::page::Page;
use crate::site::Site;

/// The input device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Pointer,
    Keys,
}

/// A reader in front of a window, with only one input device.
pub struct Reader {
    pub page: Page,
    pub way: Way,
    _site: Site,
}

impl Reader {
    /// Opens the page in a window that is 1280 px wide, or 320 px if `narrow`.
    pub async fn of(engine: Engine, narrow: bool, way: Way) -> Self {
        harness::note(format!("{way:?}, {}", if narrow { "320 px" } else { "1280 px" }));
        let site = Site::built().await;
        let page = Page::open(engine, Setup::default()).await;
        if narrow {
            page.go_narrow(&site).await;
        } else {
            page.goto(&site.url("")).await;
        }
        page.until_live().await;
        Self { page, way, _site: site }
    }

    /// Places the reader at this part of the page, from which Tab goes on.
    pub async fn begin_at(&self, selector: &str) -> &Self {
        self.page.bring(selector).await;
        if self.way == Way::Keys {
            let begin = format!(
                "(place => {{ place.tabIndex = -1; place.focus({{ preventScroll: true }}); place.removeAttribute('tabindex'); }})($(\"{selector}\"))"
            );
            self.page.evaluate(&begin).await;
        }
        self
    }

    /// Presses Tab until the element has the focus: several times at once, and then back as many times as that was too many.
    pub async fn reach(&self, selector: &str) {
        // In a card one at a time, because the card closes when the focus leaves it.
        let mut at_once = if selector.starts_with("#card") { 1 } else { 12 };
        let watch = format!("((there, way) => {{ window.way = way; if (document.activeElement === there) return true;
            window.watch ??= document.addEventListener('focusin', ({{ target }}) => window.way.push(target)) ?? true; return false; }})($(\"{selector}\"), [])");
        for _ in 0..80 {
            if self.page.evaluate(&watch).await == true {
                return;
            }
            self.page.tabs(at_once, false).await;
            self.page.settle().await;
            let beyond = self
                .page
                .number(&format!("(at => at < 0 ? -1 : way.length - 1 - at)(way.indexOf($(\"{selector}\")))"))
                .await;
            if beyond > 0.0 {
                // The count is an integer and small.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                self.page.tabs(beyond as usize, true).await;
                self.page.settle().await;
                // An engine may report one focus twice, in which case this went back too far.
                at_once = 1;
            }
        }
        panic!("{:?}: Tab does not lead to {selector}", self.page.engine);
    }

    /// Clicks an element, or moves the focus to it and presses Enter.
    pub async fn use_it(&self, selector: &str) {
        match self.way {
            Way::Pointer => self.page.click(selector).await,
            Way::Keys => {
                self.reach(selector).await;
                self.page.press(Key::Enter).await;
            }
        }
    }

    /// Opens the search.
    pub async fn open_search(&self) {
        match self.way {
            Way::Keys => self.page.chord(Key::Control, 'k').await,
            Way::Pointer => {
                // Where the bar is out of sight, the search is on the time rail beside the article. Elsewhere, scrolling up
                // brings the bar back.
                let sees = |part: &str| {
                    format!(
                        "isReadable('{part}') && document.elementFromPoint(...(({{ left, top, width, height }}) => [left + width / 2, top + height / 2])($('{part}').getBoundingClientRect()))?.closest('{part}')"
                    )
                };
                if self.page.evaluate(&format!("Boolean({})", sees(".scale-search"))).await == true {
                    self.page.click(".scale-search").await;
                } else {
                    self.page.until("isStill()").await;
                    self.page.settle().await;
                    self.page.evaluate("scrollBy({ top: -100, behavior: 'instant' })").await;
                    self.page.until("isReadable('.search-field') && $('.search-field').getBoundingClientRect().top >= 0 && isStill()").await;
                    self.page.click(".search-field").await;
                }
            }
        }
        self.page.until("$('#search_panel').open").await;
    }
}
