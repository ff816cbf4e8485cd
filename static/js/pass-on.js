// Offers the device's own sharing, or copies the address. Nobody else hears of it.
for (const button of document.querySelectorAll("[data-pass-on]")) {
  const said = button.closest("section").querySelector("[data-passed-on]");
  if (!navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const url = button.dataset.passOn;
    try {
      if (navigator.share) {
        await navigator.share({ url });
      } else {
        await navigator.clipboard.writeText(url);
        said.textContent = button.dataset.done;
      }
    } catch {
      said.textContent = url;
    }
  });
}
