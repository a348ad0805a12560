"""A page as scrapers leave it, invented: a short article between menus, shares, related headlines and a comment."""

HEAD = """Skip to content
Close Menu
• Home
• Region
• North Valley
• South Valley
• Sport
• Opinion
Facebook X (Twitter) Instagram YouTube
The Ridge Courier | News From Both Banks
Subscribe
Home » Ferry strike halts crossings as council and crews trade blame
Region
Ferry strike halts crossings as council and crews trade blame
Dana OrvilleBy Dana OrvilleMarch 3, 20254 Comments2 Mins Read
Share
Facebook Twitter Email Copy Link WhatsApp""".splitlines()

BODY = """Ferry crews walked out at dawn on Monday and left some 4,000 commuters stranded on the eastern bank, the second stoppage since the council cut night crossings in January.
The crews’ union said that the council had broken a promise to keep two boats running after dark. Its secretary, Milo Brandt, told reporters at the landing that nobody would return to work before the rosters were restored.
Council Blames the Union
The council said in a statement that the union had refused three offers of talks. A spokeswoman, Petra Lund, accused its leaders of holding the town to ransom and said that the offer of a mediator still stood.
“We will sit down tomorrow if they come without conditions.”
Bus operators have put on extra vehicles over the old bridge, but the journey takes more than an hour, and passengers said on Monday that most of them were full before they reached the second stop.
What Happens Next
Both sides are expected to meet the regional labour board on Thursday. If there is no agreement, the crews have said, the strike will go on into next week and be widened to the freight barges.""".splitlines()

FOOT = """Ferries North Valley Strike
Follow on Facebook Follow on X (Twitter) Follow on Instagram
Share. Facebook Twitter Email Copy Link WhatsApp
Dana Orville
• Website
Related Posts
Bridge Repairs to Last Until Autumn, Engineers Warn
March 1, 2025
Five Ways the Valley Could Cross the River Without Boats
February 27, 2025
Council Approves New Landing on the Western Bank
February 25, 2025
4 Comments
river_rat: They should all be sacked, every one of them.
Leave A Reply Cancel Reply
Editors Picks
How a Quiet Harbour Became the Busiest on the Coast
March 2, 2025
• About Us
• Terms of Use
• Privacy Policy
© 2025 The Ridge Courier. Designed by Northbank.
Type above and press Enter to search. Press Esc to cancel.""".splitlines()

PAGE = HEAD + BODY + FOOT
SUBHEADS = [line for line in BODY if len(line) < 30]
