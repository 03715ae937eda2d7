"""The legal terms of the project in Chinese and English: labels for what is stored as a code.

A term whose article stands in a catalogue of `states.statute` names no source here. The terms
themselves stand in `states.vocabulary`.
"""

from states.vocabulary.deciding import DECIDING
from states.vocabulary.glossary import GLOSSARY
from states.vocabulary.handling import HANDLING
from states.vocabulary.intake import INTAKE
from states.vocabulary.letters import LETTERS
from states.vocabulary.office import OFFICE
from states.vocabulary.registers import REGISTERS
from states.vocabulary.term import Group, Term

TERMS: dict[str, Group] = {
    **GLOSSARY,
    **INTAKE,
    **HANDLING,
    **DECIDING,
    **OFFICE,
    **LETTERS,
    **REGISTERS,
}


def term(group: str, code: str) -> Term:
    """Return the term of a code in its group."""
    return TERMS[group][code]


def label(group: str, code: str, lang: str = "zh") -> str:
    """Return the name of a code: in English if asked for, else in Chinese."""
    found = TERMS[group][code]
    return found.en if lang == "en" else found.zh
