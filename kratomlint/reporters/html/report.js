"use strict";

// Everything from an article is put on the page as a text node. An article's data is read when it is opened.

const byId = (id) => document.getElementById(id);
const read = (name) => JSON.parse(byId(`data-${name}`)?.textContent ?? "null");
const library = read("library");
const rows = library.articles;
const SEVERITIES = ["error", "warning", "suggestion"];
const VIEWS = ["library", "beside", "reader"];
const viewOf = (name) => byId(`view-${name}`);

for (const [number, row] of rows.entries()) {
  row.number = number;
  row.found = row.error + row.warning + row.suggestion;
  row.density = row.words ? (1000 * row.found) / row.words : 0;
  row.haystack = `${row.title} ${row.path}`.toLowerCase();
}

// Elements

function put(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

const el = (name, attributes = {}, ...children) => put(document.createElement(name), attributes, children);
const svg = (name, attributes = {}, ...children) =>
  put(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
const count = (number) => number.toLocaleString("en");
const counted = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;
const say = (text) => (byId("status").textContent = text);
const packOf = (check) => check.split("/")[0];
const nameOf = (check) => library.checks[check]?.title || check;

// At a glance

function glance() {
  const totals = library.totals;
  const clean = rows.filter((row) => !row.found && !row.troubles).length;
  const figures = [
    ["", totals.files === 1 ? "article" : "articles", totals.files],
    ["error", "errors", totals.errors],
    ["warning", "warnings", totals.warnings],
    ["suggestion", "suggestions", totals.suggestions],
    ["", "without a finding", clean],
    totals.suppressed && ["", "kept by their authors", totals.suppressed],
  ].filter(Boolean);
  return [
    el("h1", { tabindex: -1 }, rows.length === 1 ? "One article, read with a red pen" : "The library at a glance"),
    el("p", { class: "standfirst" }, standfirst(totals)),
    el(
      "dl",
      { class: "figures" },
      figures.map(([kind, name, number]) => el("div", { class: kind }, el("dt", {}, name), el("dd", {}, count(number)))),
    ),
    troubles(),
    el("div", { class: "spread" }, breakdown(), el("div", {}, rows.length > 1 && spread(), bySubject())),
  ];
}

function standfirst(totals) {
  const passed = Object.entries(library.skipped);
  const sum = passed.reduce((all, [, number]) => all + number, 0);
  const reasons = passed.map(([reason, number]) => `${reason} ${count(number)}`).join(", ");
  const made = library.made ? ` on ${library.made}` : "";
  return (
    `${counted(totals.words, "word")} were read${made}. ` +
    (sum ? `${counted(sum, "word")} ${sum === 1 ? "was" : "were"} passed over: ${reasons}.` : "No word was passed over.")
  );
}

function troubles() {
  if (!library.troubles.length) return null;
  const items = library.troubles.map(([path, what]) => el("li", {}, path && el("bdi", {}, `${path}: `), what));
  return el(
    "section",
    { class: "troubles", "aria-labelledby": "troubles-title" },
    el("h2", { id: "troubles-title" }, `${counted(items.length, "thing")} went wrong`),
    el("ul", {}, items),
  );
}

function bar(parts, whole) {
  let left = 0;
  return svg(
    "svg",
    { class: "bars", "aria-hidden": "true" },
    parts.map(([kind, number]) => {
      const width = (100 * number) / (whole || 1);
      left += width;
      return svg("rect", { x: `${left - width}%`, width: `${width}%`, height: "100%", class: `fill-${kind}` });
    }),
  );
}

function tallied() {
  const checks = new Map();
  for (const row of rows) {
    for (const [check, numbers] of Object.entries(row.checks)) {
      const one = checks.get(check) ?? { name: check, numbers: [0, 0, 0], articles: 0 };
      numbers.forEach((number, index) => (one.numbers[index] += number));
      one.articles += 1;
      checks.set(check, one);
    }
  }
  const packs = new Map();
  for (const check of checks.values()) {
    const name = packOf(check.name);
    const pack = packs.get(name) ?? { name, numbers: [0, 0, 0], checks: [] };
    check.numbers.forEach((number, index) => (pack.numbers[index] += number));
    pack.checks.push(check);
    packs.set(name, pack);
  }
  for (const pack of packs.values()) {
    pack.articles = rows.filter((row) => Object.keys(row.checks).some((check) => packOf(check) === pack.name)).length;
    pack.checks.sort((one, other) => sum(other) - sum(one));
  }
  return [...packs.values()].sort((one, other) => sum(other) - sum(one));
}

const sum = (one) => one.numbers.reduce((all, number) => all + number, 0);

function breakdown() {
  const packs = tallied();
  const most = Math.max(1, ...packs.map(sum));
  const line = (one, scale, name, kind) =>
    el(
      "tr",
      { class: kind, hidden: kind === "of-pack" },
      el("th", { scope: "row" }, name),
      el("td", { class: "bar" }, bar(SEVERITIES.map((severity, index) => [severity, one.numbers[index]]), scale)),
      el("td", { class: "number" }, count(sum(one))),
      el("td", { class: "number" }, el("button", { type: "button", class: "plain", click: () => narrow("check", one.name), "aria-label": `Show the ${counted(one.articles, "article")} with ${one.name}` }, count(one.articles))),
    );
  const groups = packs.map((pack) => {
    const below = pack.checks.map((check) => line(check, most, [nameOf(check.name), el("span", { class: "path" }, check.name)], "of-pack"));
    const toggle = el("button", { type: "button", class: "plain pack-name", "aria-expanded": "false", click: () => {
      const open = toggle.getAttribute("aria-expanded") !== "true";
      toggle.setAttribute("aria-expanded", open);
      below.forEach((row) => (row.hidden = !open));
    } }, pack.name);
    return el("tbody", {}, line(pack, most, toggle, "pack"), below);
  });
  return el(
    "section",
    { "aria-labelledby": "found-title" },
    el("h2", { id: "found-title" }, "What was found"),
    packs.length
      ? el(
          "table",
          { class: "breakdown" },
          el("caption", {}, "By kind of check, most frequent first; a kind opens to its checks. A number of articles shows them."),
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Check"), el("th", { scope: "col", class: "bar" }, severityKey()), el("th", { scope: "col", class: "number" }, "Findings"), el("th", { scope: "col", class: "number" }, "Articles"))),
          groups,
        )
      : el("p", {}, "Nothing. No article holds a finding."),
  );
}

function severityKey() {
  const swatch = (severity) => svg("svg", { "aria-hidden": "true" }, svg("rect", { width: "100%", height: "100%", class: `fill-${severity}` }));
  return el("span", { class: "key" }, SEVERITIES.map((severity) => el("span", {}, swatch(severity), severity)));
}

function spread() {
  const bounds = [0, 2, 5, 10, 20, 40, Infinity];
  const names = ["none", "1–2", "3–5", "6–10", "11–20", "21–40", "41+"];
  const numbers = bounds.map((bound, index) => rows.filter((row) => row.found <= bound && (!index || row.found > bounds[index - 1])).length);
  const most = Math.max(1, ...numbers);
  const step = 100 / names.length;
  const columns = numbers.map((number, index) => {
    const height = (72 * number) / most;
    const middle = `${step * (index + 0.5)}%`;
    return [
      svg("rect", { x: `${step * (index + 0.12)}%`, width: `${step * 0.76}%`, y: `${84 - height}%`, height: `${height}%`, class: "fill-all" }),
      svg("text", { class: "count", x: middle, y: `${84 - height - 3}%` }, count(number)),
      svg("text", { x: middle, y: "95%" }, names[index]),
    ];
  });
  const label = names.map((name, index) => `${name}: ${counted(numbers[index], "article")}`).join("; ");
  return el(
    "section",
    { "aria-labelledby": "spread-title" },
    el("h2", { id: "spread-title" }, "Findings in an article"),
    svg("svg", { class: "histogram", role: "img", "aria-label": `Articles by number of findings. ${label}.` }, svg("line", { x1: 0, x2: "100%", y1: "84%", y2: "84%" }), columns),
  );
}

function bySubject() {
  const subjects = new Map();
  for (const row of rows) {
    for (const name of row.subjects) {
      const one = subjects.get(name) ?? { name, articles: 0, found: 0, words: 0 };
      one.articles += 1;
      one.found += row.found;
      one.words += row.words;
      subjects.set(name, one);
    }
  }
  if (!subjects.size) return null;
  const ordered = [...subjects.values()].sort((one, other) => other.articles - one.articles || other.found - one.found);
  return el(
    "section",
    { "aria-labelledby": "subjects-title" },
    el("h2", { id: "subjects-title" }, "By subject"),
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Subject"), el("th", { scope: "col", class: "number" }, "Articles"), el("th", { scope: "col", class: "number" }, "Findings per 1,000 words"))),
      el("tbody", {}, ordered.map((one) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, one.name),
          el("td", { class: "number" }, el("button", { type: "button", class: "plain", click: () => narrow("subject", one.name), "aria-label": `Show the ${counted(one.articles, "article")} on ${one.name}` }, count(one.articles))),
          el("td", { class: "number" }, (one.words ? (1000 * one.found) / one.words : 0).toFixed(1)),
        ),
      )),
    ),
  );
}

// The table of articles

const COLUMNS = [
  ["Article", "title"],
  ["Errors", "error"],
  ["Warnings", "warning"],
  ["Suggestions", "suggestion"],
  ["Words", "words"],
  ["Per 1,000 words", "density"],
  ["Subject", "subject"],
];
const chosen = { words: "", severity: "", check: "", subject: "", key: "error", descending: true };
// A browser lays out thousands of lines on every change; who looks for one of them narrows the table first.
const ROWS_AT_ONCE = 200;
let shown = rows;
const body = el("tbody");

function articles() {
  const checks = [...new Set(rows.flatMap((row) => Object.keys(row.checks)))].sort();
  const packs = Map.groupBy ? Map.groupBy(checks, packOf) : groupedByPack(checks);
  const subjects = [...new Set(rows.flatMap((row) => row.subjects))].sort();
  const select = (key, label, options) => field(`by-${key}`, label, el("select", { id: `by-${key}`, change: (event) => choose(key, event.target.value) }, options));
  const option = (value, name) => el("option", { value }, name);
  return el(
    "section",
    { id: "table", "aria-labelledby": "articles-title" },
    el("h2", { id: "articles-title", tabindex: -1 }, "The articles"),
    el(
      "form",
      { class: "filter", role: "search", "aria-label": "Articles", submit: (event) => event.preventDefault() },
      field("by-words", "Title or path", el("input", { type: "search", id: "by-words", input: (event) => choose("words", event.target.value) })),
      select("severity", "At least", [option("", "any, or no finding"), option("suggestion", "a suggestion"), option("warning", "a warning"), option("error", "an error")]),
      select("check", "With", [option("", "any check"), [...packs].map(([pack, names]) => el("optgroup", { label: pack }, option(pack, `all of ${pack}`), names.map((name) => option(name, nameOf(name)))))]),
      subjects.length > 0 && select("subject", "On", [option("", "any subject"), subjects.map((name) => option(name, name))]),
      el("button", { type: "reset", click: () => setTimeout(clear) }, "Clear"),
    ),
    el("p", { class: "counted", id: "counted", role: "status" }),
    el(
      "div",
      { class: "sheet", role: "region", "aria-label": "Table of articles", tabindex: 0 },
      el(
        "table",
        { class: "articles" },
        el("colgroup", {}, el("col", { class: "name" }), COLUMNS.slice(1, -1).map(() => el("col", { class: "narrow" })), el("col", { class: "subject" })),
        el("thead", {}, el("tr", {}, COLUMNS.map(([name, key], index) =>
          el("th", { scope: "col", "data-key": key, class: index && key !== "subject" ? "number" : null }, el("button", { type: "button", click: () => sort(key) }, name)),
        ))),
        body,
      ),
    ),
    el("button", { type: "button", id: "more-rows", click: () => lines(Infinity) }),
  );
}

const field = (id, label, control) => el("div", { class: "field" }, el("label", { for: id }, label), control);

function groupedByPack(checks) {
  const packs = new Map();
  for (const check of checks) packs.set(packOf(check), [...(packs.get(packOf(check)) ?? []), check]);
  return packs;
}

function tableRow(row) {
  const number = (kind, value, text = count(value)) => el("td", { class: `number ${kind} ${value ? "" : "zero"}` }, text);
  return el(
    "tr",
    {},
    el(
      "th",
      { scope: "row" },
      el("a", { href: `#article-${row.number}` }, el("bdi", {}, row.title)),
      el("span", { class: "path" }, el("bdi", {}, row.path), row.troubles > 0 && " · could not be read in full"),
    ),
    SEVERITIES.map((severity) => number(severity, row[severity])),
    number("", row.words),
    number("", row.density, row.density.toFixed(1)),
    el("td", {}, row.subjects.join(", ")),
  );
}

function choose(key, value) {
  chosen[key] = value;
  filter();
}

function clear() {
  Object.assign(chosen, { words: "", severity: "", check: "", subject: "" });
  filter();
}

function narrow(key, value) {
  clear();
  for (const name of ["words", "severity", "check", "subject"]) {
    const field = byId(`by-${name}`);
    if (field) field.value = name === key ? value : "";
  }
  choose(key, value);
  byId("articles-title").focus();
}

function sort(key) {
  chosen.descending = chosen.key === key ? !chosen.descending : key !== "title" && key !== "subject";
  chosen.key = key;
  arrange();
  filter();
}

const ORDERS = {
  title: (one, other) => one.haystack.localeCompare(other.haystack, "en"),
  subject: (one, other) => one.subjects.join().localeCompare(other.subjects.join(), "en"),
};

function arrange() {
  const { key, descending } = chosen;
  const order = ORDERS[key] ?? ((one, other) => one[key] - other[key]);
  const worst = (one, other) => other.error - one.error || other.warning - one.warning || other.suggestion - one.suggestion || one.number - other.number;
  rows.sort((one, other) => (descending ? order(other, one) : order(one, other)) || worst(one, other));
  for (const header of document.querySelectorAll(".articles thead th")) {
    if (header.dataset.key === key) header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else header.removeAttribute("aria-sort");
  }
}

function fits(row) {
  const { words, severity, check, subject } = chosen;
  const worst = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  return (
    (!words || words.toLowerCase().split(/\s+/).every((word) => row.haystack.includes(word))) &&
    (!severity || worst.some((kind) => row[kind])) &&
    (!check || Object.keys(row.checks).some((name) => name === check || packOf(name) === check)) &&
    (!subject || row.subjects.includes(subject))
  );
}

function filter() {
  shown = rows.filter(fits);
  lines(ROWS_AT_ONCE);
  byId("counted").textContent = shown.length === rows.length ? counted(rows.length, "article") : `${count(shown.length)} of ${counted(rows.length, "article")}`;
}

function lines(most) {
  body.replaceChildren(...shown.slice(0, most).map((row) => (row.line ??= tableRow(row))));
  const rest = shown.length - body.children.length;
  byId("more-rows").hidden = rest <= 0;
  byId("more-rows").textContent = `Show ${count(rest)} more`;
}

// An article

let open = null;
let inFull = false;

function openArticle(number) {
  const row = rows.find((one) => one.number === number);
  const text = read(`article-${number}`);
  const pairs = read(`beside-${number}`) ?? [];
  open = { number, row, notes: text.notes, above: new Set(text.above), paired: new Set(pairs.map((pair) => pair.note)) };
  const words = el("div", { class: "words", lang: "en" }, text.blocks ? blocks(text.blocks) : el("p", {}, "This file can no longer be read; its notes stand alone."));
  viewOf("reader").replaceChildren(
    steps(),
    el(
      "header",
      { class: "of-article" },
      el("h1", { tabindex: -1 }, el("bdi", {}, row.path)),
      el("p", {}, [...SEVERITIES.filter((kind) => row[kind]).map((kind) => counted(row[kind], kind)), row.kept && `${count(row.kept)} kept`, counted(row.words, "word"), row.subjects.length && `on ${row.subjects.join(", ")}`].filter(Boolean).join(" · ")),
      text.troubles.map((what) => el("p", { class: "troubles" }, what)),
    ),
    above(text),
    el("section", { class: "sheet-of-words", "aria-label": "The article with its notes" }, words),
    endnotes(text.notes),
    pairs.length > 0 && el("section", { "aria-labelledby": "pairs-title" }, el("h2", { id: "pairs-title" }, "Side by side"), pairs.map((pair) => figure(row, pair, text.notes[pair.note - 1]))),
  );
}

function steps() {
  const place = shown.indexOf(open.row);
  const step = (row, name) => row && el("a", { href: `#article-${row.number}` }, name);
  return el(
    "nav",
    { class: "steps", "aria-label": "Articles" },
    rows.length > 1 && el("a", { href: "#articles" }, "← All articles"),
    el("button", { type: "button", class: "quiet", id: "in-full", "aria-pressed": inFull, click: showInFull }, "All notes in full"),
    el("span", { class: "on" }, step(shown[place - 1], "Previous article"), place >= 0 && step(shown[place + 1], "Next article")),
  );
}

function showInFull() {
  inFull = !inFull;
  byId("in-full").setAttribute("aria-pressed", inFull);
  viewOf("reader").classList.toggle("in-full", inFull);
  unfold();
}

function above(text) {
  if (!text.above.length) return null;
  return el(
    "section",
    { class: "above", "aria-labelledby": "above-title" },
    el("h2", { id: "above-title" }, "On the article as a whole"),
    el("div", { class: "notes" }, text.above.map((number) => note(text.notes[number - 1]))),
  );
}

// On paper nothing unfolds: the margin keeps the short notes, and what they say follows the text.
function endnotes(notes) {
  const title = (one) => `${library.checks[one.check]?.title || one.check}, line ${one.line}. `;
  return el(
    "section",
    { class: "endnotes", "aria-label": "The notes in full" },
    el("h2", {}, "The notes in full"),
    notes.map((one) => el("p", { class: kindOf(one) }, el("b", {}, `${one.number} ${title(one)}`), saidOf(one))),
  );
}

const LABELS = { title: "title", metadata: "front matter", alt: "picture", caption: "caption" };

function blocks(all) {
  const made = [];
  let list = null;
  let depth = 1;
  for (const [kind, level, segments] of all) {
    if (kind !== "item") list = null;
    if (kind === "heading") {
      depth = Math.min(level + 1, depth + 1, 6);
      const [words, notes] = inline(segments, false);
      made.push(el(`h${depth}`, {}, words), notes);
    } else if (kind === "item") {
      if (!list) made.push((list = el("ul")));
      list.append(el("li", { class: `level-${Math.min(level, 3)}` }, inline(segments, true)[0]));
    } else if (kind === "quote") {
      made.push(el("blockquote", {}, inline(segments, true)[0]));
    } else {
      made.push(el("p", { class: kind }, LABELS[kind] && el("span", { class: "kind" }, LABELS[kind]), inline(segments, true)[0]));
    }
  }
  return made;
}

// Returns the words with their marks, and the notes on them where those don't stand within.
function inline(segments, within) {
  const notes = [];
  const words = segments.map((segment) => {
    if (typeof segment === "string") return segment;
    const [text, over, called] = segment;
    const here = called.filter((number) => !open.above.has(number)).map((number) => note(open.notes[number - 1]));
    if (!within) notes.push(...here);
    return [text && marked(text, over), called.length > 0 && calls(called), within && here];
  });
  return [words, notes];
}

const kindOf = (one) => (one.kept === null ? one.severity : "kept");

function marked(text, over) {
  if (!over.length) return text;
  const worst = over.map((number) => open.notes[number - 1]).sort((one, other) => rank(one) - rank(other))[0];
  return el("mark", { class: kindOf(worst), "data-notes": over.join(" "), click: () => go(`article-${open.number}/${over.at(-1)}`) }, text);
}

const rank = (one) => (one.kept === null ? SEVERITIES.indexOf(one.severity) : 3);

function calls(called) {
  const crowd = called.filter((number) => open.above.has(number));
  const alone = called.filter((number) => !open.above.has(number));
  const call = (number, text, label) =>
    el("a", { class: `call ${kindOf(open.notes[number - 1])}`, href: `#article-${open.number}/${number}`, "aria-label": label }, text);
  return [
    crowd.length > 0 && call(crowd[0], crowd.length > 1 ? `${crowd[0]}–${crowd.at(-1)}` : crowd[0], `Notes ${crowd[0]} to ${crowd.at(-1)}`),
    alone.map((number) => call(number, number, `Note ${number}`)),
  ];
}

function note(one) {
  const card = library.checks[one.check];
  const why = el("span", { class: "more", id: `why-${one.number}`, hidden: true }, whyOf(one, card));
  const toggle = el("button", { type: "button", "aria-expanded": "false", "aria-controls": why.id, click: () => {
    why.hidden = !why.hidden;
    toggle.setAttribute("aria-expanded", !why.hidden);
  } }, "Why");
  const said = el(
    "span",
    { class: "said", id: `said-${one.number}`, hidden: !inFull },
    saidOf(one),
    el("span", { class: "doing" }, toggle, open.paired.has(one.number) && el("a", { href: `#article-${open.number}/${one.number}/beside` }, "Side by side"), `line ${one.line}`),
    why,
  );
  const head = el("button", { type: "button", class: "head", "aria-expanded": inFull, "aria-controls": said.id, click: () => toNote(said.hidden || inFull ? one.number : 0) }, el("b", {}, one.number), ` ${card?.title || one.check}`);
  return el("span", { class: `note ${kindOf(one)}`, id: `note-${one.number}`, role: "note", tabindex: -1, "aria-label": `Note ${one.number}, ${kindOf(one)}` }, head, said);
}

function saidOf(one) {
  return [
    el("span", { class: "message" }, one.message),
    one.kept !== null && el("span", { class: "more" }, one.kept ? `Kept: ${one.kept}` : "Kept, without a reason"),
    one.fix && el("span", { class: "more" }, one.fix),
  ];
}

function whyOf(one, card) {
  return [
    card?.why && `${card.why} `,
    card?.sources.length > 0 && `Sources: ${card.sources.join("; ")}. `,
    one.kept === null && ["To keep the words: ", el("code", {}, one.keep), " "],
    el("code", {}, one.check),
  ];
}

// The note that is looked at is open, and so are all where they are wanted in full.
function light(number) {
  for (const lit of viewOf("reader").querySelectorAll(".lit")) lit.classList.remove("lit");
  byId(`note-${number}`)?.classList.add("lit");
  for (const mark of viewOf("reader").querySelectorAll(`mark[data-notes~="${number}"]`)) mark.classList.add("lit");
  unfold();
}

function unfold() {
  for (const one of viewOf("reader").querySelectorAll(".note")) {
    const opened = inFull || one.classList.contains("lit");
    one.querySelector(".said").hidden = !opened;
    one.querySelector(".head").setAttribute("aria-expanded", opened);
  }
}

function toNote(number) {
  light(number);
  const target = byId(`note-${number}`);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
}

function step(by) {
  if (!open || viewOf("reader").hidden || !open.notes.length) return;
  const numbers = open.notes.map((one) => one.number);
  const here = Number(document.querySelector(".note.lit")?.id.slice(5) ?? 0);
  const next = here ? here + by : by > 0 ? 1 : numbers.length;
  if (!numbers.includes(next)) return say(by > 0 ? "That was the last note." : "That was the first note.");
  go(`article-${open.number}/${next}`);
}

function stepArticle(by) {
  if (viewOf("reader").hidden) return;
  const next = shown[shown.indexOf(open.row) + by];
  if (next) go(`article-${next.number}`);
  else say("There is no further article.");
}

// Side by side

function figure(row, pair, one) {
  return el(
    "figure",
    { class: "pair", id: `pair-${row.number}-${pair.note}`, tabindex: -1 },
    el("figcaption", {}, el("span", { class: "check" }, `${library.checks[one.check]?.title || one.check} · `, el("a", { href: `#article-${row.number}/${pair.note}` }, `note ${pair.note}`)), el("br"), one.message),
    el("div", { class: "sides" }, pair.sides.map(side)),
  );
}

function side(one) {
  const where = el("bdi", {}, `${one.path}, line ${one.line}`);
  return el(
    "div",
    { class: "side" },
    el("p", { class: "label" }, `${one.label} · `, one.article == null ? where : el("a", { href: `#article-${one.article}` }, where)),
    one.words
      ? el("p", {}, one.words.map(([text, kind]) => (kind === 2 ? el("em", { class: "differs" }, text) : kind === 1 ? el("span", { class: "place" }, text) : text)))
      : el("p", {}, "This file can no longer be read."),
  );
}

const AT_ONCE = 25;

function comparisons() {
  const checks = new Map();
  for (const row of rows) for (const [check, number] of Object.entries(row.beside)) checks.set(check, (checks.get(check) ?? 0) + number);
  const list = el("div", { id: "pairs" });
  const more = el("button", { type: "button" });
  const show = (check) => {
    const next = compared(check);
    const total = check ? checks.get(check) : pairsOf(checks);
    list.replaceChildren();
    more.onclick = () => {
      for (let left = AT_ONCE, one; left && !(one = next.next()).done; left -= 1) list.append(one.value);
      const rest = total - list.children.length;
      more.hidden = rest <= 0;
      more.textContent = `Show ${count(Math.min(AT_ONCE, rest))} more of ${count(rest)}`;
    };
    more.onclick();
  };
  const options = [...checks].sort().map(([check, number]) => el("option", { value: check }, `${nameOf(check)} (${count(number)})`));
  viewOf("beside").replaceChildren(
    el("h1", { tabindex: -1 }, "Side by side"),
    el("p", { class: "standfirst" }, "What is said twice, or said otherwise elsewhere. Where two passages are nearly the same, the words in which they differ are underlined."),
    el("form", { class: "filter", submit: (event) => event.preventDefault() }, field("by-kind", "Show", el("select", { id: "by-kind", change: (event) => show(event.target.value) }, el("option", { value: "" }, "all kinds"), options))),
    list,
    more,
  );
  show("");
}

const pairsOf = (checks) => [...checks.values()].reduce((all, number) => all + number, 0);

function* compared(check) {
  const ordered = rows.filter((row) => (check ? row.beside[check] : Object.keys(row.beside).length));
  for (const row of ordered.sort((one, other) => one.number - other.number)) {
    const notes = read(`article-${row.number}`).notes;
    for (const pair of read(`beside-${row.number}`)) {
      const one = notes[pair.note - 1];
      if (!check || one.check === check) yield figure(row, pair, one);
    }
  }
}

// Where one is: the address after #

function go(place) {
  if (location.hash === `#${place}`) route();
  else location.hash = place;
}

let last = null;

function route() {
  const [, number, mark, beside] = location.hash.match(/^#article-(\d+)(?:\/(\d+))?(\/beside)?$/) ?? [];
  const alone = rows.length === 1 && !location.hash;
  const article = number !== undefined ? rows.find((row) => row.number === Number(number)) : alone ? rows[0] : null;
  const view = article ? "reader" : location.hash === "#beside" ? "beside" : "library";
  if (article && open?.number !== article.number) openArticle(article.number);
  if (view === "beside" && !viewOf("beside").children.length) comparisons();
  for (const name of VIEWS) viewOf(name).hidden = name !== view;
  document.title = article ? `${article.title} – kratomlint report` : "kratomlint report";
  tellWhere(view);
  settle(view, article, mark, beside);
  last = view === "reader" ? article : last;
}

function settle(view, article, mark, beside) {
  if (beside) {
    const target = viewOf("reader").querySelector(`#pair-${article.number}-${mark}`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "center" });
  } else if (mark) {
    toNote(Number(mark));
  } else if (location.hash === "#articles") {
    const link = last?.line?.isConnected && last.line.querySelector("a");
    byId("table").scrollIntoView();
    link?.focus();
    if (!link) byId("articles-title").focus();
  } else if (location.hash) {
    window.scrollTo(0, 0);
    viewOf(view).querySelector("h1").focus({ preventScroll: true });
  }
}

function tellWhere(view) {
  for (const link of byId("parts").children) {
    const here = link.getAttribute("href") === `#${view === "reader" ? "articles" : view}`;
    if (here) link.setAttribute("aria-current", view === "reader" ? "true" : "page");
    else link.removeAttribute("aria-current");
  }
}

const KEYS = {
  n: () => step(1),
  p: () => step(-1),
  "]": () => stepArticle(1),
  "[": () => stepArticle(-1),
  u: () => go("articles"),
  "/": () => {
    go("articles");
    setTimeout(() => byId("by-words").focus());
  },
  "?": () => byId("help").showModal(),
};

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open || !byId("keys-on").checked) return;
  if (event.target.closest("input, select, textarea")) return;
  const does = KEYS[event.key];
  if (!does) return;
  event.preventDefault();
  does();
}

function start() {
  const beside = rows.reduce((all, row) => all + pairsOf(new Map(Object.entries(row.beside))), 0);
  byId("parts").append(
    el("a", { href: "#library" }, "At a glance"),
    el("a", { href: "#articles" }, rows.length === 1 ? "The article" : "Articles"),
    beside > 0 ? el("a", { href: "#beside" }, `Side by side (${count(beside)})`) : "",
  );
  viewOf("library").append(...glance().filter(Boolean), articles());
  arrange();
  filter();
  byId("colophon").append(`Made by kratomlint ${library.version}. It judges words, not truth; a page without a finding is not a page without a fault.`);
  byId("help-open").hidden = false;
  byId("help-open").addEventListener("click", KEYS["?"]);
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  document.addEventListener("keydown", press);
  window.addEventListener("hashchange", route);
  route();
}

start();
