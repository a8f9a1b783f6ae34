"""The project: its settings and addresses."""

import os

# Read when NumPy is first imported: the matrices of a language model are small, and documents are read by
# a process for each core, so that threads within one would only get in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
