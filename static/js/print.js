// Offers the browser's own printing where there is one to offer.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
// "Print" in a list of lessons leads here: the page was opened for paper.
if (location.hash === "#print") window.addEventListener("load", () => window.print());
