// Where one is: the address after #, the focus, the keys; and how it all begins.

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
    const place = view === "reader" || location.hash === "#articles" ? "articles" : view;
    if (link.getAttribute("href") === `#${place}`)
      link.setAttribute("aria-current", view === "reader" ? "true" : "page");
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
  byId("colophon").append(
    `Made by kratomlint ${library.version}. It judges words, not truth; a page without a finding is not a page without a fault.`,
  );
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
