"""Every table of the database, by name: a new module of tables is imported here."""

from sqlmodel import SQLModel

from workflow.records.tables import (
    calendars,
    duty,
    letters,
    mail,
    offices,
    registers,
    reports,
    requests,
    telling,
)

MODULES = (calendars, duty, letters, mail, offices, registers, reports, requests, telling)
METADATA = SQLModel.metadata
TABLES = METADATA.tables
