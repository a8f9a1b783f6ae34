"""The few forms of English verbs that summaries need."""

IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
SIBILANTS = ("s", "sh", "ch", "x", "z", "o")
PARTICIPLES = {
    "having": "have",
    "being": "be",
    "getting": "get",
    "bath": "bathe",
}  # where the lemmatizer leaves them
VOWELS = "aeiou"


def third_person(lemma: str) -> str:
    """Return the form for he, she or it.

    >>> third_person("carry"), third_person("reach"), third_person("play"), third_person("have")
    ('carries', 'reaches', 'plays', 'has')
    """
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(SIBILANTS) else "s")


def present(lemma: str, *, plural: bool) -> str:
    """Return the present tense of a verb.

    >>> present("be", plural=True), present("leave", plural=False)
    ('are', 'leaves')
    """
    plain = PARTICIPLES.get(lemma, lemma)
    if not plural:
        return third_person(plain)
    return "are" if plain == "be" else plain
