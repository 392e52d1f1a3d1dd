"""Names in scripts without spaces between words."""

import pytest

from generator.privacy.unspaced_names import UnspacedNames


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("王小明", "今天王小明回答了", [True]),
        ("王小明", "今天王 小明回答了", [True]),
        ("王小明", "今天小明回答了", [False]),
        ("王 芳", "王芳说", [True]),
        ("김민준", "오늘 민준이가 말했다", [False]),
        ("山田太郎", "山田さんと太郎", [False, False]),
        ("山田 太郎", "太郎が言った", [True]),
        ("王小明", "今天我们回答了", []),
        ("王小明", "王小鱼说", []),
        ("山田太郎", "山田太郎が言った", [True]),
        ("山田太郎", "山 田太郎が言った", [True]),
        ("Jaylen Brown", "Jaylen", []),
    ],
)
def test_a_given_name_alone_is_a_question(name: str, text: str, found: list[bool]) -> None:
    names = UnspacedNames([name])
    assert [sure for _, _, sure in names.find(text)] == found
    assert names.may_be_in(text) is bool(found)


def test_a_given_name_is_found_from_its_beginning_to_its_end() -> None:
    text = "今天小明回答了"
    assert [text[start:end] for start, end, _ in UnspacedNames(["王小明"]).find(text)] == ["小明"]
