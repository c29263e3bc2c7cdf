import { followView } from "./views.js";
import { showChats } from "./chats.js";
import { showConversation } from "./conversation.js";
import { showClock } from "./clock.js";
import { showHappenings } from "./happenings.js";
import { queueOwner, showQueue } from "./queue.js";
import { showRequests } from "./requests.js";
import { act, follow, look } from "./portal.js";

/** Who one is, which chat is open, and what the portal said last. */
const page = {
  as: null,
  dialog: null,
  state: null,
  nameOf: id => page.state.people.find(person => person.id === id)?.name ?? `User ${id}`,
  open(as, dialog) {
    page.as = as;
    page.dialog = dialog;
    history.replaceState(null, "", `#${new URLSearchParams({ as, dialog: dialog ?? "" })}`);
    return page.refresh();
  },
  async attempt(action) {
    try {
      await action();
      notice.textContent = "";
      return true;
    } catch (failure) {
      notice.textContent = failure.message;
      return false;
    } finally {
      page.refresh();
    }
  },
};
const notice = document.getElementById("notice");

function choose(state) {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const there = state.people.filter(person => person.active);
  const reader = there.find(person => person.subscribed);
  const person = there.find(candidate => String(candidate.id) === wanted.get("as"))
    ?? there.find(candidate => candidate.kind === "employee" && candidate !== reader) ?? there[0];
  if (person) {
    page.as = person.id;
    page.dialog = wanted.get("dialog") || (reader && reader !== person ? String(reader.id) : null);
  }
}

async function refresh() {
  if (page.as == null) {
    choose(await look("people").then(people => ({ people })));
  }
  const asked = { as: page.as, dialog: page.dialog, queue: page.state ? queueOwner(page) : 0 };
  const state = await looked(asked);
  await released();
  if (asked.as !== page.as || asked.dialog !== page.dialog) {
    return refresh();
  }
  page.state = { chats: [], messages: [], typing: [], ...state };
  if (queueOwner(page) !== asked.queue && queueOwner(page) != null) {
    return refresh();
  }
  for (const part of [showClock, showChats, showConversation, showHappenings, showQueue, showRequests]) {
    part(page);
  }
  const open = page.state.chats.find(chat => chat.dialogId === page.dialog);
  if (open?.unread && open.joined && document.visibilityState === "visible") {
    await act("read", { as: page.as, dialog: page.dialog });
  }
}

/** A chat or a person of the address that is not there is forgotten. */
async function looked(asked) {
  try {
    return await look("state", Object.fromEntries(Object.entries(asked).filter(([, value]) => value != null)));
  } catch (failure) {
    if (failure.status === 404) {
      page.as = page.dialog == null ? null : page.as;
      page.dialog = null;
      page.refresh();
    }
    throw failure;
  }
}

/** What is replaced while somebody presses on it is not clicked. */
function released() {
  return !document.querySelector("button:active, a:active, summary:active") ? null
    : new Promise(go => ["pointerup", "pointercancel", "keyup"].forEach(name => addEventListener(name, () => setTimeout(go), { once: true })));
}

function there(isThere, why) {
  if (!isThere) {
    notice.textContent = "The emulator does not answer. The page waits until it is back.";
  } else if (why) {
    notice.textContent = why;
  } else if (notice.textContent.startsWith("The emulator does not answer")) {
    notice.textContent = "";
  }
}

page.refresh = follow(refresh, there);
followView();
