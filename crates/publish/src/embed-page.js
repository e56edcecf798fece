// Shows the part or the single, opened entry that the address asks for, and reports its height to the embedding site.
(() => {
  const show = new URLSearchParams(location.search).get("show");
  const parts = [...document.querySelectorAll("main > div")];
  const entry = [...document.querySelectorAll(".event, .person")].find(({ id }) => id === show);
  const part = parts.find((part) => part.id === "show_" + show || part.contains(entry ?? null)) ?? parts[0];
  for (const other of parts) if (other !== part) other.remove();
  if (part) part.hidden = false;
  if (entry) {
    part.replaceChildren(entry.parentElement);
    entry.parentElement.replaceChildren(entry);
    entry.querySelector("details").open = true;
  }
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height) parent.postMessage({ type: "palimpsest:height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", ({ data }) => data?.type === "palimpsest:ask" && tell());
})();
