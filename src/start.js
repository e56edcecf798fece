// Starts the program, and stands between it and the browser. If the program ever stops, through a fault of its own or for lack
// of memory, it is not called again and the page returns to its printed state: links and events are the browser's, and a
// line says so and offers to reload. A program that does not arrive or does not start changes nothing.
const find = (selector) => document.querySelector(selector);
const { documentElement: root } = document;
const reader = find("#reader");
let printed;
let stopped = false;

// Wraps the program's exports. wasm-bindgen's script takes them through this function, so every call into the program passes
// here.
globalThis.palimpsest_guard = (exports) => {
  const guarded = {};
  for (const [name, exported] of Object.entries(exports)) {
    guarded[name] = typeof exported !== "function" ? exported : (...values) => {
      if (stopped) return;
      try {
        return exported(...values);
      } catch (fault) {
        if (!stopped) setTimeout(restore);
        stopped = true;
        throw fault;
      }
    };
  }
  return guarded;
};

const restore = () => {
  // The topmost place in the window, the focus and the open events stay.
  const top = (element) => element.getBoundingClientRect().top;
  const places = [...reader.querySelectorAll("main [id]")].filter((element) => element.getClientRects().length > 0);
  const first = places.find((element) => top(element) >= 0);
  const height = first && top(first);
  const open = reader.querySelectorAll("main details[open]");
  const focused = document.activeElement;
  const there = (element) => element && printed.querySelector(`#${CSS.escape(element.id)}`);

  root.removeAttribute("data-live");
  reader.replaceWith(printed);
  showCopy();
  for (const event of open) there(event.closest("[id]"))?.querySelector("details")?.setAttribute("open", "");
  const around = there(focused.closest("main [id]"));
  const name = focused.getAttribute("href");
  (around?.querySelector(name ? `[href="${CSS.escape(name)}"]` : focused.localName) ?? around)?.focus({ preventScroll: true });
  if (there(first)) scrollBy({ top: top(there(first)) - height, behavior: "instant" });

  const notice = find(".notice");
  notice.hidden = false;
  notice.classList.add("notice-stopped");
  // The status line is there before its words, so that they are announced.
  setTimeout(() => {
    notice.replaceChildren(...find("#stopped_notice").children);
    notice.querySelector("button").addEventListener("click", () => location.reload());
  });
};

// Chromium leaves a link that takes the focus half outside of a bar that is scrolled sideways.
addEventListener("focusin", ({ target }) => target.closest(".edition-parts") && target.scrollIntoView({ block: "nearest", inline: "nearest" }));

// A link mark is a stop of Tab only while its entry has the focus: one for every title would double the walk.
let mark;
addEventListener("focusin", ({ target }) => {
  const next = target.closest(":has(> .link-mark, > * > .link-mark)")?.querySelector(".link-mark");
  if (next === mark) return;
  mark?.setAttribute("tabindex", -1);
  (mark = next)?.removeAttribute("tabindex");
});

// The style sheet opens closed events and cards for print. Chromium before 131, Firefox before 143 and Safari before 18.4 cannot do that.
if (!CSS.supports("selector(::details-content)")) {
  let closed = [];
  const open = (isOpen) => closed.forEach((event) => (event.open = isOpen));
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("main details:not([open])")];
    open(true);
  });
  addEventListener("afterprint", () => {
    open(false);
    closed = [];
  });
  // No reader opened them, so the program does not hear of it.
  addEventListener("toggle", (toggle) => closed.includes(toggle.target) && toggle.stopPropagation(), true);
}

// What the program had printed alone. The browser's own menu prints everything.
addEventListener("afterprint", () => {
  root.removeAttribute("data-print");
  find("[data-printed]")?.removeAttribute("data-printed");
});

// What holds the censor's copy to the light stays on after a short press, and goes off after a long one.
let pressed;
for (const name of ["pointerdown", "keydown"]) addEventListener(name, (press) => press.repeat || (pressed = press.timeStamp), true);
addEventListener("click", (click) => {
  if (click.target.id === "censor_hold" && click.timeStamp - pressed > 400) click.preventDefault();
}, true);

// Which copy of the page was chosen, as long as no program says so.
const showCopy = () => root.hasAttribute("data-live") || root.toggleAttribute("data-censored", find("#copy_censor:checked") !== null);
addEventListener("change", showCopy);
// What a form resets has its value only after the event.
addEventListener("reset", () => setTimeout(showCopy));
showCopy();

try {
  // What the style sheets require, see `docs/engines.md`.
  if (!CSS.supports("(color: light-dark(red, red)) and selector(:popover-open)") || !("popover" in reader)) {
    throw "too old an engine";
  }
  // In the order of Tab a popover follows its source. Engines without sources get the same by hand.
  let knows;
  try {
    reader.showPopover({ get source() { knows = true; } });
  } catch {}
  if (!knows) {
    addEventListener("keydown", (event) => {
      const card = find("#card:popover-open");
      const link = find("[aria-expanded=true]");
      if (event.code !== "Tab" || !card || !link) return;
      const focused = document.activeElement;
      // The browser continues from wherever the focus then is.
      if (event.shiftKey) {
        if (focused === card || focused === find("#card button")) {
          event.preventDefault();
          link.focus();
        }
      } else if (focused === link) {
        card.focus();
      } else if (focused.matches(".card-onward a")) {
        link.focus();
      }
    });
  }
  const script = find("link[rel=modulepreload]");
  if (find("#packed_program")) {
    // The page is one file, with the program in it.
    printed = reader.cloneNode(true);
    await palimpsest_start();
  } else if (script) {
    const { default: init } = await import(script.href);
    // Browsers check the integrity of scripts by themselves, but not of what is fetched. It is fetched as it is preloaded, so
    // that it comes once.
    const { href, dataset: { integrity } } = find("link[rel=preload][as=fetch]");
    const answer = fetch(href, { integrity, mode: "no-cors", credentials: "include" });
    // While the program is on its way.
    printed = reader.cloneNode(true);
    await init({ module_or_path: answer });
  }
} catch (reason) {
  console.error("The program does not start:", reason);
}

// The service worker that keeps the page for reading offline, where publishing has written one.
const { worker } = root.dataset;
if (worker && "serviceWorker" in navigator) {
  const { trustedTypes } = globalThis;
  const address = trustedTypes?.createPolicy("palimpsest", { createScriptURL: () => worker }).createScriptURL("") ?? worker;
  // Storage may be blocked or full, and then there is the network.
  navigator.serviceWorker.register(address, { updateViaCache: "none" }).catch(() => {});
}
