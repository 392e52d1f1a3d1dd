"""`portfolio serve`: the site in the browser while it is being written.

file_watch.py        what has changed on the disk
last_good.py         the last good pages, where an error withholds new ones
preview_loop.py      watching, building and showing
preview_server.py    the server on this computer
served_page.py       a page with the script that reloads it
"""
