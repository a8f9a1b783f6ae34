"""Well-known first names, folded: those of women and girls, those of men and boys, and all."""

from films.extraction.resources import read_list
from films.folding import fold

GIVEN_FEMALE = frozenset(map(fold, read_list("given_names_female")))
GIVEN_MALE = frozenset(map(fold, read_list("given_names_male")))
GIVEN = GIVEN_FEMALE | GIVEN_MALE
