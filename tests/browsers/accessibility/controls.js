// The controls of a part of the page by their kinds, in the order of the page: `[kind, how many, the first]`.
const part = document.querySelector(arguments[0]);
const controls = [...part.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex], [role]")]
  .filter(control => control.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true }))
  .filter(control => !control.closest("[aria-hidden=true]"))
  .filter(control => part.matches("dialog, [popover]") || !control.closest("dialog, [popover]"));
const places = "dialog, [popover], .scale, .toolbar, .edition, .opening, .article-part, .timeline-controls, .lives, .followed, .following, .events, .people, #notes, #terms, .sources";
const kinds = new Map();
for (const control of controls) {
  const place = control.closest(places);
  const does = control.dataset.command?.split(" ");
  const words = [
    place?.id || place?.className.split(" ")[0],
    control.localName + (control.localName === "input" ? `[${control.type}]` : ""),
    control.classList.length ? `.${control.classList[0]}` : "",
    does ? `“${["follow", "open"].includes(does[0]) ? does.join(" ") : does[0]}”` : "",
    control.getAttribute("popovertarget") ?? "",
    control.getAttribute("role") ?? "",
  ];
  const kind = words.filter(Boolean).join(" ");
  kinds.set(kind, [...(kinds.get(kind) ?? []), control]);
}
window.controls = [...kinds.values()].map(([first]) => first);
return [...kinds].map(([kind, all]) => [kind, all.length, all[0]]);
