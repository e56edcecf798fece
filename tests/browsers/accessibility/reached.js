// What is wrong about where the focus shows, at each of the stops that Tab made: `window.stops`.
// Not hidden by what sticks to the window (WCAG 2.4.11), within the window, and marked by a ring
// where the browser marks it: what a script focuses it may leave unmarked, what Tab came to it does not.
const [isMarked, done] = arguments;
const wrong = [];
let marked = 0;
// What is not asked for a ring: gone, or shown only while its window has the focus.
let passed = 0;
// What is to be looked at again, where Tab itself leads to it.
window.unseen = [];
// How many points of an element are seen, and of how many.
// What stands for a control that is not drawn itself.
const shows = stop => (stop.matches("[type=radio], .year-handle > input") ? stop.parentElement : stop);
const look = stop => {
  const shown = shows(stop);
  const rects = [...shown.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const points = rects.flatMap(({ left, top, width, height }) =>
    [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].map(([across, down]) => [left + width * across, top + height * down]));
  const seen = points.filter(point => {
    const there = document.elementFromPoint(...point);
    // The room around a note's mark lies on its neighbours and is seen through.
    return there && (shown.contains(there) || there.contains(shown) && there.matches("p, .sentence") || there.matches(".note-mark"));
  });
  return [seen.length, points.length];
};
window.isSeen = stop => {
  const [seen, points] = look(stop);
  return seen >= points / 2;
};
const reach = async stop => {
  // The scale's link to where the reader is goes with the passage, its search with the bar that has one, too.
  if (!stop.isConnected || !stop.checkVisibility({ visibilityProperty: true })) return passed++;
  const named = `${stop.localName}.${stop.getAttribute("class") ?? ""} ${stop.textContent.trim().slice(0, 30)}`;
  stop.focus({ focusVisible: true });
  if (document.activeElement !== stop) {
    wrong.push(`not focused: ${named}`);
    return;
  }
  // In WebKit one window at a time has the focus; what shows only with it is then not to be seen.
  if (stop.matches(".skip-link:not(:focus)")) return passed++;
  const shown = shows(stop);
  // WebKit scrolls to what has the focus as it draws, and what comes near is laid out then.
  for (let frames = 0; frames < 15 && !isSeen(stop); frames++) await new Promise(requestAnimationFrame);
  if (!isSeen(stop)) unseen.push(stop);
  const ring = stop.matches("[type=radio]") ? stop.nextElementSibling : stop.closest("svg") ? stop : shown;
  const { outlineStyle, outlineWidth } = getComputedStyle(ring);
  if (!stop.matches(":focus-visible")) return;
  marked++;
  if (outlineStyle !== "solid" || parseFloat(outlineWidth) < 2) {
    wrong.push(`no ring: ${named}: ${outlineStyle} ${outlineWidth}`);
  }
};
(async () => {
  const stops = [...window.stops];
  for (const stop of stops) await reach(stop);
  if (isMarked && marked < stops.length - passed) wrong.push(`only ${marked} of ${stops.length - passed} were marked`);
})().then(() => done(wrong), fault => done([String(fault)]));
