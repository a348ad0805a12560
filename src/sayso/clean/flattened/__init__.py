"""Pages that were scraped to text: is this one, and what is each of its lines?

>>> from sayso.clean.flattened import looks_flattened
>>> looks_flattened(["Close Menu", "• Home", "Facebook X (Twitter) Instagram", "Related Posts", "Leave a Reply"])
True
"""

from sayso.clean.flattened.labeller import Label, label_lines
from sayso.clean.flattened.marks import looks_flattened

__all__ = ["Label", "label_lines", "looks_flattened"]
