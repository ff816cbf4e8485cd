// Leads through the slides of a lesson by arrow keys and swipes, and keeps step with the notes on the teacher's screen.
// Without it the slides are plain sections to scroll. No module: it also runs from a USB stick.
{
  const board = document.querySelector("[data-board]");
  const slides = [...board.querySelectorAll(".slide")];
  const full = board.querySelector("[data-fullscreen]");
  const link = board.querySelector("[data-notes]");
  let notes = null;

  board.querySelector("[data-keys]").hidden = false;
  if (document.fullscreenEnabled) {
    full.hidden = false;
    full.addEventListener("click", () => board.requestFullscreen());
  }

  const onward = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
  const back = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
  const mirrored = document.documentElement.dir === "rtl";
  if (mirrored) {
    [["ArrowRight", onward, back], ["ArrowLeft", back, onward]].forEach(([key, from, to]) => from.delete(key) && to.add(key));
  }

  const current = () => {
    const middle = window.innerHeight / 2;
    const found = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > middle);
    return found < 0 ? slides.length - 1 : found;
  };

  const show = (number) => {
    const to = Math.min(Math.max(number, 0), slides.length - 1);
    slides[to].scrollIntoView();
    slides[to].focus({ preventScroll: true });
    notes?.postMessage({ slide: to }, "*"); // a number and nothing else; on a stick there is no origin to name
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("video")) return;
    if (event.key.toLowerCase() === "n") {
      const shut = [...board.querySelectorAll(".said")].every((one) => !one.open);
      board.querySelectorAll(".said").forEach((one) => { one.open = shut; });
      return;
    }
    const step = onward.has(event.key) ? 1 : back.has(event.key) ? -1 : 0;
    if (!step || (event.key === " " && event.target.closest("a, button, summary"))) return;
    event.preventDefault();
    show(current() + step);
  });

  let from = null;
  board.addEventListener("touchstart", ({ touches }) => { from = touches.length === 1 ? touches[0] : null; }, { passive: true });
  board.addEventListener("touchend", ({ changedTouches: [to] }) => {
    if (!from) return;
    const [across, along] = [to.clientX - from.clientX, to.clientY - from.clientY];
    from = null;
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(along)) show(current() + ((across < 0) !== mirrored ? 1 : -1));
  });

  link.addEventListener("click", (event) => {
    event.preventDefault();
    notes = window.open(link.href, "notes");
  });
  window.addEventListener("message", (event) => {
    if (notes && event.source === notes && Number.isInteger(event.data?.step)) show(current() + event.data.step);
  });
}
