/* The search: looks through the words of search/*.js, as they are, in the order of their weight.
   Words match from their beginnings, without case and accents; all of a question's words must match.
   A plain walk through the text is fast enough (docs/decisions/0024-search.md), and needs no index beside it. */
"use strict";
(() => {
  const KINDS = [["topic", "Topics"], ["name", "Names"], ["statement", "Statements"], ["article", "Articles"]];
  const SHOWN = 8;
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i" };
  const OWN = /[ßæœøđðþłħı]/g;
  const NO_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
  const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}]|\.(?=\p{L}\.)|[’'](?=\p{L}))*/gu;
  const $ = (id) => document.getElementById(id);
  const parts = [];
  let box, left = 1, asked = "", limits = {};

  /* Words as they are compared: “U.S.” is us, “Zelenskyy’s” is zelenskyy s, “Größe” is grosse. */
  const plain = (text) => /^[\x20-\x7e\n]*$/.test(text) ? text.toLowerCase()
    : text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "").replace(OWN, (sign) => LETTERS[sign]);
  const folded = (text) => plain(text).replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (short) => short.replaceAll(".", ""))
    .replace(/[^\p{L}\p{N}\n]+/gu, " ").trim();

  /* Called by each file of the index; `more`: how many follow the first. */
  self.searchEntries = (more, entries) => {
    const lines = entries.map(([kind, , title, line, facts, others]) =>
      ` ${folded(kind === "statement" ? title : `${title} ${line} ${facts} ${others}`)} `);
    const starts = new Uint32Array(lines.length);
    let at = 0;
    lines.forEach((line, place) => { starts[place] = at; at += line.length + 1; });
    parts.push({ entries, starts, text: lines.join("\n") });
    left += more - 1;
    for (let number = 1; number <= more; number++) {
      const script = document.createElement("script");
      script.src = `search/${number}.js`;
      script.onerror = () => { left--; show(); };
      document.head.append(script);
    }
    if (box) show();
  };

  /* The entries of a part that hold all words, each with how many of them it holds whole and in its title. */
  const look = ({ entries, starts, text }, words, found) => {
    const [first, ...others] = words;
    let place = 0;
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at)) {
      while (place + 1 < starts.length && starts[place + 1] <= at) place++;
      const end = place + 1 < starts.length ? starts[place + 1] : text.length;
      const line = text.slice(starts[place], end);
      if (others.every((word) => line.includes(word))) {
        const entry = entries[place];
        let score = 0;
        for (const word of words) if (line.includes(word + " ")) score += 2;
        if (entry[0] !== "statement" && words.every((word) => (" " + folded(entry[2]) + " ").includes(word))) score += 3;
        found[entry[0]].push([score, entry]);
      }
      at = end;
      if (place + 1 >= starts.length) break;
    }
  };

  const make = (name, text, values) => Object.assign(document.createElement(name), text && { textContent: text }, values);

  /* `text`, the words that were asked for marked. */
  const marked = (element, text, words) => {
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      const word = " " + folded(match[0]);
      if (!words.some((asked) => word.startsWith(asked) || (NO_SPACES.test(asked) && word.includes(asked)))) continue;
      element.append(text.slice(end, match.index), make("mark", match[0]));
      end = match.index + match[0].length;
    }
    element.append(text.slice(end));
    return element;
  };

  const row = ([, href, title, line, facts], words) => {
    const item = make("li"), head = make("p");
    head.append(marked(make("a", "", { href }), title, words));
    item.append(head);
    if (line) item.append(marked(make("p", "", { className: "line" }), line, words));
    item.append(make("p", facts, { className: "facts" }));
    return item;
  };

  const show = () => {
    const query = box.value.trim();
    if (query !== asked) { asked = query; limits = {}; }
    const words = folded(query).split(" ").filter(Boolean)
      .map((word) => NO_SPACES.test(word) ? word : " " + word).sort((a, b) => b.length - a.length);
    const found = { topic: [], name: [], statement: [], article: [] };
    if (words.length) for (const part of parts) look(part, words, found);
    const results = $("results"), letters = document.querySelector(".a-to-z");
    const sections = [], counts = [];
    for (const [kind, title] of KINDS) {
      const hits = found[kind];
      if (!hits.length) continue;
      hits.sort((a, b) => b[0] - a[0] || b[1][6] - a[1][6] || (a[1][1] < b[1][1] ? -1 : 1));
      counts.push(`${hits.length} ${hits.length === 1 ? kind : kind + "s"}`);
      const section = make("section"), list = make("ol"), limit = limits[kind] || SHOWN;
      section.setAttribute("aria-labelledby", kind + "s");
      section.append(make("h2", title, { id: kind + "s" }), list);
      list.append(...hits.slice(0, limit).map(([, entry]) => row(entry, words)));
      if (hits.length > limit) {
        const more = make("button", `${Math.min(hits.length - limit, 50)} more of ${hits.length}`, { type: "button" });
        more.onclick = () => {
          limits[kind] = limit + 50;
          show();
          $(kind + "s").parentElement.querySelectorAll("li a")[limit].focus();
        };
        section.append(more);
      }
      sections.push(section);
    }
    results.replaceChildren(...sections);
    if (letters) letters.hidden = words.length > 0;
    $("found").textContent = !words.length ? ""
      : (counts.join(", ") || "Nothing found") + (left > 0 ? "; still reading" : "");
    history.replaceState(null, "", query ? "#q=" + encodeURIComponent(query) : location.pathname + location.search);
  };

  const links = () => [box, ...document.querySelectorAll("#results li > p > a")];
  const keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const list = links(), here = list.indexOf(document.activeElement);
    if (event.key === "/" && here !== 0) {
      box.focus();
      box.select();
    } else if (event.key === "Escape" && here > 0) {
      box.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && here >= 0) {
      const next = list[here + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      next.focus();
    } else if (event.key === "Enter" && here === 0 && list[1]) {
      list[1].click();
    } else return;
    event.preventDefault();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form.search");
    box = $("query");
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    box.addEventListener("input", show);
    document.addEventListener("keydown", keys);
    try { box.value = decodeURIComponent((/^#q=(.*)/.exec(location.hash) || ["", ""])[1]); } catch { /* no question */ }
    if (matchMedia("(hover: hover)").matches) box.focus();
    if (box.value) show();
  });
})();
