// What of the text a reader cannot have: cut off by its box, beyond the edge of the window, or on other text. Run with the
// prelude; a line each.
const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const named = part => `${part.localName}.${part.getAttribute("class") ?? ""}#${part.closest("[id]")?.id ?? ""}`;
// Drawings move under their lane; what stands in them is said beside them in words. Events that step back are cut to a line
// on purpose, at any size, and opened to be read. The parts of the page are scrolled sideways where there is no room, and the
// search is a glass there.
// The stops of a road stand side by side there. What lies over a handle takes the finger, and a way on is seen with the focus.
const drawn = ".lane, .scale svg, .visually-hidden, .edition-parts, .search-field, .stops, .year-handle label, .skip-link:not(:focus), .events[data-dimmed] > .event:not([data-in-front]):not(:has([open]))";
const overlay = document.querySelector("dialog[open], :popover-open");
const within = (overlay ?? document.body);
const stuck = part => {
  for (let at = part; at && at !== within; at = at.parentElement) {
    if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return true;
  }
  return false;
};
const found = [];
const lines = [];
while (text.nextNode()) {
  const node = text.currentNode;
  const part = node.parentElement;
  if (!node.data.trim() || !within.contains(part) || part.closest(drawn)) continue;
  if (!overlay && part.closest("dialog, [popover]")) continue;
  if (!part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const words = node.data.trim().slice(0, 40);
  const box = overlay?.getBoundingClientRect() ?? { left: 0, right: root.clientWidth };
  let loose = stuck(part);
  for (const { left, right, top, height, width } of range.getClientRects()) {
    if (width < 1) continue;
    if (right > box.right + 1 || left < box.left - 1) found.push(`beyond the edge: ${named(part)}: ${words}`);
    // The middle of a line: its ends reach into its neighbours where lines are close.
    if (!loose) lines.push({ left: left + 1, right: right - 1, top: top + 0.3 * height, bottom: top + 0.7 * height, part, words });
  }
}
lines.sort((one, other) => one.top - other.top);
lines.forEach((line, at) => {
  for (let next = at + 1; next < lines.length && lines[next].top < line.bottom; next += 1) {
    const other = lines[next];
    if (line.left < other.right && other.left < line.right) {
      found.push(`on each other: ${named(line.part)}: ${line.words} / ${named(other.part)}: ${other.words}`);
    }
  }
});
for (const part of within.querySelectorAll("*")) {
  // Fields scroll what is too long for them.
  if (part.closest(`${drawn}, svg, option, input`) || !part.checkVisibility({ contentVisibilityAuto: true })) continue;
  const { overflowX, overflowY } = getComputedStyle(part);
  const cuts = way => ["hidden", "clip"].includes(way);
  const wide = cuts(overflowX) && part.scrollWidth > part.clientWidth + 1;
  const high = cuts(overflowY) && part.scrollHeight > part.clientHeight + 1;
  if (part.clientWidth > 0 && (wide || high)) found.push(`cut off: ${named(part)}: ${part.textContent.trim().slice(0, 40)}`);
  // Buttons and lists do not cut, but what they say must stand in them.
  if (part.matches("button, select, label > span") && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) {
    found.push(`too small for its words: ${named(part)}: ${part.textContent.trim().slice(0, 40)}`);
  }
}
if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`);
if (overlay && overlay.scrollWidth > overlay.clientWidth + 1) found.push(`${named(overlay)} scrolls sideways: ${overlay.scrollWidth} of ${overlay.clientWidth}`);
return [...new Set(found)];
