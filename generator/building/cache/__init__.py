"""What a build keeps of earlier builds: one SQLite file beside the site.

It is believed only as far as it must be: git must not track it, and no markup in it may run.
"""
