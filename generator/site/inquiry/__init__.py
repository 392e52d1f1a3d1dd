"""An inquiry's pages: the evidence page, its charts and texts, the invitation, the worksheet.

inquiry_context.py    what every page of an inquiry is made from
evidence_page.py      the evidence page, composed of parts/, a file a part
inquiry_answer.py     the answer to the question (answer.py), its sentences (answer_sentences.py),
                      its figures (answer_figures.py)
inquiry_charts.py     the run charts: chart_view.py, their words chart_texts.py, what they measure
                      measure_texts.py, what the browser needs interactive_data.py
finding_sentences.py  what stands beside the answer: design, limits, changes that share a result
growth_sentences.py   the main prompts against steady growth
results_after_change.py  what followed each change, by class and prompt
amount_format.py      values and counts as pages write them
decision_lines.py     the decision in lines; submission_diff.py what changed since it was asked for
masked_charts.py      charts without what gives the change away; masked_answers.py what readers saw
inquiry_card.py       what lists show of an inquiry; idea_steps.py what a change idea's page does
inquiry_social_card.py  the picture for where the page is shared
brief_page.py         the inquiry on one page
invitation_page.py    for the colleague; invited_classes.py with class and number filled in
worksheet_page.py     for assessors
"""
