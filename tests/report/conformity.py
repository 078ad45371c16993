"""What of PDF/UA-1 and PDF/A-3a a program can check, read back from the finished file.

After the machine checks of the Matterhorn Protocol 1.1 (ISO 14289-1) and ISO 19005-3, as far as they concern
files without forms, annotations, sound and film.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import ContentStream

# ISO 32000-1, 14.8.4: the standard types of structure.
_STANDARD = frozenset(
    re.findall(
        r"\w+",
        """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5
        H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot
        Figure Formula Form""",
    )
)
_INSIDE = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
}
_MAY_HOLD = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
}
_PAINTS = frozenset(
    {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Tj", b"TJ", b"'", b'"', b"Do", b"sh"}
)
_FORBIDDEN = ("/AA", "/OpenAction", "/JavaScript", "/JS", "/XFA", "/Encrypt")


def faults(pdf: bytes) -> list[str]:
    """Every breach that was found, in words; none for a file that keeps to both."""
    reader = pypdf.PdfReader(BytesIO(pdf))
    root = reader.trailer["/Root"]
    return [
        *_of_file(pdf, reader, root),
        *_of_metadata(reader, root),
        *_of_tree(reader, root),
        *_of_pages(reader),
    ]


def _of_file(pdf: bytes, reader: pypdf.PdfReader, root: Any) -> Iterator[str]:
    head = pdf[:40].split(b"\n")
    if head[0] != b"%PDF-1.7" or not head[1].startswith(b"%") or min(head[1][1:5], default=0) < 128:
        yield "the head of the file"
    if len(reader.trailer.get("/ID", ())) != 2:
        yield "no ID"
    for key in _FORBIDDEN:
        if key in reader.trailer or key in root or key in root.get("/Names", {}):
            yield f"{key} is there"
    intents = [each.get_object() for each in root.get("/OutputIntents", ())]
    if not any(each["/S"] == "/GTS_PDFA1" and each["/DestOutputProfile"].get_data() for each in intents):
        yield "no colour profile"
    for number in range(1, int(reader.trailer["/Size"])):
        thing = reader.get_object(number)
        if isinstance(thing, dict) and "/LZWDecode" in str(thing.get("/Filter", "")):
            yield "LZW"
        if isinstance(thing, dict) and thing.get("/Type") == "/Font":
            yield from _of_font(thing)
    named = root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", ())
    told = [each.get_object() for each in root.get("/AF", ())]
    if len(named) // 2 != len(told):
        yield "a file inside without a relationship"
    for each in told:
        inside = each["/EF"]["/F"].get_object()
        if each.get("/AFRelationship") not in {"/Data", "/Source", "/Alternative", "/Supplement"}:
            yield "what the file inside is to the pages"
        if not (each.get("/F") and each.get("/UF") and each.get("/Desc")):
            yield "the name of the file inside"
        if "/" not in str(inside.get("/Subtype", ""))[1:] or "/ModDate" not in inside.get("/Params", {}):
            yield "type or date of the file inside"


def _of_font(font: Any) -> Iterator[str]:
    if font["/Subtype"] != "/Type0":
        return
    if "/ToUnicode" not in font:
        yield "a font without its letters"
    (below,) = font["/DescendantFonts"]
    described = below.get_object()["/FontDescriptor"].get_object()
    if not any(key in described for key in ("/FontFile2", "/FontFile3", "/FontFile")):
        yield "a font that is not inside"


def _of_metadata(reader: pypdf.PdfReader, root: Any) -> Iterator[str]:
    meta = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    for needed in (
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ):
        if needed not in meta:
            yield f"the metadata do not say {needed}"
    title = re.search(r"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">([^<]+)</rdf:li>", meta)
    if title is None or title[1] != (reader.metadata or {}).get("/Title"):
        yield "no title, or two"
    created = re.search(r"<xmp:CreateDate>([^<]+)<", meta)
    told = str((reader.metadata or {}).get("/CreationDate", ""))
    if created is None or re.sub(r"\D", "", created[1]) != re.sub(r"\D", "", told):
        yield "two dates"
    if str(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")) != "True":
        yield "the title is not shown"
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", str(root.get("/Lang", ""))):
        yield "no language"
    marks = root.get("/MarkInfo", {})
    if (str(marks.get("/Marked")), str(marks.get("/Suspects"))) != ("True", "False"):
        yield "not marked"


def _of_tree(reader: pypdf.PdfReader, root: Any) -> Iterator[str]:
    tree = root.get("/StructTreeRoot")
    if tree is None:
        yield "no structure"
        return
    roles = {str(k)[1:]: str(v)[1:] for k, v in tree.get("/RoleMap", {}).items()}
    if set(roles) & _STANDARD or not set(roles.values()) <= _STANDARD:
        yield "roles that are mapped wrongly"
    level = 0
    for tag, above in _tags(tree, ""):
        kind = _kind(tag, roles)
        if kind not in _STANDARD:
            yield f"{kind} is no type"
        if kind in _INSIDE and above not in _INSIDE[kind]:
            yield f"{kind} in {above or 'nothing'}"
        held = {_kind(each, roles) for each in _kids(tag)}
        if kind in _MAY_HOLD and not held <= _MAY_HOLD[kind]:
            yield f"{held} in {kind}"
        if kind == "Table" and "TH" not in {_kind(each, roles) for each, _ in _tags(tag, "")}:
            yield "a table without heads"
        if kind == "TH" and _attribute(tag, "/Scope") not in {"/Row", "/Column", "/Both"}:
            yield "a head that says not of what"
        if kind == "Figure" and not (str(tag.get("/Alt", "")).strip() and _attribute(tag, "/BBox")):
            yield "a picture without words or place"
        if found := re.fullmatch(r"H([1-6])", kind):
            if int(found[1]) > level + 1:
                yield f"{kind} after H{level}"
            level = int(found[1])
    if level == 0:
        yield "no heading"


def _of_pages(reader: pypdf.PdfReader) -> Iterator[str]:
    parents = _parents(reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"])
    for page in reader.pages:
        if page.get("/Tabs") != "/S":
            yield "the order of the keyboard"
        if "/Annots" in page:
            yield "an annotation, which is not looked at here"
        owners = parents.get(page.get("/StructParents"))
        if owners is None:
            yield "a page without its structure"
            continue
        marked: list[bool] = []
        seen: set[int] = set()
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in {b"BDC", b"BMC"}:
                number = (
                    operands[1].get("/MCID") if operator == b"BDC" and isinstance(operands[1], dict) else None
                )
                if number is not None:
                    seen.add(int(number))
                marked.append(number is not None or operands[0] == "/Artifact")
            elif operator == b"EMC":
                marked.pop()
            elif operator in _PAINTS and not any(marked):
                yield f"{operator.decode()} is neither content nor ornament"
        if marked:
            yield "a mark that does not end"
        for number in seen:
            if number >= len(owners) or owners[number].get_object().get("/Type") != "/StructElem":
                yield "content that belongs to nothing"
        if "\ufffd" in page.extract_text():
            yield "a sign without a letter"


def _kids(tag: Any) -> list[Any]:
    found = tag.get("/K", ())
    each = [one.get_object() for one in (found if isinstance(found, list) else [found])]
    return [one for one in each if isinstance(one, dict) and "/S" in one]


def _tags(tag: Any, above: str) -> Iterator[tuple[Any, str]]:
    for each in _kids(tag):
        yield each, above
        yield from _tags(each, str(each["/S"])[1:])


def _kind(tag: Any, roles: dict[str, str]) -> str:
    name = str(tag["/S"])[1:]
    return roles.get(name, name)


def _attribute(tag: Any, name: str) -> Any:
    found = tag.get("/A", ())
    each = [one.get_object() for one in (found if isinstance(found, list) else [found])]
    return next((one[name] for one in each if name in one), None)


def _parents(tree: Any) -> dict[int, Any]:
    node = tree.get_object()
    numbers = node.get("/Nums", ())
    found = {int(numbers[at]): numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}
    for kid in node.get("/Kids", ()):
        found |= _parents(kid)
    return found
