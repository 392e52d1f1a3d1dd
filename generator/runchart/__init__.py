"""Numbers -> findings -> drawings: the run chart rules, of use without the rest of the program.

run_rules.py    median, runs, crossings, shifts, trends and their limits
series.py       observations of a table -> series, with baseline and phases
verdict.py      one series -> Finding: every figure and the verdict
before_and_since.py  the levels that chart, caption and answer speak of
chance.py       how often the verdict would come by luck alone
effect_size.py  the size of the effect: NAP; a baseline that was already rising
confounders.py  later changes that may have had a part in a verdict
growth.py       all classes of a prompt against growth that was already under way; the pooled step
meta_analysis.py  several inquiries about one change idea: random effects, a new inquiry
student_t.py    Student's t distribution
design.py       several classes: when they started, the name of such a design, its demonstrations
what_works.py   the design held against the standards of the What Works Clearinghouse
replication.py  several classes: the requirement, and its chance by luck alone
plot.py         findings -> what a picture shows, in its terms (chart_terms.py), on its axes
(plot_axes.py), drawn by
chart_spec.py, chart_renderer.py, svg_paths.py, chart_labels.py, text_width.py; in the browser by
interactive_spec.py; compiled_chart.py keeps what Altair compiled
chart_picture.py  one series as a file, in the layout of share_card.py: a question, its answer, the charts;
serif_text.py, serif_font.py measure and draw its words, standalone_picture.py has its style
palette.py      the colours of pictures that no style sheet reaches
verdict_mark.py  the shape beside each verdict
forest_plot.py  estimates of several inquiries on one scale, drawn by forest_spec.py, forest_renderer.py
"""
