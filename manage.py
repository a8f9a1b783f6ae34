#!/usr/bin/env python3
"""Django's command line for filmkb."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "filmkb.settings")
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- as below
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- needs the setting above

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"The settings are wrong: {error}")


if __name__ == "__main__":
    main()
