"""The house keeps its shape: sizes, names, no dead template, no address of a machine or a registry."""

import ast
import re
import statistics
import subprocess
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parents[1]
OURS = ("home", "stories", "toolkits", "workflows", "site")
# Templates that Django, allauth or Wagtail ask for by these names.
ASKED_FOR = re.compile(
    r"(400|403|403_csrf|404|410|500|503)\.html|(account|allauth|mfa|wagtailadmin|wagtailcore|django)/.*"
)


@cache
def files(pattern: str = "*") -> list[Path]:
    """Return the files of the tree that git knows or would know."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", pattern]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def python_files() -> list[Path]:
    return [path for path in files("*.py") if "migrations" not in path.parts]


def is_test(path: Path) -> bool:
    return path.is_relative_to(ROOT / "tests")


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def too_long(paths, most: int) -> list[str]:
    return [f"{path.relative_to(ROOT)}: {lines(path)}" for path in paths if lines(path) > most]


def text_of(*patterns: str) -> dict[Path, str]:
    found = {}
    for path in (path for pattern in patterns for path in files(pattern)):
        try:
            found[path.relative_to(ROOT)] = path.read_text()
        except UnicodeDecodeError:
            continue
    return found


def test_site_is_a_folder_and_never_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()


def test_nobody_imports_the_site_folder():
    wrong = re.compile(r"^\s*(from|import) site\b", re.MULTILINE)
    assert [str(path) for path, text in text_of("*.py").items() if wrong.search(text)] == []


def test_python_files_stop_at_300_lines():
    assert too_long((path for path in python_files() if not is_test(path)), 300) == []


def test_test_modules_stop_at_450_lines():
    assert too_long(filter(is_test, python_files()), 450) == []


def test_half_of_the_sites_python_files_are_under_60_lines():
    assert statistics.median(lines(path) for path in python_files() if not is_test(path)) < 60


def test_templates_stop_at_80_lines():
    assert too_long(files("templates/*"), 80) == []


def test_base_settings_stop_at_200_lines():
    assert too_long(files("site/config/settings/base.py"), 200) == []


def test_readmes_of_apps_stop_at_35_lines():
    readmes = [path for top in OURS for path in files(f"{top}/*README.md")]
    assert readmes
    assert too_long(readmes, 35) == []


def functions() -> list[tuple[Path, ast.FunctionDef]]:
    trees = [(path, ast.parse(path.read_text())) for top in OURS for path in files(f"{top}/*.py")]
    return [(path, node) for path, tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def test_functions_stop_at_40_lines():
    long = [(path.name, node.name) for path, node in functions() if node.end_lineno - node.lineno >= 40]
    assert long == []


def test_every_module_opens_with_one_line_that_says_what_it_holds():
    silent = [
        path
        for path in python_files()
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert [str(path.relative_to(ROOT)) for path in silent] == []


def test_every_template_is_used():
    sources = "\n".join(text_of("*.py", "templates/*").values())
    names = [str(path.relative_to(ROOT / "templates")) for path in files("templates/*.html") + files("templates/*.txt")]
    assert [name for name in names if not ASKED_FOR.fullmatch(name) and not is_named(name, sources)] == []


def is_named(name: str, sources: str) -> bool:
    """Tell whether a template's name stands somewhere: whole, or its folder where the rest is put together."""
    folder = f"{name.rpartition('/')[0]}/"
    return any(f"{name}{quote}" in sources or f"{quote}{folder}{end}" in sources for quote in "\"'" for end in "\"'{")


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "410.html", "500.html"])
def test_every_error_has_a_page_of_ours(name):
    assert Path(get_template(name).origin.name).is_relative_to(ROOT / "templates")


def test_public_templates_have_no_inline_style_or_script():
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", re.IGNORECASE)
    admin = re.compile(r"wagtailadmin|/admin/|emails/")
    found = {path: inline.findall(text) for path, text in text_of("templates/*").items() if not admin.search(str(path))}
    assert {str(path): hits for path, hits in found.items() if hits} == {}


def test_no_path_of_one_machine_stands_in_the_tree():
    machine = re.compile(rf"{re.escape(str(ROOT.parent))}/|/root/|/Users/")
    assert [
        str(path) for path, text in text_of("*").items() if machine.search(text) and path.name != Path(__file__).name
    ] == []


def test_glossary_words_are_classes():
    words = re.findall(
        r"`((?:stories|toolkits|review|privacy|people|safeguarding)\.[A-Z]\w+)", (ROOT / "docs/glossary.md").read_text()
    )
    known = {f"{model._meta.app_label}.{model.__name__}" for model in apps.get_models()}
    assert len(words) > 8
    assert sorted(set(words) - known) == []


def test_papers_name_files_that_exist():
    named = re.compile(r"`((?:tests|stories|workflows|toolkits|home|templates|docs|requirements)/[\w/.-]+)`")
    papers = text_of("docs/*.md", "README.md", "SECURITY.md")
    missing = [
        (str(path), name) for path, text in papers.items() for name in named.findall(text) if not (ROOT / name).exists()
    ]
    assert missing == []
