"""Opens Word files in LibreOffice, accepts or rejects all changes there, and prints the paragraphs that are left as JSON lines.

Run by a Python that has ``uno`` (Debian's python3 with python3-uno), not by the project's own: ``conformance.py`` does it.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uno  # type: ignore[import-not-found]

Office = Any
"""An object of LibreOffice."""

_PIPE = "secretariat-conformance"


def main() -> None:
    """``office_changes.py FILE…``: for each file one line, the paragraphs after accepting and after rejecting."""
    with TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                "soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
                f"--accept=pipe,name={_PIPE};urp;",
            ]
        )  # fmt: skip
        try:
            context = _connect()
            for file in sys.argv[1:]:
                sides = {
                    w: _after(context, Path(file), f".uno:{w}AllTrackedChanges", profile) for w in ("Accept", "Reject")
                }
                print(json.dumps({"file": file, **sides}), flush=True)
        finally:
            office.terminate()
            office.wait(30)


def _connect() -> Office:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={_PIPE};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not start")


def _opened(context: Office, file: Path) -> Office:
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    return desktop.loadComponentFromURL(file.resolve().as_uri(), "_blank", 0, (_property("Hidden", True),))


def _property(name: str, value: object) -> Office:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _after(context: Office, file: Path, command: str, folder: str) -> list[str]:
    document = _opened(context, file)
    helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    helper.executeDispatch(document.getCurrentController().getFrame(), command, "", 0, ())
    plain = Path(folder) / f"{file.stem}.txt"
    document.storeToURL(
        plain.as_uri(), (_property("FilterName", "Text (encoded)"), _property("FilterOptions", "UTF8,LF"))
    )
    document.close(True)
    lines = plain.read_text(encoding="utf-8-sig").split("\n")
    return [line for line in lines if line.strip()]


main()
