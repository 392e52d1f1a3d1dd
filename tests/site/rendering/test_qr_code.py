"""An address as a QR code."""

from generator.site.rendering.qr_code import qr_code


def test_a_code_is_an_image_with_words_and_a_light_ground() -> None:
    code = str(qr_code("https://hill.example.org/", "QR code of the tally page"))
    assert code.startswith("<svg")
    assert 'role="img" aria-label="QR code of the tally page"' in code
    assert "#fff" in code
    assert "#000" in code


def test_another_address_is_another_code_and_a_label_stays_text() -> None:
    assert qr_code("https://a.example.org/", "x") != qr_code("https://b.example.org/", "x")
    assert "<b>" not in qr_code("https://a.example.org/", '"><b>')
