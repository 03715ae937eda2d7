"""Every sentence of every template has its English, with the same places to fill."""

import re

from jinja2 import Environment

from workflow.i18n import Lang
from workflow.web.english.catalogue import AREAS, ENGLISH
from workflow.web.templating import template_names, template_source, templates

CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLACE = re.compile(r"%\((\w+)\)s")


def sentences_of(name: str) -> set[str]:
    """The sentences of a template, as they are looked up."""
    environment: Environment = templates(Lang.ZH)
    found: set[str] = set()
    for _, _, message in environment.extract_translations(template_source(name)):  # type: ignore[attr-defined]
        found |= set(message) if isinstance(message, tuple) else {message}
    # A name that is looked up, as an entry of the navigation is, says nothing here.
    return {sentence for sentence in found if sentence and CHINESE.search(sentence)}


def test_every_sentence_of_every_template_has_its_english() -> None:
    missing = {
        f"{name}: {sentence}"
        for name in template_names()
        for sentence in sentences_of(name)
        if sentence not in ENGLISH
    }

    assert missing == set()


def test_both_languages_have_the_same_places_to_fill() -> None:
    differing = {
        chinese
        for chinese, english in ENGLISH.items()
        if set(PLACE.findall(chinese)) != set(PLACE.findall(english))
    }

    assert differing == set()


def test_no_english_is_chinese_or_blank() -> None:
    wrong = {
        chinese for chinese, english in ENGLISH.items() if not english or CHINESE.search(english)
    }

    assert wrong == set()


def test_a_sentence_of_two_areas_says_the_same_in_both() -> None:
    said: dict[str, set[str]] = {}
    for area in AREAS:
        for chinese, english in area.WORDS.items():
            said.setdefault(chinese, set()).add(english)

    assert {chinese: words for chinese, words in said.items() if len(words) > 1} == {}


def test_no_chinese_stands_in_a_template_outside_of_a_sentence() -> None:
    """What is not looked up would stay Chinese on an English page."""
    marked = re.compile(
        r"\{%-?\s*trans.*?endtrans\s*-?%\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL
    )
    bare = {
        f"{name}: {line.strip()}"
        for name in template_names()
        for line in marked.sub("", template_source(name)).splitlines()
        if CHINESE.search(line)
    }

    assert bare == set()
