"""The parts of a Word file that are the same in each: types, relations, styles."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/>'
    "</Types>"
)
ROOT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/comments" Target="comments.xml"/></Relationships>'
)


def _style(name: str, label: str, paragraph: str, run: str, *, default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{name}"><w:name w:val="{label}"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


STYLES = (
    f"{_HEAD}<w:styles {NAMESPACE}>"
    + _style(
        "Normal",
        "Normal",
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>',
        '<w:sz w:val="22"/>',
        default=True,
    )
    + _style("Title", "Title", '<w:spacing w:after="240"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="30"/>')
    + _style(
        "Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="240" w:after="120"/>', '<w:b/><w:sz w:val="24"/>'
    )
    + _style("Item", "List Item", '<w:spacing w:after="80"/><w:ind w:left="567"/>', '<w:sz w:val="22"/>')
    + _style("Note", "footnote text", '<w:spacing w:after="60"/>', '<w:sz w:val="18"/>')
    + "</w:styles>"
)
_OF = {"title": "Title", "heading": "Heading1", "item": "Item", "footnote": "Note"}


def style_of(kind: str) -> str:
    """The style for a kind of paragraph."""
    return _OF.get(kind, "Normal")
