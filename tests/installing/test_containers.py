"""The image, the compose file, and nginx before the desk."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.architecture.tree import ROOT
from workflow.web.app import LARGEST_BODY
from workflow.web.guarding import SECURE_HEADERS

INSTALLING = ROOT / "docs/installing"
DOCKERFILE = INSTALLING / "Dockerfile"
COMPOSE: dict[str, Any] = yaml.safe_load((INSTALLING / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
NGINX = re.sub(r"#.*", "", (INSTALLING / "nginx.conf").read_text("utf-8"))

Directive = tuple[str, list[Any]]


def hadolint(file: Path) -> subprocess.CompletedProcess[str]:
    found = Path(sys.executable).with_name("hadolint")
    return subprocess.run(  # noqa: S603 - our own environment's
        [str(found), str(file)], capture_output=True, text=True, check=False
    )


def test_the_linter_finds_nothing_in_the_dockerfile() -> None:
    found = hadolint(DOCKERFILE)

    assert (found.returncode, found.stdout) == (0, "")


def test_the_linter_does_find_what_is_wrong(tmp_path: Path) -> None:
    broken = tmp_path / "Dockerfile"
    broken.write_text("FROM python\nRUN cd /tmp\n", encoding="utf-8")

    assert hadolint(broken).returncode != 0


def test_the_image_does_not_run_as_root() -> None:
    users = re.findall(r"^USER (\d+)", DOCKERFILE.read_text("utf-8"), re.MULTILINE)

    assert users
    assert users[-1] != "0"


def test_everything_the_image_copies_is_there_and_goes_to_the_builder() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE.read_text("utf-8"), re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    let_in = (INSTALLING / "Dockerfile.dockerignore").read_text("utf-8").splitlines()

    assert names
    assert [name for name in names if not (ROOT / name).exists()] == []
    assert {f"!{name}" for name in names} == {line for line in let_in if line.startswith("!")}


def test_the_services_are_the_desk_the_reminders_the_database_and_nginx() -> None:
    assert set(SERVICES) == {"desk", "worker", "database", "nginx"}


@pytest.mark.parametrize("name", ["desk", "worker"])
def test_the_program_is_shut_in(name: str) -> None:
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


def test_nobody_reaches_the_database_or_the_desk_but_through_nginx() -> None:
    assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["desk"]
    assert SERVICES["desk"]["ports"] == ["80:80", "443:443"]
    assert SERVICES["nginx"]["network_mode"] == "service:desk"
    assert "--host" not in SERVICES["desk"]["command"]


def test_no_password_stands_in_the_compose_file() -> None:
    environments = [service.get("environment", {}) for service in SERVICES.values()]
    told = {key: value for each in environments for key, value in each.items()}

    assert told["DISCLOSURE_DATABASE_URL"].partition("@")[0].endswith("//disclosure")
    assert [key for key in told if "PASSWORD" in key and not key.endswith("_FILE")] == []


def test_every_secret_and_volume_that_is_used_is_declared() -> None:
    secrets = {one for service in SERVICES.values() for one in service.get("secrets", [])}
    volumes = {one for service in SERVICES.values() for one in service.get("volumes", [])}
    named = {one.partition(":")[0] for one in volumes if not one.startswith((".", "/"))}

    assert secrets == set(COMPOSE["secrets"])
    assert named == set(COMPOSE["volumes"])


def test_the_dumping_program_is_of_the_servers_version() -> None:
    version = SERVICES["database"]["image"].partition(":")[2].partition("-")[0]

    assert f"postgresql-client-{version}" in DOCKERFILE.read_text("utf-8")


def parsed(text: str) -> list[Directive]:
    """Take a file of nginx apart: directives end in a semicolon, blocks in a brace."""
    parts = re.findall(r'"[^"]*"|[{};]|[^\s{};]+', text)
    stack: list[list[Directive]] = [[]]
    words: list[Any] = []
    for part in parts:
        if part == ";":
            assert words, "a semicolon after nothing"
            stack[-1].append((words[0], words[1:]))
            words = []
        elif part == "{":
            assert words, "a block without a name"
            inner: list[Directive] = []
            stack[-1].append((words[0], [*words[1:], inner]))
            stack.append(inner)
            words = []
        elif part == "}":
            assert not words, f"no semicolon after {words}"
            stack.pop()
        else:
            words.append(part.strip('"'))
    assert (len(stack), words) == (1, [])
    return stack[0]


def the_server() -> list[Directive]:
    blocks = [told[-1] for name, told in parsed(NGINX) if name == "server"]
    (found,) = [block for block in blocks if ("listen", ["443", "ssl"]) in block]
    return list(found)


@pytest.mark.parametrize("broken", ["a b", "a {", "a b; }", "{ a; }", ";"])
def test_what_nginx_could_not_read_is_found(broken: str) -> None:
    with pytest.raises((AssertionError, IndexError)):
        parsed(broken)


def test_plain_http_is_sent_to_tls() -> None:
    (first, *_) = [told[-1] for name, told in parsed(NGINX) if name == "server"]

    assert ("return", ["301", "https://$host$request_uri"]) in first


def test_only_current_tls_is_spoken_and_remembered() -> None:
    server = the_server()
    added = {told[0]: told[1:] for name, told in server if name == "add_header"}

    assert ("ssl_protocols", ["TLSv1.2", "TLSv1.3"]) in server
    assert added == {"Strict-Transport-Security": ["max-age=31536000", "always"]}
    assert not set(added) & set(SECURE_HEADERS)


def test_what_a_visitor_claims_of_themselves_is_replaced_everywhere() -> None:
    places = [told[-1] for name, told in the_server() if name == "location"]

    assert places
    for place in places:
        assert ("proxy_set_header", ["Host", "$http_host"]) in place
        assert ("proxy_set_header", ["X-Forwarded-For", "$remote_addr"]) in place
        assert ("proxy_set_header", ["X-Forwarded-Proto", "$scheme"]) in place
        assert ("proxy_pass", ["http://127.0.0.1:8000"]) in place
        assert "add_header" not in {name for name, _ in place}  # it would drop the server's own


def test_nginx_lets_through_what_the_desk_would_refuse_in_its_own_words() -> None:
    (size,) = [told[0] for name, told in the_server() if name == "client_max_body_size"]

    assert int(size.removesuffix("m")) * 1024 * 1024 > LARGEST_BODY
