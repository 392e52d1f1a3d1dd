"""An inquiry with all that follows from it.

evaluated_inquiry.py   findings, requirement and decision, worked out together
decision.py            mastery and impact put together: earned, or what is missing
decision_texts.py      the decision in words
"""
