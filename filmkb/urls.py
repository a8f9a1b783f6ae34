from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("films.urls")),
]

handler404 = "films.views.errors.page_not_found"
