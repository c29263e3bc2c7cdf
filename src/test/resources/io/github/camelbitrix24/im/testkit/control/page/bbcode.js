import { element } from "./dom.js";

const TOKEN = /\[(\/?)(b|i|u|s|code|quote|user|url|chat|br|send|put)(?:=([^\]]*))?\]/gi;
const ADDRESS = /\bhttps?:\/\/[^\s<>"'[\]]+/gi;
const AFTER_AN_ADDRESS = /[.,;:!?)}]+$/;
const ENTITY = /&(amp|lt|gt|quot|#0?39|#91|#93);/g;
const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'", "#039": "'", "#91": "[", "#93": "]" };
const PLAIN = { b: "strong", i: "em", u: "u", s: "s", code: "code", quote: "blockquote" };

const decoded = text => text.replace(ENTITY, (all, name) => CHARACTERS[name]);

/** What a message says, with the portal's tags as elements; what is no such tag stays text. */
export function rendered(text, nameOf) {
  const root = element("div", { class: "body" });
  const open = [{ tag: "", into: root }];
  const into = () => open[open.length - 1].into;
  let at = 0;
  for (const token of text.matchAll(TOKEN)) {
    plain(into(), open, text.slice(at, token.index));
    at = token.index + token[0].length;
    const tag = token[2].toLowerCase();
    if (tag === "br") {
      into().append("\n");
    } else if (!token[1]) {
      const made = opened(tag, token[3], text.slice(at));
      into().append(made);
      open.push({ tag, into: made, value: token[3] });
    } else if (open[open.length - 1].tag === tag) {
      const closed = open.pop();
      if (tag === "user" && !closed.into.textContent) {
        closed.into.append(nameOf(Number(closed.value)));
      }
    } else {
      into().append(token[0]);
    }
  }
  plain(into(), open, text.slice(at));
  return root;
}

/** Text between tags; an address in it is a link, unless it stands in a link or in code already. */
function plain(into, open, text) {
  const whole = decoded(text);
  if (open.some(({ tag }) => tag === "url" || tag === "code")) {
    into.append(whole);
    return;
  }
  let at = 0;
  for (const found of whole.matchAll(ADDRESS)) {
    const address = found[0].replace(AFTER_AN_ADDRESS, "");
    const made = link(address);
    made.append(address);
    into.append(whole.slice(at, found.index), made);
    at = found.index + address.length;
  }
  into.append(whole.slice(at));
}

function opened(tag, value, rest) {
  if (tag === "url") {
    return link(decoded(value ?? rest.split(/\[\/url\]/i)[0]));
  }
  return tag in PLAIN ? element(PLAIN[tag]) : element("span", { class: "mention" });
}

export function link(address) {
  return /^https?:\/\//i.test(address)
    ? element("a", { href: address, target: "_blank", rel: "noreferrer noopener" })
    : element("span");
}

/** The words alone, for where there is room for one line. */
export function words(text, nameOf = () => "") {
  return rendered(text, nameOf).textContent.replace(/\s+/g, " ").trim();
}
