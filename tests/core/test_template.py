"""Templates draw wherever they can be compiled; keeping them compiled is a courtesy."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from cxkit.core.template import CompiledTemplates


def test_a_full_disk_stops_no_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_cache: FileSystemBytecodeCache, _bucket: Bucket) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemBytecodeCache, "dump_bytecode", no_room)
    environment = Environment(bytecode_cache=CompiledTemplates(str(tmp_path)), autoescape=True)
    template = environment.from_string("Salve, {{ name }}")
    assert template.render(name="Anna") == "Salve, Anna"
    bucket = Bucket(environment, "name", "checksum")
    CompiledTemplates(str(tmp_path)).dump_bytecode(bucket)
