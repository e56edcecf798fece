// The colour scheme that the reader chose: "light", "dark", or "" for the system's. Runs in the head, before anything is
// painted, and is called by the program when another is chosen. Storage may be blocked: then nothing is remembered.
globalThis.palimpsest_theme = (chosen) => {
  const key = "palimpsest.theme";
  try {
    if (chosen === undefined) chosen = localStorage.getItem(key);
    else if (chosen) localStorage.setItem(key, chosen);
    else localStorage.removeItem(key);
  } catch {}
  const theme = chosen === "light" || chosen === "dark" ? chosen : "";
  const { dataset } = document.documentElement;
  if (dataset.theme === theme) return theme;
  dataset.theme = theme;
  for (const meta of document.querySelectorAll("meta[data-scheme]")) {
    const { scheme } = meta.dataset;
    meta.media = !theme ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? "all" : "not all";
  }
  return theme;
};
palimpsest_theme();
