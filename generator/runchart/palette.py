"""The colours of pictures that no style sheet reaches: those of the default theme in the light.

They have the names that themes/default/styles/base.css gives them, and a test holds the two together.
"""

PAPER, INK, ACCENT, WARN = "#fbf9f4", "#1d1b18", "#0b5d4e", "#9a3b12"
GREY_1, GREY_2, GREY_3, GREY_4 = "#4d4943", "#6b665e", "#a49d91", "#dcd6c9"  # from dark to light
WHITE = "#ffffff"
