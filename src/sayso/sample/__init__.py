"""A synthetic dispute for demonstrations: invented states, people, outlets and events; nothing in it happened.

`documents/` holds the articles in the forms that analysts meet: wire copy, a saved page, a WordPress post, a press
release in an old charset, feeds, records, mail, a crawl, an archive, a scraped page, and a file that was cut short.
"""
