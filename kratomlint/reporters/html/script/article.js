// An article: its words with the marks in place, and the notes on them.

let open = null;
let inFull = false;

function openArticle(number) {
  const row = rows.find((one) => one.number === number);
  const text = read(`article-${number}`);
  const pairs = read(`beside-${number}`) ?? [];
  open = {
    number,
    row,
    notes: text.notes,
    above: new Set(text.above),
    paired: new Set(pairs.map((pair) => pair.note)),
  };
  const words = el(
    "div",
    { class: "words", lang: "en" },
    text.blocks ? blocks(text.blocks) : el("p", {}, "This file can no longer be read; its notes stand alone."),
  );
  viewOf("reader").replaceChildren(
    ...present([
      steps(),
      el(
        "header",
        { class: "of-article" },
        el("h1", { tabindex: -1 }, el("bdi", {}, row.path)),
        el(
          "p",
          {},
          [
            ...SEVERITIES.filter((kind) => row[kind]).map((kind) => counted(row[kind], kind)),
            row.kept && `${count(row.kept)} kept`,
            counted(row.words, "word"),
            row.subjects.length && `on ${row.subjects.join(", ")}`,
          ]
            .filter(Boolean)
            .join(" · "),
        ),
        text.troubles.map((what) => el("p", { class: "troubles" }, what)),
      ),
      above(text),
      el("section", { class: "sheet-of-words", "aria-label": "The article with its notes" }, words),
      text.notes.length > 0 && endnotes(text.notes),
      pairs.length > 0 &&
        el(
          "section",
          { "aria-labelledby": "pairs-title" },
          el("h2", { id: "pairs-title" }, "Side by side"),
          pairs.map((pair) => figure(row, pair, text.notes[pair.note - 1])),
        ),
    ]),
  );
}

function steps() {
  const place = shown.indexOf(open.row);
  const step = (row, name) => row && el("a", { href: `#article-${row.number}` }, name);
  return el(
    "nav",
    { class: "steps", "aria-label": "Articles" },
    rows.length > 1 && el("a", { href: "#articles" }, "← All articles"),
    open.notes.length > 0 &&
      el(
        "button",
        { type: "button", class: "quiet", id: "in-full", "aria-pressed": inFull, click: showInFull },
        "All notes in full",
      ),
    el(
      "span",
      { class: "on" },
      step(shown[place - 1], "Previous article"),
      place >= 0 && step(shown[place + 1], "Next article"),
    ),
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
    el(
      "div",
      { class: "notes" },
      text.above.map((number) => note(text.notes[number - 1])),
    ),
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
      made.push(
        el(
          "p",
          { class: kind },
          LABELS[kind] && el("span", { class: "kind" }, LABELS[kind]),
          inline(segments, true)[0],
        ),
      );
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
  return el(
    "mark",
    { class: kindOf(worst), "data-notes": over.join(" "), click: () => go(`article-${open.number}/${over.at(-1)}`) },
    text,
  );
}

const rank = (one) => (one.kept === null ? SEVERITIES.indexOf(one.severity) : 3);

function calls(called) {
  const crowd = called.filter((number) => open.above.has(number));
  const alone = called.filter((number) => !open.above.has(number));
  const call = (number, text, label) =>
    el(
      "a",
      {
        class: `call ${kindOf(open.notes[number - 1])}`,
        href: `#article-${open.number}/${number}`,
        "aria-label": label,
      },
      text,
    );
  return [
    crowd.length > 0 &&
      call(
        crowd[0],
        crowd.length > 1 ? `${crowd[0]}–${crowd.at(-1)}` : crowd[0],
        `Notes ${crowd[0]} to ${crowd.at(-1)}`,
      ),
    alone.map((number) => call(number, number, `Note ${number}`)),
  ];
}

function note(one) {
  const card = library.checks[one.check];
  const why = el("span", { class: "more", id: `why-${one.number}`, hidden: true }, whyOf(one, card));
  const toggle = el(
    "button",
    {
      type: "button",
      "aria-expanded": "false",
      "aria-controls": why.id,
      click: () => {
        why.hidden = !why.hidden;
        toggle.setAttribute("aria-expanded", !why.hidden);
      },
    },
    "Why",
  );
  const said = el(
    "span",
    { class: "said", id: `said-${one.number}`, hidden: !inFull },
    saidOf(one),
    el(
      "span",
      { class: "doing" },
      toggle,
      open.paired.has(one.number) && el("a", { href: `#article-${open.number}/${one.number}/beside` }, "Side by side"),
      `line ${one.line}`,
    ),
    why,
  );
  const head = el(
    "button",
    {
      type: "button",
      class: "head",
      "aria-expanded": inFull,
      "aria-controls": said.id,
      click: () => toNote(said.hidden || inFull ? one.number : 0),
    },
    el("b", {}, one.number),
    ` ${card?.title || one.check}`,
  );
  return el(
    "span",
    {
      class: `note ${kindOf(one)}`,
      id: `note-${one.number}`,
      role: "note",
      tabindex: -1,
      "aria-label": `Note ${one.number}, ${kindOf(one)}`,
    },
    head,
    said,
  );
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
