// Counts words while somebody writes, and saves to the server a moment after they stop. Nothing stays on the device.
const form = document.querySelector("form[data-autosave]");
const text = form?.querySelector("[data-counted]");
const PAUSE = 3000; // milliseconds without a key
let timer;
let saving = Promise.resolve();
let underWay = 0;

async function save() {
  const data = new FormData(form);
  const said = form.querySelector("[data-saved]");
  data.set("do", "autosave");
  try {
    const answer = await fetch(form.action, { method: "POST", body: data, redirect: "error" });
    said.textContent = (await answer.json()).said;
  } catch {
    said.textContent = form.dataset.autosave;
  }
}

function start() {
  clearTimeout(timer);
  timer = undefined;
  underWay += 1;
  saving = saving.then(save).finally(() => {
    underWay -= 1;
  });
}

function typed() {
  const words = text.value.trim();
  form.querySelector("[data-words]").textContent = words ? words.split(/\s+/).length : 0;
  clearTimeout(timer);
  timer = setTimeout(start, PAUSE);
}

// A save under way must not overtake what is sent now.
function wait(event) {
  clearTimeout(timer);
  if (underWay) {
    event.preventDefault();
    saving.then(() => form.requestSubmit(event.submitter));
  }
}

function hide() {
  if (timer && document.visibilityState === "hidden") {
    start();
  }
}

if (form) {
  form.addEventListener("input", typed);
  form.addEventListener("submit", wait);
  document.addEventListener("visibilitychange", hide);
  if (text.value !== text.defaultValue) {
    typed(); // somebody was faster than this file
  }
}
