// Shows the story's problems in the previewed page: all of them in a list at the bottom, and each beside its place. The
// elements are in a separate shadow tree, so that neither the page's styles nor its program affect them.
{
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; font: 15px/1.45 system-ui, sans-serif; color: #1b1b1b; }
    section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-block-size: 45vh; overflow: auto; background: #fff8e6; border-block-start: 3px solid #8a5a00; }
    section.error { background: #fff1ef; border-color: #b3261e; }
    summary { padding: .5em 1em; cursor: pointer; font-weight: 600; }
    ol { margin: 0; padding: 0 1em .75em 2.5em; }
    li { margin-block: .5em; }
    p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    code { font: 13px/1.4 ui-monospace, monospace; color: #555; }
    a { color: #0b57d0; }
    .mark { position: absolute; z-index: 2147483646; max-inline-size: min(28em, 80vw); padding: .15em .6em; border-radius: .3em; background: #8a5a00; color: #fff; font-size: 13px; pointer-events: none; }
    .mark.error { background: #b3261e; }
    @media (prefers-color-scheme: dark) {
      :host { color: #f0ece4; }
      section { background: #2b2413; } section.error { background: #34191a; }
      code { color: #c9c2b6; } a { color: #a8c7fa; }
    }
    @media print { :host { display: none; } }`);
  shadow.adoptedStyleSheets = [style];
  const section = shadow.appendChild(document.createElement("section"));
  section.setAttribute("role", "status");
  const marks = shadow.appendChild(document.createElement("div"));
  const element = (name, text, kind) => Object.assign(document.createElement(name), { textContent: text, className: kind ?? "" });
  let told, isOpen, isThere, list = [];

  const draw = () => {
    const errors = list.filter(({ severity }) => severity === "error").length;
    section.className = errors ? "error" : "";
    section.hidden = list.length === 0;
    if (!list.length) return section.replaceChildren();
    const details = element("details");
    details.open = isOpen ?? errors > 0;
    details.addEventListener("toggle", () => (isOpen = details.open));
    const count = (number, word) => (number ? [`${number} ${word}${number === 1 ? "" : "s"}`] : []);
    const what = [...count(errors, "error"), ...count(list.length - errors, "warning")].join(", ");
    details.append(element("summary", errors ? `${what}. The page stays as it was until the errors are mended.` : what));
    const items = element("ol");
    for (const { severity, message, help, file, line, column, place } of list) {
      const item = element("li");
      item.append(element("p", `${severity}: ${message}`));
      if (help) item.append(element("p", `Help: ${help}`));
      if (file) item.append(element("code", line ? `${file}:${line}:${column}` : file));
      if (place && document.getElementById(place)) {
        const link = Object.assign(element("a", "show the place"), { href: `#${place}` });
        item.append(" ", link);
      }
      items.append(item);
    }
    details.append(items);
    section.replaceChildren(details);
  };

  // Marks the places of problems. Elements that are folded away or filtered out have no position on the screen.
  const place = () => {
    const lines = new Map();
    for (const { severity, message, place } of list) {
      const target = place && document.getElementById(place);
      const box = target?.getClientRects()[0];
      if (!box) continue;
      const lower = lines.get(target) ?? 0;
      lines.set(target, lower + 1);
      const mark = element("div", message, `mark ${severity}`);
      mark.style.left = `${Math.max(0, box.left + scrollX)}px`;
      mark.style.top = `${box.top + scrollY - 26 - lower * 26}px`;
      marks.append(mark);
    }
  };

  const look = async () => {
    try {
      const answer = await (await fetch("/-/problems.json", { cache: "no-store" })).text();
      const { published, problems } = JSON.parse(answer);
      if (isThere === false && published) location.reload();
      isThere ??= published && document.querySelector("#reader") !== null;
      list = problems;
      if (answer !== told) draw();
      told = answer;
    } catch {
      // The preview was stopped.
    }
    marks.replaceChildren();
    place();
  };
  look();
  setInterval(look, 500);
}
