"""The year's end in a real browser: from the draft that appears by itself to what is published."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser

from notifications.channels.registry import by_name
from notifications.messages import Lang
from states.steps import Role
from tests.browser.acting import faults, fill, send
from tests.browser.served import Served, served_desk
from tests.browser.surfing import Surfer, started_browser, surfing
from tests.notifications.fakes_notifications import RecordingChannel
from workflow.services.delivering import tell

pytestmark = [pytest.mark.thorough, pytest.mark.enable_socket]

NEW_YEAR = date(2027, 1, 5)  # Tuesday


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


def the_morning_comes(desk: Served) -> None:
    """Let the scheduler tick, as it does on any morning."""
    office = desk.office
    tell(
        office.name,
        office.work,
        by_name(RecordingChannel("console")),
        office.clock,
        calendar=office.calendar,
        channel="console",
        lang=Lang.ZH,
    )


def words(surfer: Surfer) -> str:
    return surfer.page.inner_text("main")


def downloaded(surfer: Surfer, kind: str) -> bytes:
    """Return a file of the report, as the browser gets it."""
    answer = surfer.page.request.get(f"{surfer.desk.address}/reports/2026.{kind}")
    assert answer.ok
    return answer.body()


def figure(surfer: Surfer, row: str = "R1") -> int:
    """Return a figure of the table, and leave the browser at the records behind it."""
    surfer.open(f"/reports/2026/cells/requests/{row}/total")
    return int(surfer.page.inner_text("h1").rpartition("：")[2])


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_a_report_is_drafted_written_frozen_published_and_corrected(
    browser: Browser, tmp_path: Path, *, with_script: bool
) -> None:
    with served_desk(tmp_path, NEW_YEAR) as desk:
        the_morning_comes(desk)
        with surfing(browser, desk, Role.HEAD_OF_OFFICE, with_script=with_script) as head:
            head.open("/reports")
            assert "草稿" in head.page.inner_text("tr:has-text('2026')")
            received = figure(head)
            assert head.page.locator("tr.record").count() == min(received, 50)

            head.open("/reports/2026/narrative")
            fill(head, body="去年共收到申请 {{收到申请数}} 件。\n{{默认正文}}")
            send(head, "main form.narrative button[name=preview]")
            assert f"去年共收到申请 {received} 件。" in words(head)
            send(head, "main form.narrative button:not([name])")
            assert "已保存" in words(head)

            head.open("/reports/2026/freeze")
            if head.page.locator("li.error").count():
                fill(head, override="示范数据，照此封存")
            send(head, "main form.stack button")
            assert "已封存" in words(head)
            assert f"去年共收到申请 {received} 件。" in words(head)
            issued = downloaded(head, "pdf")

            head.open("/reports/2026/publish")
            fill(head, on=NEW_YEAR.isoformat(), url="https://example.gov.cn/2026")
            send(head, "main form button")
            assert "已登记公布" in words(head)
            assert faults(head) == []
        with surfing(browser, desk, with_script=with_script) as citizen:
            citizen.open("/public/1/reports/2026")
            assert f"去年共收到申请 {received} 件。" in citizen.page.inner_text("body")
        with surfing(browser, desk, Role.CLERK, with_script=with_script) as clerk:
            clerk.open("/requests/new")
            fill(
                clerk,
                applicant="黄立春",
                content="渔民转产补助发放花名册",
                submitted_on="2026-12-30",
            )
            send(clerk, "main button:not([name]):not([formaction])")
            clerk.open("/reports/2026")
            assert "✎" in words(clerk)
            assert figure(clerk) == received
            assert "封存时的数字" in words(clerk)
            files = {kind: downloaded(clerk, kind) for kind in ("docx", "xlsx", "pdf")}
            assert len(Document(BytesIO(files["docx"])).tables) > 0
            assert load_workbook(BytesIO(files["xlsx"])).sheetnames
            assert len(pypdfium2.PdfDocument(files["pdf"])) >= len(pypdfium2.PdfDocument(issued))
            assert faults(clerk) == []
