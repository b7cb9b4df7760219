"""Who published an article: its own word, looked up in the desk's registry of outlets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from sitegen.model import Metadata, Outlet
from sitegen.reasons import worded
from sitegen.text import normalise

REGISTRY = "sources.yml"


@dataclass(frozen=True, slots=True)
class Registry:
    """The outlets of `sources.yml`, by what articles say of them."""

    by_name: Mapping[str, Outlet]
    """Normalised name or alias → outlet."""
    by_host: Mapping[str, Outlet]
    """Host of the home page, without `www.` → outlet."""


def make_registry(outlets: Iterable[Outlet]) -> Registry:
    """The registry of some outlets; where two share a name or a host, the first has it."""
    by_name: dict[str, Outlet] = {}
    by_host: dict[str, Outlet] = {}
    for outlet in outlets:
        for name in (outlet.name, *outlet.aliases):
            by_name.setdefault(normalise(name), outlet)
        if host := _host(outlet.home):
            by_host.setdefault(host, outlet)
    return Registry(by_name, by_host)


def with_outlet(metadata: Metadata, registry: Registry) -> Metadata:
    """What is known of an article, with the registry's name of its outlet and, if it states none, the outlet's rights.

    An outlet is found by the name that the article gives, else by the host of its address. An unknown one stays as
    the article has it.
    """
    outlet = registry.by_name.get(normalise(metadata.publisher or ""))
    basis = dict(metadata.basis)
    if outlet is None and metadata.publisher is None:
        outlet = _by_host(_host(metadata.url), registry)
        if outlet is not None:
            basis["publisher"] = worded("the host of its address, in %(file)s", file=REGISTRY)
    if outlet is None:
        return metadata
    rights = metadata.rights
    if outlet.rights and "rights" not in basis:
        rights = outlet.rights
        basis["rights"] = worded("the outlet, in %(file)s", file=REGISTRY)
    agency = metadata.agency
    if agency is None and outlet.agency:
        agency = outlet.agency
        basis["agency"] = worded("the outlet, in %(file)s", file=REGISTRY)
    return replace(
        metadata,
        publisher=outlet.name,
        agency=agency,
        rights=rights,
        basis=tuple(sorted(basis.items())),
    )


def _by_host(host: str, registry: Registry) -> Outlet | None:
    """The outlet of a host, or of the host above it: `sport.gazette.example` is the Gazette's."""
    labels = host.split(".")
    above = (".".join(labels[first:]) for first in range(max(len(labels) - 1, 0)))
    return next((registry.by_host[name] for name in above if name in registry.by_host), None)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
