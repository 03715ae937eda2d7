"""A letter and an annual report in every format, beside the least that could write them."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from itertools import count, islice
from pathlib import Path

import docx
import typst

from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.measured import measured
from tests.bench.timing import Contender, Timings, Work, alternate, shown
from tests.workflow.documents import samples
from workflow.documents.docx import to_docx
from workflow.documents.fonts import system_fonts
from workflow.documents.html import to_html
from workflow.documents.model import Document, Layout, Paragraph, Table
from workflow.documents.pdf import to_pdf

OURS = "ours"
LETTERS = 1_000
MEMORY = Target("MiB", must=at_most(600))
CHILD = Path(__file__).with_name("lettered.py")
BARE = """#set text(font: json(bytes(sys.inputs.fonts)), lang: "zh", region: "cn")
#for said in json(bytes(sys.inputs.said)) { par(text(said)) }"""

Write = Callable[[Document], object]
Fresh = Callable[[], list[Document]]  # new documents at every call


@dataclass(frozen=True, slots=True)
class Race:
    """One document in one format: what it must and should take, and who else can write it."""

    work: str
    target: Target
    ours: Write
    others: dict[str, Write]


def _milliseconds(aim: float, must: float) -> Target:
    return Target("ms", must=at_most(must), aim=at_most(aim))


_LETTER = (_milliseconds(80, 150), _milliseconds(10, 50), _milliseconds(1, 5))
_REPORT = (_milliseconds(150, 400), _milliseconds(60, 300), _milliseconds(10, 50))


def bench(effort: Effort) -> Iterator[Line]:
    """Time every format of both documents, then the memory of many letters in one process."""
    for name, documents, targets in (
        ("letter", _letters(effort.of(20, 2)), _LETTER),
        ("report", _reports(effort.of(5, 1)), _REPORT),
    ):
        for race in _races(name, targets):
            yield _run(race, documents, effort)
    many = effort.of(LETTERS, 20)
    took = measured(str(CHILD), str(many))
    work = f"{many:,} letters as PDF, one process"
    each = f"{took.seconds:.1f} s"
    yield Line(f"{work}: peak memory", f"{took.peak_mib:.0f} MiB", each, took.peak_mib, MEMORY)


def _races(name: str, targets: tuple[Target, ...]) -> tuple[Race, ...]:
    pdf, word, page = targets
    return (
        Race(f"{name} as PDF", pdf, to_pdf, {"typst, the bare text": _bare_pdf}),
        Race(
            f"{name} as docx",
            word,
            to_docx,
            {"zip of the same parts": _zip_again, "python-docx, part by part": _with_library},
        ),
        Race(f"{name} as HTML", page, to_html, {"f-strings of the same words": _f_strings}),
    )


def _run(race: Race, documents: Fresh, effort: Effort) -> Line:
    writers = {OURS: race.ours, **race.others}
    contenders = [Contender(name, _writing(write, documents)) for name, write in writers.items()]
    timings = alternate(contenders, effort.of(7, 1), effort.random)
    ours = timings.median(OURS)
    return Line(race.work, shown(ours), _beside(race, timings), ours * 1_000, race.target)


def _beside(race: Race, timings: Timings) -> str:
    return "; ".join(f"{name} {shown(timings.median(name))}" for name in race.others)


def _writing(write: Write, documents: Fresh) -> Callable[[], Work]:
    """Write documents that nothing has seen before: the typesetter remembers those it has set."""

    def prepare() -> Work:
        new = documents()

        def work() -> int:
            for document in new:
                write(document)
            return len(new)

        return work

    return prepare


def _letters(size: int) -> Fresh:
    numbers = count()

    def fresh() -> list[Document]:
        return [
            samples.letter(f"第{number}件：{samples.REASON}") for number in islice(numbers, size)
        ]

    return fresh


def _reports(size: int) -> Fresh:
    numbers, report = count(), samples.report()

    def fresh() -> list[Document]:
        return [
            replace(report, title=f"年度报告（第{number}稿）") for number in islice(numbers, size)
        ]

    return fresh


def _words(document: Document) -> list[str]:
    """Return what a document says, in a list."""
    words: list[str] = []
    for block in document.flow:
        if isinstance(block, Paragraph):
            words.append(block.text)
        elif isinstance(block, Table):
            words += [cell.text for row in block.rows for cell in row]
    return words


def _bare_pdf(document: Document) -> bytes:
    """Set the words one after another, with no page, no table and no style of ours."""
    book = system_fonts()
    fonts = book.faces(document.layout, document.language).body
    return typst.compile(
        BARE.encode(),
        font_paths=book.fonts,
        ignore_system_fonts=True,
        sys_inputs={"said": json.dumps(_words(document)), "fonts": json.dumps(fonts)},
    )


@cache
def _parts(layout: Layout) -> tuple[tuple[str, bytes], ...]:
    sample = samples.letter() if layout is Layout.OFFICIAL else samples.report()
    with zipfile.ZipFile(io.BytesIO(to_docx(sample))) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


def _zip_again(document: Document) -> bytes:
    """Compress the parts of a file that was written before."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _parts(document.layout):
            archive.writestr(name, part)
    return whole.getvalue()


def _with_library(document: Document) -> bytes:
    """Say the same with the library's own paragraphs and tables; its cells are not merged."""
    word = docx.Document()
    for block in document.flow:
        if isinstance(block, Paragraph):
            word.add_paragraph(block.text)
        elif isinstance(block, Table):
            table = word.add_table(len(block.rows), len(block.widths))
            for row, cells in zip(table.rows, block.rows, strict=True):
                for place, cell in zip(row.cells, cells, strict=False):
                    place.text = cell.text
    whole = io.BytesIO()
    word.save(whole)
    return whole.getvalue()


def _f_strings(document: Document) -> str:
    return "".join(f"<p>{escape(words)}</p>" for words in _words(document))
