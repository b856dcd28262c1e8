"""What MDX adds to Markdown is no prose; the words between are."""

from __future__ import annotations

import pytest

from kratomlint.document import Document
from kratomlint.readers import parse
from kratomlint.source import SourceFile


def read(text: str) -> Document:
    return parse(SourceFile("a.mdx", text))


PROSE = {
    "import": ("import A from 'b'\nimport {C,\n  D} from \"e\"\n\nOne.", "One."),
    "export": ("export const a = {\n  b: 'c',\n\n  d: `e`,\n}\n\nOne.", "One."),
    "words that begin like a module": ("import duties are high.\n\nexport of tea", "import duties are high.|export of tea"),
    "expression": ("One {props.two} three", "One \ufffc three"),
    "expression with braces and strings": ("One {f({a: '}', b: `}`, c: /* } */ 1})} two", "One \ufffc two"),
    "expression over lines": ("{[1, 2].map(a => (\n  <li>{a}</li>\n))}\n\nOne", "One"),
    "expression on its own line": ("One\n{two}\nthree", "One|three"),
    "space": ("One{' '}\ntwo{\" \"}three", "One two three"),
    "comment": ("One {/* two */} three", "One three"),
    "component": ('<Note type="a > b" x={{y: "}"}}>\n  One *two*.\n</Note>', "One two."),
    "component within a sentence": ("the <Term id={1}>plant</Term>’s leaf", "the plant’s leaf"),
    "component that shows something": ("take <Dose mg={5}/> daily", "take \ufffc daily"),
    "components side by side": ("<Tabs><Tab>One</Tab><Tab>Two</Tab></Tabs>", "One|Two"),
    "indented words in a component": ("<A>\n\n    One *two*\n\n</A>", "One *two*"),
    "Markdown between HTML": ('<div className="a">\n## One\n</div>', "One"),
    "HTML": ("One <b>two</b> H<sub>2</sub>O", "One two H2O"),
    "fragment": ("<>\nOne\n</>", "One"),
    "unclosed brace": ("One { two\n\nthree {four}", "One { two|three \ufffc"),
    "unclosed tag": ("p <b and q\n\ntwo", "p <b and q|two"),
    "less than": ("p <0.05 and {a}", "p <0.05 and \ufffc"),
    "escape": (r"One \{two\} \<b>", "One {two} <b>"),
    "code": ("`{a}` and ``{ ` }`` one\n\n```jsx\n<A>{b}</A>\n```\n\ntwo {c}", "\ufffc and \ufffc one|two \ufffc"),
    "back-tick alone": ("One ` two {a}\n\nthree ` four", "One ` two \ufffc|three ` four"),
    "heading attributes": ("## One {#one}", "One"),
    "autolink": ("see <https://example.org> {a}", "see \ufffc \ufffc"),
    "front matter": ("---\ntitle: '{One}'\n---\n\nTwo {a}", "{One}|Two \ufffc"),
}  # fmt: skip


@pytest.mark.parametrize(("mdx", "prose"), PROSE.values(), ids=PROSE)
def test_prose_is_what_a_reader_sees(mdx: str, prose: str) -> None:
    assert read(mdx).prose.text.replace("\n", "|") == prose


def test_directives_stand_in_comments() -> None:
    text = "{/* kratomlint-disable-next-line a/b -- why */}\nOne {/* two */} {three}"
    document = read(text)
    assert [(one.text, one.span.start) for one in document.directives] == [
        ("kratomlint-disable-next-line a/b -- why", 0)
    ]
    assert document.skipped == {"comment": 1, "expression": 1}


def test_kinds_hold_between_components() -> None:
    document = read("<Box>\n\n# One\n\n- two\n\n> three\n\n</Box>\n\n<ul><li>four</li></ul>")
    assert [block.kind for block in document.blocks] == ["heading", "item", "quote", "item"]


def test_links_in_html_are_citations() -> None:
    assert [one.target for one in read("See <a href='u'>this</a> and [that](v).").citations] == ["u", "v"]
