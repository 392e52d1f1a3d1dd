"""Names that are also words, places, months, or people everybody reads about.

Alone, such a name says little: `Will` begins questions, `Austin` is a city, `Pascal` had a triangle.
It is a warning then, and an error only as part of a full name.
"""

_WORDS = """
ace alma amber amos angel april art ash aspen august autumn ball bank barb baron basil bear bell berry bill
birch bird bishop bliss bloom blue bob bond booker brand brook brooks brown buck bud bush butler can candy
carter case casey cash chance chapel chase chip christian clay cliff cloud cole constance cook cooper coral
cotton crystal daisy dale dawn day deacon dean destiny drew duke earl early east eve ever faith fern field
finch fisher flora flower ford forest forrest fox francs frank free frost gale gardener gay gem gene ginger
glen glenn good grace grant gray green grey hall harmony harper hart haven hazel heath heather heaven henna
hill holly honey honor hope hunt hunter ice iris iron ivory ivy jack jade jasmine jay jean jewel jo journey
joy judge june justice karma key kid king knight lake lance land lane lark laurel law lee legend levy li
liberty lily line link little long love lucky luna lyric mae major mark marshal marshall mason max may
maya melody mercy mike mile miles miller mills min ming miracle miss misty moon more moss myrtle my neil
newman north oak ocean olive opal page paige parent park parker parks patience patrick patron peace pearl
penny pepper perry phoenix piper pleasant poe pop porter potter precious price prince princess rain raven
ray read reed reese rich rise river robin rock rod roman rory rose rosemary rowan ruby rush rusty sage sailor
sandy santos savannah scout serenity shade shepherd short silver sky skye smith snow sol south spring star
stella stone storm sue summer sun sunny sunshine sutton tad tanner taylor temple teal terry tiger tile timber
tony tripp trinity triumph true truth turner tyler van vale victor victory viola violet walker wall ward
waters weaver wells
back bright early else even given her him his just keen light moon new none old open over person proud quick
royal rule same see self she small still story strong such sure them these they three two under wing word
al an as at be by do ed go ha he hi ho id if in is it le lo ma me mi mo na no of oh ok on or os ox pa pe pi re
se si so su te ti to tu un up us va we ya ye yo
january february march july september october november december monday tuesday wednesday thursday friday
saturday sunday enero febrero marzo mayo junio julio agosto septiembre octubre noviembre diciembre
west wheeler white wild will willow win winter wise wolf wood woods worth wren wright yes young
abril alba alegria amor angeles ana aurora blanca bosque cielo clara concepcion consuelo cruz dolores
domingo esperanza estrella fe felix flor flores gloria guerra iglesia leon linda lobo luz mar marina
mercedes milagros monte moreno nieves paloma paz perla pilar primavera ramos reyes rico rios rocio rojo
rosa rosario rubio salvador serrano sierra sol soledad torres valle vega victoria vida
"""
_PLACES = """
adelaide africa alabama alaska albany alexandria america arlington arizona asia athens atlanta austin
berlin boston bristol brooklyn cairo california cambridge carolina charlotte chelsea chester chicago china
cleveland cuba dakota dallas davis denver devon diego dominic dorset egypt england eugene florence florida
florentine france francisco geneva georgia germany hamilton harvard houston india indiana ireland israel
italy jackson jamaica japan jefferson jersey jordan kent kentucky kenya kingston korea lincoln london
lorraine louisiana lourdes madison madrid malta memphis mexico milan monroe montana nevada orlando oxford
paris peru phoenix preston princeton providence puerto raleigh regina rochester rome salem samoa san santa
santiago savanna scotland sydney texas trenton troy valencia venice verona vienna virginia wales warren
washington windsor winston york
"""
_READ_ABOUT = """
anderson angelou archimedes aristotle banneker bell bernoulli bloom boaler booth brahmagupta bruner cantor
charlotte chapin columbus confucius copernicus curie darwin descartes dewey dickens dickinson dweck
einstein ellis euclid euler fermat fibonacci finn frayer freire galileo gandhi gattegno gauss germain
gilbert hamlet harry hattie hermione hilbert holmes huck hughes hypatia johnson juliet katherine kepler
khan king lamott leibniz lincoln lovelace malala mandela marie marzano matilda michaels montessori newton
noether obama oconnor odysseus orwell palacios parks pascal piaget picasso plato plutarch polya ponyboy
pythagoras ramanujan romeo roosevelt rosenshine ryan salamanca scout shakespeare smith socrates stein
steinbeck thoreau thales tubman turing twain venn vygotsky washington wiggins wiliam wilbur willingham
wonka woolf zwiers
"""
_SURNAMES = """
adams allen alvarez baker barnes bennett brooks bryant campbell carter castillo chan chavez chen clark
collins cox cruz davis diaz edwards evans fernandez foster garcia gomez gonzales gonzalez gray green
griffin gutierrez hall harris hayes henderson hernandez hughes james jenkins jimenez jones kelly kim le
lewis lopez martin martinez mendoza mitchell moore morales morgan morris murphy murray myers nelson nguyen
ortiz patel perez peterson phillips powell ramirez ramos reed reyes richardson rivera roberts robinson
rodriguez rogers ross ruiz russell sanchez sanders scott simmons singh stewart sullivan thomas thompson
torres tran turner vasquez wang watson wilson wong wu yang zhang
"""
AMBIGUOUS_NAMES = frozenset(f"{_WORDS} {_PLACES} {_READ_ABOUT} {_SURNAMES}".split())
# family names, and nothing else that is written in small letters or given to a child
_OTHERS_TOO = """
allen castillo clark cruz davis evans foster james jones kelly kim lewis martin mitchell morales morgan murphy
murray nelson powell rivera ross russell scott stewart thomas watson wilson
"""
TELLING_SURNAMES = frozenset(_SURNAMES.split()).difference(
    f"{_WORDS} {_PLACES} {_READ_ABOUT} {_OTHERS_TOO}".split()
)
# family names that are words of Spanish: in small letters and where a sentence begins, the word is meant
_SPANISH_WORDS = """
blanco bravo cabello calvo campos cordero cuevas delgado escudero fuentes gallo guerrero herrero hidalgo
iglesias ladron mesa mora mota naranjo nieto palma paredes pastor pena pino prado prieto puente puentes roca
rojas romero rosales rosas salas soler tapia toro valles vela villa
"""
SPANISH_WORDS = frozenset(_SPANISH_WORDS.split())
