import { element, show } from "./dom.js";
import { queueOwner } from "./queue.js";
import { act } from "./portal.js";

const ABOUT_A_READER = ["second-reader", "withdrawn-webhook"];
const list = document.getElementById("happenings");
const said = document.getElementById("happened");
let page;

export function showHappenings(current) {
  page = current;
  show(list, page.state.happenings, one => one.name, one => element("li", {},
    element("button", { type: "button", title: one.about, "data-focus": "it",
      "aria-pressed": one.lasting ? String(one.goingOn) : null, onclick: () => toggle(one) }, one.what),
    element("span", { class: "about" }, one.about)));
}

function given(one) {
  if (ABOUT_A_READER.includes(one.name)) {
    return queueOwner(page) == null ? {} : { user: queueOwner(page) };
  }
  return one.name === "late-row" ? { as: page.as, dialog: page.dialog } : {};
}

async function toggle(one) {
  const done = await page.attempt(() => one.goingOn ? act("end", { what: one.name })
    : act("happen", { what: one.name, ...given(one) }));
  said.textContent = !done ? "" : one.goingOn ? `Over: ${one.what}.` : `${one.about}.${one.lasting ? " Press again to end it." : ""}`;
}

document.getElementById("reset").addEventListener("click", async () => {
  if (await page.attempt(() => act("reset"))) {
    said.textContent = "No faults, a right clock, empty queues.";
  }
});
