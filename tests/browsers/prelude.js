// Helper functions; every script of a journey begins with them.
const $ = selector => document.querySelector(selector);
const $$ = selector => [...document.querySelectorAll(selector)];
const root = document.documentElement;
// Whether the top left corner of an element is in the window.
const inView = selector => {
  const { top, left } = $(selector).getBoundingClientRect();
  return top >= -1 && top < innerHeight - 40 && left >= -1 && left < innerWidth;
};
// Scrolls to an element that is not entirely in the window, or under what sticks to its top.
const show = selector => {
  const { top, bottom } = $(selector).getBoundingClientRect();
  if (top < 100 || bottom > innerHeight) $(selector).scrollIntoView({ block: "center", behavior: "instant" });
};
const isOpen = event => $(`#${event} details`).open;
const allOpen = () => $$(".events details").every(details => details.open);
const noneOpen = () => $$(".events details").every(details => !details.open);
const control = words => $$(".timeline-controls button").find(button => button.textContent === words);
// Moves the slider of the first or the last year ("from", "to").
const slide = (end, year) => {
  const slider = $(`[data-command="years ${end}"]`);
  slider.value = year;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
};
const isOff = button => button.ariaDisabled === "true";
const cardShown = () => $("#card").matches(":popover-open");
const expanded = () => $$("[aria-expanded=true]").map(link => link.id).join(" ");
// Whether an element is drawn: neither hidden nor in closed <details>.
const isReadable = part => (part.nodeType ? part : $(part)).checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true });
// Whether one of our own fonts has a state of loading; its stand-ins, fonts of the reader's system, have names of their own.
const fontIs = (status, family, style = "normal") =>
  [...document.fonts].some(face => face.family.replaceAll('"', "") === family && face.style === style && face.status === status);
// Whether a pointer at the middle of an element reaches it: nothing covers it, and nothing clips it there.
const isOnTop = selector => {
  const { left, top, width, height } = $(selector).getBoundingClientRect();
  return $(selector).contains(document.elementFromPoint(left + width / 2, top + height / 2));
};
const isStill = () => document.getAnimations().length === 0;
