"""The parts of an evidence page: for each a view that its template reads, and what builds it.

question_part.py, answer_part.py, charts_part.py   the first screen
plan_part.py         in their place before the first visit
reflections_part.py  the teacher's story beside the chart
results_part.py      every prompt in every class
rubric_part.py, provenance_part.py, tool_part.py, data_part.py, privacy_part.py, decision_part.py
                     what it rests on
"""
