"""What an installation may set: by environment, by file, or left as it is.

Environment before `./disclosure.toml` before `$XDG_CONFIG_HOME/disclosure/disclosure.toml`.
"""

import os
import re
from collections.abc import Container
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    model_validator,
)
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


def _a_pattern(text: str) -> str:
    """Return a pattern that can be read, or raise ValueError."""
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"no regular expression: {error}") from error
    return text


def _data_dir() -> Path:
    return _xdg("XDG_DATA_HOME", ".local", "share")


class ChannelSettings(BaseModel):
    """What a channel is told; `NAME_FILE` in place of `NAME` names a file that holds the value."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _read_files(cls, said: object) -> object:
        if not isinstance(said, dict):
            return said
        return dict(_from_file(name, value, cls.model_fields) for name, value in said.items())


def _from_file(name: str, value: object, fields: Container[str]) -> tuple[str, object]:
    """Return a setting, read from its file where it names one; OSError says which is missing."""
    meant = name.removesuffix("_file")
    if name in fields or meant == name or meant not in fields:
        return name, value
    return meant, Path(str(value)).read_text(encoding="utf-8").rstrip("\r\n")


class SmtpSettings(ChannelSettings):
    """The mail server that reminders leave by; without a host there is none."""

    host: str = ""
    port: int = 587
    user: str = ""
    password: SecretStr = SecretStr("")
    starttls: bool = True
    sender: str = ""
    ca_file: str = ""  # an authority of the office's own


class WecomSettings(ChannelSettings):
    """A bot in a group of WeCom; without the address of its webhook there is none."""

    webhook: SecretStr = SecretStr("")


class DingtalkSettings(ChannelSettings):
    """A bot in a group of DingTalk, and the secret that its words are signed with."""

    webhook: SecretStr = SecretStr("")
    secret: SecretStr = SecretStr("")


class SmsSettings(ChannelSettings):
    """A gateway for short messages; without a url there is none. `phones` is by name."""

    url: SecretStr = SecretStr("")
    method: Literal["GET", "POST", "PUT"] = "POST"
    headers: dict[str, SecretStr] = Field(default_factory=dict)
    body: str = ""
    success_path: str = ""
    success_value: str = ""
    success_pattern: Annotated[str, AfterValidator(_a_pattern)] = ""
    phones: dict[str, str] = Field(default_factory=dict)


class AppriseSettings(ChannelSettings):
    """Where apprise (extra `notify`) hands over to; without urls, nowhere."""

    urls: list[SecretStr] = Field(default_factory=list)


class OutwardSettings(ChannelSettings):
    """Where bots and gateways may be: `inside` allows addresses of one's own network."""

    inside: bool = False
    ca_file: str = ""  # an authority of the office's own


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
    key_file: Path | None = None  # the key of identity numbers; by default in the data directory
    lang: Literal["zh", "en"] = "zh"
    font_dir: Path | None = None  # fonts that are not where the system keeps its own
    smtp: SmtpSettings = SmtpSettings()
    wecom: WecomSettings = WecomSettings()
    dingtalk: DingtalkSettings = DingtalkSettings()
    sms: SmsSettings = SmsSettings()
    apprise: AppriseSettings = AppriseSettings()
    outward: OutwardSettings = OutwardSettings()
    practice: Practice = DEFAULT_PRACTICE
    lapse_automatically: bool = False
    # For how many years after closing it is kept who asked; without, for good. No rule of the
    # Regulations says: it is for the office's own rules on files.
    retention_years: int | None = Field(default=None, ge=1)
    forget_automatically: bool = False
    public_pages: bool = True  # guide, catalogue, applying and looking up, for everybody

    @property
    def database(self) -> str:
        """The address of the database: the one that is set, or the file in the data directory."""
        return self.database_url or f"sqlite:///{self.data_dir / 'disclosure.db'}"

    @property
    def keys(self) -> Path:
        """The file of the key that identity numbers are sealed with; never in a backup."""
        return self.key_file or self.data_dir / "identity.key"

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
