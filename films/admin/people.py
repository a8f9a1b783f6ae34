"""People and the spellings of their names."""

from django.contrib import admin

from films.admin.base import CuratedAdmin, CuratedInline, OriginFilter
from films.admin.completion import CompletedByName
from films.admin.merging import MergeMixin
from films.curation import merge_people
from films.models import Credit, Person, PersonName
from films.search import EntryKind


class PersonNameInline(CuratedInline):
    model = PersonName
    has_citations = False
    fields = ("text", "made_by")
    readonly_fields = ("made_by",)


class PersonCreditInline(CuratedInline):
    model = Credit
    fields = ("film", "job", "credited_as", "billing", "evidence", "made_by")
    autocomplete_fields = ("film",)
    show_change_link = True


@admin.register(Person)
class PersonAdmin(CompletedByName, MergeMixin, CuratedAdmin):
    merge = merge_people
    named_by = ("name",)
    spellings = PersonName
    has_citations = False
    list_display = ("name", "slug", "made_by")
    list_filter = (OriginFilter,)
    search_fields = ("name", "names__text", "names__folded")
    found_by = {EntryKind.PERSON: ("pk",)}
    readonly_fields = ("made_by",)
    inlines = (PersonNameInline, PersonCreditInline)

    def about(self, person: Person) -> str:
        films = [str(credit.film) for credit in person.credits.select_related("film")]
        return ", ".join(dict.fromkeys(films)) or "no films"
