import { show } from "./dom.js";
import { kindOf, openChat } from "./chats.js";
import { message } from "./message.js";
import { act } from "./portal.js";
import { showComposer } from "./composer.js";

const title = document.getElementById("chat-title");
const about = document.getElementById("chat-about");
const membership = document.getElementById("membership");
const typing = document.getElementById("typing");
const BUSY = { writing: "is writing", recordingVoice: "is recording a message", sendingFile: "is sending a file" };
const list = document.getElementById("messages");
let page;
let shownDialog;
let again;

function showHead(chat) {
  title.textContent = chat ? chat.name : "Choose a chat";
  about.textContent = !chat ? "" : chat.kind === "private" ? "private chat"
    : `${kindOf(chat)}: ${chat.people.map(page.nameOf).join(", ")}`;
  membership.hidden = !chat || chat.kind === "private" || chat.kind === "comment";
  membership.textContent = chat?.joined ? "Leave" : "Join";
}

export function showConversation(current) {
  page = current;
  const chat = openChat();
  const dialog = `${page.as}/${page.dialog}`;
  const atEnd = dialog !== shownDialog || list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  showHead(chat);
  if (dialog !== shownDialog) {
    list.replaceChildren();
    list.setAttribute("aria-busy", "true");
  }
  const byId = new Map(page.state.messages.map(one => [one.id, one]));
  show(list, page.state.messages.map(one => ({ ...one, own: one.authorId === page.as, channel: chat?.kind === "channel",
    author: one.authorId ? page.nameOf(one.authorId) : "", quoted: byId.get(one.replyTo)?.text ?? null })),
    one => one.id, one => message(one, page));
  list.removeAttribute("aria-busy");
  showTyping();
  if (atEnd) {
    list.scrollTop = list.scrollHeight;
  }
  shownDialog = dialog;
  showComposer(page, chat);
}

function busy(type) {
  const doing = type.replace(/^IMBOT_AGENT_ACTION_/, "").replaceAll("_", " ").toLowerCase();
  return BUSY[type] ?? (type && doing ? `is ${doing}` : "is busy");
}

/** Whoever is busy, until the portal would no longer show it. */
function showTyping() {
  clearTimeout(again);
  const shown = page.state.typing;
  typing.textContent = shown.map(one => `${page.nameOf(one.userId)} ${busy(one.type)}…`).join(" ");
  const left = Math.min(...shown.map(one => new Date(one.until) - new Date(page.state.clock.now)));
  if (shown.length && !page.state.clock.frozen) {
    again = setTimeout(page.refresh, left + 100);
  }
}

membership.addEventListener("click", () => page.attempt(
  () => act(openChat().joined ? "leave" : "join", { as: page.as, dialog: page.dialog })));
