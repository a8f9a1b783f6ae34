"""One record of a data set into one document: which column says what, and the text a person reads."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urljoin

from films.reading.cells import is_known, texts_of
from films.reading.decoding import UnreadableDocument
from films.reading.document import Document
from films.reading.lines import folded_key, header_key, section_kind
from films.reading.markup import STYLE
from films.reading.reader import MAX_BYTES, read_text
from films.reading.resources import entries, table
from films.vocabulary import HeaderKey

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NUMBER = re.compile(r"[ _]?\d+(?=[ _]|$)")
LABEL = re.compile(r"(?<=\w) labels?$")  # of what a knowledge graph has as an address
FIELD_SEPARATOR = re.compile(r"\s*[\r\n;|]+\s*")
MARK = re.compile(r"\[\w{1,3}\]|\[citation needed\]")  # of a footnote
OF_A_PAGE = re.compile(
    r"\s*\((?:film|movie|(?:\w+ )?(?:actor|actress|director|filmmaker|comedian|dancer|singer|entertainer))\)"
)
JOINING = re.compile(r"^(?:and|with|&|und|et|y)\s+(?=[^a-z])")
LINK = re.compile(r"https?://")
YEAR_ALONE = re.compile(r"\d{4}")
NAME_LENGTH = 80


class RecordField(StrEnum):
    """What a column of a data set can hold."""

    ID = "id"
    URL = "url"
    TITLE = "title"
    ORIGINAL_TITLE = "original_title"
    YEAR = "year"
    DIRECTOR = "director"
    WRITER = "writer"
    PRODUCER = "producer"
    COMPOSER = "composer"
    CINEMATOGRAPHER = "cinematographer"
    EDITOR = "editor"
    CAST = "cast"
    GENRE = "genre"
    COUNTRY = "country"
    LANGUAGE = "language"
    RUNTIME = "runtime"
    BASED_ON = "based_on"
    SUMMARY = "summary"  # a lead, a teaser or the whole story: its wording tells
    PLOT = "plot"  # the story
    IGNORE = "ignore"


# The header that a reader sees, in this order; a date that is more than a year goes by another label.
LABELS = {
    RecordField.TITLE: "Title",
    RecordField.ORIGINAL_TITLE: "Original title",
    RecordField.YEAR: "Year",
    RecordField.DIRECTOR: "Directed by",
    RecordField.WRITER: "Written by",
    RecordField.PRODUCER: "Produced by",
    RecordField.COMPOSER: "Music by",
    RecordField.CINEMATOGRAPHER: "Cinematography by",
    RecordField.EDITOR: "Edited by",
    RecordField.CAST: "Starring",
    RecordField.GENRE: "Genre",
    RecordField.COUNTRY: "Country",
    RecordField.LANGUAGE: "Language",
    RecordField.RUNTIME: "Running time",
    RecordField.BASED_ON: "Based on",
}
PEOPLE = frozenset(
    {RecordField.DIRECTOR, RecordField.WRITER, RecordField.PRODUCER, RecordField.COMPOSER}
    | {RecordField.CINEMATOGRAPHER, RecordField.EDITOR, RecordField.CAST}
)
LISTS = PEOPLE | {RecordField.GENRE, RecordField.COUNTRY, RecordField.LANGUAGE}
PROSE = (RecordField.SUMMARY, RecordField.PLOT)
READ = frozenset(RecordField) - {RecordField.IGNORE}
TELLING = frozenset({RecordField.TITLE, *PROSE})  # of which a data set needs one
OF_FILMS = (  # which other data hardly have
    RecordField.DIRECTOR,
    RecordField.CAST,
    RecordField.GENRE,
    RecordField.PLOT,
    RecordField.COMPOSER,
    RecordField.CINEMATOGRAPHER,
    RecordField.BASED_ON,
)
DATED = frozenset({RecordField.YEAR, RecordField.RUNTIME})
FILM_WORD = re.compile(r"(?<![a-z])(?:films?|movies?|cinema|imdb|tmdb)(?![a-z])")


@dataclass(frozen=True, slots=True)
class Row:
    """A record as its file has it: values by column, its number, and where it stands."""

    values: Mapping[str, object]
    number: int
    place: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A record that its file does not let us read; `reason` follows its name."""

    number: int
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordRules:
    """How records become documents, as the importer was told.

    `mapping` gives columns a field that their names do not tell; `base_url` is what links without a
    host are relative to.
    """

    mapping: Mapping[str, RecordField]
    base_url: str = ""
    max_bytes: int = MAX_BYTES


NO_RULES = RecordRules({})


def field_of_column(column: str) -> RecordField | None:
    """Return what a column holds by its name.

    >>> [field_of_column(name) for name in ("Movie Name", "primaryTitle", "Star2", "Votes")]
    [<RecordField.TITLE: 'title'>, <RecordField.TITLE: 'title'>, <RecordField.CAST: 'cast'>, None]
    """
    numbered, plain = _spaced(column), _without_form(LABEL.sub("", _spaced(NUMBER.sub("", column))))
    own = table("record_columns.txt")
    if plain == "star" and numbered != plain:
        return RecordField.CAST
    if (found := own.get(numbered) or own.get(plain)) is not None:
        return RecordField(found)
    if (key := header_key(plain)) is not None:
        return None if key is HeaderKey.OTHER else RecordField(key.value)
    kind = section_kind(plain)
    if kind is None or kind == "about":
        return None
    return RecordField.PLOT if kind == "synopsis" else RecordField.SUMMARY


def _spaced(column: str) -> str:
    return folded_key(CAMEL.sub(" ", column.strip("\ufeff \t")))


def _without_form(name: str) -> str:
    """Return a name without the words that say in what form a text is there, unless it is known with them.

    >>> _without_form("summary text"), _without_form("wiki page"), _without_form("plot keywords")
    ('summary', 'wiki page', 'plot keywords')
    """
    words, forms = name.split(), entries("form_words.txt")
    while len(words) > 1 and not _is_name_of_column(" ".join(words)):
        if words[-1] in forms:
            del words[-1]
        elif words[0] in forms:
            del words[0]
        else:
            return name
    return " ".join(words)


def _is_name_of_column(name: str) -> bool:
    is_of_data = name in table("record_columns.txt")
    return is_of_data or header_key(name) is not None or section_kind(name) is not None


class Columns:
    """Which columns of a data set hold what; a column that was mapped goes before those that are guessed."""

    def __init__(self, names: Sequence[str], mapping: Mapping[str, RecordField]) -> None:
        wanted = {folded_key(name) or name: field for name, field in mapping.items()}
        self._by_field: dict[RecordField, list[str]] = {}
        mapped: dict[str, RecordField] = {}
        for name in names:
            exact = mapping.get(name, wanted.get(folded_key(name) or name))
            if exact is not None:
                mapped[name] = exact
        taken = frozenset(mapped.values())
        self._is_told = not TELLING.isdisjoint(taken)
        for name in names:
            field = mapped.get(name) or field_of_column(name)
            if field is not None and (name in mapped or field not in taken):
                self._by_field.setdefault(field, []).append(name)
        read = {name for field, own in self._by_field.items() if field in READ for name in own}
        self.unread = tuple(name for name in names if name not in read and name not in mapped)

    @property
    def is_telling(self) -> bool:
        """Whether there is a column for a title or a story."""
        return not TELLING.isdisjoint(self._by_field)

    @property
    def hold_a_story(self) -> bool:
        """Whether there is a column that tells what happens in the film."""
        return not self._by_field.keys().isdisjoint(PROSE)

    @property
    def are_of_films(self) -> bool:
        """Whether these columns are a film's, and those of hardly anything else."""
        words = (_spaced(name) for names in self._by_field.values() for name in names)
        return (
            self._is_told
            or any(self._own(field) for field in OF_FILMS)
            or (bool(self._own(RecordField.TITLE)) and not DATED.isdisjoint(self._by_field))
            or any(FILM_WORD.search(word) for word in words)
        )

    @property
    def may_be_of_films(self) -> bool:
        """Whether a list with these columns is one of films, where somebody says so."""
        if RecordField.TITLE not in self._by_field:
            return self.is_telling
        return bool(self._own(RecordField.TITLE)) or not DATED.isdisjoint(self._by_field)

    def of(self, field: RecordField) -> Sequence[str]:
        """Return the columns that hold a field."""
        return self._by_field.get(field, [])

    def _own(self, field: RecordField) -> list[str]:
        """Return the columns that hold a field by a name which other data do not have."""
        common = entries("common_columns.txt")
        return [name for name in self.of(field) if _without_form(_spaced(name)) not in common]

    def texts(self, field: RecordField, values: Mapping[str, object]) -> list[str]:
        """Return what the record states of a field, each text once."""
        found = (text for name in self.of(field) for text in texts_of(values.get(name)))
        is_title = field in (RecordField.TITLE, RecordField.ORIGINAL_TITLE)
        return list(dict.fromkeys(text for text in found if is_title or is_known(text)))


def unknown_columns(names: Iterable[str], mapping: Mapping[str, RecordField]) -> list[str]:
    """Return the mapped columns that are not among the names of a data set."""
    there = {name for given in names for name in (given, folded_key(given))}
    return [name for name in mapping if name not in there and folded_key(name) not in there]


def document_of(row: Row, columns: Columns, file: str, encoding: str, rules: RecordRules) -> Document:
    """Return a record as a document with a readable text, or raise `UnreadableDocument`."""
    name = name_of(file, row.number, columns.texts(RecordField.ID, row.values))
    header = list(_header(row, columns))
    prose = list(_prose(row, columns))
    if not prose and not any(label == LABELS[RecordField.TITLE] for label, _ in header):
        raise UnreadableDocument(name, "states neither a title nor a plot", place=row.place)
    lines = "\n".join(f"{label}: {value}" for label, value in header)
    text = "\n\n".join(part for part in (lines, *_headed(prose, is_bare=not header)) if part) + "\n"
    try:
        document = read_text(name, text, max_bytes=rules.max_bytes)
    except UnreadableDocument as refusal:
        raise UnreadableDocument(name, refusal.reason, place=row.place) from refusal
    url = _link(columns.texts(RecordField.URL, row.values), rules.base_url)
    return replace(document, encoding=encoding, url=url or document.url)


def name_of(file: str, number: int, ids: Sequence[str] = ()) -> str:
    """Return by what a record is known: its file and its own id, or else its number there."""
    own = "-".join(ids[0].split())[:NAME_LENGTH] if ids else ""
    return f"{file[:NAME_LENGTH]}#{own or number}"


def file_of_record(name: str) -> str:
    """Return the file of which a document that goes by this name is a record; nothing for any other.

    >>> file_of_record("films.csv#31"), file_of_record("film.txt")
    ('films.csv', '')
    """
    file, sign, _ = name.partition("#")
    return file if sign else ""


def _header(row: Row, columns: Columns) -> Iterator[tuple[str, str]]:
    for field, label in LABELS.items():
        texts = columns.texts(field, row.values)
        if field in LISTS:
            value = ", ".join(_items(texts, are_people=field in PEOPLE))
        else:
            value = next((flat for text in texts if (flat := _flat(text)) and not LINK.match(flat)), "")
        if value:
            is_date = field is RecordField.YEAR and not YEAR_ALONE.fullmatch(value)
            yield "Released" if is_date else label, value


def _items(texts: Iterable[str], *, are_people: bool) -> list[str]:
    pieces = (_flat(piece) for text in texts for piece in FIELD_SEPARATOR.split(text))
    if not are_people:
        return list(dict.fromkeys(piece.strip(", ") for piece in pieces if piece.strip(", ")))
    return list(dict.fromkeys(people for piece in pieces if (people := _people(piece))))


def _people(piece: str) -> str:
    """Return a list of people without what is no name: signs, small words, remarks on their own."""
    if "(" in piece and "," in piece and piece.count("(") == piece.count(")"):
        return piece  # a comma may stand within the remark on a part
    return ", ".join(part for name in piece.split(",") if _is_name(part := JOINING.sub("", name.strip())))


def _is_name(text: str) -> bool:
    if text.partition(" ")[0] in entries("remark_words.txt"):
        return False
    is_worded = text[:1] not in ("", "(", ")", "[", "]") and any(c.isalpha() for c in text)
    return is_worded and is_known(text) and (not text.islower() or " " in text)


def _flat(text: str) -> str:
    """Return a text on one line, without footnote marks and without what tells pages of one name apart."""
    return OF_A_PAGE.sub("", " ".join(MARK.sub("", STYLE.sub("", text)).split())).strip()


def _prose(row: Row, columns: Columns) -> Iterator[tuple[RecordField, str]]:
    seen: set[str] = set()
    for field in PROSE:
        for text in columns.texts(field, row.values):
            told = text.strip()
            if told not in seen and any(c.isalpha() for c in told):
                seen.add(told)
                yield field, told


def _headed(prose: Sequence[tuple[RecordField, str]], *, is_bare: bool) -> Iterator[str]:
    """Set a heading over the story, which tells it from what is said about the film."""
    opened = is_bare and len(prose) == 1
    for field, text in prose:
        if field is RecordField.PLOT and not opened:
            opened = True
            yield f"Plot:\n{text}"
        else:
            yield text


def _link(texts: Sequence[str], base_url: str) -> str:
    links = (urljoin(base_url, text) if base_url else text for text in texts)
    return next((link for link in links if LINK.match(link)), "")
