// At a glance: the library in figures, two charts and two tables.

function glance() {
  const totals = library.totals;
  const clean = rows.filter((row) => !row.found && !row.troubles).length;
  const figures = [
    ["", totals.files === 1 ? "article" : "articles", totals.files],
    ["error", "errors", totals.errors],
    ["warning", "warnings", totals.warnings],
    ["suggestion", "suggestions", totals.suggestions],
    ["", "without a finding", clean],
    totals.suppressed > totals.known && ["", "kept by their authors", totals.suppressed - totals.known],
    totals.known && ["", "known in the baseline", totals.known],
  ].filter(Boolean);
  return [
    el("h1", { tabindex: -1 }, rows.length === 1 ? "One article, read with a red pen" : "The library at a glance"),
    el("p", { class: "standfirst" }, standfirst(totals)),
    el(
      "dl",
      { class: "figures" },
      figures.map(([kind, name, number]) =>
        el("div", { class: kind }, el("dt", {}, name), el("dd", {}, count(number))),
      ),
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
    (sum
      ? `${counted(sum, "word")} ${sum === 1 ? "was" : "were"} passed over: ${reasons}.`
      : "No word was passed over.")
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

// The number of the articles that have it, which shows them.
function articlesOf(filter, one, word) {
  return el(
    "td",
    { class: "number" },
    el(
      "button",
      {
        type: "button",
        class: "plain",
        click: () => narrow(filter, one.name),
        "aria-label": `Show the ${counted(one.articles, "article")} ${word} ${one.name}`,
      },
      count(one.articles),
    ),
  );
}

function breakdown() {
  const packs = tallied();
  const most = Math.max(1, ...packs.map(sum));
  const line = (one, scale, name, kind) =>
    el(
      "tr",
      { class: kind, hidden: kind === "of-pack" },
      el("th", { scope: "row" }, name),
      el(
        "td",
        { class: "bar" },
        bar(
          SEVERITIES.map((severity, index) => [severity, one.numbers[index]]),
          scale,
        ),
      ),
      el("td", { class: "number" }, count(sum(one))),
      articlesOf("check", one, "with"),
    );
  const groups = packs.map((pack) => {
    const below = pack.checks.map((check) =>
      line(check, most, [nameOf(check.name), el("span", { class: "path" }, check.name)], "of-pack"),
    );
    const toggle = el(
      "button",
      {
        type: "button",
        class: "plain pack-name",
        "aria-expanded": "false",
        click: () => {
          const open = toggle.getAttribute("aria-expanded") !== "true";
          toggle.setAttribute("aria-expanded", open);
          below.forEach((row) => (row.hidden = !open));
        },
      },
      pack.name,
    );
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
          el(
            "caption",
            {},
            "By kind of check, most frequent first; a kind opens to its checks. A number of articles shows them.",
          ),
          el(
            "thead",
            {},
            el(
              "tr",
              {},
              el("th", { scope: "col" }, "Check"),
              el("th", { scope: "col", class: "bar" }, severityKey()),
              el("th", { scope: "col", class: "number" }, "Findings"),
              el("th", { scope: "col", class: "number" }, "Articles"),
            ),
          ),
          groups,
        )
      : el("p", {}, "Nothing. No article holds a finding."),
  );
}

function severityKey() {
  const swatch = (severity) =>
    svg("svg", { "aria-hidden": "true" }, svg("rect", { width: "100%", height: "100%", class: `fill-${severity}` }));
  return el(
    "span",
    { class: "key" },
    SEVERITIES.map((severity) => el("span", {}, swatch(severity), severity)),
  );
}

function spread() {
  const bounds = [0, 2, 5, 10, 20, 40, Infinity];
  const names = ["none", "1–2", "3–5", "6–10", "11–20", "21–40", "41+"];
  const numbers = bounds.map(
    (bound, index) => rows.filter((row) => row.found <= bound && (!index || row.found > bounds[index - 1])).length,
  );
  const most = Math.max(1, ...numbers);
  const step = 100 / names.length;
  const columns = numbers.map((number, index) => {
    const height = (72 * number) / most;
    const middle = `${step * (index + 0.5)}%`;
    return [
      svg("rect", {
        x: `${step * (index + 0.12)}%`,
        width: `${step * 0.76}%`,
        y: `${84 - height}%`,
        height: `${height}%`,
        class: "fill-all",
      }),
      svg("text", { class: "count", x: middle, y: `${84 - height - 3}%` }, count(number)),
      svg("text", { x: middle, y: "95%" }, names[index]),
    ];
  });
  const label = names.map((name, index) => `${name}: ${counted(numbers[index], "article")}`).join("; ");
  return el(
    "section",
    { "aria-labelledby": "spread-title" },
    el("h2", { id: "spread-title" }, "Findings in an article"),
    svg(
      "svg",
      { class: "histogram", role: "img", "aria-label": `Articles by number of findings. ${label}.` },
      svg("line", { x1: 0, x2: "100%", y1: "84%", y2: "84%" }),
      columns,
    ),
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
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("th", { scope: "col" }, "Subject"),
          el("th", { scope: "col", class: "number" }, "Articles"),
          el("th", { scope: "col", class: "number" }, "Findings per 1,000 words"),
        ),
      ),
      el(
        "tbody",
        {},
        ordered.map((one) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, one.name),
            articlesOf("subject", one, "on"),
            el("td", { class: "number" }, (one.words ? (1000 * one.found) / one.words : 0).toFixed(1)),
          ),
        ),
      ),
    ),
  );
}
