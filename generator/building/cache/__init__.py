"""What a build keeps of earlier builds: one SQLite file beside the site."""
