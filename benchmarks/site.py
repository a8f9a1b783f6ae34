"""Importing this makes the site's models ready to be imported."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "filmkb.settings")
django.setup()
