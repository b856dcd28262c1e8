"""The door from editors: a language server on standard input and output. Nothing here is imported by another command."""

from __future__ import annotations


class NoServerError(Exception):
    """The libraries of the server are not there; the message says how to install them."""


def serve() -> None:
    """Serve an editor on standard input and output until it leaves; raise `NoServerError`."""
    try:
        from kratomlint.server.messages import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise NoServerError('the server needs pygls. Install it: pip install "kratomlint[server]"') from None
    run()
