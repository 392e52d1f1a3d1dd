"""The files that `portfolio init` writes; names that begin with `dot-` get their dot on the way."""
