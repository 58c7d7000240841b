"""The style of the views: one sheet, seven hues in light and dark, and a filter for each speaker.

The hues are those of Okabe and Ito (2008, "Color Universal Design"), which people with the common
forms of colour blindness can tell apart, without black. Lines are darker than the fills on a light
background and lighter on a dark one, for a contrast of at least 3:1 with the background.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_FILLS = (
    "230 159 0",
    "86 180 233",
    "0 158 115",
    "204 121 167",
    "0 114 178",
    "213 94 0",
    "240 228 66",
)
_LINES = {
    "light": ("#a87000", "#2a84bb", "#007d5b", "#b0568a", "#0072b2", "#c65700", "#857b00"),
    "dark": ("#e69f00", "#7ccbf5", "#1fc497", "#e6a0ca", "#5aa7e0", "#f58a4b", "#f0e442"),
}
_THEMES = {
    "light": "--paper: #fff; --ink: #1b1f24; --faint: #57606a; --rule: #c8ced6; --accent: #0060a8; "
    "--strength: 0.24; --strong: 0.55;",
    "dark": "--paper: #16191d; --ink: #e8eaed; --faint: #aab2bb; --rule: #454c55; "
    "--accent: #7cc0f5; --strength: 0.3; --strong: 0.3;",
}
# Notebooks have their own themes, which may differ from the system's.
_LIGHT_THEMES = ('[data-jp-theme-light="true"] ', ".vscode-light ")
_DARK_THEMES = ('[data-jp-theme-light="false"] ', ".vscode-dark ", ".vscode-high-contrast ")
HUES = len(_FILLS)
"""The number of speakers with a hue of their own."""

_BODY = """
body { margin: 0; background: var(--paper); color: var(--ink); font-family: system-ui, sans-serif; }
main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
"""


@cache
def sheet() -> str:
    """Return the style sheet of a view; all its rules apply to ``.quotex-page``."""
    light, dark = _theme("light"), _theme("dark")
    return "\n".join(
        [
            f".quotex-page {{ {light} }}",
            f"@media (prefers-color-scheme: dark) {{ .quotex-page {{ {dark} }} }}",
            *(f"{theme}.quotex-page {{ {light} }}" for theme in _LIGHT_THEMES),
            *(f"{theme}.quotex-page {{ {dark} }}" for theme in _DARK_THEMES),
            *_hues(),
            files("quotex.views").joinpath("page.css").read_text(encoding="utf-8"),
        ]
    )


def filters(speakers: int) -> str:
    """Return the rules that let each speaker's chip hide what the others say."""
    return "\n".join(_filter(number) for number in range(1, speakers + 1))


@cache
def page_style() -> str:
    """Return the style of a page that contains only views."""
    light, dark = _THEMES["light"], _THEMES["dark"]
    root = f":root {{ color-scheme: light dark; {light} }}"
    return f"{root}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}{_BODY}"


def _theme(name: str) -> str:
    lines = " ".join(f"--l{n}: {line};" for n, line in enumerate(_LINES[name], start=1))
    return f"{_THEMES[name]} {lines}"


def _hues() -> list[str]:
    rules = []
    for number, fill in enumerate(_FILLS, start=1):
        strength = "--strong" if number == HUES else "--strength"  # yellow is faint on white
        rules.append(
            f".quotex-page .quotex-h{number} {{ --line: var(--l{number}); "
            f"--fill: rgb({fill} / var({strength})); }}"
        )
    return rules


def _filter(number: int) -> str:
    chosen = f".quotex-page .quotex-chips:has(.quotex-f{number}:checked) ~ .quotex-body"
    other = f":not(.quotex-s{number})"
    return (
        f"{chosen} .quotex-card{other} {{ display: none; }}\n"
        f"{chosen} .quotex-ref{other} {{ display: none; }}\n"
        f"{chosen} .quotex-mark{other} {{ background: none; border-color: transparent; "
        "text-decoration: none; font-style: inherit; }"
    )
