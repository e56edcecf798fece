// The settings for this device, as words: "dark large article"; "" for the default. This script runs in the head, before
// anything is painted; the program calls the function when the reader chooses a setting. Storage may be blocked, and then
// nothing is stored.
globalThis.palimpsest_settings = (chosen) => {
  const { dataset } = document.documentElement;
  // Files on a disk may share their storage.
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
// Style sheets test whether scripts run with an attribute that never changes, because testing one that changes means
// recomputing the styles of the whole page.
document.documentElement.dataset.scripts = "";
