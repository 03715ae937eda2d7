"""The judge of access is asked about a page that is wrong, lest it say nothing of any."""

from tests.browser.pages import faults_of_access, opened_page

GOOD = '<!doctype html><html lang="zh-CN"><title>年报</title><main><h1>年报</h1></main></html>'
BAD = '<!doctype html><html><title></title><main><img src="x"></main></html>'


def test_a_page_that_is_right_has_no_faults_of_access() -> None:
    with opened_page(GOOD) as page:
        assert faults_of_access(page) == []


def test_a_page_without_language_title_or_alternative_has_all_three_faults() -> None:
    with opened_page(BAD) as page:
        rules = {fault.partition(":")[0] for fault in faults_of_access(page)}

    assert {"html-has-lang", "document-title", "image-alt"} <= rules
