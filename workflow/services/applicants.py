"""Whether two requests are of the same applicant, and what speaks for it."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.records.facts import RequestFacts
from workflow.records.intake import Sealed
from workflow.records.shingles import bare, contacts_in
from workflow.records.tables.requests import RequestRow


class Sign(StrEnum):
    """What two applicants have in common, or what tells them apart."""

    IDENTITY = "identity"
    NAME = "name"
    CONTACT = "contact"
    OTHER_IDENTITY = "other_identity"


@dataclass(frozen=True, slots=True)
class Party:
    """An applicant as they can be recognised: name in one spelling, document, contacts.

    A document is found by one lookup; while keys are changed, by one for each key.
    """

    name: str
    lookups: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, facts: RequestRow | RequestFacts, kept: Sealed) -> "Party":
        """Return the applicant of a request."""
        details = kept.details
        contacts = contacts_in(facts.contact, details.phone, details.email)
        return cls(bare(facts.applicant), frozenset({kept.lookup} - {""}), contacts)

    def signs(self, other: "Party") -> frozenset[Sign]:
        """Return what this applicant and another have in common."""
        found = set()
        if self.lookups and other.lookups:
            same = bool(self.lookups & other.lookups)
            found.add(Sign.IDENTITY if same else Sign.OTHER_IDENTITY)
        if self.name == other.name:
            found.add(Sign.NAME)
        if self.contacts & other.contacts:
            found.add(Sign.CONTACT)
        return frozenset(found)

    def is_same_as(self, other: "Party") -> bool:
        """Whether they are the same: by their documents where both are known, else by name."""
        signs = self.signs(other)
        return Sign.OTHER_IDENTITY not in signs and bool(signs & {Sign.IDENTITY, Sign.NAME})
