"""Frozen values as `dataclasses` makes them, in a tenth of the time while the window starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
else:
    # The standard decorator writes and compiles six methods a class. Here five are shared by all classes,
    # and the sixth, `__init__`, is written when a first value is made: a first page meets few kinds.
    import dataclasses
    import operator
    from dataclasses import field as field

    _ORDERS = ("__lt__", "__le__", "__gt__", "__ge__")
    _MADE = object()
    _put = object.__setattr__

    def dataclass(*, frozen: bool, slots: bool, order: bool = False):
        """`dataclasses.dataclass`, for frozen classes with slots that inherit from none."""
        if not (frozen and slots):
            raise TypeError("only frozen values with slots are made here")

        def make(kind):
            plain = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
            every = dataclasses.fields(plain)
            get = _getter([each.name for each in every if each.compare])

            def compare(name):
                same = getattr(operator, name)

                def compared(self, other):
                    if other.__class__ is self.__class__:
                        return same(get(self), get(other))
                    return NotImplemented

                return compared

            def first(self, *places, **named):
                plain.__init__ = _written(plain)
                plain.__init__(self, *places, **named)

            shared = {
                "__init__": first,
                "__eq__": compare("__eq__"),
                "__hash__": lambda self: hash(get(self)),
                "__repr__": _say,
                "__setattr__": _refuse_to_set,
                "__delattr__": _refuse_to_delete,
                "__setstate__": _set_state,
            } | {name: compare(name) for name in _ORDERS if order}
            for name, method in shared.items():
                if name not in vars(kind):
                    setattr(plain, name, method)
            return plain

        return make

    def _getter(names):
        if len(names) > 1:
            return operator.attrgetter(*names)
        # One thing, or none, is compared as the others are: as a tuple.
        return lambda self: tuple(getattr(self, name) for name in names)

    def _written(kind):
        given, body = [], []
        around = {"put": _put, "MADE": _MADE}
        for each in dataclasses.fields(kind):
            name = value = each.name
            if each.default is not dataclasses.MISSING:
                around[f"default_{name}"] = each.default
                given.append(f"{name}=default_{name}")
            elif each.default_factory is not dataclasses.MISSING:
                around[f"make_{name}"] = each.default_factory
                given.append(f"{name}=MADE")
                value = f"make_{name}() if {name} is MADE else {name}"
            else:
                given.append(name)
            body.append(f" put(self, {name!r}, {value})\n")
        if hasattr(kind, "__post_init__"):
            body.append(" self.__post_init__()\n")
        exec(f"def __init__(self, {', '.join(given)}):\n{''.join(body) or ' pass'}", around)
        return around["__init__"]

    def _say(self):
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self))
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _refuse_to_set(_self, name, _value):
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_to_delete(_self, name):
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def _set_state(self, state):
        for name, value in state[1].items():
            _put(self, name, value)
