"""Contrast of the theme's colours, as WCAG computes it."""

from pathlib import Path

import pytest

from sitegen.contrast import check_contrast, contrast
from sitegen.theme import SHIPPED, load_theme


def said(css: str) -> list[tuple[str, str]]:
    problems = check_contrast(css, "style.css")
    assert all(problem.code == "contrast-low" and problem.level == "warning" for problem in problems)
    return [(problem.where, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((255, 255, 255), (255, 255, 255), 1.0),
        ((119, 119, 119), (255, 255, 255), 4.48),  # #777, which is known to fail by a hair
        ((118, 118, 118), (255, 255, 255), 4.54),
        ((255, 0, 0), (255, 255, 255), 4.0),
    ],
)
def test_the_ratio_is_that_of_wcag(one: tuple[int, int, int], other: tuple[int, int, int], ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("theme", SHIPPED)
def test_the_shipped_themes_can_be_read(theme: str) -> None:
    css = dict(load_theme(None, theme).files)["style.css"].decode()  # type: ignore[arg-type]
    assert "--ink" in css
    assert said(css) == []


def test_a_colour_that_is_too_pale_is_named_with_scheme_and_line() -> None:
    css = ":root {\n  --paper: light-dark(#fff, #000);\n  --dim: light-dark(#999, #aaa);\n}\n"
    assert said(css) == [
        ("style.css:3", "--dim on --paper has a contrast of 2.84 in the light scheme; 4.5 is the least")
    ]
    (problem,) = check_contrast(css, "style.css")
    assert problem.remedy == "make --dim darker"


def test_colours_alone_hold_in_both_schemes_and_the_last_one_stands() -> None:
    css = ":root { --ink: #000; --paper: white; }\n:root { --ink: rgb(238, 238, 238); }"
    assert [message[:31] for _, message in said(css)] == ["--ink on --paper has a contrast"] * 2
    assert said(":root { --ink: #eee; --paper: white; --ink: black }") == []


@pytest.mark.parametrize(
    "css",
    [
        "",
        "}{:root{--ink",
        ":root { --ink: oklch(0.5 0 0); --paper: #fff }",
        ":root { --ink: var(--x); --paper: #fff }",
        ":root { --ink: #eeee; --paper: #fff }",
        "/* :root { --ink: #eee; --paper: #fff } */",
        "@media print { :root { --ink: #eee; --paper: #fff } }",
    ],
)
def test_what_is_not_judged_is_not_named(css: str) -> None:
    assert said(css) == []


def test_a_stylesheet_that_is_all_openings_takes_no_time(tmp_path: Path) -> None:
    assert said(":root {" * 20_000 + "--ink: light-dark(" * 20_000) == []
