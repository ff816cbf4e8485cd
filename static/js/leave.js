// Pressing Shift three times within five seconds leaves the site, as the link beside it does.
const link = document.querySelector("[data-leave]");
let presses = [];

if (link) {
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = [...presses.filter((at) => event.timeStamp - at < 5000), event.timeStamp];
    if (presses.length === 3) {
      location.replace(link.href);
    }
  });
}
