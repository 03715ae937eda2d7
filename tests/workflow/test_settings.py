"""What an installation may set, and which setting wins."""

from pathlib import Path

import pytest

from states.statute.practice import FeeClock
from workflow.settings import Settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISCLOSURE_DATABASE_URL", "DATABASE_URL", "DISCLOSURE_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def test_the_database_lies_in_the_data_directory_unless_set(tmp_path: Path) -> None:
    assert Settings().database == f"sqlite:///{tmp_path}/data/disclosure/disclosure.db"


@pytest.mark.parametrize("name", ["DISCLOSURE_DATABASE_URL", "DATABASE_URL"])
def test_the_database_is_named_by_either_variable(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "sqlite:////srv/records.db")

    assert Settings().database == "sqlite:////srv/records.db"


def test_nested_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_SMTP__HOST", "mail.example")
    monkeypatch.setenv("DISCLOSURE_SMTP__PASSWORD", "geheim")
    monkeypatch.setenv("DISCLOSURE_PRACTICE__FEE_CLOCK", "suspend")

    settings = Settings()

    assert settings.smtp.host == "mail.example"
    assert settings.smtp.password.get_secret_value() == "geheim"
    assert settings.practice.fee_clock is FeeClock.SUSPEND


def test_a_password_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_SMTP__PASSWORD", "geheim")

    assert "geheim" not in repr(Settings())


def test_the_file_at_hand_wins_over_the_one_at_home(tmp_path: Path) -> None:
    home = tmp_path / "config" / "disclosure"
    home.mkdir(parents=True)
    home.joinpath("disclosure.toml").write_text('lang = "en"\n[smtp]\nhost = "home"\n')
    tmp_path.joinpath("disclosure.toml").write_text('[smtp]\nhost = "here"\n')

    settings = Settings()

    assert settings.smtp.host == "here"
    assert settings.lang == "en"


def test_the_environment_wins_over_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath("disclosure.toml").write_text('lang = "en"\n')
    monkeypatch.setenv("DISCLOSURE_LANG", "zh")

    assert Settings().lang == "zh"


def test_a_secret_comes_from_the_file_that_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tmp_path.joinpath("secret").write_text("SEC-1\n", encoding="utf-8")
    monkeypatch.setenv("DISCLOSURE_DINGTALK__SECRET_FILE", str(tmp_path / "secret"))

    assert Settings().dingtalk.secret.get_secret_value() == "SEC-1"


def test_a_file_of_a_secret_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISCLOSURE_SMTP__PASSWORD_FILE", str(tmp_path / "none"))

    with pytest.raises(FileNotFoundError, match="none"):
        Settings()
