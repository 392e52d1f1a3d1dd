"""Model, findings and decisions -> pages -> bytes.

rendering/          Markdown, templates, the theme, images, links: what every page is made with
inquiry/            an inquiry's pages: the evidence page with its parts, the invitation, the worksheet
awards/             the pages and files of awards, and of the issuer
program/            the program's pages, lists, search and feeds, made of cards only
audience.py          for whom pages are made: everyone, a preview, the author at their own machine
privacy_sentences.py  what pages say of privacy in the same words
social_card.py      a social card where a page names it
teacher_card.py     all that any page of the program shows of a teacher
teacher_pages.py    one teacher's pages
offline_page.py     the same as one file
"""
