"""The article that the tests open in real editors."""

# Curly quotes and a dash before the claim: more columns in bytes than in characters.
CLAIM_LINE = "“Tea – time” passed. Kava relieves anxiety within an hour."
ARTICLE = f"# Kava\n\n{CLAIM_LINE}\n\nTake 5.0 mg of “kava” with the the tea.\n"
FILE = "a “b”.md"
# Line, column in characters, the words there.
CLAIM = (3, 27, "relieves anxiety")
