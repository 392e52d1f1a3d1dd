"""How any page is made: Markdown, templates, theme, images, links.

content_links.py         a link to a content file -> its address in the site
context.py               what pages are made with; a part of the site
github_blocks.py         the blocks of a text, as GitHub finds them
github_inline.py         what stands within a line, as GitHub shows it
images.py                photos as they are published
inline_json.py           data, scripts and styles within a page, and their policy
library_links.py         the library's index pages, as menus name them
link_check.py            every link leads to a file of the site
markdown_converter.py    Markdown -> safe HTML
markdown_limits.py       how much of one kind of mark a text may hold
markdown_tree.py         the last step over Python-Markdown's tree
pagination.py            long lists in pages
paper_notes.py           addresses of links as notes on paper
pasted_text.py           text of a word processor -> Markdown
prose_problems.py        what is wrong with a text's links, images and notes
qr_code.py               an address as a QR code
foreign_markup.py         what was typed for another program
template_renderer.py     view + template -> the bytes of a page
theme.py                 the chain of theme folders
typography.py            typed quotation marks -> those of print
"""
