"""Look-ups of items by their ids."""

from sitegen.compose.lookup import Lookup


def test_items_come_once_and_in_their_order_whichever_ids_are_asked_for() -> None:
    words = Lookup(("bridge ferry", "ferry", "tram"), str.split)
    assert words.of(("tram", "ferry", "bridge", "gull")) == ["bridge ferry", "ferry", "tram"]
    assert words.of(("ferry",)) == ["bridge ferry", "ferry"]
    assert words.of(()) == []
