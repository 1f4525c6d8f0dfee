"""Keeps a decision that a visitor made, by a form, as ``secretariat decide`` does."""

from collections.abc import Mapping
from typing import get_args

from secretariat.model.errors import RegisterError
from secretariat.register.decisions.making import decide
from secretariat.register.decisions.verdicts import Verdict
from secretariat.register.register import now
from secretariat.site.room import Room

_MOST = 500
_SUBJECTS = {"same": 2, "different": 2}
"""How many things a verdict is about, where not one."""


def keep_decision(room: Room, form: Mapping[str, str]) -> int:
    """Keeps what the fields ``verdict``, ``subject``, ``other``, ``value``, ``who`` and ``why`` say; gives the decision's number.

    Raises ``RegisterError`` where they do not make a decision; then nothing is kept.
    """
    fields = {name: form.get(name, "").strip() for name in ("verdict", "subject", "other", "value", "who", "why")}
    for name, value in fields.items():
        if len(value) > _MOST:
            raise RegisterError("decide", f"{name} has more than {_MOST} letters", "write fewer")
    if fields["verdict"] not in get_args(Verdict):
        raise RegisterError("decide", "no word says what is decided", "use the buttons of the page")
    if not fields["who"]:
        raise RegisterError("decide", "nobody signs the decision", "write your name")
    verdict: Verdict = fields["verdict"]  # type: ignore[assignment]
    subjects = [fields["subject"], fields["other"]][: _SUBJECTS.get(verdict, 1)]
    with room.register.engine.connect() as connection:
        decision = decide(
            connection, verdict, subjects, fields["value"], who=fields["who"], at=now(), why=fields["why"]
        )
    room.register.decide([decision])
    room.written()
    return next(n for n, d in room.register.decisions() if d.id == decision.id)
