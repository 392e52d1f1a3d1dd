"""Everything said to people, in their language.

translator.py         texts, dates, numbers and lists in one language
catalogue.py          the translations of `locale/`, a file a language
catalogue_update.py   `make words`: every text found, and the catalogues brought in step
text_places.py        the {places} of a text
reworded_texts.py     what texts were called before they were reworded
class_counts.py       in how many of all classes
html_language.py      what the html element says of a language
log_line.py           text from content on one line of a public log
problem_format.py     problems as lines, JSON, GitHub annotations, a summary
outcome_texts.py      what is said of a class's outcome, in each place that says it
verdict_texts.py      a verdict in plain words
effect_texts.py       the size of an effect, and how often luck alone would give a verdict
growth_texts.py       the comparison with steady growth, and the pooled step
unit_names.py         the units that tools count in
"""
