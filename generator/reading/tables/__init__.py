"""A data table: bytes -> raw cells -> observations."""
