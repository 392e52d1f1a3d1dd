"""Bytes -> output/: only what differs, never half a page, and only what is ours is removed."""
