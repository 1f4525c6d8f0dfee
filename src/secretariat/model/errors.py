"""What can go wrong, each said as file, fault and remedy."""


class SecretariatError(Exception):
    """The root of every error that this package raises on purpose."""


class SourceError(SecretariatError):
    """A source that cannot be read.

    Its text is one line, "name: fault; remedy", fit for standard error.
    """

    def __init__(self, name: str, fault: str, remedy: str) -> None:
        self.name, self.fault, self.remedy = name, fault, remedy
        super().__init__(name, fault, remedy)

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}; {self.remedy}"


class LanguageError(SourceError):
    """A text in a language for which there is no lexicon."""


class DataError(SecretariatError):
    """A lexicon or profile file that breaks its schema: says file, entry and fault."""


class RegisterError(SecretariatError):
    """A register that cannot be opened, read or written, or a request that it cannot meet.

    Its text is one line, "register: fault; remedy".
    """

    def __init__(self, name: str, fault: str, remedy: str) -> None:
        self.name, self.fault, self.remedy = name, fault, remedy
        super().__init__(name, fault, remedy)

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}; {self.remedy}"


class NotThere(RegisterError):
    """Something that was asked for by name and that a register does not hold."""
