import { between, element, options, show, time } from "./dom.js";
import { words } from "./bbcode.js";

const STEPS = ["recorded", "fetched", "handed to the route", "acknowledged"];
const STAGES = {
  LATE: [0, "recorded, not visible yet"], RECORDED: [1, "recorded"], FETCHED: [2, "fetched"], HANDED_OVER: [3, "handed to the route"],
  ACKNOWLEDGED: [4, "acknowledged"], LOST: [1, "acknowledged unseen"], PURGED: [1, "gone without an offset"],
};
const TYPES = [["MESSAGEADD", "Message"], ["MESSAGEUPDATE", "Edit"], ["MESSAGEDELETE", "Deletion"], ["REACTION", "Reaction"],
  ["JOINCHAT", "Joined"], ["COMMAND", "Command"], ["CONTEXT", "Context"]];
const select = document.getElementById("queue-of");
const numbers = document.getElementById("queue-numbers");
const list = document.getElementById("events");
let page;
let chosen = null;

/** Whose queue is shown, null if there is none. */
export function queueOwner(page) {
  return queueOf(page)?.userId ?? null;
}

function queueOf(page) {
  const queues = page.state.queues;
  return queues.find(one => one.userId === chosen) ?? queues.find(one => one.subscribed && !one.bot)
    ?? queues.find(one => one.subscribed) ?? queues[0];
}

export function showQueue(current) {
  page = current;
  const shown = queueOf(page);
  options(select, page.state.queues.map(one => [one.userId, one.name + (one.bot ? " (bot)" : one.subscribed ? "" : " (not subscribed)")]),
    shown?.userId ?? "");
  select.disabled = !shown;
  show(numbers, shown ? counts(shown) : [], one => one.name, one => element("div", { class: one.alarm ? "alarm" : null, title: one.about },
    element("dt", {}, one.name), element("dd", {}, String(one.value))));
  const events = shown ? [...shown.latest].reverse() : [];
  show(list, events.length ? events : [{ id: "none" }], one => `${shown?.userId}/${one.id}`, one => one.id === "none"
    ? element("li", { class: "empty" }, shown ? "Nothing was recorded yet. Say something in a chat of this person."
      : "Nobody is subscribed yet: start an application that reads events.")
    : event(one));
}

function counts(shown) {
  return [
    { name: "pending", value: shown.pending, about: "Recorded, and not acknowledged yet" },
    { name: "acknowledged", value: shown.acknowledged, about: "The portal has deleted them, because their routes are done" },
    { name: "last offset", value: shown.offset || "none", about: "The reader has acknowledged every event below it" },
    ...shown.lost ? [{ name: "acknowledged unseen", value: shown.lost, alarm: true }] : [],
    ...shown.purged ? [{ name: "gone", value: shown.purged, alarm: true }] : [],
  ];
}

function event(one) {
  const [reached, label] = STAGES[one.stage];
  const type = TYPES.find(([part]) => one.type.includes(part))?.[1] ?? one.type;
  const [who, what] = summary(one.data);
  return element("li", { class: `event ${one.stage}` }, details(one, element("summary", { "data-focus": "details" },
    element("span", { class: "event-what" }, element("b", {}, type), who ? ` ${who}` : "", what ? `: ${what}` : ""),
    element("span", { class: "event-id" }, `#${one.id}`),
    element("div", { class: "track" }, STEPS.map((step, index) => element("i", { class: index < reached ? "done" : null, title: step })),
      element("span", { class: "stage" }, label)),
    element("span", { class: "took" }, one.acknowledgedAt ? `after ${between(one.recordedAt, one.acknowledgedAt)}` : time(one.recordedAt)))));
}

function details(one, line) {
  const made = element("details", {}, line);
  made.addEventListener("toggle", () => {
    if (made.open && made.children.length === 1) {
      const times = [["recorded", one.recordedAt], ["fetched", one.fetchedAt], ["asked again", one.askedAgainAt], ["acknowledged", one.acknowledgedAt]];
      made.append(element("pre", {}, `${one.type}\n${times.filter(([, at]) => at).map(([name, at]) => `${name} ${time(at)}`).join(", ")}\n${pretty(one.data)}`));
    }
  });
  return made;
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 1);
  } catch {
    return json;
  }
}

function summary(json) {
  try {
    const data = JSON.parse(json);
    const text = data.message?.text ?? data.command?.command ?? data.reaction ?? data.chat?.name ?? "";
    return [data.user?.name ?? "", words(String(text), page.nameOf)];
  } catch {
    return ["", ""];
  }
}

select.addEventListener("change", () => {
  chosen = Number(select.value);
  page.refresh();
});
