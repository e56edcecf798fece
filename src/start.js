// Starts the program, and stands between it and the browser. Should it ever stop, by a fault of its own or for want of memory,
// it is called no more, and the page is again as it was printed: links and events are the browser's, what was half done is
// gone, a line says so and offers to load anew. A program that does not come or does not start changes nothing.
const find = (selector) => document.querySelector(selector);
const { documentElement: root } = document;
const reader = find("#reader");
let printed;
let stopped = false;

// What the program offers to its script, which asks for it by this name: every call of it begins here.
globalThis.palimpsest_guard = (exports) => {
  const guarded = {};
  for (const [name, offered] of Object.entries(exports)) {
    guarded[name] = typeof offered !== "function" ? offered : (...values) => {
      if (stopped) return;
      try {
        return offered(...values);
      } catch (fault) {
        if (!stopped) setTimeout(giveBack);
        stopped = true;
        throw fault;
      }
    };
  }
  return guarded;
};

const giveBack = () => {
  // What is first in the window stays where it is, the focus too, and events that are open stay open.
  const top = (element) => element.getBoundingClientRect().top;
  const places = [...reader.querySelectorAll("main [id]")].filter((element) => element.getClientRects().length > 0);
  const first = places.find((element) => top(element) >= 0);
  const height = first && top(first);
  const open = reader.querySelectorAll("main details[open]");
  const focused = document.activeElement;
  const there = (element) => element && printed.querySelector(`#${CSS.escape(element.id)}`);

  root.removeAttribute("data-hydrated");
  reader.replaceWith(printed);
  for (const event of open) there(event.closest("[id]"))?.querySelector("details")?.setAttribute("open", "");
  const around = there(focused.closest("main [id]"));
  const name = focused.getAttribute("href");
  (around?.querySelector(name ? `[href="${CSS.escape(name)}"]` : focused.localName) ?? around)?.focus({ preventScroll: true });
  if (there(first)) scrollBy({ top: top(there(first)) - height, behavior: "instant" });

  const notice = find(".notice");
  notice.hidden = false;
  notice.classList.add("notice-stopped");
  // Read out where it is there before its words.
  setTimeout(() => {
    const button = document.createElement("button");
    button.textContent = "Load again";
    button.addEventListener("click", () => location.reload());
    const line = document.createElement("p");
    line.append("Part of this page has stopped working. All of it can still be read. ", button);
    notice.replaceChildren(line);
  });
};

// Closed events are printed open by the styles. Chromium before 131, Firefox before 143 and Safari before 18.4 do not know how.
if (!CSS.supports("selector(::details-content)")) {
  let closed = [];
  const open = (isOpen) => closed.forEach((event) => (event.open = isOpen));
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".event details:not([open])")];
    open(true);
  });
  addEventListener("afterprint", () => {
    open(false);
    closed = [];
  });
  // Nobody opened them: the program does not hear of it.
  addEventListener("toggle", (toggle) => closed.includes(toggle.target) && toggle.stopPropagation(), true);
}

try {
  // What the styles rest on, as the press writes it around them: see `docs/engines.md`.
  if (!CSS.supports("(color: light-dark(red, red)) and selector(:popover-open)") || !("popover" in reader)) {
    throw "too old an engine";
  }
  // A popover comes after its source in the order of Tab. Engines that do not know of sources are led there, and out of it.
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
      // The browser goes on from where the focus then is.
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
  const { default: init } = await import(find("link[rel=modulepreload]").href);
  // As it was built, or not at all: browsers check by themselves what scripts are, and not what is fetched. It is fetched as it
  // is preloaded, so that it comes once.
  const { href, dataset: { integrity } } = find("link[rel=preload][as=fetch]");
  printed = reader.cloneNode(true);
  await init({ module_or_path: fetch(href, { integrity, mode: "no-cors", credentials: "include" }) });
} catch (reason) {
  console.error("The program does not start:", reason);
}

// The worker that keeps the page for times without network, where the press has written one.
const { worker } = root.dataset;
if (worker && "serviceWorker" in navigator) {
  const { trustedTypes } = globalThis;
  const address = trustedTypes?.createPolicy("palimpsest", { createScriptURL: () => worker }).createScriptURL("") ?? worker;
  // Storage may be blocked or full: then there is the network.
  navigator.serviceWorker.register(address, { updateViaCache: "none" }).catch(() => {});
}
