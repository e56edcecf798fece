// What the reader chose for this device, as words: "dark large article"; "" for the default. Runs in the head, before
// anything is painted, and is called by the program when something is chosen. Storage may be blocked; then nothing is kept.
globalThis.palimpsest_settings = (chosen) => {
  const { dataset } = document.documentElement;
  // Files on a disk may share what they store.
  const key = `palimpsest.settings${dataset.story ?? ""}`;
  try {
    if (chosen === undefined) chosen = localStorage.getItem(key);
    else if (chosen) localStorage.setItem(key, chosen);
    else localStorage.removeItem(key);
  } catch {}
  chosen ??= "";
  if (dataset.settings !== chosen) {
    dataset.settings = chosen;
    const theme = chosen.split(" ").find((word) => word === "light" || word === "dark");
    for (const meta of document.querySelectorAll("meta[data-scheme]")) {
      const { scheme } = meta.dataset;
      meta.media = !theme ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? "all" : "not all";
    }
  }
  return chosen;
};
palimpsest_settings();
// The style sheets ask whether scripts run, of an attribute that never changes: what does costs the styles of the whole page.
document.documentElement.dataset.scripts = "";
