"""Award pages, badge images, and what the program publishes as an issuer.

award_badge.py     the two badge images
award_charts.py    the run charts of the signed data
award_check.py     an award against what its program publishes
award_claims.py    what a signed credential says
award_pages.py     an award's page and files
issuer_pages.py    what the program publishes as an issuer
verify_page.py     the page on which anybody can check an award
"""
