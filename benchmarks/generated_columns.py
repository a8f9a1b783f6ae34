"""The columns of generated rows, model by model."""

# What stands in a row of each model; its other columns have their defaults.
CITED = ("statement", "credit", "portrayal", "character", "relationship", "setting")
CURATED = ("id", "origin")
COLUMNS: dict[str, tuple[str, ...]] = {
    "Genre": ("id", "name", "slug"),
    "Country": ("id", "name", "slug"),
    "Place": (*CURATED, "name", "slug", "folded"),
    "Person": (*CURATED, "name", "slug"),
    "PersonName": (*CURATED, "person_id", "text", "folded"),
    "Film": (
        *CURATED, "title", "slug", "year", "document_count", "event_count", "character_count", "created_at",
    ),
    "Film_genres": ("id", "film_id", "genre_id"),
    "Film_countries": ("id", "film_id", "country_id"),
    "SourceDocument": (
        "id", "film_id", "name", "text", "sha256", "format", "sentence_bounds", "imported_at",
    ),
    "Telling": ("id", "document_id", "kind", "heading", "start", "end"),
    "Statement": (*CURATED, "film_id", "fact", "value", "rank"),
    "Credit": (*CURATED, "film_id", "person_id", "job", "credited_as", "billing"),
    "Character": (
        *CURATED, "film_id", "name", "slug", "is_named", "kind", "gender", "prominence", "known_from",
    ),
    "CharacterName": (*CURATED, "character_id", "text", "folded", "kind", "known_from"),
    "Portrayal": (*CURATED, "credit_id", "character_id", "known_from"),
    "Relationship": (*CURATED, "subject_id", "kind", "object_id", "known_from"),
    "Setting": (*CURATED, "film_id", "place_id", "known_from"),
    "PlotEvent": (
        *CURATED, "film_id", "key", "order", "summary", "place_id", "place_as_told", "time_as_told",
    ),
    "EventMention": (
        *CURATED, "event_id", "telling_id", "sentence_start", "sentence_end", "trigger_start", "trigger_end",
        "trigger", "summary",
    ),
    "Participation": (*CURATED, "event_id", "character_id", "role"),
    "MentionParticipant": ("id", "mention_id", "character_id", "role"),
    "Citation": ("id", "document_id", "start", "end", "mention_kind", *(f"{row}_id" for row in CITED)),
}  # fmt: skip
