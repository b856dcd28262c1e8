// Side by side: what is said twice or otherwise, a part of it on the page.

function figure(row, pair, one) {
  return el(
    "figure",
    { class: "pair", id: `pair-${row.number}-${pair.note}`, tabindex: -1 },
    el(
      "figcaption",
      {},
      el(
        "span",
        { class: "check" },
        `${library.checks[one.check]?.title || one.check} · `,
        el("a", { href: `#article-${row.number}/${pair.note}` }, `note ${pair.note}`),
      ),
      el("br"),
      one.message,
    ),
    el("div", { class: "sides" }, pair.sides.map(side)),
  );
}

function side(one) {
  const where = el("bdi", {}, `${one.path}, line ${one.line}`);
  // Of a passage that is wholly meant there is nothing to point at.
  const place = one.words?.some(([, kind]) => kind === 0) ? "place pointed" : "place";
  return el(
    "div",
    { class: "side" },
    el(
      "p",
      { class: "label" },
      `${one.label} · `,
      one.article == null ? where : el("a", { href: `#article-${one.article}` }, where),
    ),
    one.words
      ? el(
          "p",
          {},
          one.words.map(([text, kind]) =>
            kind === 2 ? el("em", { class: "differs" }, text) : kind === 1 ? el("span", { class: place }, text) : text,
          ),
        )
      : el("p", {}, "This file can no longer be read."),
  );
}

const AT_ONCE = 25;

function comparisons() {
  const checks = new Map();
  for (const row of rows)
    for (const [check, number] of Object.entries(row.beside)) checks.set(check, (checks.get(check) ?? 0) + number);
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
  const options = [...checks]
    .sort()
    .map(([check, number]) => el("option", { value: check }, `${nameOf(check)} (${count(number)})`));
  viewOf("beside").replaceChildren(
    el("h1", { tabindex: -1 }, "Side by side"),
    el(
      "p",
      { class: "standfirst" },
      "What is said twice, or said otherwise elsewhere. Where two passages are nearly the same, the words in which they differ are underlined.",
    ),
    el(
      "form",
      { class: "filter", submit: (event) => event.preventDefault() },
      field(
        "by-kind",
        "Show",
        el(
          "select",
          { id: "by-kind", change: (event) => show(event.target.value) },
          el("option", { value: "" }, "all kinds"),
          options,
        ),
      ),
    ),
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
