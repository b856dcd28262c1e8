"""What an article is read to claim in its own voice."""

from kratomlint.language.claims import read_claims
from kratomlint.testing import document_of

# An article that keeps speaking of kava, so that a sentence without a subject is about kava.
ABOUT_KAVA = "Kava is a root. People in Fiji drink kava. Kava is sold as a powder.\n\n"


def counting(text: str, before: str = ABOUT_KAVA) -> list[str]:
    """Return the words of the claims that are made in the article's own voice."""
    document = document_of(before + text)
    kept = (claim for claim in document.once(read_claims) if not (claim.hedged or claim.denied or claim.reported))
    return [claim.span.cut(document.prose.text) for claim in kept]
