"""An inquiry with all that follows from it.

evaluated_inquiry.py     findings, growth, requirement and decision, worked out together
requirement_in_force.py  what an attempt is judged by: what was frozen, where something was
rules_edition.py         from when on the second edition of the rules counts
decision.py              mastery and impact put together: earned, or what is missing
published_decision.py    what of the decision the public may see
decision_texts.py        the decision in words
design_texts.py          the design in words
findings_file.py         findings.json
"""
