import { between } from "./dom.js";

const clock = document.getElementById("clock");
const ahead = document.getElementById("ahead");
const address = document.getElementById("address");
let shift = 0;
let frozenAt = null;

setInterval(tell, 1000);

function tell() {
  const now = frozenAt ?? new Date(Date.now() + shift);
  clock.dateTime = now.toISOString();
  clock.textContent = now.toLocaleTimeString();
}

/** The portal's clock, which goes on between two answers. */
export function showClock(page) {
  const now = new Date(page.state.clock.now);
  shift = now - Date.now();
  frozenAt = page.state.clock.frozen ? now : null;
  ahead.hidden = !frozenAt && Math.abs(shift) < 5000;
  ahead.textContent = frozenAt ? "stopped" : shift > 0 ? `${between(0, shift)} ahead` : `${between(0, -shift)} behind`;
  address.textContent = page.state.url;
  tell();
}
