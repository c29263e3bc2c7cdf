import { element, options, show } from "./dom.js";
import { words } from "./bbcode.js";
import { act, upload } from "./portal.js";

const DOING = { reply: "Reply to", comment: "Comment on", edit: "Edit" };
const form = document.getElementById("composer");
const text = document.getElementById("text");
const context = document.getElementById("context");
const contextText = document.getElementById("context-text");
const commands = document.getElementById("commands");
const mention = document.getElementById("mention");
const file = document.getElementById("file");
const send = form.querySelector("[type=submit]");
let page;
let chat;
let doing = null;

/** What is written next is about this message: a reply, a comment, its new text. */
export function begin(what, message) {
  doing = { what, message: message.id, where: `${page.as}/${page.dialog}` };
  contextText.textContent = `${DOING[what]}: ${words(message.text, page.nameOf)}`;
  context.hidden = false;
  text.value = what === "edit" ? message.text : text.value;
  enable();
  text.focus();
}

export function put(words) {
  text.value = words;
  text.focus();
}

function end() {
  doing = null;
  context.hidden = true;
}

function enable() {
  const writable = Boolean(chat) && (chat.mayWrite || doing?.what === "comment");
  for (const control of [text, send, mention, file]) {
    control.disabled = !writable;
  }
  text.placeholder = !chat ? "Choose a chat first" : writable ? "Say something"
    : chat.joined ? "Only the owner and managers write here; others comment on a message" : "Join to write here";
}

export function showComposer(current, open) {
  page = current;
  chat = open;
  if (doing && doing.where !== `${page.as}/${page.dialog}`) {
    end();
    text.value = "";
  }
  enable();
  const others = (chat?.people ?? []).filter(id => id !== page.as);
  options(mention, [["", "Mention"], ...others.map(id => [id, page.nameOf(id)])], "");
  show(commands, chat?.commands ?? [], command => command.name, command => element("button", { type: "button",
    title: command.title, "data-focus": "command", onclick: () => put(`/${command.name} `) }, `/${command.name}`));
}

async function submit() {
  const said = text.value;
  if (!said.trim() && doing?.what !== "edit") {
    return;
  }
  const given = { as: page.as, text: said };
  const done = await page.attempt(() => doing ? act(doing.what, { ...given, message: doing.message })
    : act("say", { ...given, dialog: page.dialog }));
  if (done) {
    text.value = "";
    end();
  }
  text.focus();
}

form.addEventListener("submit", event => {
  event.preventDefault();
  submit();
});
text.addEventListener("keydown", event => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && doing) {
    text.value = "";
    end();
    enable();
  }
});
document.getElementById("context-end").addEventListener("click", () => {
  text.value = "";
  end();
  enable();
  text.focus();
});
mention.addEventListener("change", () => {
  if (mention.value) {
    const id = Number(mention.value);
    text.setRangeText(`[USER=${id}]${page.nameOf(id)}[/USER] `, text.selectionStart, text.selectionEnd, "end");
    mention.value = "";
    text.focus();
  }
});
file.addEventListener("change", async () => {
  for (const chosen of file.files) {
    if (await page.attempt(() => upload(chosen, { as: page.as, dialog: page.dialog, caption: text.value }))) {
      text.value = "";
    }
  }
  file.value = "";
});
