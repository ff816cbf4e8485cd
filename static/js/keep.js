// Keeps what somebody writes on the server a moment after they stop, form by form. Nothing stays on the device.
const PAUSE = 2000; // milliseconds without a key
const AGAIN = 8000; // milliseconds until the next try without a connection

class Keeper {
  timer;
  saving = Promise.resolve();
  underWay = 0;

  constructor(form) {
    this.form = form;
    this.said = form.querySelector("[data-kept]");
    form.addEventListener("input", () => this.later(PAUSE));
    form.addEventListener("submit", (event) => this.send(event));
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), wait);
  }

  start() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.underWay += 1;
    this.saving = this.saving.then(() => this.save()).finally(() => {
      this.underWay -= 1;
    });
  }

  async save() {
    const data = new FormData(this.form);
    data.set("do", "autosave");
    try {
      const answer = await fetch(this.form.dataset.keep, { method: "POST", body: data, redirect: "error", keepalive: true });
      this.said.textContent = (await answer.json()).said;
    } catch {
      this.said.textContent = this.form.dataset.lost;
      this.later(AGAIN);
    }
  }

  // What is being kept must not overtake what is sent now.
  send(event) {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.underWay) {
      event.preventDefault();
      this.saving.then(() => this.form.requestSubmit(event.submitter));
    }
  }

  hide() {
    if (this.timer && document.visibilityState === "hidden") {
      this.start();
    }
  }
}

const keepers = [...document.querySelectorAll("form[data-keep]")].map((form) => new Keeper(form));
document.addEventListener("visibilitychange", () => keepers.forEach((keeper) => keeper.hide()));
window.addEventListener("online", () => keepers.forEach((keeper) => keeper.timer && keeper.start()));
