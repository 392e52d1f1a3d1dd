"""Awards as Open Badges 3.0: credentials as documents, made, signed, baked into images and checked.

keys.py         Ed25519 keys, and how they are written down
did.py          an issuer's DID, where its document stands, and what that says
linked.py       JSON-LD: the canonical form that is signed, and terms that nobody defined
proof.py        the proof eddsa-rdfc-2022, made and checked
achievement.py  a micro-credential as an Achievement
finding.py      the bare finding that an award freezes, and the same worked out again
credential.py   an earned inquiry as an AchievementCredential
status.py       which credentials there are, and which are revoked
sources.py      where the files come from that a credential is checked against
step.py         one question and its answer: yes, no, or not to be told
checking.py     everything that is to be asked of a credential
grounds.py      the part of it about what a credential rests on: levels, data, verdict
issuing.py      what a program publishes as an issuer
emblem.py       the badge: a picture of the inquiry's own run chart
baking.py       a credential into an SVG or PNG, and out of it again

Nothing here touches the disk or the network.  contexts/ holds the three JSON-LD contexts that are
allowed (W3C; 1EdTech), with their licences; no other is ever loaded.
"""
