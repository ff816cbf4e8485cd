// On a phone that others use: a private page does not come back from the browser's memory, and does not stay open for
// whoever takes the phone after half an hour. The server shuts the story then; this takes what is left off the screen.
const LASTS = 30 * 60 * 1000; // milliseconds, as stories/sessions.py
let touched = Date.now();
let isTyped = false; // what nobody has saved yet is not thrown away

function touch(event) {
  touched = Date.now();
  isTyped ||= event.type === "input" && !event.target.closest("[data-autosave]");
}

function look() {
  if (!isTyped && Date.now() - touched >= LASTS) {
    location.replace(location.href);
  }
}

["input", "keydown", "pointerdown"].forEach((name) => document.addEventListener(name, touch));
document.addEventListener("visibilitychange", look);
setInterval(look, 60 * 1000);
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
