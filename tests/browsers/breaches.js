// What somebody would try who got script or markup into the page; all at once. Each attempt ends with "done" when it had its
// way, with the name of the error when it was refused at once, and with "nothing" when nothing came of it in `patience`
// milliseconds.
window.attempts = async (elsewhere, patience) => {
  const here = location.href;
  const until = async condition => {
    for (const end = performance.now() + patience; performance.now() < end; await new Promise(later => setTimeout(later, 20)))
      if (condition()) return true;
    return false;
  };
  const insert = (name, attributes, text) => {
    const element = document.createElement(name);
    for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
    element.append(document.createTextNode(text ?? ""));
    document.body.append(element);
    return element;
  };
  const attempts = {
    async script() {
      insert("script", {}, "window.ranScript = true");
      return until(() => window.ranScript);
    },
    async handler() {
      insert("button", { onclick: "window.ranHandler = true" }).click();
      return until(() => window.ranHandler);
    },
    async link() {
      insert("a", { href: "javascript:void (window.ranLink = true)" }).click();
      return until(() => window.ranLink);
    },
    eval: async () => eval("1") === 1,
    function: async () => new Function("return 1")() === 1,
    async markup() {
      const element = insert("p", {});
      element.innerHTML = "<b>1</b>";
      return element.firstElementChild !== null;
    },
    async worker() {
      const blob = new Blob(["postMessage(1)"], { type: "text/javascript" });
      new Worker(URL.createObjectURL(blob)).onmessage = () => (window.ranWorker = true);
      return until(() => window.ranWorker);
    },
    async style() {
      const element = insert("p", { style: "position: fixed" });
      return until(() => getComputedStyle(element).position === "fixed");
    },
    async sheet() {
      const element = insert("p", { class: "breach" });
      insert("style", {}, ".breach { position: fixed }");
      return until(() => getComputedStyle(element).position === "fixed");
    },
    async request() {
      await fetch(`${elsewhere}social.png`, { mode: "no-cors" });
      return true;
    },
    async picture() {
      const picture = insert("img", { src: `${elsewhere}social.png` });
      return until(() => picture.naturalWidth > 0);
    },
    async frame() {
      const frame = insert("iframe", { src: here });
      return until(() => frame.contentDocument?.querySelector("#reader"));
    },
    // The last, for what it does to other addresses.
    async base() {
      insert("base", { href: elsewhere });
      return until(() => document.baseURI === elsewhere);
    },
  };
  // In a task of the page's own: what a driver's script calls may do more than the page in Chromium.
  await new Promise(later => setTimeout(later));
  const outcomes = {};
  const attempt = async ([name, act]) => {
    try {
      outcomes[name] = (await act()) ? "done" : "nothing";
    } catch (error) {
      outcomes[name] = error.name;
    }
  };
  await Promise.all(Object.entries(attempts).map(attempt));
  return outcomes;
};
