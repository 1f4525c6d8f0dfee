"""Words of a document made fit for one line of a screen."""


def one_line(words: str) -> str:
    """The words with every run of white space and of unprintable characters as one space.

    Escape sequences that a document holds never reach the terminal.
    """
    line = " ".join(words.split())
    if line.isprintable():
        return line
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())


def shortened(words: str, most: int) -> str:
    """The words in one line of at most that many characters, cut between words and closed by "…"."""
    line = one_line(words)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return cut[: cut.rfind(" ") if " " in cut[most // 2 :] else len(cut)].rstrip(" ,;:") + "…"


def counted(number: int, one: str, many: str = "") -> str:
    """``counted(2, "paragraph")`` is "2 paragraphs"; thousands are parted by a comma."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
