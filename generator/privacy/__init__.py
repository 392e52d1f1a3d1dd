"""The privacy gate: what must not be published of students, rules P01 to P15 (docs/privacy.md).

rule_texts.py             every rule, in a sentence
gate.py                   all rules over one teacher before anything is derived; P13 for small classes
attestations.py           P14: who read which version, as `portfolio attest` wrote it
source_scan.py            the files that authors wrote, by
table_checks.py           columns and cells: P01 to P05
text_checks.py            texts: P03, P04, P13
file_checks.py            kinds and names of files, photos: P04, P09, P11
small_groups.py           counts of too few students: P06, P07, P08
subtraction.py            counts that follow from others (class_parts.py); count_problems.py says so,
suppression.py            and takes them out of the observations
git_history.py            P12: what git still holds
output_scan.py            P15: the pages as they were made; written_names.py: what of them people wrote
recoverable_counts.py     P15: hidden counts that follow from published tables
privacy_context.py        roster, exceptions and attestations, from
privacy_files.py          their files: roster_file.py (forms of a name: roster.py), review_exceptions.py
name_finder.py            names of the roster in a text, by full_names.py, torn_words.py, plural_names.py,
                          unspaced_names.py and
name_normalisation.py     without accents and case; whose else a name or word may be:
                          ambiguous_names.py, common_words.py, ordinary_words.py, adult_names.py,
                          name_contexts.py
personal_patterns.py      addresses, telephone numbers, dates of birth (birth_dates.py)
identifying_phrases.py    a student's own words, the only one
privacy_report.py         privacy-report.json
known_words.py            what a log may quote where there is no roster
masking.py, row_lists.py  names masked, and rows listed, in messages
"""
