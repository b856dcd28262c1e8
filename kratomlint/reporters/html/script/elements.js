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
  element.append(...present(children));
  return element;
}

// What is not there is null or false; the page itself would show it as a word.
const present = (children) => children.flat(Infinity).filter((child) => child != null && child !== false);
const el = (name, attributes = {}, ...children) => put(document.createElement(name), attributes, children);
const svg = (name, attributes = {}, ...children) =>
  put(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
const count = (number) => number.toLocaleString("en");
const counted = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;
const say = (text) => (byId("status").textContent = text);
const packOf = (check) => check.split("/")[0];
const nameOf = (check) => library.checks[check]?.title || check;
