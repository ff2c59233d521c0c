"""Which elements are open in a piece of HTML, by the rules of the HTML standard (13.2.6, tree construction).

Only those rules are here that decide whether an end tag finds its element. Where a browser would close elements on its
own that we count as open, their end tags are written out, so that both agree from then on.
"""

from __future__ import annotations


def names(*lists: str) -> frozenset[str]:
    """The names in texts."""
    return frozenset(name for part in lists for name in part.split())


VOID = names("area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr")
CELLS = names("td th caption")
ROWS = names("tr tbody thead tfoot colgroup")
PARTS_OF_TABLE = CELLS | ROWS | {"col"}
# A browser closes these by itself, at the end of what is around them.
CLOSED_BY_BROWSER = names("p li dt dd option optgroup rb rt rtc rp tr td th tbody thead tfoot colgroup")
# An end tag inside one of these reaches nothing outside of it.
BORDERS = CELLS | names("table template object marquee applet select")
FOREIGN = {"svg": names("foreignobject desc title"), "math": names("mi mo mn ms mtext annotation-xml")}
"""Drawings and formulas, with those of their elements that hold HTML."""
HTML_IN_FOREIGN = names(*(" ".join(inside) for inside in FOREIGN.values()))
# Their start tags end a drawing or a formula.
NEVER_FOREIGN = names(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu",
    "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var",
)
IN_SELECT = names("option optgroup hr script template")
# An item closes the one before it, with all that is open in it, unless a list stands between them.
ITEMS = {"li": names("li"), "dd": names("dd dt"), "dt": names("dd dt")}
LISTS = names("ul ol menu dl")


class _Scope:
    """The elements that are open inside one border, or inside the whole piece."""

    def __init__(self, border: str = "") -> None:
        self.border = border
        self._names: list[str] = []
        self._places: dict[str, list[int]] = {}

    def __contains__(self, name: str) -> bool:
        return bool(self._places.get(name))

    def __bool__(self) -> bool:
        return bool(self._names)

    @property
    def current(self) -> str:
        """The innermost element."""
        return self._names[-1] if self._names else ""

    def open(self, name: str) -> None:
        """An element begins."""
        self._places.setdefault(name, []).append(len(self._names))
        self._names.append(name)

    def close(self, until: str = "") -> str:
        """Close the elements down to one of this name, or all; returns the end tags that the others lack."""
        missing = []
        while self._names:
            name = self._pop()
            if name == until:
                break
            missing.append(self._end_tag(name))
        return "".join(missing)

    def last(self, sought: frozenset[str]) -> int:
        """The place of the innermost element of one of these names; -1 where none is open."""
        return max((places[-1] for name in sought if (places := self._places.get(name))), default=-1)

    def close_item(self, items: frozenset[str]) -> str:
        """Close an item of the innermost list, if one is open; returns the end tags that it and what it holds lack."""
        place = self.last(items)
        if place <= self.last(LISTS):
            return ""
        item, missing = self._names[place], []
        while len(self._names) > place + 1:
            missing.append(self._end_tag(self._pop()))
        self._pop()
        return f"{''.join(missing)}</{item}>" if any(missing) else ""

    def clear_to_table(self) -> str:
        """Close what is open in a table and is no part of it; returns the end tags that it lacks."""
        missing = []
        while self._names and self.current not in ROWS and self.current != self.border:
            missing.append(self._end_tag(self._pop()))
        return "".join(missing)

    def _pop(self) -> str:
        name = self._names.pop()
        self._places[name].pop()
        return name

    def _end_tag(self, name: str) -> str:
        """The end tag of an element that is still open; in a drawing or a formula nothing closes by itself."""
        is_closed = name in CLOSED_BY_BROWSER and self.border not in HTML_IN_FOREIGN
        return "" if is_closed else f"</{name}>"


class OpenElements:
    """The elements that are open at a place of a piece of HTML, which may be an item. Names are in small letters."""

    def __init__(self, *, is_item: bool = False) -> None:
        self._scopes = [_Scope()]
        self._tables: list[int] = []
        """The depths of the scopes of tables, their cells and templates."""
        self._is_item = is_item

    @property
    def is_foreign(self) -> bool:
        """Whether this is inside a drawing or a formula, where tags may close themselves, and no content is raw."""
        return bool(self._foreign())

    @property
    def may_have_cdata(self) -> bool:
        """Whether a CDATA section is one: directly in an element of a drawing or of a formula."""
        scope = self._scopes[-1]
        return self.is_foreign or (scope.border in HTML_IN_FOREIGN and scope.current == scope.border)

    def start(self, name: str, *, is_empty: bool = False) -> str | None:
        """A start tag; returns the end tags that belong before it, or None where a browser would not take it."""
        foreign = self._foreign()
        if foreign and name not in NEVER_FOREIGN:
            if not is_empty:
                self._open(name, is_border=name in FOREIGN[foreign])
            return ""
        before = self._close(foreign) if foreign else ""
        if self._is_out_of_place(name):
            return None
        if name in PARTS_OF_TABLE:
            around = self._around()
            if not around:
                return None
            before += self._close_scopes(around[0] + 1) + self._scopes[-1].clear_to_table()
        else:
            before += self._end_what_ends_with(name)
        if name not in VOID:
            self._open(name, is_border=name in BORDERS)
        return before

    def _is_out_of_place(self, name: str) -> bool:
        scope = self._scopes[-1]
        if name == "li" and self._is_item and not scope.border:  # it would end the item that it stands in
            return scope.last(LISTS) < 0
        return scope.border == "select" and name not in IN_SELECT

    def _foreign(self) -> str:
        return next((name for name in FOREIGN if name in self._scopes[-1]), "")

    def _around(self) -> list[int]:
        """The depths of the innermost table or template, and of the cell in it that this is inside of."""
        inner = self._tables[-1:]
        is_cell = bool(inner) and self._scopes[inner[0]].border in CELLS
        return self._tables[-2:] if is_cell else inner

    def _end_what_ends_with(self, name: str) -> str:
        """Close what cannot go on where an element of this name begins."""
        scope, around = self._scopes[-1], self._around()
        if name == "table" and len(around) == 1 and self._scopes[around[0]].border == "table":
            return self._close_scopes(around[0])
        if name == "button" and "button" in scope:
            return self._close("button")
        return scope.close_item(ITEMS[name]) if name in ITEMS else ""

    def end(self, name: str) -> str | None:
        """An end tag; returns the end tags that belong before it, or None where it belongs to nothing."""
        if name in VOID:
            return "" if name == "br" else None  # </br> is a line break
        depth = len(self._scopes) - 1
        if name not in self._scopes[-1]:
            reaches = self._around() if name in PARTS_OF_TABLE or name == "table" else []
            depth = next((one for one in reversed(reaches) if name in self._scopes[one]), -1)
        if depth < 0:
            return None
        before = self._close_scopes(depth + 1) + self._scopes[depth].close(name)
        if depth and not self._scopes[depth]:
            self._close_scopes(depth)
        return before

    def finish(self) -> str:
        """The end tags that are missing at the end."""
        return self._close_scopes(0)

    def _close_scopes(self, depth: int) -> str:
        """Close the scopes from this depth on; returns the end tags that they lack."""
        missing = []
        while len(self._scopes) > depth:
            missing.append(self._scopes.pop().close())
        while self._tables and self._tables[-1] >= depth:
            self._tables.pop()
        return "".join(missing)

    def _open(self, name: str, *, is_border: bool) -> None:
        if is_border:
            if name in CELLS or name in ("table", "template"):
                self._tables.append(len(self._scopes))
            self._scopes.append(_Scope(name))
        self._scopes[-1].open(name)

    def _close(self, name: str) -> str:
        """Close an element of the innermost scope; returns its end tag and those before it."""
        return f"{self._scopes[-1].close(name)}</{name}>"
