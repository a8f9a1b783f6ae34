"""The same names and stories in tantivy, for comparison: its fuzzy terms, and its ranking as it comes."""

from collections.abc import Iterator

import tantivy
from django.db.models import QuerySet

import benchmarks.site  # noqa: F401 -- before the models
from films.folding import fold
from films.models import Character, Film, Person, SourceDocument
from films.search import EntryKind

STORED = 50_000_000  # bytes of memory for writing


class Peer:
    """An index in memory, filled from the connected base."""

    def __init__(self) -> None:
        names = (
            tantivy.SchemaBuilder()
            .add_text_field("name")
            .add_text_field("kind", stored=True, tokenizer_name="raw")
        )
        self._name_schema = names.add_integer_field("id", stored=True).build()
        self._names = tantivy.Index(self._name_schema)
        films = tantivy.SchemaBuilder().add_text_field("text", tokenizer_name="en_stem")
        self._films = tantivy.Index(films.add_integer_field("id", stored=True).build())
        self._fill()

    def names(self, typed: str, most: int) -> list[tuple[EntryKind, int]]:
        """Return the first names each of whose words is within one error; exact words count more."""
        clauses = []
        for word in fold(typed).split():
            near = tantivy.Query.fuzzy_term_query(self._name_schema, "name", word, distance=1)
            exact = tantivy.Query.term_query(self._name_schema, "name", word)
            clauses += [(tantivy.Occur.Must, near), (tantivy.Occur.Should, exact)]
        searcher = self._names.searcher()
        found = searcher.search(tantivy.Query.boolean_query(clauses), most).hits
        documents = [searcher.doc(address) for _, address in found]
        return [(EntryKind(document["kind"][0]), document["id"][0]) for document in documents]

    def films(self, words: str, most: int) -> list[int]:
        """Return the films whose title and documents match best, by BM25."""
        searcher = self._films.searcher()
        found = searcher.search(self._films.parse_query(words, ["text"]), most).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    def _fill(self) -> None:
        with self._names.writer(STORED, 1) as writer:
            for kind, object_id, name in _names():
                writer.add_document(tantivy.Document(kind=kind.value, id=object_id, name=fold(name)))
        with self._films.writer(STORED, 1) as writer:
            for film_id, text in _texts():
                writer.add_document(tantivy.Document(id=film_id, text=text))
        self._names.reload()
        self._films.reload()


def _names() -> Iterator[tuple[EntryKind, int, str]]:
    rows: dict[EntryKind, QuerySet] = {
        EntryKind.FILM: Film.objects.values_list("pk", "title"),
        EntryKind.PERSON: Person.objects.values_list("pk", "name"),
        EntryKind.CHARACTER: Character.objects.values_list("pk", "name"),
    }
    for kind, names in rows.items():
        yield from ((kind, object_id, name) for object_id, name in names.order_by("pk").iterator())


def _texts() -> Iterator[tuple[int, str]]:
    """Yield what the documents of each film say, one film after the other."""
    documents = SourceDocument.objects.order_by("film", "pk").values_list("film", "film__title", "text")
    last = 0
    texts: list[str] = []
    for film_id, title, text in documents.iterator():
        if film_id != last and texts:
            yield last, "\n".join(texts)
            texts = []
        last = film_id
        texts += [title, text]
    if texts:
        yield last, "\n".join(texts)
