"""Golden cases: small programs, and the files that they must give, byte for byte.

`NAME/content/` (with `themes/` and `roster.txt` beside it, where a case has them) is built with a fixed
date; `NAME/expected/` holds every text file of the site except the theme's own, the names of all files
(`files.txt`) and what `portfolio check` says (`problems.json`).  Pictures are compared by name only:
their bytes change with the libraries that draw them.  A long script or style within a page (the tally
page's) stands there as its digest.

`make cases` writes `expected/` again; look at the difference before you commit it.
"""
