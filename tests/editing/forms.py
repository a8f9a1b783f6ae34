"""Filling in a form of the admin as a browser would."""

from bs4 import BeautifulSoup


def read_form(client, url):
    """Return what a browser would send if the form at `url` were saved untouched."""
    response = client.get(url)
    assert response.status_code == 200
    form = BeautifulSoup(response.content, "html.parser").select_one("#content-main form[method=post]")
    return {name: value for field in form.select("input, select, textarea") for name, value in sent(field)}


def sent(field):
    """Yield the name and value that a field sends; several values as a list."""
    name = field.get("name")
    if not name or name.startswith("_") or "__prefix__" in name:
        return
    if field.name == "select":
        chosen = [option.get("value", "") for option in field.select("option[selected]")]
        if field.has_attr("multiple"):
            yield name, chosen
        else:
            yield name, chosen[0] if chosen else ""
    elif field.name == "textarea":
        yield name, field.get_text().removeprefix("\n")
    elif field.get("type") in ("checkbox", "radio"):
        if field.has_attr("checked"):
            yield name, field.get("value", "on")
    elif field.get("type") != "submit":
        yield name, field.get("value", "")


def save(client, url, **changes):
    """Change fields of the form at `url`, save it, and insist that it was saved."""
    data = read_form(client, url) | changes
    response = client.post(url, data)
    assert response.status_code == 302, errors_of(response)


def errors_of(response):
    page = BeautifulSoup(response.content, "html.parser")
    return [element.get_text(" ", strip=True) for element in page.select(".errorlist, .errornote")]


def prefix_of(data, inline, row):
    """Return the prefix of the row's form within an inline: `names-2`."""
    return next(
        name.removesuffix("-id")
        for name, value in data.items()
        if name.startswith(f"{inline}-") and name.endswith("-id") and value == str(row.pk)
    )
