"""What keeps a letter from being written; each error carries what it failed on.

A new error needs its sentence in `workflow.letters.words`; a test looks for it.
"""

from datetime import date


class LetterError(Exception):
    """The letter cannot be written as was asked; nothing was written or numbered."""


class RequestNeededError(LetterError):
    """The letter is written on a request, and none was named."""

    def __init__(self, kind: str) -> None:
        """Keep the letter."""
        super().__init__(kind)
        self.kind = kind


class LetterNotInLawError(LetterError):
    """The version of the Regulations that governs the request knows no such letter."""

    def __init__(self, kind: str, law: str) -> None:
        """Keep the letter and the version."""
        super().__init__(kind, law)
        self.kind = kind
        self.law = law


class OutcomeWithoutLetterError(LetterError):
    """No letter answers with this outcome under this version: a word of old ledgers alone."""

    def __init__(self, outcome: str, law: str) -> None:
        """Keep the outcome and the version."""
        super().__init__(outcome, law)
        self.outcome = outcome
        self.law = law


class OutcomeMissingError(LetterError):
    """The letter serves several outcomes, and which one was not said."""

    def __init__(self, kind: str, outcomes: tuple[str, ...]) -> None:
        """Keep the letter and the outcomes to choose from."""
        super().__init__(kind, outcomes)
        self.kind = kind
        self.outcomes = outcomes


class OutcomeForeignError(LetterError):
    """The letter does not answer with this outcome."""

    def __init__(self, kind: str, outcome: str, outcomes: tuple[str, ...]) -> None:
        """Keep the letter, the outcome, and those it does answer with."""
        super().__init__(kind, outcome, outcomes)
        self.kind = kind
        self.outcome = outcome
        self.outcomes = outcomes


class FactError(LetterError):
    """One fact of a letter is at fault."""

    def __init__(self, kind: str, fact: str) -> None:
        """Keep the letter and the fact."""
        super().__init__(kind, fact)
        self.kind = kind
        self.fact = fact


class FactMissingError(LetterError):
    """The letter says facts that were not given and are not on record."""

    def __init__(self, kind: str, facts: tuple[str, ...]) -> None:
        """Keep the letter and every fact that is missing."""
        super().__init__(kind, facts)
        self.kind = kind
        self.facts = facts


class FactFixedError(FactError):
    """A fact was given that comes from the record, the office or the law, and from nowhere else."""


class FactContradictedError(FactError):
    """A fact was given otherwise than it is on record."""

    def __init__(self, kind: str, fact: str, value: str, recorded: str) -> None:
        """Keep what was given and what is on record."""
        super().__init__(kind, fact)
        self.value = value
        self.recorded = recorded


class FactUnknownError(FactError):
    """The letter has no such fact."""

    def __init__(self, kind: str, fact: str, known: tuple[str, ...]) -> None:
        """Keep the facts that the letter takes."""
        super().__init__(kind, fact)
        self.known = known


class FactInvalidError(FactError):
    """A fact is not of its kind; `place` says where in it, `wanted` is a code of what it takes."""

    def __init__(self, kind: str, fact: str, wanted: str, value: str, place: str = "") -> None:
        """Keep what was wanted, the value, and where in the fact it stands."""
        super().__init__(kind, fact)
        self.wanted = wanted
        self.value = value
        self.place = place


class ReceiptUnknownError(LetterError):
    """The request has no established day of receipt, which the letter states."""

    def __init__(self, number: str) -> None:
        """Keep the request."""
        super().__init__(number)
        self.number = number


class ProvisionalDateError(LetterError):
    """The letter would promise a date that rests on holidays not yet announced."""

    def __init__(self, day: date) -> None:
        """Keep the date."""
        super().__init__(day)
        self.day = day


class SettingMissingError(LetterError):
    """The letter needs something that the office has not set."""

    def __init__(self, setting: str) -> None:
        """Keep the setting."""
        super().__init__(setting)
        self.setting = setting


class SettingUnknownError(LetterError):
    """Letters have no such setting."""

    def __init__(self, setting: str, settings: tuple[str, ...]) -> None:
        """Keep the name that was given, and the settings there are."""
        super().__init__(setting, settings)
        self.setting = setting
        self.settings = settings


class SettingInvalidError(LetterError):
    """A setting takes one of some values, and was given another."""

    def __init__(self, setting: str, value: str, choices: tuple[str, ...]) -> None:
        """Keep the setting, the value, and those it takes."""
        super().__init__(setting, value, choices)
        self.setting = setting
        self.value = value
        self.choices = choices


class NumberPatternError(LetterError):
    """A pattern for numbers would not make a number of the official shape."""

    def __init__(self, pattern: str) -> None:
        """Keep the pattern."""
        super().__init__(pattern)
        self.pattern = pattern


class TemplateError(LetterError):
    """A template cannot serve."""

    def __init__(self, kind: str, line: int = 0, detail: str = "") -> None:
        """Keep the letter, the line at fault, and the detail."""
        super().__init__(kind, line, detail)
        self.kind = kind
        self.line = line
        self.detail = detail


class TemplateSyntaxFaultError(TemplateError):
    """The template is not written in the language of templates."""


class TemplateForbiddenError(TemplateError):
    """The template asks for more than facts and their printing."""


class TemplateFactUnknownError(TemplateError):
    """The template names a fact that its letter does not have."""


class TemplateFactUnsaidError(TemplateError):
    """The template leaves out a fact that the letter must state."""


class TemplateLayoutError(TemplateError):
    """What the template makes is no letter: no title, no text, or a table that does not close."""
