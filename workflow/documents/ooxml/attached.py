"""What a Word document refers to outside its text: links, and pictures in its package."""

from dataclasses import dataclass, field
from html import escape

from docx.opc.constants import RELATIONSHIP_TYPE

from workflow.documents.links import absolute


@dataclass(slots=True)
class Attached:
    """The links and pictures of one document, numbered as they come."""

    relations: list[str] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)

    def link(self, link: str) -> str | None:
        """Return the relation of a link, or nothing where it leads nowhere from a file."""
        target = absolute(link)
        if not target:
            return None
        return self._relate(RELATIONSHIP_TYPE.HYPERLINK, target, ' TargetMode="External"')

    def picture(self, png: bytes) -> str:
        """Return the relation of a picture, now in the package."""
        name = f"media/picture{len(self.media) + 1}.png"
        self.media[f"word/{name}"] = png
        return self._relate(RELATIONSHIP_TYPE.IMAGE, name, "")

    def _relate(self, kind: str, target: str, mode: str) -> str:
        relation = f"rIdA{len(self.relations) + 1}"
        self.relations.append(
            f'<Relationship Id="{relation}" Type="{kind}" Target="{escape(target)}"{mode}/>'
        )
        return relation
