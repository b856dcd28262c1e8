"""The language server's messages: whatever an editor sends, it lives, it has the editor's text, and tells of that text."""

from __future__ import annotations

import json
from functools import cache
from itertools import count
from typing import Any

from hypothesis import strategies as st

from fuzz.editor import At, Server, Text, framed
from fuzz.texts import bits, examples, excerpts, file_text, garbage, markup, pick
from kratomlint.finding import Finding
from kratomlint.server.desk import Desk, Look

_NAMES = ("a.md", "b.txt")
_LANGUAGES = {"md": "markdown", "txt": "plaintext"}
_DOUBLED = "\U0001f60b Kava was was here. Take .5mg\r\U0001f60b daily, the the tea.\r\n"
_METHODS = (
    *("textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave"),
    *("textDocument/hover", "textDocument/codeAction", "workspace/executeCommand", "workspace/didChangeWatchedFiles"),
    *("workspace/didChangeWorkspaceFolders", "$/cancelRequest", "$/setTrace", "textDocument/brew", "initialized"),
)

_short = st.lists(
    st.sampled_from(["\U0001f60b", "é", "a", " ", "\r", "\n", "\r\n", "\u2028", "was was "]), max_size=20
).map("".join)
_texts = st.one_of(_short, _short, st.just(_DOUBLED), markup, garbage, excerpts(), pick(examples)).map(file_text)
_bits = st.one_of(bits, st.sampled_from(["\r", "\n", "\r\n", "\U0001f60b", "é", "was was ", "", _DOUBLED])).map(
    file_text
)
# Most texts are short: a place that is far away is the end, and hits nothing.
_line = st.sampled_from([0, 0, 0, 0, 1, 1, 2, 3, 6, 2**31 - 1])
_character = st.one_of(st.integers(0, 12), st.integers(0, 12), st.integers(0, 60), st.just(2**31 - 1))
_place = st.tuples(_line, _character).map(list)
_range = st.one_of(st.tuples(_place, _place).map(sorted), st.tuples(_place, _place).map(list))
_change = st.one_of(
    st.tuples(_range, _bits).map(lambda pair: {"range": pair[0], "text": pair[1]}),
    st.tuples(_range, _bits).map(lambda pair: {"range": pair[0], "text": pair[1]}),
    _texts.map(lambda text: {"text": text}),
)
_name = st.sampled_from(_NAMES)
_key = st.sampled_from(
    "jsonrpc id method params textDocument uri position line character range start end contentChanges text version".split()
)
_json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-2, 2**40), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_key, inner, max_size=4),
    max_leaves=6,
)
_somewhere = {"textDocument": {"uri": "file:///other.md", "languageId": "markdown", "version": 1, "text": "was was"}}


@st.composite
def _malformed(draw: st.DrawFn) -> str:
    """Draw bytes, as characters of Latin-1, after which the next message begins where it should."""
    kind = draw(st.sampled_from(["message", "params", "body", "header"]))
    if kind == "header":
        header = draw(st.sampled_from(["X: y", "Content-Length: x", "Content-Length: -1", "hello", "Content-Type: z"]))
        return f"{header}\r\n\r\n"
    if kind == "body":
        body = draw(st.one_of(st.binary(max_size=30), _json.map(lambda value: json.dumps(value).encode())))
        return framed(body or b" ").decode("latin-1")
    params: Any = draw(_json)
    if kind == "params":
        params = {**_somewhere, "position": draw(_json), "range": draw(_json), "contentChanges": [draw(_json)]}
        params[draw(st.sampled_from([*params]))] = draw(_json)
    message = {"jsonrpc": "2.0", "method": draw(st.sampled_from(_METHODS)), "params": params}
    if draw(st.booleans()):
        message["id"] = draw(st.one_of(st.integers(0, 5), st.text(max_size=3), _json))
    if draw(st.booleans()):
        del message[draw(st.sampled_from([*message]))]
    return framed(message).decode("latin-1")


_step = st.one_of(
    st.tuples(st.just("open"), _name, _texts),
    st.tuples(st.just("change"), _name, st.lists(_change, min_size=1, max_size=3)),
    st.tuples(st.just("change"), _name, st.lists(_change, min_size=1, max_size=3)),
    st.tuples(st.just("hover"), _name, _place),
    st.tuples(st.just("actions"), _name, _range),
    st.tuples(st.just("close"), _name),
    st.tuples(st.just("malformed"), _malformed()),
).map(list)
_opened = st.tuples(st.just("open"), _name, _texts).map(list)
# Waiting until an article was looked at takes its time.
_looked_at = _name.map(lambda name: [["open", name, _DOUBLED * 2], ["look", name]])
# The text becomes another while it is looked at, or before somebody asks what can be done about what was found.
_typed_over = st.builds(
    lambda name, changes: [
        *(["open", name, _DOUBLED * 9], ["hover", name, [0, 0]], ["change", name, changes], ["look", name])
    ],
    _name,
    st.lists(_change, min_size=1, max_size=2),
)
_asked_late = st.builds(
    lambda name, change: [
        *(["open", name, _DOUBLED], ["look", name], ["change", name, [change]], ["actions", name, [[0, 0], [9, 0]]])
    ],
    _name,
    _change,
)
_look = st.one_of(*[st.just([])] * 2, _name.map(lambda name: [["look", name]]), _typed_over, _asked_late)
inputs = st.tuples(
    st.one_of(_opened.map(lambda step: [step]), _opened.map(lambda step: [step]), _looked_at),
    st.lists(_step, min_size=1, max_size=12),
    _look,
).map(lambda parts: [step for steps in parts for step in steps])


@cache
def _server() -> Server:
    return Server()


@cache
def _desk() -> Desk:
    return Desk()


_versions = count(1)


def target(input: list[list[Any]]) -> None:
    """Say all of it to the server, and compare what it holds and says with what the editor has."""
    talk = _Talk()
    try:
        for kind, *what in input:
            getattr(talk, kind)(*what)
        talk.agree()
    finally:
        talk.end()


class _Talk:
    """One conversation: the texts as the editor has them, by name, and each version that the server was told of."""

    def __init__(self) -> None:
        self._server = _server()
        self._texts: dict[str, Text] = {}
        self._versions: dict[tuple[str, int], str] = {}

    def open(self, name: str, text: str) -> None:
        self._texts[name] = Text(text)
        language = _LANGUAGES[name.partition(".")[2]]
        item = {"uri": self._uri(name), "languageId": language, "version": self._next(name), "text": text}
        self._server.tell("textDocument/didOpen", {"textDocument": item})

    def change(self, name: str, changes: list[dict[str, Any]]) -> None:
        if name not in self._texts:
            return
        told: list[dict[str, Any]] = []
        for change in changes:
            if "range" in change:
                start, end = (At(*place) for place in change["range"])
                self._texts[name].replace(start, end, change["text"])
                told.append({"range": _range_of(start, end), "text": change["text"]})
            else:
                self._texts[name] = Text(change["text"])
                told.append(change)
        document = {"uri": self._uri(name), "version": self._next(name)}
        self._server.tell("textDocument/didChange", {"textDocument": document, "contentChanges": told})

    def hover(self, name: str, place: list[int]) -> None:
        at = At(*place)
        answer = self._server.ask("textDocument/hover", {**self._document(name), "position": at._asdict()})
        if result := _result(answer):
            self._holds(str(self._texts[name]), result["range"])

    def actions(self, name: str, range: list[list[int]]) -> None:
        start, end = (At(*place) for place in range)
        params = {**self._document(name), "range": _range_of(start, end), "context": {"diagnostics": []}}
        for action in _result(self._server.ask("textDocument/codeAction", params)) or []:
            for change in action.get("edit", {}).get("documentChanges", []):
                text = self._versions[name, change["textDocument"]["version"]]
                for edit in change["edits"]:
                    self._holds(text, edit["range"])
                    assert (edit["range"], edit["newText"]) in self._mends(name, text)

    def close(self, name: str) -> None:
        self._texts.pop(name, None)
        self._server.tell("textDocument/didClose", self._document(name))

    def malformed(self, data: str) -> None:
        self._server.write(data.encode("latin-1"))

    def look(self, name: str) -> None:
        """Compare what is shown with what is found in the text that the editor has."""
        if name not in self._texts:
            return
        version = max(version for other, version in self._versions if other == name)
        shown = self._server.wait(lambda said: _is_about(said, self._uri(name), version))["params"]["diagnostics"]
        text = self._texts[name]
        found = {
            (finding.check_id, text.at(finding.place.span.start), text.at(finding.place.span.end))
            for finding in self._found(name, str(text))
            if finding.suppressed is None
        }
        told = {(one["code"], *(At(**one["range"][end]) for end in ("start", "end"))) for one in shown}
        assert found == {
            one for one in told if not one[0].startswith(("duplicate/across", "consistency/contradiction"))
        }

    def agree(self) -> None:
        """See that all texts are the editor's, and that every place which was told of is in the text it was told of."""
        self._settle()
        for name in _NAMES:
            text = self._texts.get(name)
            assert self._server.text(self._uri(name)) == (None if text is None else str(text))
            self._all_have_moved_with_their_words(name)
        for said in list(self._server.said):
            if said.get("method") != "textDocument/publishDiagnostics":
                continue
            name = said["params"]["uri"].rpartition("/")[2]
            for diagnostic in said["params"]["diagnostics"] if name in _NAMES else ():
                text = self._versions[name, said["params"]["version"]]
                self._holds(text, diagnostic["range"])

    def _all_have_moved_with_their_words(self, name: str) -> None:
        """See that what was found in an older text lies on the words on which it was found."""
        article = self._server.article(self._uri(name))
        marks = article.own if article else ()
        # What is fresh comes at any time, but is told to be fresh then.
        if article is None or article.is_fresh:
            return
        versions = sorted((version, text) for (other, version), text in self._versions.items() if other == name)
        for mark in marks:
            words = mark.span.cut(article.text)
            assert any(mark.finding.place.span.cut(text) == words for _, text in versions[:-1])

    def _found(self, name: str, text: str) -> tuple[Finding, ...]:
        return _desk().look(Look(str(self._server.root / name), text, self._server.server.rounds.options)).own

    def _mends(self, name: str, text: str) -> list[tuple[dict[str, Any], str]]:
        """Return all edits that are offered for a text."""
        edits = [edit for finding in self._found(name, text) if finding.fix for edit in finding.fix.edits]
        at = Text(text).at
        return [(_range_of(at(span.start), at(span.end)), new) for span, new in edits]

    def end(self) -> None:
        """Leave nothing behind for the next conversation."""
        for name in _NAMES:
            self.close(name)
        self._settle()
        self._server.said.clear()

    def _settle(self) -> None:
        """Wait until all that was said has been dealt with."""
        where = {**self._document("a.md"), "position": {"line": 0, "character": 0}}
        _result(self._server.ask("textDocument/hover", where))

    def _holds(self, text: str, range: dict[str, dict[str, int]]) -> None:
        start, end = (At(**range[end]) for end in ("start", "end"))
        assert start <= end
        assert Text(text).holds(start)
        assert Text(text).holds(end)

    def _next(self, name: str) -> int:
        version = next(_versions)
        self._versions[name, version] = str(self._texts[name])
        return version

    def _uri(self, name: str) -> str:
        return (self._server.root / name).as_uri()

    def _document(self, name: str) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri(name)}}


def _range_of(start: At, end: At) -> dict[str, Any]:
    return {"start": start._asdict(), "end": end._asdict()}


def _result(answer: dict[str, Any]) -> Any:
    assert "error" not in answer, answer
    return answer["result"]


def _is_about(said: dict[str, Any], uri: str, version: int) -> bool:
    if said.get("method") != "textDocument/publishDiagnostics":
        return False
    return (said["params"]["uri"], said["params"].get("version")) == (uri, version)
