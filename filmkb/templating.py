"""What the templates of the pages may call. The admin's own are Django's."""

from functools import cache
from operator import methodcaller
from typing import Any

from django.contrib.humanize.templatetags.humanize import apnumber
from django.template import defaultfilters, engines
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localtime
from django_htmx.jinja import htmx_script
from jinja2 import Environment, StrictUndefined

from films import markup
from films.models.addresses import address
from films.models.base import given


def environment(**options: Any) -> Environment:
    """Return Jinja's environment. A name that a page was not given is an error, never an empty place."""
    made = Environment(**(options | {"undefined": StrictUndefined}))  # noqa: S701 -- Django has it escape
    made.globals |= {
        "address": address,
        "canonical": markup.canonical,
        "htmx_script": cache(htmx_script),
        "json_ld": markup.json_ld,
        "querystring": markup.querystring,
        "reverse": reverse,
        "static": cache(static),
    }
    made.filters |= {
        "apart": markup.apart,
        "apnumber": apnumber,
        "capfirst": defaultfilters.capfirst,
        "credited": markup.credited,
        "date": lambda when, form: defaultfilters.date(localtime(when), form),
        "event_number": markup.event_number,
        "gender_word": markup.gender_word,
        "given": given,
        "held": markup.held,
        "intcomma": "{:,}".format,
        "is_person_kind": markup.is_person_kind,
        "linked": markup.linked,
        "links": markup.links,
        "named": markup.named,
        "named_apart": markup.named_apart,
        "name_line": markup.name_line,
        "passage_line": markup.passage_line,
        "pluralize": defaultfilters.pluralize,
        "source_marks": markup.source_marks,
        "truncatechars": defaultfilters.truncatechars,
        "truncatewords": defaultfilters.truncatewords,
        "unquoted": markup.unquoted,
        "url": methodcaller("get_absolute_url"),
        "with_matches": markup.with_matches,
    }
    return made


def load_templates() -> None:
    """Compile all templates of the pages now, and not each at the first request for it."""
    pages: Any = engines["jinja2"]
    for name in pages.env.list_templates():
        pages.env.get_template(name)
