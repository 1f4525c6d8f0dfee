"""Where things stand in a YAML file, for those who look for a fault or for the reason of a mark."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_STEP = re.compile(r"\.([\w-]+)|\[(\d+)\]")
_PLACE = re.compile(r" - at `(\$[^`]*)`")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")


@lru_cache(maxsize=64)
def _root(path: Path, changed: float) -> "yaml.Node | None":
    """The nodes of a file; None where it is no YAML. ``changed`` is its time of change."""
    import yaml  # late: most runs read their words from the cache and need none of it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node: yaml.Node | None = yaml.compose(path.read_text(encoding="utf-8"), Loader=loader)
        return node
    except (OSError, UnicodeError, yaml.YAMLError):
        return None


def line_at(path: Path, place: str) -> int:
    """The line (from 1) of ``$.entries[2].forms[0]`` in a file; of the last step that exists, 1 where none does."""
    node = _root(path, path.stat().st_mtime) if path.exists() else None
    line = 1
    for name, index in _STEP.findall(place):
        step = _child(node, name, int(index) if index else -1)
        if step is None:
            break
        line, node = step
    return line


def line_of_fault(path: Path, place: str, fault: str) -> int:
    """The line of what a schema complains of below ``place``: the field that it does not know, or where it says "at"."""
    inner = _PLACE.search(fault)
    unknown = _UNKNOWN.search(fault)
    whole = place + (inner.group(1)[1:] if inner else "") + (f".{unknown.group(1)}" if unknown else "")
    return line_at(path, whole)


def line_of_yaml(fault: Exception) -> int:
    """The line that a fault of the YAML parser names; 1 where it names none."""
    mark = getattr(fault, "problem_mark", None)
    return mark.line + 1 if mark else 1


def line_of_entry(path: Path, key: str) -> int | None:
    """The line of the mapping whose ``id`` is ``key``, anywhere in a file; None where there is none."""
    import yaml

    root = _root(path, path.stat().st_mtime) if path.exists() else None
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value == "id" and value.value == key:
                    return int(name.start_mark.line) + 1
                waiting.append(value)
        elif isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)
    return None


def _child(node: "yaml.Node | None", name: str, index: int) -> "tuple[int, yaml.Node] | None":
    """The line and the value of one step into a mapping or a list."""
    import yaml

    if node is None:
        return None
    if isinstance(node, yaml.MappingNode) and name:
        return next(((k.start_mark.line + 1, v) for k, v in node.value if k.value == name), None)
    if isinstance(node, yaml.SequenceNode) and 0 <= index < len(node.value):
        found = node.value[index]
        return found.start_mark.line + 1, found
    return None
