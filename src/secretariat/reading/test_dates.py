import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.lexicon.load import load_lexicon
from secretariat.model.document import Document, Source
from secretariat.model.edtf import is_edtf
from secretariat.model.record import Facts
from secretariat.profiles.load import Profiles
from secretariat.reading.dates import dates_in, find_dates, read_dates
from secretariat.reading.draft import Draft
from secretariat.reading.flow import make_flow

REFERENCE = "2023-09-21"

FORMS = [
    # one day
    ("They met on 17 September 2021.", "17 September 2021", "2021-09-17"),
    ("Signed on September 17, 2021 in Lima.", "September 17, 2021", "2021-09-17"),
    ("on the 17th of September 2021", "17th of September 2021", "2021-09-17"),
    ("on 1st May 2020", "1st May 2020", "2020-05-01"),
    ("this 14th day of July, 2022", "14th day of July, 2022", "2022-07-14"),
    ("this seventh day of March 2007", "seventh day of March 2007", "2007-03-07"),
    (
        "the twenty-first day of June, one thousand nine hundred and ninety-two",
        "twenty-first day of June, one thousand nine hundred and ninety-two",
        "1992-06-21",
    ),
    ("Done on 4 MAY 2012", "4 MAY 2012", "2012-05-04"),
    ("on 4 may 2012", "4 may 2012", "2012-05-04"),
    ("Dec. 8,1991", "Dec. 8,1991", "1991-12-08"),
    ("dated 2021-09-17", "2021-09-17", "2021-09-17"),
    ("dated 17.09.2021", "17.09.2021", "2021-09-17"),
    ("dated 05.09.2021", "05.09.2021", "2021-09-05"),
    ("dated 17/09/2021", "17/09/2021", "2021-09-17"),
    ("dated 09/17/2021", "09/17/2021", "2021-09-17"),
    ("of 17 September 20245 on trade", "17 September 2024", "2024-09-17"),
    # several days
    ("from 19 to 21 April 2016", "19 to 21 April 2016", "2016-04-19/2016-04-21"),
    ("15-17 September 2021", "15-17 September 2021", "2021-09-15/2021-09-17"),
    ("15–17 September, 2021", "15–17 September, 2021", "2021-09-15/2021-09-17"),
    ("September 17-18, 2021", "September 17-18, 2021", "2021-09-17/2021-09-18"),
    ("between 15 and 17 September 2021", "15 and 17 September 2021", "2021-09-15/2021-09-17"),
    ("15 and 16 September 2022", "15 and 16 September 2022", "2022-09-15 2022-09-16"),
    ("3, 5 and 9 June 2020", "3, 5 and 9 June 2020", "2020-06-03 2020-06-05 2020-06-09"),
    ("31 August and 1 September 2025", "31 August and 1 September 2025", "2025-08-31 2025-09-01"),
    ("31 December and 1 January 2022", "31 December and 1 January 2022", "2021-12-31 2022-01-01"),
    (
        "30 March, 23 July, and 2 September 2021",
        "30 March, 23 July, and 2 September 2021",
        "2021-03-30 2021-07-23 2021-09-02",
    ),
    ("1 January to 31 December 2023", "1 January to 31 December 2023", "2023-01-01/2023-12-31"),
    ("1 July to 30 June 2023", "1 July to 30 June 2023", "2022-07-01/2023-06-30"),
    ("June 26 - July 2, 2020", "June 26 - July 2, 2020", "2020-06-26/2020-07-02"),
    ("7 October 2020 to 3 March 2021", "7 October 2020 to 3 March 2021", "2020-10-07/2021-03-03"),
    # months
    ("in June 2011", "June 2011", "2011-06"),
    ("between August 2022 and January 2023", "August 2022 and January 2023", "2022-08/2023-01"),
    ("in May and June 2022", "May and June 2022", "2022-05 2022-06"),
    ("in June/July 2022", "June/July 2022", "2022-06/2022-07"),
    # years
    ("in 2021", "2021", "2021"),
    ("in 1996 and 1997", "1996 and 1997", "1996 1997"),
    ("for 2022-2024", "2022-2024", "2022/2024"),
    ("for 2025–2026", "2025–2026", "2025/2026"),
    ("in 2027-2028, 2028-2029 and 2039-2040", "2027-2028, 2028-2029 and 2039-2040", "2027/2028 2028/2029 2039/2040"),
    ("between 2022 and 2024", "2022 and 2024", "2022/2024"),
    ("in its activities for 2020/21", "2020/21", "2020/2021"),
    ("the 2023-24 season", "2023-24", "2023/2024"),
    ("the 1990s", "1990s", "199X"),
    ("the 2030 Agenda", "2030", "2030"),
    ("resolution 2231 (2015)", "2015", "2015"),
    ("exercise Storm-2021", "2021", "2021"),
    ("the post-2015 goals", "2015", "2015"),
    # parts of years
    ("in the first half of 2022", "first half of 2022", "2022-01/2022-06"),
    ("in Q3 2024", "Q3 2024", "2024-07/2024-09"),
    ("in the last quarter of 2024", "last quarter of 2024", "2024-10/2024-12"),
    ("in autumn 2025", "autumn 2025", "2025-23"),
    # open at one end
    ("towards 2025", "towards 2025", "../2025"),
    ("to be done by 2030.", "by 2030", "../2030"),
    ("until 31 December 2024", "until 31 December 2024", "../2024-12-31"),
    ("by the end of 2023", "by the end of 2023", "../2023"),
    ("before the end of March 2023", "before the end of March 2023", "../2023-03"),
    ("by the first quarter of 2026", "by the first quarter of 2026", "../2026-03"),
    ("no later than 2050", "no later than 2050", "../2050"),
    ("since 2001", "since 2001", "2001/.."),
    ("since the 1990s", "since the 1990s", "1990/.."),
    ("from 2025 onwards", "2025 onwards", "2025/.."),
    # the year from elsewhere
    ("They will meet in October.", "October", "2023-10"),
    ("They met in December.", "December", "2022-12"),
    ("at the July summit", "July", "2023-07"),
    ("on 4 July of this year", "4 July of this year", "2023-07-04"),
    ("on 4 July of last year", "4 July of last year", "2022-07-04"),
    ("since March", "since March", "2023-03/.."),
    ("from 16 October to 14 May each year", "16 October to 14 May", "XXXX-10-16 XXXX-05-14"),
    ("which proclaimed 5 May as the International Day of Wells", "5 May", "XXXX-05-05"),
]


@pytest.mark.parametrize(("sentence", "words", "edtf"), FORMS, ids=[f[0] for f in FORMS])
def test_takes(sentence: str, words: str, edtf: str) -> None:
    found = dates_in(sentence, REFERENCE)
    assert [(sentence[d.start : d.end], " ".join(d.edtf)) for d in found] == [(words, edtf)]


REFUSED = [
    "resolutions 59/48 and S-30/1",
    "document A/79/L.124",
    "A/CONF.192/2024/RC/3",
    "E/2005/23/Corr.1",
    "resolution 2026/2",
    "resolution 1973",
    "resolutions 1701, 1874 and 1929",
    "resolution 2106 A (XX)",
    "Order No. 1691",
    "vols. 2171, 2173 and 2198",
    "Article 2021",
    "the 20th anniversary",
    "2,000 people",
    "2000 people",
    "over 2000 schools",
    "$2000",
    "2000 MW",
    "the C5+1 format",
    "see https://example.org/2019/05/2020-a",
    "25-20874 (E)",
    "+41 22 2017",
    "20198",
    "States may consider",
    "Annex 2 may be amended",
    "They march on.",
    "an august body",
    "this August body",
    "Article 15 may apply",
]


@pytest.mark.parametrize("sentence", REFUSED)
def test_refuses(sentence: str) -> None:
    assert dates_in(sentence, REFERENCE) == []


def test_dates_apart_stay_apart() -> None:
    text = "resolutions 64/183 of 18 December 2009, 65/124 of 13 December 2010 and 77/338 of 1 September 2023"
    assert [d.edtf for d in dates_in(text)] == [("2009-12-18",), ("2010-12-13",), ("2023-09-01",)]


def test_a_year_comes_from_the_same_day_elsewhere() -> None:
    text = "The attack of 7 October 2019 was condemned. Since 7 October, much has been done."
    assert dates_in(text, REFERENCE)[1].edtf == ("2019-10-07/..",)


def test_nothing_says_which_year() -> None:
    assert [d.edtf for d in dates_in("They meet in October.")] == [("XXXX-10",)]


def test_a_year_comes_from_the_same_month_before() -> None:
    text = "Port Talks, October 2021. Having met on October 13 and 14, the sides agreed."
    assert [d.edtf for d in dates_in(text)] == [("2021-10",), ("2021-10-13", "2021-10-14")]


def _draft(text: str, date: str | None = None) -> Draft:
    lexicon = load_lexicon("en")
    source = Source(name="a.txt", media_type="text/plain", bytes=len(text))
    flow = make_flow(text, [("narrative", [(0, len(text))])])
    return Draft(
        document=Document(id="a", source=source, text=text),
        lexicon=lexicon,
        profiles=Profiles({}, ""),
        facts=Facts(id="a", source=source, date=date),
        paragraphs=(),
        flow=flow,
        sentences=(),
        hits=lexicon.scan(flow.text),
    )


def test_a_draft_gives_its_own_date() -> None:
    text = "The forum opens in\nOctober."
    draft = _draft(text, "2031-08-02")
    (date,) = find_dates(draft)
    start, end = draft.flow.span(date.start, date.end)
    assert (text[start:end], date.edtf) == ("October", ("2031-10",))


@pytest.mark.parametrize(
    ("text", "code", "edtf"),
    [
        ("dated 06/07/2021", "ambiguous-date", [("2021",)]),
        ("on 31 September 2021", "impossible-date", [("2021-09",)]),
        ("in October", "date-without-year", [("XXXX-10",)]),
    ],
)
def test_doubts_are_said(text: str, code: str, edtf: list[tuple[str, ...]]) -> None:
    dates, findings = read_dates(_draft(text))
    assert [f.code for f in findings] == [code]
    assert [d.edtf for d in dates] == edtf


PIECES = st.lists(
    st.sampled_from(
        "1 2 15 31 2021 2022 1998 20 21st may May March june Sept. October , and - – / to from between by until since "
        "the of end day 's . ; \n ( ) resolution 2030s Q3 half first quarter spring of this year each as XXX".split(" ")
    ),
    max_size=24,
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=120), PIECES.map(" ".join), PIECES.map("".join)))
def test_any_text_gives_sound_dates(text: str) -> None:
    for reference in (None, REFERENCE):
        found = dates_in(text, reference)
        assert all(d.edtf and all(is_edtf(e) for e in d.edtf) for d in found)
        assert all(0 <= d.start < d.end <= len(text) and "\n" not in text[d.start : d.end] for d in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    [
        "1, ",
        "1 and ",
        "May ",
        "1 May ",
        "2021-",
        "2021, ",
        "between 2021 and ",
        "by the end of ",
        "may 1, ",
        "6/7/2021 ",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    begin = time.perf_counter()
    dates_in(text, REFERENCE)
    assert time.perf_counter() - begin < 10, re.escape(piece)
