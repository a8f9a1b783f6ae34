"""Cutting a document into marked pieces loses nothing and doubles nothing."""

from hypothesis import given
from hypothesis import strategies as st

from films.marked_text import Gap, Mark, Stretch, choose, mark_text, with_gaps

TEXT = "Year: 1999\nMara Vell left. Dov wept."
BOUNDS = [[11, 26], [27, 36]]


def marked(*marks, anchors=()):
    return mark_text(TEXT, bounds=BOUNDS, marks=marks, anchors=anchors)


def test_sentences_and_header_lines_are_stretches_of_their_own():
    shown = [("".join(p.text for p in s.pieces), s.is_sentence) for s in marked()]
    assert shown == [("Year: 1999\n", False), ("Mara Vell left.", True), (" ", False), ("Dov wept.", True)]


def test_a_mark_stands_around_its_own_words():
    pieces = marked(Mark(11, 20, "character", "/mara", "Mara Vell"))[1].pieces
    assert [(p.text, p.mark.url if p.mark else None) for p in pieces] == [
        ("Mara Vell", "/mara"),
        (" left.", None),
    ]


def test_of_overlapping_marks_the_better_rank_is_shown_and_then_the_longer():
    short, long_, better = (
        Mark(11, 15, "character", "/a", "Mara"),
        Mark(11, 20, "character", "/b", "Mara Vell"),
        Mark(16, 20, "place", "/c", "Vell", rank=-1),
    )
    assert choose([short, long_]) == [long_]
    assert choose([short, long_, better]) == [short, better]


def test_an_address_opens_the_sentence_it_begins_in():
    sentence = marked(anchors=[(27, 36), (30, 33)])[3]
    assert [a for p in sentence.pieces for a in p.anchors] == ["c27-36", "c30-33"]


spans = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda s: (s[0], s[0] + s[1]))


@given(
    text=st.text(max_size=60),
    spans=st.lists(spans, max_size=12),
    bounds=st.lists(spans, max_size=6).map(sorted),
)
def test_pieces_join_to_the_text_whatever_the_marks(text, spans, bounds):
    marks = [Mark(start, end, "character", f"/{start}", "") for start, end in spans]
    inside = [(s, e) for s, e in spans if s < len(text)]
    result = mark_text(text, bounds=bounds, marks=marks, anchors=inside)
    assert "".join(p.text for s in result for p in s.pieces) == text
    shown = [a for s in result for p in s.pieces for a in p.anchors]
    assert sorted(shown) == sorted({f"c{s}-{e}" for s, e in inside})


def test_sentences_left_out_in_a_row_are_one_gap_that_keeps_its_line_break():
    text = "Mirel left. " + " " * 9 + "\n" + " " * 9 + "\nTavik stays."
    bounds = [[0, 11], [12, 21], [22, 31], [32, 44]]
    parts = list(with_gaps(mark_text(text, bounds=bounds, marks=[], anchors=[])))
    assert [part for part in parts if isinstance(part, Gap)] == [Gap(2, "\n")]
    shown = [piece.text for part in parts if isinstance(part, Stretch) for piece in part.pieces]
    assert shown == ["Mirel left.", " ", "Tavik stays."]


def test_a_text_that_ends_with_what_is_left_out_ends_with_a_gap():
    parts = list(with_gaps(mark_text("Mirel left.    ", bounds=[[0, 11], [12, 15]], marks=[], anchors=[])))
    assert parts[-1] == Gap(1, " ")


def test_a_passage_that_begins_in_what_is_left_out_opens_at_the_gap():
    text = "           \nTavik stays."
    parts = list(with_gaps(mark_text(text, bounds=[[0, 11], [12, 24]], marks=[], anchors=[(0, 24)])))
    assert parts[0] == Gap(1, "\n", ("c0-24",))


def test_a_text_of_which_nothing_is_left_out_has_no_gaps():
    marked = mark_text("Mirel left.\n\nTavik stays.", bounds=[[0, 11], [13, 25]], marks=[], anchors=[])
    assert list(with_gaps(marked)) == marked
