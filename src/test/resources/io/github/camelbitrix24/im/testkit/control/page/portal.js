const CONTROL = "/control/";
const HEADERS = { "X-Emulator-Control": "1" };

async function answer(response) {
  const body = await response.json();
  if (!response.ok) {
    throw Object.assign(new Error(body.error), { status: response.status });
  }
  return body;
}

export function look(call, given = {}) {
  return fetch(`${CONTROL}${call}?${new URLSearchParams(given)}`).then(answer);
}

export function act(call, given = {}) {
  return fetch(CONTROL + call, {
    method: "POST", headers: { ...HEADERS, "Content-Type": "application/json" }, body: JSON.stringify(given),
  }).then(answer);
}

export function upload(file, given) {
  return fetch(`${CONTROL}upload?${new URLSearchParams({ ...given, name: file.name })}`,
    { method: "POST", headers: HEADERS, body: file }).then(answer);
}

export function fileAddress(as, id) {
  return `${CONTROL}file?${new URLSearchParams({ as, id })}`;
}

/** Calls back whenever something has changed, one call at a time, and tells whether the portal is there. */
export function follow(changed, there) {
  let running = false;
  let again = false;
  async function refresh() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      try {
        await changed();
        there(true);
      } catch (failure) {
        there(!(failure instanceof TypeError), failure.message);
      }
    } while (again);
    running = false;
  }
  const stream = new EventSource(`${CONTROL}changes`);
  stream.onmessage = refresh;
  stream.onerror = () => there(false);
  return refresh;
}
