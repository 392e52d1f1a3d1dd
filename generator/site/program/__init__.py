"""The program's own pages: home, lists, library, search, feeds, review desk."""
