/** An element with attributes, properties that begin with "on" as listeners, and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value != null) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat().filter(child => child != null && child !== false));
  return made;
}

/**
 * Makes the list show the items, and leaves alone what has not changed: focus, an open detail and the place in the
 * list stay, and a screen reader hears of what is new only.
 */
export function show(list, items, keyOf, render) {
  const known = new Map([...list.children].map(child => [child.dataset.key, child]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const content = JSON.stringify(item);
    let shown = known.get(key);
    known.delete(key);
    if (!shown || shown.content !== content) {
      const fresh = render(item);
      fresh.dataset.key = key;
      fresh.content = content;
      if (shown) {
        if (shown === place) {
          place = fresh;
        }
        replace(shown, fresh);
      }
      shown = fresh;
    }
    if (shown === place) {
      place = place.nextElementSibling;
    } else {
      list.insertBefore(shown, place);
    }
  }
  known.forEach(child => child.remove());
}

function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  const open = [...old.querySelectorAll("details")].map(details => details.open);
  old.replaceWith(fresh);
  fresh.querySelectorAll("details").forEach((details, index) => { details.open = open[index] ?? false; });
  if (focused != null) {
    const again = [...fresh.querySelectorAll("[data-focus]"), fresh].find(candidate => candidate.dataset.focus === focused);
    again?.focus();
  }
}

export function options(select, entries, chosen) {
  const content = JSON.stringify([entries, chosen]);
  if (select.content !== content) {
    select.content = content;
    select.replaceChildren(...entries.map(([value, text]) => element("option", { value }, text)));
    select.value = chosen;
  }
}

export function time(iso) {
  return iso ? new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" }) : "";
}

/** Between two times, for people. */
export function between(from, to) {
  const seconds = Math.max(0, (new Date(to) - new Date(from)) / 1000);
  return seconds < 90 ? `${seconds.toFixed(1)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
