"""Sees to it that the browser tests have a Chromium: the system's, else Playwright's own, else Debian's package.

Says plainly what was found or why there is none; ends well in either case, for the other tests need none.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 300


def starts() -> bool:
    """Whether a Chromium can be started here."""
    from playwright.sync_api import Error, sync_playwright

    system = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as run:
        try:
            run.chromium.launch(executable_path=system, args=["--no-sandbox", "--disable-gpu"]).close()
        except Error:
            return False
    return True


def tried(*command: str) -> bool:
    """Whether a command ran well."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> None:
    """Finds or installs a browser, and tells."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        print("browser tests: skipped, playwright is not installed", file=sys.stderr)
        return
    if starts():
        return
    tried(sys.executable, "-m", "playwright", "install", "chromium")
    if starts():
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        tried("apt-get", "install", "-y", "--no-install-recommends", "chromium")
    if not starts():
        print(
            "browser tests: skipped, no Chromium could be installed or started; install one and run again",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main()
