"""Files as teachers have them, each with what must become of it: the numbers in it, or a refusal that says
what to type instead."""
