"""What a build keeps of earlier builds: one SQLite file beside the site.

It is believed only as far as it must be: git must not track it, and no markup in it may run.

codec.py                 frozen values <-> bytes
folder_fingerprint.py    whether a folder is as it was, without reading its files
git_index.py             whether git tracks the cache
memo_values.py           the texts and charts that one unit asked for
store.py                 the SQLite file
"""
