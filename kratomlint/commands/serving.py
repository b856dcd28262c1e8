"""`server`: talk to an editor."""

from __future__ import annotations

import click


@click.command("server")
def server_command() -> int:
    """Serve an editor by the language-server protocol.

    It speaks on standard input and output; an editor starts it. docs/editors.md says how.
    """
    from kratomlint import server

    server.serve()
    return 0
