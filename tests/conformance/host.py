"""host.py FRAGMENT FILE   puts a fragment and its style sheet into a page that does everything to spoil it."""
import pathlib, sys

fragment = pathlib.Path(sys.argv[1])
sheet = fragment.with_name(fragment.name.removesuffix(".html") + ".css").read_text(encoding="utf-8")
page = pathlib.Path(__file__).with_name("host.html").read_text(encoding="utf-8")
page = page.replace("<!-- STYLE -->", f"<style>\n{sheet}</style>")
page = page.replace("<!-- FRAGMENT -->", fragment.read_text(encoding="utf-8"))
pathlib.Path(sys.argv[2]).write_text(page, encoding="utf-8")
