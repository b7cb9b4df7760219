"use strict";
(() => {
  const revision = document.currentScript.dataset.revision;
  const KEY = "sitegen-place";
  const STYLE = `
    :host { all: initial; }
    details { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 45vh; overflow: auto;
      padding: .5rem 1rem; font: 15px/1.45 system-ui, sans-serif; color: #1b1b1b; background: #fff4e0;
      border-top: 3px solid #b35c00; }
    details[data-level="error"] { background: #fdeaea; border-color: #b00020; }
    summary { cursor: pointer; font-weight: 600; }
    ul { margin: .5rem 0 0; padding-left: 1.2rem; }
    li { margin-bottom: .4rem; overflow-wrap: anywhere; }
    code { font: .9em ui-monospace, monospace; }`;

  // The place: the first element on the screen that has an id, where it stands, and which parts are unfolded.

  function keepPlace() {
    const seen = [...document.querySelectorAll("body [id]")].find((one) => one.getBoundingClientRect().bottom > 0);
    const unfolded = [...document.querySelectorAll("details")].map((one) => one.open);
    const place = { path: location.pathname, y: scrollY, id: seen?.id, top: seen?.getBoundingClientRect().top, unfolded };
    sessionStorage.setItem(KEY, JSON.stringify(place));
    history.scrollRestoration = "manual";
  }

  function returnToPlace() {
    const place = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    if (place?.path !== location.pathname) return;
    const folding = [...document.querySelectorAll("details")];
    if (folding.length === place.unfolded.length) folding.forEach((one, i) => { one.open = place.unfolded[i]; });
    const seen = place.id && document.getElementById(place.id);
    const y = seen ? scrollY + seen.getBoundingClientRect().top - place.top : place.y;
    scrollTo({ top: y, behavior: "instant" });
    history.scrollRestoration = "auto";
  }

  // Problems of the last build, in a tree of their own, so that no style of the page reaches them. Words are text here.

  const host = document.createElement("div");
  host.dataset.sitegen = "problems";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  host.setAttribute("role", "status");
  document.body.append(host);

  function element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }

  function showProblems(problems, isKept) {
    root.replaceChildren();
    if (!problems.length) return;
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const title = isKept ? `${count}; shown is the last site that could be built` : count;
    const items = problems.map(({ where, message, remedy, code }) =>
      element("li", ...(where ? [element("code", where), ": "] : []), message, " ", element("code", `[${code}]`),
        ...(remedy ? [element("br"), remedy] : [])));
    const shown = element("details", element("summary", title), element("ul", ...items));
    shown.dataset.level = problems.some(({ level }) => level === "error") ? "error" : "warning";
    shown.open = shown.dataset.level === "error";
    root.append(shown);
  }

  addEventListener("load", returnToPlace);
  new EventSource("/.sitegen/events").addEventListener("message", ({ data }) => {
    const state = JSON.parse(data);
    if (state.revision !== revision) {
      keepPlace();
      location.reload();
    } else {
      showProblems(state.problems, state.isKept);
    }
  });
})();
