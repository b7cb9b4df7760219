/* The search: looks through the words of search/*.js, as they are, in the order of their weight.
   Words match from their beginnings, without case and accents; all of a question's words must match. Those that share
   all but the last letters match too, and come last: “territorial” finds “territory”.
   A plain walk through the text is fast enough, and needs no index beside it: docs/decisions/0024-search.md. */
"use strict";
(() => {
  const KINDS = ["topic", "name", "statement", "article"];
  /* Besides its title. The sentence below a topic or a name speaks of others too, and is mostly a statement as well. */
  const SEARCHED = {
    topic: ({ others }) => others, name: ({ others }) => others,
    statement: () => "", article: ({ line, facts }) => `${line} ${facts}`,
  };
  const SHOWN = 8;
  const LAST = 2 ** 22; /* more entries than that no page could hold */
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i" };
  const OWN = /[ßæœøđðþłħı]/g;
  const NO_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
  const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}\p{M}]+/gu;
  const $ = (id) => document.getElementById(id);
  const parts = [];
  let box, left = 1, asked = "", limits = {}, waiting = 0;

  /* Words as they are compared: “U.S.” is us, “Zelenskyy’s” is zelenskyy s, “Größe” is grosse. */
  const plain = (text) => /^[\x20-\x7e\n]*$/.test(text) ? text.toLowerCase()
    : text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "").replace(OWN, (sign) => LETTERS[sign]);
  const folded = (text) => plain(text).replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (short) => short.replaceAll(".", ""))
    .replace(/[^\p{L}\p{N}\n]+/gu, " ").trim();

  /* Called by each file of the index; `more`: how many files follow the first. */
  self.searchEntries = (more, entries) => {
    const starts = new Uint32Array(entries.length + 1), titles = new Uint32Array(entries.length), lines = [];
    let at = 0;
    entries.forEach(([kind, , title, line, facts, others], place) => {
      const head = ` ${folded(title)} `, rest = folded(SEARCHED[kind]({ line, facts, others })) + " ";
      lines.push(head + rest);
      titles[place] = at + head.length;
      starts[place + 1] = at += head.length + rest.length + 1;
    });
    parts.push({ entries, starts, titles, text: lines.join("\n") + "\n" });
    left += more - 1;
    for (let number = 1; number <= more; number++) {
      const script = document.createElement("script");
      script.src = `search/${number}.js`;
      script.async = false; /* in their order, by which equals stand */
      script.onerror = () => { left--; later(); };
      document.head.append(script);
    }
    if (box) later();
  };

  /* What a word shares with others of its family: up to three of its last letters cut off, a third at most, five left. */
  const stem = (word) => {
    const length = word.trim().length;
    return NO_SPACES.test(word) ? word : word.slice(0, word.length - Math.max(0, Math.min(3, Math.floor(length / 3), length - 5)));
  };

  /* Adds the entries of a part that hold all words to those of their kind, each as one number that sorts: the words as
     they were asked for first, then whole words and titles, then weight, then the order of the index. A number an
     entry, as a word may be in all of them. */
  const look = ({ entries, starts, titles, text }, base, words, found) => {
    const stems = words.map(stem), first = stems[0];
    let place = 0;
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, starts[place])) {
      while (starts[place + 1] <= at) place++;
      const line = text.slice(starts[place], starts[place + 1]);
      let score = 0, end = 0, exact = 8;
      const has = words.every((word, number) => {
        let here = line.indexOf(word);
        if (here < 0) {
          here = line.indexOf(stems[number]);
          exact = 0;
        } else if (line[here + word.length] === " ") score += number ? 1 : 2;
        end = Math.max(end, here);
        return here >= 0;
      });
      if (has) {
        if (starts[place] + end < titles[place]) score += 4;
        const weight = Math.min(entries[place][6], 4095);
        found[entries[place][0]].push(((exact + Math.min(score, 7)) * 4096 + weight) * LAST + LAST - 1 - base - place);
      }
      if (++place === entries.length) break;
    }
  };

  const entryAt = (place) => {
    for (const { entries } of parts) {
      if (place < entries.length) return entries[place];
      place -= entries.length;
    }
  };

  const written = (number) => number.toLocaleString(document.documentElement.lang);

  const make = (name, text, values) => Object.assign(document.createElement(name), text && { textContent: text }, values);

  /* `text`, the words that were asked for marked. */
  const marked = (element, text, words) => {
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      const word = " " + folded(match[0]);
      if (!words.some((asked) => word.startsWith(stem(asked)) || (NO_SPACES.test(asked) && word.includes(asked)))) continue;
      element.append(text.slice(end, match.index), make("mark", match[0]));
      end = match.index + match[0].length;
    }
    element.append(text.slice(end));
    return element;
  };

  const row = ([kind, href, title, line, facts, , , language], words) => {
    const item = make("li"), head = make("p");
    const tongue = language ? { lang: language, dir: "auto" } : {};
    head.append(marked(make("a", "", { href, className: kind === "statement" ? "said" : "", ...tongue }), title, words));
    item.append(head);
    if (line) item.append(marked(make("p", "", { className: "line", ...tongue }), line, words));
    item.append(make("p", facts, { className: "facts" }));
    return item;
  };

  const show = () => {
    const query = box.value.trim();
    if (query !== asked) { asked = query; limits = {}; }
    const words = folded(query).split(" ")
      .filter((word) => word.length > 1 || NO_SPACES.test(word)) /* one letter would find nearly everything */
      .map((word) => NO_SPACES.test(word) ? word : " " + word).sort((a, b) => b.length - a.length);
    const found = { topic: [], name: [], statement: [], article: [] };
    let base = 0;
    for (const part of words.length ? parts : []) {
      look(part, base, words, found);
      base += part.entries.length;
    }
    const results = $("results"), said = results.dataset, letters = document.querySelector(".a-to-z");
    const sections = [], counts = [];
    for (const kind of KINDS) {
      const hits = Float64Array.from(found[kind]).sort().reverse();
      if (!hits.length) continue;
      counts.push(`${said[kind]}: ${written(hits.length)}`);
      const section = make("section"), list = make("ol"), limit = limits[kind] || SHOWN;
      section.setAttribute("aria-labelledby", kind + "s");
      section.append(make("h2", said[kind], { id: kind + "s" }), list);
      for (const hit of hits.subarray(0, limit)) list.append(row(entryAt(LAST - 1 - hit % LAST), words));
      if (hits.length > limit) {
        const words = said.more.replace("{some}", written(Math.min(hits.length - limit, 50)))
          .replace("{all}", written(hits.length));
        const more = make("button", words, { type: "button" });
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
      : (counts.join(", ") || said.none) + (left > 0 ? `; ${said.reading}` : "");
    history.replaceState(null, "", query ? "#q=" + encodeURIComponent(query) : location.pathname + location.search);
  };

  /* Soon, once for all files that have just been read. */
  const later = () => { clearTimeout(waiting); waiting = setTimeout(show, 100); };

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
