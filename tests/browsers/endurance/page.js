// What the monkey of endurance.rs has in each document: it counts what the page has yet to do, chooses among what is there,
// and looks whether the page is as it must be. Nothing here presses, apart from `monkey.does`.
if (window.monkey) return;
const all = (selector, part = document) => [...part.querySelectorAll(selector)];
const one = selector => document.querySelector(selector);
const monkey = (window.monkey = {});

// What would leave the page, or wait for somebody.
window.print = () => {};
if (navigator.share) navigator.share = () => Promise.resolve();
const follow = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  if (!this.hasAttribute("download")) follow.call(this);
};
addEventListener("click", click => {
  const link = click.target.closest?.("a[href]");
  if (link && !link.getAttribute("href").startsWith("#")) click.preventDefault();
}, true);
// How often another place was gone to in a step.
let arrivals = 0;
addEventListener("click", click => {
  const link = click.target.closest?.("a[href]");
  // Where the page is already, it goes itself.
  if (link && (!click.defaultPrevented || link.hash === location.hash)) arrivals++;
});

// What is yet to come: timers, frames, a step of the history. Timers of more than a second are the WebDriver's; those of
// the program, by which a pointer rests, take a tenth of their time here.
const pending = new Set();
const [later, never, frame] = [setTimeout, clearTimeout, requestAnimationFrame].map(work => work.bind(window));
window.setTimeout = (work, time, ...rest) => {
  const id = later(() => {
    pending.delete(id);
    work(...rest);
  }, time > 1000 ? time : time / 10);
  if (!(time > 1000)) pending.add(id);
  return id;
};
window.clearTimeout = id => {
  pending.delete(id);
  never(id);
};
window.requestAnimationFrame = work => {
  const name = Symbol("frame");
  pending.add(name);
  return frame(time => {
    pending.delete(name);
    work(time);
  });
};
addEventListener("popstate", event => {
  pending.delete("history");
  if (event.state === null) arrivals++;
}, true);
for (const name of ["go", "back", "forward"]) {
  const go = history[name].bind(history);
  history[name] = (...steps) => {
    pending.add("history");
    // At the end of the history nothing comes of it, and no engine says so.
    later(() => pending.delete("history"), 400);
    go(...steps);
  };
}
// A change that moves is made once the engine has taken its picture: later, in a window in which nothing is drawn.
const { startViewTransition } = Document.prototype;
if (startViewTransition) {
  Document.prototype.startViewTransition = function (change) {
    const name = Symbol("change");
    pending.add(name);
    const transition = startViewTransition.call(this, change);
    const done = () => pending.delete(name);
    transition.updateCallbackDone.then(done, reason => {
      hear("change refused:", reason);
      done();
    });
    return transition;
  };
}
// What the page heard last, and what the engine refused to it: told with what is not as it must be.
const heard = [];
const hear = (...words) => {
  heard.push(words.join(" "));
  if (heard.length > 30) heard.shift();
};
for (const name of ["click", "input", "change", "popstate"]) {
  addEventListener(name, ({ target, isTrusted }) => {
    hear(isTrusted ? "" : "played:", name, target.dataset?.command ?? target.nodeName ?? "window", target.value ?? "", location.search);
  }, true);
}
for (const name of ["pushState", "replaceState"]) {
  const write = history[name].bind(history);
  history[name] = (...entry) => {
    try {
      write(...entry);
    } catch (reason) {
      hear(name, "refused:", reason);
      throw reason;
    }
  };
}
let changes = 0;
new MutationObserver(() => changes++).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

// At rest is a page that has nothing to do, and to which nothing happens for three frames.
let still = 0;
let resting = false;
let frames = 0;
const watch = before => {
  if (!resting) return;
  frames++;
  const now = [scrollX, scrollY, innerWidth, changes, document.activeElement?.tagName].join();
  const moving = document.getAnimations().some(animation => animation.playState === "running");
  still = now === before && pending.size === 0 && !moving ? still + 1 : 0;
  // A window in which nothing is drawn may get no frames: WebKit's, after it was resized.
  let goesOn = false;
  const next = () => {
    if (!goesOn) later(() => watch(now));
    goesOn = true;
  };
  frame(next);
  later(next, 200);
};

// What the page shows, in the words of its address; and what its address says.
monkey.shown = () => {
  const card = one("#card");
  const [from, to] = ["years from", "years to"].map(name => one(`[data-command="${name}"]`));
  const followed = ["first", "second"].map(which => one(`.faces [data-followed=${which}]`)?.dataset.shows);
  const chosen = name => one(`input[name=${name}]:checked`)?.dataset.command.split(" ")[1] ?? "";
  const whole = from.value === from.min && to.value === to.max;
  return {
    card: (card.dataset.transient === undefined && card.dataset.shows) || "",
    follow: followed.filter(Boolean).join(),
    order: chosen("order"),
    scope: one(".events").dataset.scope ?? "all",
    others: chosen("others"),
    copy: chosen("copy"),
    years: whole ? "" : `${from.value}-${to.value}`,
    open: all("details[data-event][open]").map(event => event.dataset.event).sort().join(),
  };
};
monkey.said = () => {
  const said = new URLSearchParams(location.search);
  const word = name => said.get(name) ?? "";
  const events = all("details[data-event]").map(event => event.dataset.event);
  const open = word("open") === "all" ? events : word("open").split(",").filter(Boolean);
  const place = location.hash.slice(1);
  if (events.includes(place) && !said.has("card") && !open.includes(place)) open.push(place);
  return {
    card: word("card").split(".")[0].split(",").at(-1),
    follow: word("follow"),
    order: word("order") || "time",
    scope: word("scope") === "told" ? "article" : "all",
    others: word("others") === "dimmed" ? "show" : "hide",
    copy: word("copy") || "written",
    years: word("years"),
    open: open.sort().join(),
  };
};

// What is not as it must be.
const article = one("#article").textContent;
const faults = () => {
  const found = window.complaints.splice(0);
  const must = (holds, ...words) => holds || found.push(words.join(" "));
  const [shown, said] = [monkey.shown(), monkey.said()].map(JSON.stringify.bind(JSON));
  must(shown === said, "shown:", shown, "said:", said, location.href);
  const ids = all("[id]").map(part => part.id);
  must(new Set(ids).size === ids.length, "an id twice:", ids.filter((id, at) => ids.indexOf(id) < at));
  must(all("h1").length === 1, "headings of the page:", all("h1").length);
  must(one("#article").textContent === article, "the article's words have changed");
  must(!/undefined|\bNaN\b|\[object/.test(one("#reader").textContent), "undefined, or not a number");
  must(all("dialog[open]").length <= 1, "more than one panel");
  must(all("[data-turning]").length === 0, "an event is still about to turn");
  const card = one("#card");
  const open = card.matches(":popover-open");
  const before = one("dialog[open], .sheet:popover-open");
  must(open ? card.dataset.shows : !card.dataset.shows || before, "the card is", open ? "shown, and empty" : "filled, and hidden");
  const beside = all("main [aria-expanded=true][aria-controls=card]");
  must(beside.length <= 1 && (open || before || beside.length === 0), "links with a card:", beside.length);
  const lit = [...new Set(all("[data-command='follow here'][aria-pressed=true]").map(it => it.closest("[data-shows]")?.dataset.shows ?? it.closest("[id]").id))];
  must(lit.sort().join() === monkey.shown().follow.split(",").sort().join(), "buttons that say who is followed:", lit);
  // A key, or a press without a pointer, never takes the focus from a control to nowhere, unless it goes to another place:
  // engines begin anew there. Nor where what had the focus is not shown any more in a window of another width.
  must(!monkey.holds || monkey.hastens || arrivals || isFocused(), "the focus is lost; it was at", monkey.holds);
  return found;
};

const name = part => {
  const [, ...names] = part.outerHTML.slice(0, 160).match(/^<([^>]*)/) ?? [];
  const within = part.closest("#card, dialog, .sheet")?.id ?? part.parentElement?.closest("[id]")?.id;
  return `<${names}> in ${within}`;
};
// Where it is in the window: from left to right, from top to bottom.
const area = part => {
  const { left, top, right, bottom } = part.getClientRects()[0] ?? part.getBoundingClientRect();
  const within = (at, end) => Math.floor(Math.min(Math.max(at, 2), end - 3));
  return [[within(left, innerWidth), within(right, innerWidth)], [within(top, innerHeight), within(bottom, innerHeight)]];
};
const isFocused = () => document.activeElement && document.activeElement !== document.body;

// Begins a step: what is of a kind and can be pressed, and which of it. Of a panel before the page nothing else.
monkey.choose = (kinds, draw) => {
  resting = false;
  arrivals = 0;
  monkey.holds = null;
  const panel = one("dialog[open]");
  const drawn = { visibilityProperty: true };
  const there = all(kinds, panel ?? document).filter(part => part.checkVisibility(drawn) && !part.disabled);
  const part = there[draw % there.length];
  monkey.chosen = part;
  if (!part) return null;
  const { top, bottom } = part.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) part.scrollIntoView({ block: "center", behavior: "instant" });
  const box = area(part);
  const [x, y] = box.map(([from, to]) => Math.floor((from + to) / 2));
  return { name: name(part), area: box, x, y };
};
// Begins a step of keys: they go where the focus is. What was opened while nothing had the focus has none to give back.
const nowhere = new WeakSet();
// Firefox leaves the focus with a card that a press beside it has closed.
const isHeld = () => isFocused() && document.activeElement.checkVisibility();
const opens = panel => (isHeld() ? nowhere.delete(panel) : nowhere.add(panel));
addEventListener("beforetoggle", event => event.newState === "open" && opens(event.target), true);
const { showModal } = HTMLDialogElement.prototype;
HTMLDialogElement.prototype.showModal = function () {
  opens(this);
  showModal.call(this);
};
// Where a selection stands elsewhere, Firefox's arrow keys are the selection's, and take the focus along.
monkey.hold = (moves = false) => {
  const { anchorNode } = getSelection();
  if (moves && anchorNode && !document.activeElement?.contains(anchorNode)) return;
  const panel = document.activeElement?.closest("dialog, [popover]");
  if (isHeld() && !nowhere.has(panel)) monkey.holds = name(document.activeElement);
};
// Goes through the history, a task later: this document may be left by it.
monkey.go = way => {
  pending.add("history");
  later(() => history[way]());
};
monkey.focus = () => {
  monkey.chosen.focus?.({ preventScroll: true });
  monkey.hold();
};
// The report of a step, once the page is at rest; before that `null`.
monkey.look = () => {
  if (!resting) {
    [resting, still] = [true, 0];
    watch();
  }
  if (still < 3) return null;
  const found = faults();
  if (found.length > 0) found.push(...heard);
  resting = monkey.hastens = false;
  return { faults: found };
};
// What keeps a page from coming to rest.
monkey.waits = () => [
  ...pending, ...document.getAnimations().map(it => it.playState), { still, frames, changes, at: [scrollX, scrollY] },
].map(it => JSON.stringify(it) ?? String(it)).join(" ");
// Everything as it is when the page opens, so that two of them can be compared; and how much that is.
const born = performance.timeOrigin;
monkey.size = () => ({
  document: born,
  elements: all("*").length,
  memory: window.programMemory?.buffer.byteLength ?? 0,
  within: all("#reader [id]:not(li, a, span, h2, h3)").map(part => `${part.id} ${all("*", part).length}`),
});
