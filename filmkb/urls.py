from django.contrib import admin
from django.urls import include, path

admin.site.site_header = "filmkb"
admin.site.site_title = "filmkb"
admin.site.index_title = "What is in the knowledge base"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("films.urls")),
]

handler404 = "films.views.errors.page_not_found"
