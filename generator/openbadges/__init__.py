"""Awards as Open Badges 3.0: credentials as documents, made, signed, baked into images and checked.

signing_keys.py            Ed25519 keys, and how they are written down
did.py                     an issuer's DID, where its document stands, and what that says
jsonld.py                  JSON-LD: the canonical form that is signed, and terms that nobody defined
document_fields.py         fields of documents that anybody may have written
proof.py                   the proof eddsa-rdfc-2022, made and checked
achievement.py             a micro-credential as an Achievement
finding_editions.py        what a finding of each edition of the rules holds
frozen_finding.py          the finding that an award freezes, and the same computed again
achievement_credential.py  an earned inquiry as an AchievementCredential
award_register.py          every award that was issued, its number, and whether it is revoked
status_list.py             the signed list of the numbers that are revoked
document_sources.py        where the files come from that a credential is checked against
check_answers.py           what the command and the page answer alike
check_result.py            one question and the result of the check
credential_check.py        everything that is to be asked of a credential
evidence_checks.py         the part of it about what a credential rests on: levels, data, verdict
issuer_documents.py        what a program publishes as an issuer
badge_image.py             the badge: a picture of the inquiry's own run chart
baking.py                  a credential into an SVG or PNG, and out of it again

Nothing here touches the disk or the network.  contexts/ holds the three JSON-LD contexts that are
allowed (W3C; 1EdTech), with their licences; no other is ever loaded.
"""
