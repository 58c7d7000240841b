"""Tables of all fields of the records, generated from the JSON Schema."""

from __future__ import annotations

from typing import Any

from quotex.cli.info import json_schema

_LEFT_OUT = {"JsonValue"}


def field_tables() -> str:
    """Return a Markdown section for each record, with a row for each field."""
    schema = json_schema()
    records: dict[str, Any] = {"Extraction": schema, **schema["$defs"]}  # type: ignore[dict-item]
    return "\n\n".join(
        _section(name, record) for name, record in records.items() if name not in _LEFT_OUT
    )


def _section(name: str, record: dict[str, Any]) -> str:
    about = record.get("description", "").partition("\n\n")[0].replace("``", "`")
    rows = [
        f"| `{field}` | {_type(kind)} | {_told(kind['description'])} |"
        for field, kind in record.get("properties", {}).items()
    ]
    head = ["| field | type | what it says |", "|---|---|---|"]
    return "\n".join([f"## {name}", "", about, "", *head, *rows])


def _told(description: str) -> str:
    return " ".join(description.split()).replace("``", "`").replace("|", "\\|")


def _type(kind: dict[str, Any]) -> str:
    """Return a field's type in readable form; names of records link to their tables."""
    if "$ref" in kind:
        name = kind["$ref"].rpartition("/")[2]
        return "any JSON" if name in _LEFT_OUT else f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(_type(one) for one in kind["anyOf"])
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    if "const" in kind:
        return f"`{kind['const']}`"
    if kind["type"] == "array":
        return f"list of {_type(kind['items'])}"
    if kind["type"] == "object":
        return f"object of {_type(kind.get('additionalProperties', {'type': 'any'}))}"
    return str(kind.get("format", kind["type"]))
