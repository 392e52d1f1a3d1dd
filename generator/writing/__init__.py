"""Bytes -> output/: only what differs, never half a page, and only what is ours is removed.

output_folder.py    a site into its folder, only what differs
pages_branch.py     a site onto the branch that GitHub Pages serves
whole_file.py       a file whole or not at all, never through a link
"""
