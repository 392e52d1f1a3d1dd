"""Memory of earlier work: a pure function of values need not be worked out twice.

asking.py    how a stage asks, and the memory of one process (`serve`)
notes.py     what one piece of work asked for, to be kept with it
store.py     one file on the disk: what `build` knows of the builds before it
look.py      whether a folder is as it was, without reading its files
codec.py     values to bytes and back, never by pickle
"""

from generator.memory.asking import Memory, Remember, digest, forget

__all__ = ["Memory", "Remember", "digest", "forget"]
