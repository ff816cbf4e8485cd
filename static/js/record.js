// Records sound on the page that asks for it. It is kept in memory alone until the form is sent.
const room = document.querySelector("[data-record]");
const field = document.querySelector('input[type="file"][name="file"]');
const LONGEST = 10 * 60;

if (room && field && window.MediaRecorder && navigator.mediaDevices && window.DataTransfer) {
  const part = (name) => room.querySelector(`[data-${name}]`);
  const say = (what) => { part("said").textContent = room.dataset[what]; };
  let recorder;
  let clock;

  const show = (isOn) => {
    part("start").hidden = isOn;
    part("stop").hidden = part("time").hidden = !isOn;
  };

  const tick = (began) => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    part("time").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (seconds >= LONGEST) {
      recorder.stop();
    }
  };

  const keep = (pieces, kind) => {
    const sound = new File(pieces, "recording", { type: kind });
    const files = new DataTransfer();
    files.items.add(sound);
    field.files = files.files;
    part("hear").src = URL.createObjectURL(sound);
    part("hear").hidden = false;
  };

  const begin = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(clock);
      stream.getTracks().forEach((track) => track.stop());
      keep(pieces, recorder.mimeType);
      show(false);
      say("done");
      part("start").focus();
    });
    recorder.start(1000);
    const began = Date.now();
    clock = setInterval(() => tick(began), 500);
    tick(began);
    show(true);
    say("on");
    part("stop").focus();
  };

  room.hidden = false;
  part("start").addEventListener("click", () => begin().catch(() => say("refused")));
  part("stop").addEventListener("click", () => recorder.stop());
}
