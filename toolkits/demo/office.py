"""Writes plain DOCX and PPTX files by hand: real originals that a teacher can change, the same bytes every time."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OOXML = "http://schemas.openxmlformats.org"
REL = f"{OOXML}/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument"
W = f'xmlns:w="{OOXML}/wordprocessingml/2006/main"'
P = f'xmlns:p="{OOXML}/presentationml/2006/main" xmlns:a="{OOXML}/drawingml/2006/main" xmlns:r="{REL}"'
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
SIDES = ("top", "left", "bottom", "right")
WIDE, HIGH, MARGIN = 12192000, 6858000, 914400  # English Metric Units


def docx(title: str, paragraphs: list[tuple[str, str]], language: str = "en") -> bytes:
    """Return a document of (style, text); a style is Title, Heading1, Normal, or Card for one in a frame."""
    body = "".join(map(_paragraph, paragraphs))
    edges = " ".join(f'w:{side}="1134"' for side in SIDES)
    page = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {edges}/>'
    return _packed(
        {
            "[Content_Types].xml": _types(
                {
                    "/word/document.xml": f"{TYPE}.wordprocessingml.document.main+xml",
                    "/word/styles.xml": f"{TYPE}.wordprocessingml.styles+xml",
                    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
                }
            ),
            "_rels/.rels": _top_relations("word/document.xml"),
            "docProps/core.xml": _core(title, language),
            "word/_rels/document.xml.rels": _relations([("styles", "styles.xml")]),
            "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}{page}</w:sectPr></w:body></w:document>",
            "word/styles.xml": _styles(language),
        }
    )


def _paragraph(one: tuple[str, str]) -> str:
    style, text = one
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{lines}</w:r></w:p>'


def _styles(language: str) -> str:
    def style(name, size, extra="", runs=""):
        looks = f'<w:pPr>{extra}</w:pPr><w:rPr>{runs}<w:sz w:val="{size}"/></w:rPr>'
        return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{looks}</w:style>'

    frame = "".join(f'<w:{side} w:val="dashed" w:sz="8" w:space="8" w:color="000000"/>' for side in SIDES)
    fonts = '<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana" w:cs="Verdana"/>'
    spoken = f'<w:lang w:val="{language}"/>'
    base = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{spoken}</w:rPr></w:rPrDefault></w:docDefaults>"
    after = '<w:spacing w:after="160" w:line="288" w:lineRule="auto"/>'
    parts = [
        style("Normal", 22, after),
        style("Title", 40, f'{after}<w:outlineLvl w:val="0"/>', "<w:b/>"),
        style(
            "Heading1", 28, '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>', "<w:b/>"
        ),
        style("Card", 28, f'<w:keepLines/><w:pBdr>{frame}</w:pBdr><w:spacing w:before="360" w:after="360"/>'),
    ]
    return f"{HEAD}<w:styles {W}>{base}{''.join(parts)}</w:styles>"


def pptx(title: str, slides: list[tuple[str, list[str]]], language: str = "en") -> bytes:
    """Return a presentation of (heading, points), one slide each."""
    numbers = range(1, len(slides) + 1)
    files = _frame_of_slides(title, numbers, language)
    for number, (heading, points) in zip(numbers, slides, strict=True):
        files[f"ppt/slides/slide{number}.xml"] = (
            f"{HEAD}<p:sld {P}><p:cSld><p:spTree>{TREE}{_shapes(heading, points, language)}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
        files[f"ppt/slides/_rels/slide{number}.xml.rels"] = LAYOUT
    return _packed(files)


def _frame_of_slides(title: str, numbers, language: str) -> dict[str, str]:
    types = {
        "/ppt/presentation.xml": f"{TYPE}.presentationml.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{TYPE}.presentationml.slideMaster+xml",
        "/ppt/slideLayouts/slideLayout1.xml": f"{TYPE}.presentationml.slideLayout+xml",
        "/ppt/theme/theme1.xml": f"{TYPE}.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/ppt/slides/slide{n}.xml": f"{TYPE}.presentationml.slide+xml" for n in numbers},
    }
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n + 1}"/>' for n in numbers)
    return {
        "[Content_Types].xml": _types(types),
        "_rels/.rels": _top_relations("ppt/presentation.xml"),
        "docProps/core.xml": _core(title, language),
        "ppt/presentation.xml": f"{HEAD}<p:presentation {P}><p:sldMasterIdLst>"
        '<p:sldMasterId id="2147483648" r:id="rId1"/>'
        f'</p:sldMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="{WIDE}" cy="{HIGH}"/>'
        f'<p:notesSz cx="{HIGH}" cy="{WIDE}"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": _relations(
            [("slideMaster", "slideMasters/slideMaster1.xml"), *(("slide", f"slides/slide{n}.xml") for n in numbers)]
        ),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]
        ),
        "ppt/slideLayouts/slideLayout1.xml": f'{HEAD}<p:sldLayout {P} type="obj"><p:cSld name="Text"><p:spTree>{TREE}'
        f"{_shapes()}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        ),
        "ppt/theme/theme1.xml": _theme(),
    }


def _shapes(heading: str = "Heading", points: tuple | list = ("Text",), language: str = "en") -> str:
    def shape(number, kind, name, top, height, lines, size):
        index = "" if kind == "title" else ' idx="1"'
        place = f'<a:xfrm><a:off x="{MARGIN}" y="{top}"/><a:ext cx="{WIDE - 2 * MARGIN}" cy="{height}"/></a:xfrm>'
        runs = "".join(
            f'<a:p><a:r><a:rPr lang="{language}" sz="{size}"/><a:t>{escape(line)}</a:t></a:r></a:p>'
            for line in lines or [""]
        )
        box = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}"'
            f"{index}/></p:nvPr></p:nvSpPr><p:spPr>{place}{box}</p:spPr>"
            f"<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{runs}</p:txBody></p:sp>"
        )

    title = shape(2, "title", "Title", 600000, 1300000, [heading], 4400)
    return title + shape(3, "body", "Text", 2100000, 4000000, list(points), 3200)


def _master() -> str:
    levels = '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="3200"/></a:lvl1pPr>'
    colours = "".join(
        f'{name}="{to}" '
        for name, to in [("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2"), ("hlink", "hlink")]
        + [("folHlink", "folHlink")]
        + [(f"accent{n}", f"accent{n}") for n in range(1, 7)]
    )
    return (
        f'{HEAD}<p:sldMaster {P}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{TREE}"
        f'{_shapes()}</p:spTree></p:cSld><p:clrMap {colours}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" '
        f'r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>{levels}</p:titleStyle><p:bodyStyle>{levels}'
        f"</p:bodyStyle><p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _theme() -> str:
    names = ["dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"]
    values = ["1C1538", "FFFFFF", "005F5B", "F5F3FB", "2E1F5E", "FFC02E", "C4372C", "005F5B", "4A1F78", "4D4670"]
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in zip(names, [*values, "4A1F78", "4D4670"], strict=True)
    )
    font = '<a:latin typeface="Verdana"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{OOXML}/drawingml/2006/main" name="Plain"><a:themeElements><a:clrScheme name="Plain">'
        f'{colours}</a:clrScheme><a:fontScheme name="Plain"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _types(overrides: dict[str, str]) -> str:
    kinds = f"{OOXML}/package/2006/content-types"
    parts = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="{kinds}"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    space = f"{OOXML}/package/2006/relationships"
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{REL}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{space}">{rows}</Relationships>'


def _top_relations(main: str) -> str:
    core = f"{OOXML}/package/2006/relationships/metadata/core-properties"
    row = f'<Relationship Id="rId9" Type="{core}" Target="docProps/core.xml"/>'
    return _relations([("officeDocument", main)]).replace("</Relationships>", f"{row}</Relationships>")


def _core(title: str, language: str) -> str:
    space = f"{OOXML}/package/2006/metadata/core-properties"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _packed(files: dict[str, str]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = ZipInfo(name, LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text)
    return target.getvalue()


LAYOUT = _relations([("slideLayout", "../slideLayouts/slideLayout1.xml")])
