"""Model, findings and decisions -> pages -> bytes.

prose.py            Markdown -> safe HTML, links between content files resolved
images.py           photos re-encoded, stripped and sized
theme.py            the chain of theme folders: templates, styles, words
charts.py           which charts an inquiry has, in words and as pictures
card.py             all that any program page shows of a teacher
evidence_page.py    the evidence page in its eleven parts
teacher_pages.py    one teacher's pages
program_pages.py    the pages made of cards;  library_pages.py  of micro-credentials, change ideas, tools
paging.py           long lists in pages
feeds.py            sitemap, feed
render.py           view + template -> bytes;  linkcheck.py  every link and anchor leads somewhere
"""
