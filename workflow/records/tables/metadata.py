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
    searching,
    telling,
    tokens,
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
    searching,
    telling,
    tokens,
)
METADATA = SQLModel.metadata
TABLES = METADATA.tables
