// The list by keyboard: j and k move along the people, x chooses one, / goes to the search. Enter
// opens, as everywhere. Without this module the same is done with tab and space.
const list = document.querySelector("[data-lista]");
const links = list === null ? [] : [...list.querySelectorAll("tbody th a")];
const isTyping = (target) =>
  target instanceof HTMLElement && target.closest("input, select, textarea") !== null;

const rowOf = (element) => element?.closest("tr") ?? null;
const here = () => links.findIndex((link) => rowOf(link) === rowOf(document.activeElement));

function move(step) {
  const at = here();
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}

function choose() {
  const box = rowOf(document.activeElement)?.querySelector("input[type=checkbox]");
  if (box) box.checked = !box.checked;
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  x: choose,
  "/": () => document.querySelector("[data-cerca] input[type=search]")?.focus(),
};

document.addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  // A checkbox is typed in with space alone: letters there still move.
  const box = event.target instanceof HTMLInputElement && event.target.type === "checkbox";
  if (!plain || !Object.hasOwn(KEYS, event.key) || (isTyping(event.target) && !box)) return;
  event.preventDefault();
  KEYS[event.key]();
});

const all = document.querySelector("[data-tutti]");
if (all !== null) {
  all.hidden = false;
  all.addEventListener("click", () => {
    const boxes = [...list.querySelectorAll("tbody input[type=checkbox]")];
    const every = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !every;
  });
}
const help = document.querySelector("[data-tasti]");
if (help !== null) help.hidden = false;
