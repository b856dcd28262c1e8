"""What may go wrong in kratomlint one day, a line each, and which target has to find it."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """A stretch of a module's text, within a function, and what stands there when it is wrong; as many lines."""

    target: str
    name: str
    path: str
    sound: str
    faulty: str


FAULTS = (
    # -- readers -------------------------------------------------------------------------------------
    Fault(
        "readers",
        "columns are off after a character from beyond the first plane",
        "readers/markdown.py",
        'else 3 if character < "\\U00010000" else 4',
        "else 3",
    ),
    Fault(
        "readers",
        "a word ends where its last character starts",
        "prose.py",
        "+ offset - self._starts[index] + 1, self",
        "+ offset - self._starts[index], self",
    ),
    Fault(
        "readers",
        "a tab between two words stays one",
        "readers/writer.py",
        'if span.length == 1 and self.source.text[span.start] == " ":',
        "if span.length == 1:",
    ),
    Fault(
        "readers",
        "a sentence is cut before the quotation mark that closes it",
        "segment.py",
        'Span(start, match.end("note"))',
        'Span(start, match.end("stop"))',
    ),
    Fault(
        "readers",
        "a comment of ours is taken to be shorter",
        "readers/plain.py",
        "directives.append(Directive(Span(*match.span()), match[1]",
        "directives.append(Directive(Span(match.start(), match.end() - 1), match[1]",
    ),
    Fault(
        "readers",
        "in files with CRLF the lines of a paragraph are none",
        "readers/plain.py",
        "len(_LINE_END.findall(text, last, match.start())) > 1",
        "match.start() - last > 1",
    ),
    Fault(
        "readers",
        "the byte-order mark is a character of the text",
        "source.py",
        "text = data[mark_length:].decode(encoding)",
        "text = data.decode(encoding)",
    ),
    Fault(
        "readers",
        "a letter that is two in lower case moves what follows",
        "document.py",
        "    if len(lowered) != len(text):",
        "    if len(lowered) < len(text):",
    ),
    # -- language ------------------------------------------------------------------------------------
    Fault(
        "language",
        "a dose goes on in the next sentence",
        "language/quantities.py",
        "FOLLOWING.match(text[match.end() : min(said.end, match.end() + NEAR)])",
        "FOLLOWING.match(text[match.end() : match.end() + NEAR])",
    ),
    Fault(
        "language",
        "a claim lies outside of its sentence",
        "language/claims.py",
        "claim.span.shifted(block.span.start - start)",
        "claim.span.shifted(block.span.start)",
    ),
    Fault(
        "language",
        "the line above a list is forgotten when its items come back",
        "language/claims.py",
        "        document.lead_of(block),\n",
        "        0,\n",
    ),
    Fault(
        "language",
        "findings come in the order of their severity",
        "pile.py",
        "return finding.place.span, -finding.severity, finding.check_id, finding.message",
        "return -finding.severity, finding.place.span, finding.check_id, finding.message",
    ),
    Fault(
        "language",
        "two findings have one name",
        "pile.py",
        "        seen[key] += 1",
        "        seen[key] += 0",
    ),
    Fault(
        "language",
        "of two findings with the same words the less serious is told",
        "pile.py",
        "key=lambda index: (-self._severities[index], -self._span(index).length,",
        "key=lambda index: (self._severities[index], -self._span(index).length,",
    ),
    Fault(
        "language",
        "columns are off in files with CRLF",
        "span.py",
        "(match.end() for match in _LINE_END.finditer(self.text))",
        "(match.start() + 1 for match in _LINE_END.finditer(self.text))",
    ),
    Fault(
        "language",
        "a literal after white space is looked for in another sentence",
        "language/gate.py",
        "part = bisect_right(starts, spaced.before(start)) - 1",
        "part = bisect_right(starts, start) - 1",
    ),
    # -- suppressions --------------------------------------------------------------------------------
    Fault(
        "suppressions",
        "a comment silences one line more",
        "suppress.py",
        "return place.line, place.end_line",
        "return place.line, place.end_line + 1",
    ),
    Fault(
        "suppressions",
        "a comment silences the next line and not the next paragraph",
        "suppress.py",
        "return line, self._blocks.get(line, line)",
        "return line, line",
    ),
    Fault(
        "suppressions",
        "a name silences whatever begins like it",
        "card.py",
        'return rest != check_id and (pattern.endswith("/") or rest[0] in "/-")',
        "return rest != check_id",
    ),
    Fault(
        "suppressions",
        "a comment that silences something is told to silence nothing",
        "suppress.py",
        "    index = bisect_left(lines, item.first_line)\n",
        "    index = bisect_left(lines, item.first_line + 1)\n",
    ),
    Fault(
        "suppressions",
        "comments are written without reading the page again",
        "silencing.py",
        "            page.reading == self._page.reading\n",
        "            bool(page)\n",
    ),
    # -- fixes ---------------------------------------------------------------------------------------
    Fault(
        "fixes",
        "fixes are made without reading the page again",
        "fixes.py",
        "            after.prose.text == prose\n            and _build(after) == _build(self._document)\n",
        "            bool(prose)\n            and bool(after)\n",
    ),
    Fault(
        "fixes",
        "what is suppressed is fixed",
        "fixes.py",
        "return finding.suppressed is None and finding.fix is not None",
        "return finding.fix is not None",
    ),
    Fault(
        "fixes",
        "what may change the meaning is fixed unasked",
        "fixes.py",
        "(finding.fix.safe or unsafe)",
        "bool(finding.fix)",
    ),
    Fault(
        "fixes",
        "a fix across markup is put at the start of the words",
        "lint.py",
        "start = prose.to_source(anchor).start + part.start - anchor.start",
        "start = prose.to_source(anchor).start",
    ),
    # -- cards ---------------------------------------------------------------------------------------
    Fault(
        "cards",
        "an error has no line",
        "card_text.py",
        "f\"{self.path}:{line}: {' '.join(what.split())}\"",
        "f\"{self.path}: {' '.join(what.split())}\"",
    ),
    Fault(
        "cards",
        "an error has the line above",
        "card_text.py",
        'return 1 + self.text.count("\\n", 0, match.start())',
        'return max(1, self.text.count("\\n", 0, match.start()))',
    ),
    Fault(
        "cards",
        "a pattern is believed to be sound",
        "card_faults.py",
        "        if by_pcre2(written) is None:\n",
        "        if not written:\n",
    ),
    # -- settings ------------------------------------------------------------------------------------
    Fault(
        "settings",
        "an error does not say in which file",
        "settings_file.py",
        "self.text = CardText(_characters(path), shown(path))",
        'self.text = CardText(_characters(path), "settings")',
    ),
    Fault(
        "settings",
        "an error about an item of a list has the line of the list",
        "settings_file.py",
        "        if value:\n",
        "        if not line:\n",
    ),
    Fault(
        "settings",
        "a number of no megabytes is taken",
        "settings_file.py",
        "isinstance(value, bool) or not least <= value <= most",
        "isinstance(value, bool) or value > most",
    ),
    # -- conversation --------------------------------------------------------------------------------
    Fault(
        "conversation",
        "of several changes each is made in the text before them",
        "server/messages.py",
        "    encoding = server.manner.encoding\n    for change in params.content_changes:\n",
        "    encoding = server.manner.encoding\n    for change in params.content_changes[-1:]:\n",
    ),
    Fault(
        "conversation",
        "columns are code points",
        "server/places.py",
        'if lines.text.isascii() or encoding == "utf-32":\n        return At(',
        "if True:\n        return At(",
    ),
    Fault(
        "conversation",
        "what is shown does not move with the words",
        "server/article.py",
        "yield mark._replace(span=mark.span.shifted(by))",
        "yield mark",
    ),
    Fault(
        "conversation",
        "a fix is offered for a text that has changed",
        "server/actions.py",
        "    if fix is None or not article.is_fresh:\n",
        "    if fix is None:\n",
    ),
    # -- reports -------------------------------------------------------------------------------------
    Fault(
        "reports",
        "a control character stands in JSON as it is",
        "reporters/escaping.py",
        'return _UNSEEN.sub(lambda match: f"\\\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))',
        "return json.dumps(value, ensure_ascii=False)",
    ),
    Fault(
        "reports",
        "a region of SARIF ends one character early",
        "reporters/sarif.py",
        '        "endColumn": place.end_column,\n',
        '        "endColumn": place.end_column - 1,\n',
    ),
    Fault(
        "reports",
        "a fix in SARIF deletes one character less",
        "reporters/sarif.py",
        '"endLine": end_line, "endColumn": end_column}',
        '"endLine": end_line, "endColumn": end_column - 1}',
    ),
    Fault(
        "reports",
        "bytes are counted as if a character had two at most",
        "span.py",
        'return len(text.encode(codec, "surrogatepass"))',
        'return len(text) + sum(character > "\\x7f" for character in text)',
    ),
    Fault(
        "reports",
        "what is said in another file is told at the place in this one",
        "lint.py",
        "related=tuple(fact.place._replace(label=label) for fact, label in hit.related)",
        "related=tuple(hit.fact.place._replace(label=label) for fact, label in hit.related)",
    ),
    Fault(
        "reports",
        "a report in XML holds the markup of an article",
        "reporters/escaping.py",
        "return escape(plain(text))",
        "return plain(text)",
    ),
)
