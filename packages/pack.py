"""Packs the program for editors into an archive, npm packages and a wheel, each with its checksum.

`cargo xtask dist` calls it. It needs nothing but Python. The same program gives the same bytes.
"""

import argparse
import base64
import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
LICENSES = ["LICENSE-APACHE", "LICENSE-MIT"]
SUMMARY = "Makes one page to explore of a history article: with a timeline, people, notes and sources"
LICENSE = "MIT OR Apache-2.0"

# By Rust's name of a platform: npm's names of the system and the processor, and the platform tags of the wheel. The
# programs for Linux are linked statically, so they run with any C library.
PLATFORMS = {
    "x86_64-unknown-linux-gnu": ("linux", "x64", ["manylinux_2_17_x86_64", "musllinux_1_1_x86_64"]),
    "aarch64-unknown-linux-gnu": ("linux", "arm64", ["manylinux_2_17_aarch64", "musllinux_1_1_aarch64"]),
    "x86_64-apple-darwin": ("darwin", "x64", ["macosx_10_12_x86_64"]),
    "aarch64-apple-darwin": ("darwin", "arm64", ["macosx_11_0_arm64"]),
    "x86_64-pc-windows-msvc": ("win32", "x64", ["win_amd64"]),
    "aarch64-pc-windows-msvc": ("win32", "arm64", ["win_arm64"]),
}

PROGRAM = 0o755
TEXT = 0o644


def tar_gz(path, files):
    """Writes an archive from tuples `(name, mode, bytes)`, without times and owners."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, mode, content in files:
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), mode
            archive.addfile(entry, io.BytesIO(content))
    path.write_bytes(gzip.compress(packed.getvalue(), 9, mtime=0))


def zip_file(path, files):
    """Writes the same as a ZIP archive."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, mode, content in files:
            entry = zipfile.ZipInfo(name)
            # A regular file made on Unix, whose mode is in the upper half.
            entry.create_system = 3
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)


def archive(out, version, triple, program):
    """Writes the archive: the program with its licenses and the README."""
    name = f"palimpsest-{version}-{triple}"
    is_windows = program.suffix == ".exe"
    texts = [(f"{name}/{license}", TEXT, (REPOSITORY / license).read_bytes()) for license in LICENSES]
    files = [
        *texts,
        (f"{name}/README.md", TEXT, (HERE / "README.md").read_bytes()),
        (f"{name}/{program.name}", PROGRAM, program.read_bytes()),
    ]
    path = out / (name + (".zip" if is_windows else ".tar.gz"))
    (zip_file if is_windows else tar_gz)(path, files)
    return [path]


def npm(out, version, triple, program):
    """Writes two packages: one has the program for one platform, the other finds the right one of these and starts it."""
    system, processor, _ = PLATFORMS[triple]
    common = {
        "version": version,
        "license": LICENSE,
    }
    carrier = {
        "name": f"palimpsest-{system}-{processor}",
        "description": f"The program of palimpsest for {system} on {processor}",
        **common,
        "os": [system],
        "cpu": [processor],
        "files": ["palimpsest*"],
    }
    starter = {
        "name": "palimpsest",
        "description": SUMMARY,
        "keywords": ["timeline", "history", "static site", "publishing"],
        **common,
        "bin": {"palimpsest": "palimpsest.js"},
        "engines": {"node": ">=18"},
        "optionalDependencies": {
            f"palimpsest-{system}-{processor}": version for system, processor, _ in PLATFORMS.values()
        },
    }
    packages = [
        (carrier, [(program.name, PROGRAM, program.read_bytes())]),
        (starter, [("palimpsest.js", PROGRAM, (HERE / "npm/palimpsest.js").read_bytes())]),
    ]
    paths = []
    for description, files in packages:
        files = [
            ("package.json", TEXT, (json.dumps(description, indent=2) + "\n").encode()),
            ("README.md", TEXT, (HERE / "README.md").read_bytes()),
            *((license, TEXT, (REPOSITORY / license).read_bytes()) for license in LICENSES),
            *files,
        ]
        path = out / f"npm-{description['name']}-{version}.tgz"
        tar_gz(path, [(f"package/{name}", mode, content) for name, mode, content in files])
        paths.append(path)
    return paths


def wheel(out, version, triple, program):
    """Writes a wheel with the program as a script (PyPA's specification "Binary distribution format")."""
    tags = [f"py3-none-{tag}" for tag in PLATFORMS[triple][2]]
    info = f"palimpsest-{version}.dist-info"
    metadata = [
        "Metadata-Version: 2.4",
        "Name: palimpsest",
        f"Version: {version}",
        f"Summary: {SUMMARY}",
        f"License-Expression: {LICENSE}",
        *(f"License-File: {license}" for license in LICENSES),
        "Requires-Python: >=3.8",
        "Description-Content-Type: text/markdown",
        "",
        (HERE / "README.md").read_text(encoding="utf-8"),
    ]
    described = ["Wheel-Version: 1.0", "Generator: palimpsest", "Root-Is-Purelib: false", *(f"Tag: {tag}" for tag in tags)]
    files = [
        (f"palimpsest-{version}.data/scripts/{program.name}", PROGRAM, program.read_bytes()),
        *((f"{info}/licenses/{license}", TEXT, (REPOSITORY / license).read_bytes()) for license in LICENSES),
        (f"{info}/METADATA", TEXT, "\n".join(metadata).encode()),
        (f"{info}/WHEEL", TEXT, ("\n".join(described) + "\n").encode()),
    ]

    def row(name, content):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        return f"{name},sha256={digest},{len(content)}"

    rows = [row(name, content) for name, _, content in files] + [f"{info}/RECORD,,"]
    files.append((f"{info}/RECORD", TEXT, ("\n".join(rows) + "\n").encode()))
    # The name has all tags of the platform, sorted and joined by dots.
    platform = ".".join(sorted(PLATFORMS[triple][2]))
    path = out / f"palimpsest-{version}-py3-none-{platform}.whl"
    zip_file(path, files)
    return [path]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True, help="the executable")
    parser.add_argument("--triple", required=True, choices=PLATFORMS, help="its platform, as Rust names it")
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for pack in (archive, npm, wheel):
        for path in pack(options.out, options.version, options.triple, options.program):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            (options.out / f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", encoding="utf-8")
            print(f"{path.stat().st_size:>10}  {path.name}")


main()
