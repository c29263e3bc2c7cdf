import { element, time } from "./dom.js";
import { link, rendered, words } from "./bbcode.js";
import { act, fileAddress } from "./portal.js";
import { begin, put } from "./composer.js";

const REACTIONS = { like: "👍", dislike: "👎", faceWithTearsOfJoy: "😂", redHeart: "❤️", fire: "🔥", eyes: "👀" };

export function message(one, page) {
  const kind = one.authorId === 0 ? "system" : one.own ? "own" : "";
  return element("article", { class: `message ${kind}`, "aria-label": one.author ? `${one.author}, ${time(one.at)}` : null },
    element("div", { class: "bubble" },
      one.author && !one.own ? element("div", { class: "author" }, one.author) : null,
      one.replyTo ? element("div", { class: "quote" }, words(one.quoted ?? "a message further up", page.nameOf)) : null,
      one.forwarded ? element("div", { class: "quiet" }, "Passed on") : null,
      one.deleted ? element("div", { class: "gone" }, "This message was deleted") : rendered(one.text, page.nameOf),
      files(one, page), attachments(one, page), keyboard(one, page)),
    kind === "system" ? null : below(one, page));
}

function files(one, page) {
  return one.files.map(file => element("div", { class: "files" }, file.name
    ? element("a", { href: fileAddress(page.as, file.id), download: file.name, "data-focus": `file${file.id}` },
      `${file.name}, ${size(file.size)}`)
    : element("span", { class: "quiet" }, `file ${file.id}`)));
}

function size(bytes) {
  return bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function attachments(one, page) {
  const texts = [];
  const collect = value => {
    if (Array.isArray(value)) {
      value.forEach(collect);
    } else if (value && typeof value === "object") {
      const line = [value.NAME, typeof value.VALUE === "string" ? value.VALUE : null].filter(text => typeof text === "string" && text);
      if (line.length) {
        texts.push(line.join(": "));
      }
      if (typeof value.MESSAGE === "string") {
        texts.push(value.MESSAGE);
      }
      Object.values(value).filter(inner => typeof inner === "object").forEach(collect);
    }
  };
  collect(one.attach);
  return texts.map(text => {
    const shown = rendered(text, page.nameOf);
    shown.className = "attached";
    return shown;
  });
}

function keyboard(one, page) {
  if (!one.keyboard.length) {
    return null;
  }
  return element("div", { class: "keyboard", role: "group", "aria-label": "Buttons" }, one.keyboard.map(button => {
    if (button.TYPE === "NEWLINE") {
      return element("span", { class: "break" });
    }
    if (button.LINK) {
      const address = link(button.LINK);
      address.className = "button";
      address.append(button.TEXT);
      return address;
    }
    return element("button", { type: "button", disabled: button.DISABLED === "Y", "data-focus": `button ${button.TEXT}`,
      onclick: () => button.ACTION === "PUT" ? put(button.ACTION_VALUE)
        : page.attempt(() => act("press", { as: page.as, message: one.id, button: button.TEXT })) }, button.TEXT);
  }));
}

function below(one, page) {
  const reactions = Object.entries(one.reactions).map(([user, name]) =>
    element("span", { title: page.nameOf(Number(user)) }, REACTIONS[name] ?? name,
      element("span", { class: "hidden" }, ` ${name} from ${page.nameOf(Number(user))}`)));
  return element("div", { class: "below" }, element("time", { datetime: one.at }, time(one.at)),
    one.edited && !one.deleted ? element("span", {}, "edited") : null,
    one.own && one.viewed ? element("span", {}, `read by ${one.viewed}`) : null, reactions,
    one.deleted ? null : actions(one, page));
}

function actions(one, page) {
  const mine = one.reactions[page.as];
  const about = { as: page.as, message: one.id };
  const button = (name, action) => element("button", { type: "button", onclick: action, "data-focus": name }, name);
  const reaction = Object.entries(REACTIONS).map(([name, sign]) => element("button", { type: "button", "data-focus": name,
    "aria-label": mine === name ? `Take back ${name}` : name, "aria-pressed": String(mine === name),
    onclick: () => page.attempt(() => mine === name ? act("withdraw", about) : act("react", { ...about, reaction: name })) }, sign));
  return element("details", { class: "more" },
    element("summary", { "aria-label": `Actions for the message of ${one.author}`, "data-focus": "more" }, "⋯"),
    element("div", { class: "actions" },
      one.channel ? button("Comment", () => begin("comment", one)) : button("Reply", () => begin("reply", one)),
      one.own ? button("Edit", () => begin("edit", one)) : null,
      one.own ? button("Delete", () => page.attempt(() => act("delete", about))) : null, reaction));
}
