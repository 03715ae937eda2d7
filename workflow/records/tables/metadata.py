"""Every table of the database, by name: a new module of tables is imported here."""

from sqlmodel import SQLModel

from workflow.records.tables import (
    accounts,
    attachments,
    calendars,
    directory,
    duty,
    effaced,
    intake,
    letters,
    mail,
    offices,
    own_records,
    registers,
    reports,
    requests,
    telling,
)

MODULES = (
    accounts,
    attachments,
    calendars,
    directory,
    duty,
    effaced,
    intake,
    letters,
    mail,
    offices,
    own_records,
    registers,
    reports,
    requests,
    telling,
)
METADATA = SQLModel.metadata
TABLES = METADATA.tables
