"""The program's own pages: home, lists, library, search, feeds, review desk.

change_idea_results.py    every class where a change idea was tried
feeds.py                  the sitemap and the feed
home_page.py              the front page of each school year
idea_forests.py           the forest plots of a change idea; idea_forest_figure.py   one of them
idea_strips.py            the plot of many classes: a strip a change idea
index_pages.py            the lists of the library
inquiry_filter.py         what lists of inquiries are filtered by
library_pages.py          pages of micro-credentials, change ideas and tools
masked_look_page.py       where a reader says where masked charts change
outcome_order.py          the order of outcomes in a plot
program_context.py        what all these pages are made from
program_pages.py          lists them, each with what builds it
program_social_card.py    their social cards
program_story.py          the program's story in sentences
reading_guide.py          how to read a run chart
results_plot.py           the plot on the home page: a row a class
review_card.py            what the review desk shows of one inquiry
review_desk.py            the review desk
search_index.py           the index of the text search
search_page.py            its page
tally_page.py             the tap-to-tally page of a tool
tally_sheet_page.py       its sheet on paper
teacher_list.py           the list of teachers
text_pages.py             the program's own pages, privacy, page not found
"""
