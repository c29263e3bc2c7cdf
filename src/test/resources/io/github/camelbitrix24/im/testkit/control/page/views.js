const buttons = [...document.querySelectorAll(".views button")];

/** Where there is room for one part of the page at a time, shows this one. */
export function showView(name) {
  document.body.dataset.view = name;
  buttons.forEach(button => button.setAttribute("aria-pressed", String(button.dataset.shows === name)));
}

export function followView() {
  buttons.forEach(button => button.addEventListener("click", () => showView(button.dataset.shows)));
}
