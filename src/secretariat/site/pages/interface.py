"""The interface for programs, as a page that people can read: made from its own description."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from secretariat.site.frame import Page
from secretariat.site.room import Room

Row = dict[str, Any]
_METHODS = ("get", "post")


def interface(room: Room, description: Mapping[str, Any]) -> Page:
    """The page, from the description of the interface (OpenAPI 3.1)."""
    operations = list(_operations(description))
    return Page(
        template="interface.html",
        title="For programs",
        values={
            "about": description["info"]["description"].replace("`", "").split("\n\n"),
            "groups": sorted({o["group"] for o in operations}),
            "operations": operations,
            "shapes": list(_shapes(description)),
        },
    )


def _operations(description: Mapping[str, Any]) -> Iterator[Row]:
    for path, methods in description["paths"].items():
        for method in _METHODS:
            if method not in methods:
                continue
            told = methods[method]
            answer = told["responses"]["200" if "200" in told["responses"] else "201"]
            yield {
                "group": told["tags"][0],
                "id": told["operationId"],
                "method": method.upper(),
                "path": path,
                "summary": told.get("description") or told.get("summary", ""),
                "parameters": [_parameter(p) for p in told.get("parameters", ())],
                "body": _shape_of(told["requestBody"]["content"]) if "requestBody" in told else "",
                "answer": _shape_of(answer["content"]),
                "example": _example(path, told) if method == "get" else "",
                "faults": sorted(int(s) for s in told["responses"] if s[0] in "45"),
            }


def _parameter(told: Mapping[str, Any]) -> Row:
    schema = told["schema"]
    return {
        "name": told["name"],
        "where": told["in"],
        "must": told.get("required", False),
        "type": type_of(schema),
        "meaning": told.get("description", ""),
        "example": _example_of(told),
    }


def _example_of(told: Mapping[str, Any]) -> str:
    """The first example of a parameter."""
    for holder in (told, told["schema"]):
        examples = holder.get("examples")
        if isinstance(examples, Mapping) and examples:
            return str(next(iter(examples.values())).get("value", ""))
        if isinstance(examples, list) and examples:
            one = examples[0]
            return str(one.get("value", "") if isinstance(one, Mapping) else one)
    return ""


def _example(path: str, told: Mapping[str, Any]) -> str:
    """An address that can be tried, where every part that must be given has an example."""
    given: dict[str, str] = {}
    for parameter in told.get("parameters", ()):
        value = _example_of(parameter)
        if parameter["in"] == "path" or (parameter.get("required") and not value):
            return ""
        if value and (parameter.get("required") or parameter["name"] in ("limit", "from", "within")):
            given[parameter["name"]] = value
    return f"{path}?{urlencode(given)}" if given else path


def _shape_of(content: Mapping[str, Any]) -> str:
    schema = next(iter(content.values()))["schema"]
    return type_of(schema)


def type_of(schema: Mapping[str, Any]) -> str:
    """A type in words: ``string``, ``list of Stage``, ``string or null``."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(json.dumps(v) if v is None else str(v) for v in schema["enum"])
    for key in ("oneOf", "anyOf", "allOf"):
        if key in schema:
            return " or ".join(dict.fromkeys(type_of(s) for s in schema[key]))
    kind = schema.get("type", "anything")
    if kind == "array":
        return f"list of {type_of(schema.get('items', {}))}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _shapes(description: Mapping[str, Any]) -> Iterator[Row]:
    for name, told in sorted(description["components"]["schemas"].items()):
        if "properties" in told:
            fields = [(field, type_of(schema)) for field, schema in told["properties"].items()]
            yield {"name": name, "about": told.get("description", ""), "fields": fields}
