"""Frequent words of English and Spanish that a teacher's prose is made of, beside those that the program says
itself (common_words.py); endings are taken off before a word is looked up."""

_ENGLISH = """
able accept across act activity adapt add admit adult advice afraid afternoon agenda agree ahead air alive
allow alone along aloud already although amount angle angry animal answer anybody anyone anything anyway
apart apple area argue argument arm arrange arrival arrive article artist ask asleep assembly assess assign
ate attempt attend attention aunt author avoid awake aware away baby bad bag ball band bar base basket bath
beach bean beat beautiful became because become bed beetle began begin begun behave behind believe bell
belong below bench beside best better between beyond bike bird birth bit bite bitter block blood blow board
boat body bone book boot border born borrow boss both bottle bottom bought bowl boy brain branch brave bread
break breakfast breath bridge brief bring broke broken brother brought brush budget build built burn bus
business busy button buy cake calendar calm came camera camp cap capital captain car card care careful
carousel carpet carry cat catch caught cause celebrate cell cent center central century certain chain chair
chalk challenge chapter character charge cheap cheer cheese chicken chief child children choice choose chord
chose chosen circle citizen city claim clap classmate classroom clean clear clever climb clock close closer
cloth clothes club clue cm coach coat coffee coin cold collect college color com comfort coming common
community compare complete computer concept confident confuse connect consider contain context continue
control conversation cook cool copy corn corner correct cost cotton cough could country couple courage
cousin cover cow create creek crowd cry csv culture cup curious current curve custom cut cycle dad daily
dance danger dark daughter dead deal dear debate decide decimal deep deer degree demand depend describe
desert design desk detail develop diagram dice did die different difficult dinner dinosaur direct dirt dirty
discover discuss dish distance divide do doctor does dog doing doll dollar done door double doubt down dozen
draft drag dragon drama draw drawing drawn dream dress drew drill drink drive drop drum dry duck due dust
duty each eager ear earn earth easy eat edge education effort egg eight either elbow eleven else empty
encourage end enemy energy engine enjoy enough equal equation erase error especially essay event ever every
everybody everything evidence exact exam example excellent except excited exercise exit expect explanation
explore express extra eye face fact fail fair fall false family famous far farm fast father fault favorite
fear feather feed feel feet fell felt fence few fiction fifteen fifth fifty fight figure fill film final
find fine finger finish fire fish fit five fix flag flat flew float floor flow fly fold folder follow food
fool foot forget forgot form former fort forty forward fought found four fourth fraction frame fresh friend
frog front fruit full fun funny further future game garage garden gather gave gentle gesture get gift girl
give glad glass glove glue goal goat gold gone got grab grade grandma grandmother grandpa grass great grew
ground group grow guess guest guide gym habit half hand handle hang happen happy hard harder hardly hat hate
head health hear heard heart heat heavy height held hello help hen here hero herself hidden high hike
himself history hit hold hole holiday home honest hope horse hospital host hot hotel hour house how however
html http https huge human humor hundred hung hungry hurry hurt husband ice idea imagine improve inch
include increase indeed inside instead interest interview invent invite island item itself jacket job join
joke journal juice jump jury just keep kept kg kick kind kitchen km knee knew knife knock knot know
knowledge known label lack lady laid lamp language lap large late later laugh lay layer lazy lead leader
leaf learn least leather leave led left leg lend length less lesson let letter level library lie lift lion
lip liquid listen live living load loan local lock log lonely longer look loose lose lost lot loud loudly
low luck lunch machine mad made magic mail main major make man manage manner map marble march market mass
match material math matter maybe meal mean meant measure meat meet member memory men mental message met
metal method metre middle might milk million mind mine minute mirror mistake mix mm model modern moment
money monkey month mood morning most mother motion mountain mouse mouth move movie much mud multiply muscle
museum music must myself name narrow nation natural nature near nearly neat neck need neighbor neither nerve
nest net never news next nice night nine nobody noise noisy noon nor norm nose note notebook nothing notice
novel nowhere number nurse object observe obvious offer office offline often oil older ones only open
opinion opposite orange order org organize other ought ourselves outside own pace pack paid pain paint pair
pan panel pants paper paragraph part partner party pass past paste pattern pause pay pdf pea peer pen pencil
people percent perfect perhaps period phone photo phrase piano pick picture pie piece pig pile pillar pink
place plain plan plane planet plank plant plastic plate play player please plenty plus pocket poem poet
poetry point police polite pond pool poor pop popular portfolio possible post poster pot power practice
praise prepare present press pressure pretty prime print private prize problem process program project
promise proof proper protect proud prove public pull pupil purple purpose push put puzzle quarter question
quick quickly quiet quietly quilt quit quite quiz race radio rain raise ran rang range rather reach react
reader ready real realize really reason recess record red reflect relax remain remember remind remove repeat
reply report rest result return reward rhyme rhythm ride right ring road role roll roof room root rope rose
rough round route routine row rubber rug ruin ruler run rush sad safe said sail salad salt same sample sand
sang sat save saw say scale scared scene school science score scream screen sea search season seat second
secret seed seem seen segment seldom sell send sense sent sentence separate serious serve set seven several
shade shake shall shallow shape share sharp sheep sheet shelf shell shine ship shirt shoe shook shop shore
short shot should shoulder shout show shown shut shy sick side sight sign silence silent silly similar
simple since sing single sink sister sit six sixth size skill skin skip sleep slept slice slide slight slip
slow slowly smaller smart smell smile smoke smooth snack snake soap social society sock soft soil sold solid
solve some somebody someone something sometimes somewhere song soon sore sorry sort sought sound soup source
space speak special speech speed spell spend spent spider spin spoke spoken spoon sport spot spread square
squirrel stage stair stamp stand start state station stay steam step stick sticky stir stood stool stop
store strange stranger straw stream street strength stress stretch strict string strip strong struggle stuck
student study stuff subject subtract success such sudden suffer sugar suggest suit suitable sum support
suppose surface surprise survey swam sweet swim swing switch system table tail take taken talk tall tank
tape task taste taught teach team tear tease tell ten tennis tent term test text than thank theater them
theme themselves then there thermometer thick thin thing think third thirty those though thought thousand
thread threw throat through throw thumb ticket tie tight till timer tiny tip tired title today toe together
told tomorrow tongue tonight took tool tooth top topic torn toss total touch tough tour toward tower town
toy track trade train tram transition travel treat tree triangle trick trip trouble truck trust try tube
turn turtle twelfth twelve twenty twice type uncle understand understood unit university unless until upon
upset upstairs urge usual vacation value vegetable very video view village visit vocabulary voice volume
volunteer vote vowel wagon wait wake walk wander want warm warn wash waste watch water wave way weak wear
weather week weigh weight welcome went were wet whale what wheat wheel whenever where whether which while
whisper whistle whole whom whose why wide wife win wind window wing wire wish without woke woman women
wonder wooden wool work worker world worm worry worse worst worth would wound wrap write writer written
wrong wrote www yard year yell yellow yesterday yet younger yours yourself zero zone zoo
"""
_SPANISH = """
abrir abuela abuelo aceptar acuerdo adelante ademas agua ahora aire alegre alegria algo alguien alguno alla
alli alto alumnas alumnos amar amarillo amiga amigo amistad ancho animal anterior antes aprender aquel aqui
arbol area arriba arte asi aula aun aunque ayer ayuda ayudar azul bailar bajo barco barrio bastante bello
bien blanco boca bonito brazo bueno buscar caballo cabeza cada caer cafe caja calle calor cama cambiar
cambio caminar camino campo cancion cansado cantar cara carro carta casa casi causa cerca cerrar ciencia
cierto cinco ciudad claro cocina color comer comida comienzo comparar comprar comun conocer contar contaron
contento contra conversar corazon correr cosa creer cual cuando cuanto cuarto cuatro cuenta cuento cuerpo
cuidado dar debajo deber decir dedo dejar delante demas dentro derecha desde despacio despues detras dia
dibujar dibujo dicen diez dificil dijeron dijo dinero dios distinto doce donde dormir dos dulce duro edad
ejemplo ellas ellos empezar encima encontrar enfermo enseguida ensenar entender entonces entrar entre equipo
error escribir escritura escuchar escuela ese espacio esperar estar este estrella estudiar explicar facil
falta familia feliz fiesta fin final flor forma foto fraccion frente fresco frio fruta fuego fuera fuerte
gato gente grande gris guerra gustar haber habla hablan hablar hablaron hacer hacia hambre hasta hecho
hermana hermano hija hijo historia hoja hombre hora hoy huevo idea igual invierno isla izquierda jardin
joven juego jueves jugar junto lado lapiz largo leche lectura leer lejos lengua lento letra libro limpio
lleno lluvia luego lugar madre maestro mal malo mamar manana mano mapa mas mayor mayoria medio mejor memoria
menos mesa meta metafora mientras mil mirar mismo mitad momento montana mucho muerte mujer mundo musica muy
nacer nada nadie naranja negro nieve nino noche nombre nosotros nueva nueve nuevo nunca ocho oir ojo once
opinion oreja otro padre pagina pais pajaro palabra pan papel pared pareja parte pasado pasar paso patio
pelo pelota pensar pequeno perder perro persona pez pie piedra pierna pintar piso playa pluma pobre poco
poder poema pollo poner porque precio pregunta preguntaban preguntan preguntar preguntaron primer primero
problema pronto pueblo puente puerta pues punto que querer quien quince quizas razon recordar regla reir
reloj repetir respuesta resultado rey rio rojo ropa saber sacar salen salir salud sangre seguir segundo
seguro seis semana sentir ser serio siempre siete siglo silencio silla sistema sitio sobre sol solo sombra
sonido subir suelo sueno suerte suma tal tambien tampoco tanto tarde tarea tema temprano tener tercero texto
tiempo tienda tierra tio tocar todavia todo tomar trabajar trabajo traer tres triste turno ultimo unidad
unir usar uva vaca valor vaso vecino veinte ventana ver verano verdad verde vez viaje vida viejo viento
vivir volar volver voz vuelta zapato
"""
ORDINARY_WORDS = frozenset(f"{_ENGLISH} {_SPANISH}".split())
_ENDINGS = ("s", "es", "ed", "ing")
_SHORTEST_STEM = 4  # letters: Jared is no jar
_SHORTEST_BEFORE_S = 3


def is_ordinary(word: str) -> bool:
    """Whether a folded word is a frequent one, or one with an ending."""
    if word in ORDINARY_WORDS:
        return True
    stems = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
    return any(
        len(stem) >= (_SHORTEST_BEFORE_S if len(word) - len(stem) == 1 else _SHORTEST_STEM)
        and (stem in ORDINARY_WORDS or f"{stem}e" in ORDINARY_WORDS)
        for stem in stems
    )
