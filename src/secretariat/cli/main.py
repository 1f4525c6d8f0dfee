"""The command ``secretariat``: its commands put together, and how it ends."""

import gc
import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from secretariat.cli import (
    add,
    agreeing,
    asking,
    briefing,
    build_site,
    chaining,
    comparing,
    deciding,
    drifting,
    explain,
    export,
    lexicon_check,
    mcp,
    moving,
    read,
    reread,
    review,
    serve,
    show,
)

app = typer.Typer(
    name="secretariat",
    help="Reads what governments publish together: who took part, which meetings and texts are named, who states what, "
    "what is proposed and adopted. Every mark leads back to the words it was read from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", epilog=read.EXAMPLES)(read.read_command)
app.command("explain", epilog=explain.EXAMPLES)(explain.explain_command)

app.command("add", epilog=add.EXAMPLES)(add.add_command)
app.command("documents")(asking.documents_command)
app.command("entities")(asking.entities_command)
app.command("show")(show.show_command)
app.command("statements")(asking.statements_command)
app.command("search")(asking.search_command)
app.command("due")(asking.due_command)
app.command("who")(asking.who_command)
app.command("attendance")(asking.attendance_command)
app.command("members")(asking.members_command)
app.command("compare", epilog=comparing.EXAMPLES)(comparing.compare_command)
app.command("agreed", epilog=agreeing.AGREED_EXAMPLES)(agreeing.agreed_command)
app.command("phrase", epilog=agreeing.PHRASE_EXAMPLES)(agreeing.phrase_command)
app.command("drift", epilog=drifting.EXAMPLES)(drifting.drift_command)
app.command("whatsnew", epilog=briefing.EXAMPLES)(briefing.whatsnew_command)
app.command("chain", epilog=chaining.EXAMPLES)(chaining.chain_command)
app.command("decide", epilog=deciding.EXAMPLES)(deciding.decide_command)
app.add_typer(deciding.decisions_app, name="decisions")
app.add_typer(moving.register_app, name="register")
app.command("review")(review.review_command)
app.command("serve", epilog=serve.EXAMPLES)(serve.serve_command)
app.command("build-site", epilog=build_site.EXAMPLES)(build_site.build_site_command)
app.command("export", epilog=export.EXAMPLES)(export.export_command)
app.command("mcp", epilog=mcp.EXAMPLES)(mcp.mcp_command)
app.command("reread")(reread.reread_command)

lexicon_app = typer.Typer(help="Look after lexicon and profile files of your own.", no_args_is_help=True)
lexicon_app.command("check")(lexicon_check.check_command)
app.add_typer(lexicon_app, name="lexicon")


def _show_version(wanted: bool) -> None:
    if wanted:
        from secretariat.version import __version__

        print(f"secretariat {__version__}")
        raise typer.Exit


@app.callback(epilog="Try [bold]secretariat read --help[/bold].")
def _secretariat(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and stop.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Reads what governments publish together."""


def run() -> None:
    """The entry point. Ctrl-C and a closed pipe end quietly, with the statuses that shells know."""
    _write_utf8()
    gc.set_threshold(100_000, 20, 20)  # words and marks hold no cycles, and looking for some takes a tenth of the start
    try:
        try:
            app(prog_name="secretariat")
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        os._exit(read.INTERRUPTED)
    except BrokenPipeError:
        os._exit(read.PIPE_CLOSED)


def _write_utf8() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal that lacks a character shows a stand-in."""
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")


if __name__ == "__main__":
    run()
