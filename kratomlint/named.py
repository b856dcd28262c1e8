"""Tuples whose items have names, as `typing` makes them, in a fifth of its time. Knows nothing of what they hold.

A run over one article defines ninety, and `typing` compiles each annotation of each, and a constructor. Nobody asks for
annotations while articles are read, and of constructors with as many parameters one is compiled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple
    from functools import cache, cached_property
    from types import FunctionType

    @cache
    def _shape(length):
        """Return a tuple of so many items, whose names say nothing."""
        return namedtuple(f"Shape{length}", [f"item{place}" for place in range(length)])

    class _Maker(type):
        """What a class becomes that names `NamedTuple` as its base: a tuple, with nothing of `_Maker` about it."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body["__annotations__"])
            shape = _shape(len(fields))
            defaults = {field: body.pop(field) for field in fields if field in body}
            code = shape.__new__.__code__.replace(
                co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{body['__qualname__']}.__new__"
            )
            if not any(isinstance(value, cached_property) for value in body.values()):
                body["__slots__"] = ()
            body.update(zip(fields, map(shape.__dict__.__getitem__, shape._fields), strict=True))
            body.update(
                __match_args__=fields,
                _fields=fields,
                _field_defaults=defaults,
                __new__=FunctionType(code, shape.__new__.__globals__, "__new__", tuple(defaults.values())),
                __repr__=_repr,
                _replace=_replace,
            )
            return type(name, (shape,), body)

    def _repr(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    def _replace(self, /, **changes):
        replaced = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return replaced

    class NamedTuple(metaclass=_Maker):
        """The base of a tuple whose items have names; see `typing.NamedTuple`."""
