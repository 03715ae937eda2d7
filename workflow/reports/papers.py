"""A report on paper: for Word, and as PDF."""

from workflow.documents.docx import to_docx
from workflow.documents.errors import FontMissingError
from workflow.documents.pdf import to_pdf
from workflow.reports.document import document_of, without_drawings
from workflow.reports.rendering import Rendering


def docx_file(it: Rendering) -> bytes:
    """Return a Word file; drawings need a Chinese font here, and without one are tables."""
    document = document_of(it.report, it.errata)
    try:
        return to_docx(document)
    except FontMissingError:
        return to_docx(without_drawings(document))


def pdf_file(it: Rendering) -> bytes:
    """Return a PDF, which cannot be set without a Chinese font."""
    return to_pdf(document_of(it.report, it.errata))
