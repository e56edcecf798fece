// What is smaller than a pointer needs, a line each. `least` is the side of a target in CSS pixels. A smaller one is enough
// where a circle of that size around its middle touches no other target and no other small one's circle (WCAG 2.5.8,
// spacing), where it stands in a line of text (inline), or where another one does the same (equivalent).
const [least, spaced] = arguments;
const overlay = document.querySelector("dialog[open], :popover-open");
const within = overlay ?? document.body;
const inline = link => link.matches("a") && getComputedStyle(link).display === "inline" && [...link.parentElement.childNodes]
  .some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
const targets = [...within.querySelectorAll("a[href], button, summary, input, select, textarea, [role=option]")]
  .filter(part => overlay || !part.closest("dialog, [popover]"))
  .filter(part => part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !part.closest("[inert]"))
  // Marks on a drawing to scale: their place and length is what they say (essential), and each event is in the list too.
  .filter(part => !part.closest("svg") && !part.matches(".skip-link:not(:focus)"))
  .map(part => {
    // A choice is clicked by its words, a mark of a note by the room around it.
    const area = part.matches("[type=radio]") ? part.parentElement : part;
    const rects = [...area.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const { left, top, width, height } = rects[0] ?? area.getBoundingClientRect();
    return { part, left, top, width, height, x: left + width / 2, y: top + height / 2, isInline: inline(part) };
  });
const small = ({ width, height }) => width < least - 0.5 || height < least - 0.5;
const near = (one, other) => {
  const across = Math.max(other.left - one.x, one.x - other.left - other.width, 0);
  const down = Math.max(other.top - one.y, one.y - other.top - other.height, 0);
  return Math.hypot(across, down) < least / 2 - 0.5
    || (small(other) && Math.hypot(one.x - other.x, one.y - other.y) < least - 0.5);
};
return targets.filter(one => small(one) && !one.isInline)
  .filter(one => !spaced || targets.some(other => other !== one && !one.part.contains(other.part) && near(one, other)))
  .map(({ part, width, height }) => `${part.localName}.${part.getAttribute("class") ?? ""} ${part.dataset.command ?? ""} in ${part.closest("[class]:not(a, button, summary)")?.className}: ${part.textContent.trim().slice(0, 30)}: ${Math.round(width * 10) / 10} × ${Math.round(height * 10) / 10}`);
