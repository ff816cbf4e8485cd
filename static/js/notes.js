// Keeps the teacher's notes in step with the board that opened them; arrow keys here move the board.
{
  const notes = [...document.querySelectorAll(".note")];
  window.addEventListener("message", (event) => {
    if (!window.opener || event.source !== window.opener || !Number.isInteger(event.data?.slide)) return;
    const at = document.getElementById(`note-${event.data.slide}`);
    notes.forEach((one) => one.classList.toggle("now", one === at));
    at?.scrollIntoView({ block: "center" });
  });
  document.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (!step || !window.opener || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    window.opener.postMessage({ step: document.documentElement.dir === "rtl" && event.key.startsWith("Arrow") ? -step : step }, "*");
  });
}
