"""Where a link leads: to evidence, to a shop, or to nobody who could vouch. Knows hosts and paths, opens nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from kratomlint.language.cue import Cue
from kratomlint.named import NamedTuple

_HOST = Cue(r"(?:https?:)?//(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_IDENTIFIER = Cue(r"\b10\.\d{4,9}/\S")

# The body behind these answers for what stands there: an authority, a registry, a library, a journal's publisher.
_ANSWERABLE_SUFFIXES = (".gov", ".mil", ".edu", ".int", ".gov.uk", ".gov.au", ".nhs.uk", ".ac.uk", ".edu.au")
_ANSWERABLE = frozenset(
    """
    doi.org who.int nhs.uk nice.org.uk gov.uk health.gov.au tga.gov.au canada.ca europa.eu cochrane.org
    cochranelibrary.com mayoclinic.org clevelandclinic.org hopkinsmedicine.org mskcc.org poison.org isrctn.com
    jamanetwork.com nejm.org bmj.com thelancet.com nature.com science.org sciencedirect.com springer.com
    springeropen.com wiley.com tandfonline.com plos.org frontiersin.org mdpi.com oup.com sagepub.com karger.com
    biomedcentral.com cell.com elsevier.com liebertpub.com thieme-connect.com acs.org rsc.org aafp.org
    ahajournals.org diabetesjournals.org psychiatryonline.org annals.org acpjournals.org europepmc.org
    consumerreports.org consumerlab.com usp.org nsf.org semanticscholar.org researchgate.net jstor.org pnas.org hindawi.com cambridge.org medrxiv.org biorxiv.org
    arxiv.org osf.io crossref.org dovepress.com jmir.org eurekalert.org uptodate.com merckmanuals.com msdmanuals.com
    """.split()
)

# Anybody can write there, or it only passes on what others wrote.
_UNANSWERABLE = frozenset(
    """
    facebook.com fb.com twitter.com x.com t.co instagram.com tiktok.com youtube.com youtu.be pinterest.com
    linkedin.com reddit.com quora.com tumblr.com snapchat.com threads.net telegram.me t.me whatsapp.com wa.me
    medium.com blogspot.com wordpress.com substack.com wikipedia.org wikimedia.org fandom.com google.com goo.gl
    bit.ly tinyurl.com linktr.ee addtoany.com addthis.com sharethis.com discord.gg discord.com yelp.com
    trustpilot.com maps.app.goo.gl apple.com spotify.com
    """.split()
)
_SHOPS = frozenset(
    """
    amazon.com amazon.co.uk amzn.to ebay.com etsy.com walmart.com target.com iherb.com gnc.com vitaminshoppe.com
    alibaba.com aliexpress.com clickbank.net shareasale.com cvs.com walgreens.com costco.com hop.clickbank.net
    """.split()
)
_PLACEHOLDERS = frozenset(
    """
    example.com example.org example.net yourdomain.com yoursite.com localhost
    """.split()
)

_RESERVED = (".example", ".test", ".invalid", ".localhost")

_SELLING_HOST = Cue(
    r"kratom|(?<![a-z])7-?oh(?![a-z])|cbd|hemp|kava(?!nagh)|botanicals?(?![a-z])|vap(?:e|or)|shop|store|\bbuy|nutra"
    r"|dispensar|supplements?(?![a-z])|discount|coupon|deals?(?![a-z])"
)
_SELLING_PATH = Cue(r"/(?:products?|shop|collections?|cart|checkout|stores?|buy|order|coupons?|deals?)(?:[/-]|$)")
_AFFILIATE = Cue(
    r"[?&](?:ref|aff|affid|affiliate|affiliate_id|tag|clickid|partner|coupon|hop|subid)=|[?&]utm_\w+=(?!chatgpt|openai)",
    re.I,
)
_SELLING_WORDS = Cue(
    r"\b(?:buy|order|shop|purchase|add to cart|our (?:products?|store|shop)|check (?:the )?price|get yours|discount)\b"
)
_OWN_KEYS = ("canonical", "canonical_url", "canonicalurl", "url", "permalink", "site", "baseurl", "base_url")


class Address(NamedTuple):
    """A link's host without `www.`, its path and its query, in lower case; no host where it stays on the site."""

    host: str
    path: str
    query: str


@lru_cache(maxsize=4096)
def address(target: str) -> Address:
    """Return the parts of a link's target."""
    match = _HOST.match(target.strip().lower())
    if match is None:
        return Address("", target.lower(), "")
    return Address(match[1].removeprefix("www."), match[2], match[3] or "")


def own_hosts(links: Iterable[tuple[str, str]], metadata: Mapping[str, Any]) -> frozenset[str]:
    """Return the hosts that speak for the page itself: its site, or a shop that it sells for.

    `links`: target and folded words of every link of the page.
    """
    own = set()
    for key, value in metadata.items():
        if str(key).lower() in _OWN_KEYS and isinstance(value, str):
            own.add(address(value).host)
    for target, words in links:
        place = address(target)
        if _within(place.host, _UNANSWERABLE):
            # A share button names the page that it shares.
            own.add(address(re.sub(r"^[^=]*=", "", place.query).replace("%3a", ":").replace("%2f", "/")).host)
        elif _SELLING_PATH.search(place.path) or _SELLING_WORDS.search(words):
            own.add(place.host)
    return frozenset(own - {""})


def is_answerable(target: str) -> bool:
    """Say whether an authority, a registry or a journal answers for what stands at `target`."""
    host = address(target).host
    if not host:
        return False
    return host.endswith(_ANSWERABLE_SUFFIXES) or _within(host, _ANSWERABLE) or bool(_IDENTIFIER.search(target))


def is_selling(target: str) -> bool:
    """Say whether `target` is a shop's page of something to buy, or pays whoever sent the reader there."""
    place = address(target)
    if is_answerable(target):
        return False
    return _within(place.host, _SHOPS) or bool(_SELLING_PATH.search(place.path) or _AFFILIATE.search(place.query))


def is_evidence(target: str, own: frozenset[str]) -> bool:
    """Say whether `target` can stand as a source on a page whose own hosts are `own`."""
    if is_answerable(target):
        return True
    place = address(target)
    if "." not in place.host or place.host.endswith(_RESERVED) or place.path in ("", "/"):
        return False
    if place.host in own or any(_within(place.host, hosts) for hosts in (_UNANSWERABLE, _SHOPS, _PLACEHOLDERS)):
        return False
    return not (_SELLING_HOST.search(place.host) or is_selling(target))


def _within(host: str, hosts: frozenset[str]) -> bool:
    labels = host.split(".")
    return any(".".join(labels[start:]) in hosts for start in range(len(labels) - 1))
