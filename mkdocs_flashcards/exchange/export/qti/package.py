"""A package of questions: a zip file with a manifest, a file for each question, and the pictures that they show."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from ..archive import archive_of
from ..model import ExportedCourse
from ..names import guid_of
from .item import item_of, judges_itself

NAMESPACE = "http://www.imsglobal.org/xsd/imscp_v1p1"


def as_package(course: ExportedCourse) -> bytes:
    """The questions of the cards that judge themselves. The same cards give the same bytes."""
    files: dict[str, bytes] = {}
    manifest = etree.Element("manifest", {"xmlns": NAMESPACE, "identifier": guid_of(course.key, "", "manifest")})
    metadata = etree.SubElement(manifest, "metadata")
    etree.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    etree.SubElement(metadata, "schemaversion").text = "1.0.0"
    etree.SubElement(manifest, "organizations")
    resources = etree.SubElement(manifest, "resources")
    for card in filter(judges_itself, course.cards):
        name, shown = guid_of(course.key, card.id, "question"), dict[str, None]()

        def place_of(source: str, shown: dict[str, None] = shown) -> str:
            if source not in course.media:
                return source
            shown[source] = None
            return f"../media/{source}"

        place = f"items/{name}.xml"
        files[place] = item_of(card, name, place_of)
        said = {"identifier": name, "type": "imsqti_item_xmlv2p1", "href": place}
        resource = etree.SubElement(resources, "resource", said)
        for path in (place, *(f"media/{one}" for one in shown)):
            etree.SubElement(resource, "file", {"href": path})
        files |= {f"media/{one}": course.media[one] for one in shown}
    head = etree.tostring(manifest, encoding="utf-8", xml_declaration=True) + b"\n"
    return archive_of({"imsmanifest.xml": head, **files})
