"""What the generator wrote last (base), what stands there now (ours) and what it would write today (theirs), made one.

`merge` is the rule for one record, `apply` brings a whole project up to date. A person's word wins.
"""

from regesta.merging.apply import Report, apply
from regesta.merging.fields import Conflict, Merged, merge

__all__ = ["Conflict", "Merged", "Report", "apply", "merge"]
