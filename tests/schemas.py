"""The schemas of the formats that programs read: ours, and those of others."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema

SCHEMAS = Path(__file__).parent / "fixtures" / "schemas"
OURS = json.loads(files("kratomlint.reporters").joinpath("schema.json").read_text(encoding="utf-8"))


def schema(name: str) -> jsonschema.protocols.Validator:
    loaded = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(loaded)(loaded)


SARIF, RDF, GITLAB = map(schema, ("sarif-2.1.0-rtm.5.json", "rdf-diagnostic.json", "gitlab-code-quality.json"))
WHOLE = jsonschema.Draft202012Validator(OURS)
LINE = jsonschema.Draft202012Validator({"$ref": "#/$defs/line", "$defs": OURS["$defs"]})
