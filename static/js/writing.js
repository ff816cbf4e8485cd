// Counts words while somebody writes, and saves to the server a moment after they stop. Nothing stays on the device.
const form = document.querySelector("form[data-autosave]");
const text = form?.querySelector("[data-counted]");
const count = form?.querySelector("[data-words]");
const said = form?.querySelector("[data-saved]");
const PAUSE = 3000; // milliseconds without a key
let timer;
let saving = Promise.resolve();
let underWay = 0;

async function save() {
  const data = new FormData(form);
  data.set("do", "autosave");
  try {
    const answer = await fetch(form.action, { method: "POST", body: data, redirect: "error" });
    const news = await answer.json();
    said.textContent = news.said;
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

form?.addEventListener("input", () => {
  count.textContent = text.value.trim() ? text.value.trim().split(/\s+/).length : 0;
  clearTimeout(timer);
  timer = setTimeout(start, PAUSE);
});

// A save under way must not overtake what is sent now.
form?.addEventListener("submit", (event) => {
  clearTimeout(timer);
  if (underWay) {
    event.preventDefault();
    saving.then(() => form.requestSubmit(event.submitter));
  }
});

document.addEventListener("visibilitychange", () => {
  if (timer && document.visibilityState === "hidden") {
    start();
  }
});
