// What the reader chose for this device, as words: "dark large article"; "" for the default. Runs in the head, before
// anything is painted, and is called by the program when something is chosen. Storage may be blocked; then nothing is kept.
globalThis.palimpsest_settings = (chosen) => {
  const key = "palimpsest.settings";
  try {
    if (chosen === undefined) chosen = localStorage.getItem(key);
    else if (chosen) localStorage.setItem(key, chosen);
    else localStorage.removeItem(key);
  } catch {}
  const words = String(chosen ?? "").split(" ");
  const one = (known) => known.find((word) => words.includes(word)) ?? "";
  const { dataset } = document.documentElement;
  const theme = one(["light", "dark"]);
  dataset.size = one(["small", "large", "larger"]);
  if (dataset.theme !== theme) {
    dataset.theme = theme;
    for (const meta of document.querySelectorAll("meta[data-scheme]")) {
      const { scheme } = meta.dataset;
      meta.media = !theme ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? "all" : "not all";
    }
  }
  return words.join(" ");
};
palimpsest_settings();
