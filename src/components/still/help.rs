//! What the page can do, and the keys for it.

use palimpsest_story::Story;
use yew::prelude::*;

use super::masthead::author_names;

/// In a few lines, for somebody who asks.
pub(crate) fn help(story: &Story) -> Html {
    let lines = [
        (
            "A name, a date, a number or a dashed word in the article",
            "opens a card beside the sentence. The card leads on \
            to other cards and back again; “Go there” takes you to the place itself, and Back to your sentence.",
        ),
        (
            "The strip beside the text",
            "is drawn to scale and marks where the passage stands in time. Drag over it to look at \
            a few years only; each mark on it leads to its event.",
        ),
        (
            "“Follow”",
            "lights up somebody’s places in the article and their events on the timeline, with their age at each. \
            Follow a second person to see what the two share.",
        ),
        ("The address", "always says what you see: copy it, and somebody else sees the same."),
    ];
    let keys = [
        ("Tab, Shift+Tab", "to the next link or button, and back; from an open link into its card"),
        ("Enter", "opens a card, closes it, follows a link"),
        ("Esc", "closes the card, the search, this"),
        ("Ctrl+K or Cmd+K", "searches"),
        ("Up, Down", "in the search: the answers; on the strip: the events"),
        ("Ctrl or Cmd and the wheel", "over the strip or the chart: fewer years, or more"),
        ("Alt+Left", "back to where you were"),
    ];
    html! {
        <>
            <h2>{ "What is this?" }</h2>
            <p>
                { ["An article about history, word for word, with what its editors add around it: a timeline, people, notes \
                    and sources. The words of the article are ", &author_names(story), "’s; everything else is ours, says so, \
                    and names its source."].concat() }
            </p>
            <dl class="help-list">{ for lines.map(|(term, text)| html! { <div><dt>{ term }</dt><dd>{ text }</dd></div> }) }</dl>
            <h3>{ "Keys" }</h3>
            <dl class="help-keys">{ for keys.map(|(term, text)| html! { <div><dt>{ term }</dt><dd>{ text }</dd></div> }) }</dl>
            <p>{ "Nothing you do here leaves this page. What you choose stays on this device." }</p>
        </>
    }
}
