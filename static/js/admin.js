// Starts what Wagtail starts by scripts inside its pages: date fields, choosers, rows of forms. Only what is named here.
const CALLED = new Set(["initDateChooser", "initTimeChooser", "initDateTimeChooser", "createTaskChooser"]);
const MADE = new Set([
  "Chooser", "PageChooser", "ImageChooser", "DocumentChooser", "SnippetChooser", "InlinePanel", "MultipleChooserPanel",
]);

function start(place) {
  const { start: name, with: words } = place.dataset;
  if (place.started || !place.isConnected) return;
  place.started = true;
  if (CALLED.has(name)) window[name](...JSON.parse(words));
  else if (MADE.has(name)) new window[name](...JSON.parse(words));
}

function startAll(part) {
  if (part.nodeType !== Node.ELEMENT_NODE) return;
  if (part.matches("template[data-start]")) start(part);
  part.querySelectorAll("template[data-start]").forEach(start);
}

function chooseAllLanguages() {
  const all = document.querySelector('[name="select_all"]');
  const each = document.querySelectorAll('[name="locales"]');
  all?.addEventListener("change", () => each.forEach((box) => (box.checked = all.checked)));
}

function nameChoosers() {
  const { imageChooser, documentChooser, pageChooser } = document.querySelector("[data-choosers]")?.dataset ?? {};
  if (pageChooser) window.chooserUrls ??= { imageChooser, documentChooser, pageChooser };
}

document.addEventListener("DOMContentLoaded", () => {
  nameChoosers();
  startAll(document.body);
  chooseAllLanguages();
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(startAll);
  }).observe(document.body, { childList: true, subtree: true });
});
