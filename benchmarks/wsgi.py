"""The WSGI application that Gunicorn serves to the bench."""

from django.core.wsgi import get_wsgi_application

from benchmarks.site import serve_the_bench

serve_the_bench()
application = get_wsgi_application()
