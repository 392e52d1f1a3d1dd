"""The parts of an evidence page: for each a view that its template reads, and what builds it."""
