import { element, show, time } from "./dom.js";

const list = document.getElementById("requests");
const withoutPolls = document.getElementById("without-polls");
let page;

export function showRequests(current) {
  page = current;
  const calls = page.state.requests.filter(call => !withoutPolls.checked || !/event\.get$/i.test(call.method));
  const runs = runsOf(calls).reverse();
  show(list, runs.length ? runs : [{ first: "none" }], run => run.first, run => run.first === "none"
    ? element("li", { class: "empty" }, "Nobody has called the portal yet.") : row(run));
}

/** The same call again and again, as when an application polls, is one row that counts. */
function runsOf(calls) {
  const runs = [];
  for (const call of calls) {
    const last = runs[runs.length - 1];
    const same = last && ["method", "status", "error", "userId", "agent"].every(field => last.call[field] === call[field]);
    if (same) {
      last.times++;
      last.call = call;
    } else {
      runs.push({ first: call.number, times: 1, call });
    }
  }
  return runs;
}

function row({ call, times }) {
  const good = call.status >= 200 && call.status < 300 && !call.error;
  return element("li", { class: "request" }, element("details", {}, element("summary", { "data-focus": "details" },
    element("span", { class: good ? "status" : "status bad" }, call.status ? String(call.status) : "no answer"),
    element("span", { class: "method" }, call.method || "none", call.error ? ` ${call.error}` : ""),
    element("span", { class: "times" }, times > 1 ? `${times} times, ${time(call.at)}` : time(call.at)),
    element("span", { class: "who" }, [call.name || "nobody known", call.agent].filter(Boolean).join(", by "))),
    element("pre", {}, call.call)));
}

withoutPolls.addEventListener("change", () => page.refresh());
