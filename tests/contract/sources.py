"""Our sources as the contracts read them: modules, their imports, what git keeps."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cxkit

PACKAGE = Path(cxkit.__file__).parent
CHECKOUT = PACKAGE.parent


@dataclass(frozen=True)
class Import:
    """One imported module: where, whether inside a function, and whether for types only."""

    line: int
    target: str
    inside: bool
    types_only: bool

    @property
    def room(self) -> str:
        """Room of ours that it enters; ``"cxkit"`` for the package's own names, else empty."""
        first, _, rest = self.target.partition(".")
        return (rest.split(".")[0] or "cxkit") if first == "cxkit" else ""


@dataclass(frozen=True)
class Module:
    """One Python file of the package."""

    name: str
    path: Path

    @property
    def room(self) -> str:
        """The room it belongs to; empty for ``cxkit/__init__.py``."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""

    @property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def imports(self) -> tuple[Import, ...]:
        return tuple(_imports(ast.parse(self.source)))

    def __str__(self) -> str:
        return self.name


@cache
def modules() -> tuple[Module, ...]:
    """Return the package's modules by name."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ["cxkit", *path.relative_to(PACKAGE).with_suffix("").parts]
        found.append(Module(".".join(parts).removesuffix(".__init__"), path))
    return tuple(found)


def _imports(node: ast.AST, inside: bool = False, types_only: bool = False) -> Iterator[Import]:
    names = {module.name for module in modules()}
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(child.lineno, alias.name, inside, types_only)
        elif isinstance(child, ast.ImportFrom):
            for alias in child.names:
                below = f"{child.module}.{alias.name}"
                target = below if below in names else str(child.module)
                yield Import(child.lineno, target, inside, types_only)
        else:
            function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            typed = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            yield from _imports(child, inside or function, types_only or typed)


@cache
def kept_by_git() -> tuple[Path, ...] | None:
    """Return the files that git keeps; None where there is no git or no repository."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    paths = (CHECKOUT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def tracked() -> tuple[Path, ...]:
    """Return our own files: those git keeps, or else all but what tools have made."""
    kept = kept_by_git()
    if kept is not None:
        return kept
    ours = ("cxkit", "tests", "docs", "exercises", "workbook", "benchmarks")
    inside = (path for name in ours for path in sorted((CHECKOUT / name).rglob("*")))
    made = {".envs", "static", "__pycache__", "results"}
    return tuple(
        path
        for path in (*sorted(CHECKOUT.glob("*")), *inside)
        if path.is_file() and not made & set(path.parts)
    )


def name_of(path: Path) -> str:
    """Return a file's name below the checkout."""
    return path.relative_to(CHECKOUT).as_posix()
