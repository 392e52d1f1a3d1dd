"""`portfolio import`: a table that others made -> the inquiry's own tables."""
