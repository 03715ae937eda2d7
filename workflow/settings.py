"""What an installation may set: by environment, by file, or left as it is.

Environment before `./disclosure.toml` before `$XDG_CONFIG_HOME/disclosure/disclosure.toml`.
"""

import os
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from states.statute.practice import DEFAULT_PRACTICE, Practice

FILE_NAME = "disclosure.toml"


def _xdg(variable: str, *otherwise: str) -> Path:
    """Return our directory under one that the desktop standard names."""
    named = os.environ.get(variable, "")
    return (Path(named) if named else Path.home().joinpath(*otherwise)) / "disclosure"


def _data_dir() -> Path:
    return _xdg("XDG_DATA_HOME", ".local", "share")


class SmtpSettings(BaseModel):
    """The mail server that reminders leave by; without a host there is none."""

    model_config = ConfigDict(extra="forbid")

    host: str = ""
    port: int = 587
    user: str = ""
    password: SecretStr = SecretStr("")
    starttls: bool = True
    sender: str = ""


class Settings(BaseSettings):
    """The settings of one installation."""

    model_config = SettingsConfigDict(
        env_prefix="DISCLOSURE_", env_nested_delimiter="__", extra="ignore", populate_by_name=True
    )

    data_dir: Path = Field(default_factory=_data_dir)
    database_url: str = Field(
        default="",
        validation_alias=AliasChoices("database_url", "DISCLOSURE_DATABASE_URL", "DATABASE_URL"),
    )
    lang: Literal["zh", "en"] = "zh"
    font_dir: Path | None = None  # fonts that are not where the system keeps its own
    smtp: SmtpSettings = SmtpSettings()
    practice: Practice = DEFAULT_PRACTICE
    lapse_automatically: bool = False
    public_pages: bool = True  # guide, catalogue, applying and looking up, for everybody

    @property
    def database(self) -> str:
        """The address of the database: the one that is set, or the file in the data directory."""
        return self.database_url or f"sqlite:///{self.data_dir / 'disclosure.db'}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - called by name
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - likewise
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Ask the caller, then the environment, then the two files."""
        return (
            init_settings,
            env_settings,
            TomlConfigSettingsSource(settings_cls, Path(FILE_NAME)),
            TomlConfigSettingsSource(settings_cls, _xdg("XDG_CONFIG_HOME", ".config") / FILE_NAME),
        )
