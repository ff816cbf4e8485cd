// Leads through the slides of a lesson by the arrow keys. Without it the slides are plain sections to scroll.
const board = document.querySelector("[data-board]");
const slides = [...board.querySelectorAll(".slide")];
const button = board.querySelector("[data-fullscreen]");

board.querySelector("[data-keys]").hidden = false;
if (document.fullscreenEnabled) {
  button.hidden = false;
  button.addEventListener("click", () => board.requestFullscreen());
}

const onward = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const back = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
if (document.dir === "rtl") {
  [["ArrowRight", onward, back], ["ArrowLeft", back, onward]].forEach(([key, from, to]) => from.delete(key) && to.add(key));
}

function current() {
  const middle = window.innerHeight / 2;
  const found = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > middle);
  return found < 0 ? slides.length - 1 : found;
}

function show(number) {
  const slide = slides[Math.min(Math.max(number, 0), slides.length - 1)];
  slide.scrollIntoView();
  slide.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  const step = onward.has(event.key) ? 1 : back.has(event.key) ? -1 : 0;
  const onControl = event.target.closest("a, button, summary");
  if (!step || event.ctrlKey || event.altKey || event.metaKey || (event.key === " " && onControl)) return;
  event.preventDefault();
  show(current() + step);
});
