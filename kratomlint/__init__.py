"""The medical editor's red pen, as a linter.

What others may import: `lint`, `Document`, `Hit`, `Finding`, `check`, `corpus_check`. Each is loaded when it is asked
for, so that `import kratomlint` costs nothing.
"""

import sys
from types import ModuleType

# As in `typing`, which takes longer to import than the rest of `--version`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kratomlint.document import Document as Document
    from kratomlint.finding import Finding as Finding
    from kratomlint.finding import Hit as Hit
    from kratomlint.lint import lint as lint
    from kratomlint.registry import check as check
    from kratomlint.registry import corpus_check as corpus_check

__version__ = "0.1.0"

_HOMES = {
    "Document": "document",
    "Finding": "finding",
    "Hit": "finding",
    "check": "registry",
    "corpus_check": "registry",
}


def __getattr__(name: str) -> "Any":
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES, "lint"])


class _Package(ModuleType):
    """The package whose `lint` is always the function.

    Python puts a submodule under its name into the package once it is imported; `kratomlint.lint` would be a function
    or a module, depending on who came first.
    """

    @property
    def lint(self) -> "Any":
        from kratomlint.lint import lint

        return lint

    @lint.setter
    def lint(self, module: ModuleType) -> None:
        pass


sys.modules[__name__].__class__ = _Package
