// The table of articles: sorted, filtered, a part of it on the page.

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
  const packs = byPack(checks);
  const subjects = [...new Set(rows.flatMap((row) => row.subjects))].sort();
  const select = (key, label, options) =>
    field(
      `by-${key}`,
      label,
      el("select", { id: `by-${key}`, change: (event) => choose(key, event.target.value) }, options),
    );
  const option = (value, name) => el("option", { value }, name);
  return el(
    "section",
    { id: "table", "aria-labelledby": "articles-title" },
    el("h2", { id: "articles-title", tabindex: -1 }, "The articles"),
    el(
      "form",
      { class: "filter", role: "search", "aria-label": "Articles", submit: (event) => event.preventDefault() },
      field(
        "by-words",
        "Title or path",
        el("input", { type: "search", id: "by-words", input: (event) => choose("words", event.target.value) }),
      ),
      select("severity", "At least", [
        option("", "any, or no finding"),
        option("suggestion", "a suggestion"),
        option("warning", "a warning"),
        option("error", "an error"),
      ]),
      select("check", "With", [
        option("", "any check"),
        [...packs].map(([pack, names]) =>
          el(
            "optgroup",
            { label: pack },
            option(pack, `all of ${pack}`),
            names.map((name) => option(name, nameOf(name))),
          ),
        ),
      ]),
      subjects.length > 0 &&
        select("subject", "On", [option("", "any subject"), subjects.map((name) => option(name, name))]),
      el("button", { type: "reset", click: () => setTimeout(clear) }, "Clear"),
    ),
    el("p", { class: "counted", id: "counted", role: "status" }),
    el(
      "div",
      { class: "sheet", role: "region", "aria-label": "Table of articles", tabindex: 0 },
      el(
        "table",
        { class: "articles" },
        el(
          "colgroup",
          {},
          el("col", { class: "name" }),
          COLUMNS.slice(1, -1).map(() => el("col", { class: "narrow" })),
          el("col", { class: "subject" }),
        ),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            COLUMNS.map(([name, key], index) =>
              el(
                "th",
                { scope: "col", "data-key": key, class: index && key !== "subject" ? "number" : null },
                el("button", { type: "button", click: () => sort(key) }, name),
              ),
            ),
          ),
        ),
        body,
      ),
    ),
    el("button", { type: "button", id: "more-rows", click: () => lines(Infinity) }),
  );
}

const field = (id, label, control) => el("div", { class: "field" }, el("label", { for: id }, label), control);

function byPack(checks) {
  const packs = new Map();
  for (const check of checks) packs.set(packOf(check), [...(packs.get(packOf(check)) ?? []), check]);
  return packs;
}

function tableRow(row) {
  const number = (kind, value, text = count(value)) =>
    el("td", { class: `number ${kind} ${value ? "" : "zero"}` }, text);
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
  const worst = (one, other) =>
    other.error - one.error ||
    other.warning - one.warning ||
    other.suggestion - one.suggestion ||
    one.number - other.number;
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
    (!words ||
      words
        .toLowerCase()
        .split(/\s+/)
        .every((word) => row.haystack.includes(word))) &&
    (!severity || worst.some((kind) => row[kind])) &&
    (!check || Object.keys(row.checks).some((name) => name === check || packOf(name) === check)) &&
    (!subject || row.subjects.includes(subject))
  );
}

function filter() {
  shown = rows.filter(fits);
  lines(ROWS_AT_ONCE);
  byId("counted").textContent =
    shown.length === rows.length
      ? counted(rows.length, "article")
      : `${count(shown.length)} of ${counted(rows.length, "article")}`;
}

function lines(most) {
  body.replaceChildren(...shown.slice(0, most).map((row) => (row.line ??= tableRow(row))));
  const rest = shown.length - body.children.length;
  byId("more-rows").hidden = rest <= 0;
  byId("more-rows").textContent = `Show ${count(rest)} more`;
}
