// A translator as browsers have them. It goes over every text of the page, and over all that comes later. What it makes of
// a text is the text between ‹ and ›: so it is seen what was translated, what was not, and what was twice.
//
// - "wraps", as Chrome's: two elements `font` take the place of a text, which is thrown away.
// - "replaces", as Safari's: a text gets other data.
// - "rebuilds", as Firefox's: a text gets other data; where it stands beside elements, all of them are taken out and
//   put in again, and comments are lost.
window.startTranslator = kind => {
  const left = "script, style, textarea, [translate=no], [contenteditable]";
  const isDone = text => !/\S/.test(text.data) || /^\s*‹/.test(text.data) || text.parentElement.closest(`font, ${left}`);
  const translated = data => data.replace(/^(\s*)([^]*?)(\s*)$/, "$1‹$2›$3");
  const font = content => {
    const font = document.createElement("font");
    font.style.verticalAlign = "inherit";
    font.append(content);
    return font;
  };
  const translate = text => {
    if (!text.parentElement || isDone(text)) return;
    if (kind === "wraps" && !text.parentElement.closest("option, svg")) {
      text.replaceWith(font(font(translated(text.data))));
    } else {
      text.data = translated(text.data);
    }
  };
  const rebuild = element => {
    const nodes = [...element.childNodes];
    nodes.forEach(node => node.remove());
    element.append(...nodes.filter(node => node.nodeType !== Node.COMMENT_NODE));
  };
  const goOver = part => {
    const texts = part.nodeType === Node.TEXT_NODE ? [part] : [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    const fresh = texts.filter(text => text.parentElement && !isDone(text));
    if (kind === "rebuilds") {
      const parents = new Set(fresh.map(text => text.parentElement));
      [...parents].filter(parent => parent.firstElementChild && !parent.closest("svg")).forEach(rebuild);
    }
    fresh.forEach(translate);
  };
  const observer = new MutationObserver(changes => {
    changes.forEach(({ type, target, addedNodes }) => {
      (type === "characterData" ? [target] : [...addedNodes]).filter(node => node.isConnected).forEach(goOver);
    });
    // What it has done itself.
    observer.takeRecords();
  });
  goOver(document.body);
  document.documentElement.lang = "de";
  document.documentElement.classList.add("translated-ltr");
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
};
// What a part says, without the marks.
window.says = selector => document.querySelector(selector).textContent.replace(/[‹›]/g, "").replace(/\s+/g, " ").trim();
// The texts of a part that no translator has seen, those that are not to be translated aside.
window.untranslated = selector => {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const left = texts.filter(({ data, parentElement }) =>
    /\S/.test(data) && !/^\s*‹[^]*›\s*$/.test(data) && !parentElement.closest("script, textarea, [translate=no]"));
  return left.map(text => text.data);
};
