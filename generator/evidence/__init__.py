"""Findings and observations -> the data files of an inquiry.

data_csv.py             every observation that is published, in long form
study_csv.py            the same as packages of single-case research read it
findings_json.py        findings and growth, as findings.json and `analyse --json` have them
findings_schema.py      its JSON Schema
submission_json.py      what a submission freezes
observer_agreement.py   percent agreement and Cohen's kappa of two observers
"""
