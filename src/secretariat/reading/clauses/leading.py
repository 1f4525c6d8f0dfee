"""Who makes the statement of a participle that opens a sentence: those who speak in its main clause.

"Reaffirming their support for the Corridor, the Republic of Aldovar and the Republic of Belmora noted …": both statements
are of Aldovar and Belmora. Left as it is: "Reaffirming their support, the Member States noted …" (all speak).
"""

from collections.abc import Sequence

import msgspec

from secretariat.model.statements import Statement


def with_main_holders(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of one sentence; an opening participle takes the states that its main clause names."""
    main = next((s for s in statements if not s.subordinate), None)
    if main is None or main.holder is None or isinstance(main.holders, str):
        return list(statements)
    return [
        msgspec.structs.replace(s, holders=main.holders)
        if s.subordinate and s.holder is None and s.holders == "all" and s.trigger[0] < main.holder[0]
        else s
        for s in statements
    ]
