"""One film out of many documents: what is the same is joined, every decision with its reason."""

from films.reconciliation.comparison import compare
from films.reconciliation.film import reconcile
from films.reconciliation.grouping import Grouping, blocking_keys, group
from films.reconciliation.profiles import DocumentProfile, profile_of

__all__ = ["DocumentProfile", "Grouping", "blocking_keys", "compare", "group", "profile_of", "reconcile"]
