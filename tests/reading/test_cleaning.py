"""What data sets do to text is undone, and nothing else."""

import pytest

from films.reading.cleaning import clean

REPAIRS = {
    "note without braces": (
        'Years later,refn|group=N|As depicted in "Salt" (2004) Mara and Tom have a son.',
        "Years later, Mara and Tom have a son.",
    ),
    "sentence of a note": (
        "The reactor stops.efn|This is based on events. Mara leaves.",
        "The reactor stops. Mara leaves.",
    ),
    "source without braces": (
        "Mara is rejected.sfn|Quill|2008|pages=49-51 Tom goes.",
        "Mara is rejected. Tom goes.",
    ),
    "note behind a word": (
        'Mara takes the sceptreefn|As seen in "Salt". Tom goes.',
        "Mara takes the sceptre Tom goes.",
    ),
    "note of works without a stop": (
        'Now,efn|The events also happen during "Salt" (2004) and "Brine" (2010), Mara leaves.',
        "Now, Mara leaves.",
    ),
    "two notes without braces": (
        'Mara leaves.efn|As told in "Salt" (2004) and its new cut"efn|The town is unnamed. Tom stays.',
        "Mara leaves. Tom stays.",
    ),
    "dash without braces": ("Two sisterssndMara and Anasndleave.", "Two sisters – Mara and Ana – leave."),
    "group of a note without braces": ("Ilse Brandt|group=Note sings.", "Ilse Brandt sings."),
    "link to another wiki without braces": (
        "Mara meets Ilse Brandt|it|lt=Ilse Brandt), and (Ill|Tom Orr|de) waits.",
        "Mara meets Ilse Brandt), and (Tom Orr) waits.",
    ),
    "foreign word without braces": ("She keeps the lang|es|ofrenda.", "She keeps the ofrenda."),
    "complaint about a plot without braces": ("Long plot|date=April 2023Mara waits.", "Mara waits."),
    "style sheet of a template": (
        (
            "The .mw-parser-output .frac{white-space:nowrap}.mw-parser-output .den,.mw-parser-output .sr-only"
            "{border:0;clip:rect(0,0,0,0)}33+1⁄3 boats leave."
        ),
        "The 33+1⁄3 boats leave.",
    ),
    "lost apostrophe of a name": ("Mara s house is near Ivo s.", "Mara's house is near Ivo's."),
    "lost apostrophe of a noun": ("the doctor s coat", "the doctor's coat"),
    "lost apostrophe of a pronoun": ("it s late and I m tired", "it's late and I'm tired"),
    "apostrophe set apart": ("Mara 's house", "Mara's house"),
    "curly apostrophe set apart": ("Mara ’s house", "Mara’s house"),
    "negation set apart": ("she does n't go", "she doesn't go"),
    "negation without apostrophe": ("she does nt go and didn t stay", "she doesn't go and didn't stay"),
    "negation in one word": ("they didnt see", "they didn't see"),
    "spaces before punctuation": ("Mara , a cook , leaves . Why ?", "Mara, a cook, leaves. Why?"),
    "space on the wrong side": ("Mara ,a cook", "Mara, a cook"),
    "spaces within brackets": ("Mara ( Lena Park ) leaves", "Mara (Lena Park) leaves"),
    "actor cut out": ("Mara ( ) leaves", "Mara leaves"),
    "actor cut out, spaces left": (
        "Mara  leaves with Ivo , her brother",
        "Mara leaves with Ivo, her brother",
    ),
    "quotes set apart": ('the " soup " man', 'the "soup" man'),
    "quotes of tokenised text": ("He says `` go '' .", 'He says "go".'),
    "space lost after a sentence": ("they swim.Over time", "they swim. Over time"),
    "space lost after a bracket": ("they swim (twice).Over time", "they swim (twice). Over time"),
    "space lost before a bracket": ("Mara(Lena Park) leaves", "Mara (Lena Park) leaves"),
    "space lost after a comma": ("Holm,Park and Said", "Holm, Park and Said"),
    "space lost after a title": ("Mr.Holm leaves", "Mr. Holm leaves"),
    "entity": ("salt &amp; Caf&eacute; Andr&#233;", "salt & Café André"),
    "entity twice escaped": ("salt &amp;amp; sugar", "salt & sugar"),
    "template": ("{{plot}} Mara leaves{{cite|a{{b}}c}}.", "Mara leaves."),
    "template that dresses words": ("{{lang|no|Saltveien}} ends", "Saltveien ends"),
    "template across lines": ("{{plot\n|date=May}}\nMara leaves.", "Mara leaves."),
    "link": ("[[Mara Quill|Mara]] sees [[Oslo]]", "Mara sees Oslo"),
    "link cut in two": ("[[Mara sees Oslo", "Mara sees Oslo"),
    "reference mark": ("She leaves.[1][12] He stays[citation needed].", "She leaves. He stays."),
    "reference tag": (
        'She leaves.<ref name="a">B <i>c</i></ref> He<ref name="b"/> stays.',
        "She leaves. He stays.",
    ),
    "rest of a template": ("She leaves.citation needed|date=July 2014 He stays.", "She leaves. He stays."),
    "bold and italic": ("'''Mara''' reads ''Salt''", "Mara reads Salt"),
    "tags": ("<p>Mara <b>leaves</b>.</p><p>Ivo stays.</p>", "Mara leaves.\n\nIvo stays."),
    "comment": ("Mara<!-- who? --> leaves.", "Mara leaves."),
    "exotic spaces": ("Mara\xa0\xa0leaves\u2009now", "Mara leaves now"),
    "invisible characters": ("\ufeffMa\u00adra\u200b leaves", "Mara leaves"),
    "bullets": ("* Mara leaves.\n* Ivo stays.", "Mara leaves.\n\nIvo stays."),
}
UNTOUCHED = {
    "abbreviations": "In the U.S.A. at 5 p.m. he pays 1.5 crowns, e.g. for J.R. Holm.",
    "address": "She reads www.Salt.Example.Com and mail@Salt.Com at night.",
    "apostrophes": "Mara's boys' boat, rock 'n' roll and O'Hara’s 'best' day.",
    "quotes": 'He says "go" and “stay”. "Why?" she asks.',
    "decades": "In the 1980s it cost 1,500 crowns.",
    "dashes": "Mara -- a doctor – leaves—at once.",
    "plural in brackets": "the actor(s) leave",
    "single letters": "Plan B is a secret; x and y know.",
}
WRAPPED = (
    "Mara Quill is a young doctor who lives in Oslo with her brother. One night\n"
    "she meets Ivo, who has stolen a boat. They sail away together and never come\n"
    "back to the city."
)


@pytest.mark.parametrize(("received", "expected"), REPAIRS.values(), ids=REPAIRS.keys())
def test_damage_of_data_sets_is_repaired(received: str, expected: str) -> None:
    assert clean(received).text == expected


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert clean(text).text == text


def test_lines_that_only_wrap_are_joined() -> None:
    assert clean(WRAPPED).text == WRAPPED.replace("\n", " ")


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "Mara sails to the island and finds the letter that her brother has hidden there. " * 3
    assert clean(f"{line}\n{line}\r\n\r\n{line}").text == "\n\n".join([line.strip()] * 3)


@pytest.mark.parametrize(
    ("received", "word", "quoted"),
    [
        ("Then Caf&eacute; closes.", "Café", "Caf&eacute;"),
        ("&Eacute;mile waits.", "Émile", "&Eacute;mile"),
        ("The [[Quill family|Mara]] waits.", "Mara", "Mara"),
        ("Mara s boat sinks.", "Mara's boat", "Mara s boat"),
        ("By Ilse Brandt|group=Note. Mara waits.", "Mara", "Mara"),
        ("A .mw-parser-output .x{top:0}boat sinks.", "boat", "boat"),
        ("they swim.Over time", "swim. Over", "swim.Over"),
        ("\ufeffMara waits", "Mara", "Mara"),
    ],
)
def test_clean_stretch_leads_back_to_what_was_received(received: str, word: str, quoted: str) -> None:
    cleaned = clean(received)
    start = cleaned.text.index(word)
    assert cleaned.origin(start, start + len(word)).of(received) == quoted
