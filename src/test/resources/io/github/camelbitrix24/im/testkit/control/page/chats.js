import { element, options, show } from "./dom.js";
import { words } from "./bbcode.js";
import { act } from "./portal.js";
import { showView } from "./views.js";

const KINDS = { private: "private", chat: "group", open: "open group", channel: "channel", openChannel: "channel",
  lines: "open line", comment: "comments", sonetGroup: "workgroup" };
const person = document.getElementById("person");
const partner = document.getElementById("partner");
const list = document.getElementById("chats");
const adding = document.getElementById("adding");
const newId = document.getElementById("new-id");
const newName = document.getElementById("new-name");
let page;

export const kindOf = chat => KINDS[chat.kind] ?? chat.kind;

/** The open chat, even if nobody has said anything in it yet. */
export function openChat() {
  return chats().find(chat => chat.dialogId === page.dialog);
}

function chats() {
  const known = page.state.chats;
  if (!/^[0-9]+$/.test(page.dialog ?? "") || known.some(chat => chat.dialogId === page.dialog)) {
    return known;
  }
  const other = Number(page.dialog);
  return [{ dialogId: page.dialog, name: page.nameOf(other), kind: "private", joined: true, mayWrite: true,
    people: [page.as, other], unread: 0, lastText: "", lastAt: null, commands: [] }, ...known];
}

export function showChats(current) {
  page = current;
  const people = page.state.people.filter(one => one.active);
  options(person, people.map(one => [one.id, one.name + (one.subscribed ? " (reader)" : one.kind === "employee" ? "" : ` (${one.kind})`)]),
    page.as);
  options(partner, [["", "Choose a person"], ...people.filter(one => one.id !== page.as).map(one => [one.id, one.name])], "");
  show(list, chats().map(chat => ({ ...chat, open: chat.dialogId === page.dialog, last: words(chat.lastText, page.nameOf) })),
    chat => chat.dialogId, row);
}

function row(chat) {
  return element("li", {},
    element("button", { type: "button", class: "chat", "data-focus": "chat", "aria-current": chat.open ? "true" : null,
      onclick: () => open(page.as, chat.dialogId) },
      element("span", { class: "chat-name" }, chat.name),
      element("span", { class: "chat-kind" }, chat.joined ? kindOf(chat) : `${kindOf(chat)}, not joined`),
      element("span", { class: "chat-last" }, chat.last || "\u00a0"),
      chat.unread > 0 && chat.joined && !chat.open
        ? element("span", { class: "unread", "aria-label": `${chat.unread} unread` }, String(chat.unread)) : null));
}

function open(as, dialog) {
  showView("conversation");
  page.open(as, dialog);
}

person.addEventListener("change", () => page.open(Number(person.value), null));
partner.addEventListener("change", () => {
  if (partner.value) {
    const other = partner.value;
    partner.value = "";
    open(page.as, other);
  }
});
adding.addEventListener("submit", async event => {
  event.preventDefault();
  const given = { id: Number(newId.value), name: newName.value };
  if (await page.attempt(() => act("person", given))) {
    adding.reset();
    page.as ??= given.id;
  }
});
