package org.dorothydispatch.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorothydispatch.listening.LawLine.Trait;
import org.dorothydispatch.listening.LawWords.Line;
import org.dorothydispatch.listening.Phrase.Match;
import org.dorothydispatch.listening.Phrase.Reader;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The frames of {@link LawLine}: ways of speaking about who comes, with a place in them for any word for a class of people
 * ("are any of your people …?", "keep the … away", "… make me nervous"), and words that describe a class without its name:
 * what they wear, where they pray, whose mother they are, how old they look. What is said there counts in a text that
 * wishes for somebody or refuses somebody.
 */
final class LawFrames {

    /** What was found, and what it is about. */
    record Hit(Trait trait, Match match) {}

    /** Words behind a class that make it an animal, a plant, a thing, a day or people who do not come. */
    private static final Set<String> THINGS = LawWords.set("""
            roach roaches cockroach cockroaches ant ants beetle beetles moth moths wasp wasps hornet hornets bee bees fly flies
            mosquito mosquitoes spider spiders mouse mice rat rats shepherd bulldog terrier cat cats dog dogs violet violets lily lilies
            rose roses maple elm pine cherry oak ivy boxwood tea coffee food restaurant bakery market grocery store shop
            school church temple community center centre family families neighbor neighbors neighbour neighbours tenant tenants friend
            friends holiday holidays service services prayer prayers wedding cemetery embassy consulate language lesson lessons class
            rug rugs tile tiles door doors car cars truck van wine cheese oven stove garage furniture lamp vase silk screen screens flag
            customers clients guests guest residents students owner owners club association society league museum art music name names
            cucaracha cucarachas hormiga hormigas arana aranas avispa avispas pastor comida restaurante te tienda iglesia escuela colegio
            fiesta vecino vecina vecinos amigos clientes alfombra puerta violetas rosa arroz""");

    /** What some wear, and are named by. */
    private static final Set<String> WORN = LawWords.set("""
            veil hijab niqab burka burqa chador headscarf headscarves turban turbans yarmulke kippah kippa kipa skullcap sari dreads dreadlocks
            rastas afro cornrows braids crucifix rosary skirt lipstick makeup dress heels velo panuelo turbante hiyab hijab chilaba tunica
            trenzas falda vestido tacones maquillaje labial crucifijo rosario""");

    private static final Set<String> CHILDREN = LawWords.set("""
            kids kid children child baby babies toddler toddlers newborn hijo hijos hija ninos nino bebe bebes crios peques criaturas""");

    private static final Set<String> MANY_BY_THEMSELVES = LawWords.set("men women ladies gente mujeres hombres");

    private static final Map<String, Reader> READERS = Map.<String, Reader>ofEntries(
            Map.entry("class", LawFrames::readClass),
            Map.entry("many", LawFrames::readMany),
            Map.entry("colour", LawFrames::readColour),
            Map.entry("group", LawFrames::readGroup),
            Map.entry("who", (words, at) -> LawWords.isPerson(words.at(at)) ? new Reading("", at + 1) : null),
            Map.entry("worn", (words, at) -> WORN.contains(words.at(at)) ? new Reading("", at + 1) : null),
            Map.entry("children", (words, at) -> CHILDREN.contains(words.at(at)) ? new Reading("", at + 1) : null),
            Map.entry("n", LawLine::readAge),
            Map.entry("land", LawWords::readLand),
            Map.entry("alone", LawWords::readAlone));

    /** With any class of people in them; what they are about is the class. */
    private static final List<Phrase> OF_A_CLASS = Phrase.all(
            // Who are they?
            "are|is|arent|isnt any|some|one|none|all|most|anyone|anybody|someone of|on|in|at? your|the|them|his ..3 {class}",
            "is|are your|the|this|that|next ..2 {who} ..4 {group}",
            "is|are|was your|the|this|that|next ..2 {who} ..3 a|an? {class}",
            "your|the|that|this {who} ..2 is|was|looks|seems ..3 {group}",
            "the|that|this {class} drives|scares|bothers|annoys|disgusts|frightens|upsets|gives me|us|my|everyone ..",
            "el|la|ese|esa {class} me|nos asusta|molesta|incomoda|desespera|da|cae|pone ..",
            "do|does|dont|havent|have|got you|they|the|your ..3 any|some|only|a|an ..2 {class}",
            "how many|is|are ..3 {group}",
            "hay|tienen|tiene|trabajan algun|alguna|algunos|muchos|otro|otra|solo|puros|ningun {class}",
            "son|es todos|todas|puros|puras|el|la|ese|esa|su ..3 {group}",
            "es|son {group} el|la|los|las|ese|esa|su",
            // Away with them.
            "keep|get|kick|throw|leave|take ..2 {many} away|off|out|outside",
            "keep|get|take ..3 {group} ..2 away|off|out",
            "fuera|lejos|afuera|basta|harto|harta|cansado|cansada|hasta de|los|con|tantos|tantas|tanto|esos|esas|las ..2 {class}",
            "enough|fed|sick|tired|done|no|through up|tired|more? with|of|more ..2 {many}",
            "no ..2 {many} allowed|permitted|welcome|whatsoever|please|thanks|here|inside",
            // What they are like.
            "^ {many} make|makes|give|gives|scare|frighten|steal|smell|cant|cannot|shouldnt|arent|never|dont|wont|bother|upset|worry|drive ..",
            "^ {many} no",
            "{many} no|not $",
            "{many} no ^",
            "^ los|las|esos|esas|a {many} no|me|nos|le|son|roban|huelen|espantan|asustan ..",
            "^ a? los|las? {many} no|ni|me ..",
            "{class} is|are|es|son not|no? a? job|work|trabajo|good|okay|fine|bienvenido|bienvenidos|welcome",
            "a|an|una|un|ninguna|ningun {class} cant|cannot|shouldnt|should|isnt|wont|no|must|could|doesnt|never|nunca|jamas ..",
            "{class} in|en|instead vez|lugar|of|de ..",
            "instead|vez|lugar of|de ..1 {class}",
            "solo|solamente|unicamente|exclusivamente|puras|puros ..2 {class}",
            "only|exclusively|solely|strictly ..1 {many}",
            "{many} only|exclusively|preferred|solamente|unicamente|exclusivamente ..",
            "{many} se cansan|caen|enferman|quejan|van|creen ..",
            "i|we|me|nos|lo|la dont|cant|wont|no|never ..3 {many}",
            "better|worse|cleaner|safer|stronger|smarter|careful|honest than {many}",
            "mejor|peor|mejores|peores|fuertes|cuidadosos|limpios|honrados que los|las? {many}",
            "let|lets|letting|deja|dejan|dejo|dejar|permite|permito|entren|entrar|pasar|pasen|having|have ..2 {many}",
            "^ {colour} only|please|preferred|thanks|nomas|nada|solamente|unicamente|preferentemente ..2",
            "{many} from|for now|next|here ..2",
            "^ a|an|un|una {who}? {group} ^",
            "adelante|futuro|ahora {many} {~alone}",
            // The one who was here.
            "the|that|this {group} {who}? you|who|that|from|again|yesterday|last ..",
            "el|la|al|ese|esa {group} que|ese|esa|este|de|del no|vino|mandaron|ya|otra|nunca|me ..",
            "despite|besides|because being|es|is ..3 {group}",
            "por|al ser {group}",
            "because|since|as|considering he|she|hes|shes|theyre|they ..3 {group}",
            "el|la|ese|esa|su|the|that|your|this {group} deberia|debe|tendria|puede|should|must|needs|ought|has|belongs ..",
            // Only such.
            "as long as|its|theyre|he|hes|she|shes ..3 {class}",
            "long as ..4 {class}",
            "somebody|someone|anybody|anyone|nobody|noone|one|none|person|technician|tech|guy|worker|man|woman|whoever ..4 is|isnt|was|wasnt|were|werent|thats|whos|be|being|are|who|looks|look|looking|seems ..3 {group}",
            "somebody|someone|anybody|anyone|nobody|noone ..2 {group}",
            "alguien|nadie|uno|una|quien|tecnico|tecnica|persona|cualquiera|otro que|no|sea|parezca|tenga ..3 {group}",
            "mientras|siempre|excepto|salvo|menos|con|tal que|no|un|una|los|las|sea|de ..3 {class}",
            "except|unless|excluding|other|but for|not|than|its|hes|a|an|the ..3 {group}",
            "looks|look|looking|looked|sounds|sounded|seems|seemed like|a|an|very|too? like|a|an|very|too? {group}",
            "parece|parezca|pinta|cara|aspecto|facha de? un|una|muy? {group}",
            "rather|sooner|prefer|instead|over|than ..2 than|over|to ..2 {class}",
            "antes|en|que lugar|vez|un|una de? un|una? {class}");

    /** Words that describe a class without its name. */
    private static final List<Line> DESCRIBED = List.of(
            new Line(
                    Trait.RELIGION,
                    "el|la|los|las|un|una|ese|esa|alguien|nadie|uno|al|del|tecnica|tecnico|muchacha|mujer|senora|chica|hombre del|con|de|sin|lleva|lleve|usa|use|que ..2 velo|turbante|hiyab|hijab|kipa|kippa|panuelo|chilaba|burka|chador|crucifijo|rosario|tunica",
                    "one|ones|lady|woman|girl|man|guy|fellow|someone|somebody|anyone|anybody|nobody|person|technician|tech|he|she|her|his|their ..3 veil|hijab|niqab|burka|burqa|headscarf|headscarves|turban|turbans|yarmulke|kippah|kippa|skullcap|crucifix|rosary",
                    "con|sin|usan|usa|llevan|lleva|traen|trae|traiga ..1 turbante|turbantes|velo|hiyab|hijab|kipa|kippa|chilaba|burka|chador",
                    "wears|wear|wearing|lleva|llevan|usa|usan|trae ..3 veil|veils|hijab|turban|headscarf|velo|velos|turbante",
                    "saw|seen|noticed his|her|the|that|a ..2 turban|veil|hijab|headscarf|kippah|yarmulke|cross",
                    "born again|believers|believer",
                    "pray|prays|praying|worship|worships|kneels|believes|bows ..2 allah|god|jesus|mecca|idols|buddha|satan|lord",
                    "someone|somebody|anyone|anybody|nobody|person|one|technician|tech|who|man|woman who|whos|that|thats|isnt|is|not ..3 saved|religious|godly|god|churchgoing|worships|prays|believes|religion|bible|quran|koran|allah|jesus|christ",
                    "someone|somebody|technician|tech|man|woman|people of|from|in ..3 faith|religion|church|congregation|parish|synagogue|mosque",
                    "alguien|nadie|uno|tecnico|tecnica|persona|gente|que|venga|no que|de|con|sea|no|crea|cree|rece|reza|tema ..3 dios|cristo|jesus|alah|ala|iglesia|religion|fe|biblia|coran|congregacion|parroquia|mezquita|sinagoga|templo",
                    "de|con nuestra|mi|su|otra|misma|la ..1 fe|religion|iglesia|creencia|creencias {~alone}",
                    "religioso|religiosa|religiosos creyente|como|que|el|o ..",
                    "infiel|infieles|pagano|paganos|hereje|herejes|satanista|satanistas {~alone}",
                    "pagan|pagans|satanist|satanists|heretic|heretics|cultist|cultists {~alone}"),
            new Line(
                    Trait.RACE,
                    "skin is|was|color|colour|tone|as ..",
                    "dark|darker|darkish|pale|paler|light|lighter|brown|black|white skinned|skin|complexion|complected",
                    "tez|piel|tono|color mas|muy|es|era|de|tan? mas|muy|piel|tez? clara|claro|clarita|clarito|oscura|oscuro|oscurita|morena|blanca|blanquita|negra|canela",
                    "de|del piel|color|tez",
                    "one|ones|lady|woman|girl|man|guy|fellow|someone|somebody|anyone|anybody|nobody|person|technician|tech|he|she|with|his|her ..3 dreads|dreadlocks|afro|cornrows|slanted|slanty|kinky hair|eyes|$",
                    "con|de|del|tiene|tenga|los|las|el ..1 rastas|dreadlocks|afro|trenzas|rasgados|achinados",
                    "ojos|pelo|cabello rasgados|achinados|crespo|afro|chino",
                    "gente|persona|personas|alguien|people|person|folks|one|someone of|de his|her|their|that|su|ese|otro|nuestro|mi|my|our own? color|colour",
                    "raza|razas blanca|negra|distinta|diferente|pura|inferior",
                    "of|from another|a|any|the|certain ..1 race|color|colour|ethnicity {~alone}",
                    "ethnic|ethnics|swarthy|aryan|anglo|anglos|nordic|mixed {who}|looking|race|$",
                    "white|black|brown as|like|enough ..",
                    "caucasic*|caucasian*|blanquit*|negrit*|morenit*|prietit*|mulat*|afroamerican* {~alone}"),
            new Line(
                    Trait.ORIGIN,
                    "legal|documented|undocumented|illegal|illegally|legally he|here|in|and|to|or|$|worker|workers|status|immigrant|resident",
                    "make|making|be sure|certain ..4 legal|legally|documented|citizen|citizens|american|americans",
                    "across|over|south|beyond|crossed|jumped|from of? the|that border|rio|wall",
                    "middle|far eastern|easterner|easterners|east",
                    "countryman|countrymen|compatriot|compatriots|compatriota|compatriotas|paisano|paisanos|paisana {~alone}",
                    "fresh|straight|just off|from|over the|a boat|plane|border",
                    "third world",
                    "speak|speaks|talk|talks|talking|speaking ..2 in|like|with ..1 foreigner|foreigners|immigrant|foreign",
                    "work permit|permits|visa|visas",
                    "permiso|visa|papeles|documentos|residencia|situacion de|en|migratoria|migratorio ..2 trabajo|regla|orden|residencia|migratoria|legal",
                    "con|sin|tiene|tenga|tengan|le|faltan sus|los? papeles|documentos|residencia",
                    "indocumentad*|ilegal|ilegales|mojad* {~alone}",
                    "del|de otro|ese|su|aquel|cualquier|este lado|pais|paises|continente|tierra",
                    "cruz*|brinc*|salt* la|el|por frontera|rio|muro",
                    "recien llegad*|bajad* del|de|a|al|no|por|o ..",
                    "westerner|westerners|native|natives|newcomer|newcomers|outsider|outsiders|foreigner|foreigners|expat|expats {~alone}",
                    "tercermundista|tercermundistas|forastero|forasteros|fuerenos|fuereno|extranjer*|inmigrante*|migrante*|emigrante* {~alone}",
                    "born|raised|grew|native|from here|in|up|of|to ..2 here|country|america|usa|states|town|soil {~alone}",
                    "nacid*|criad*|nativ*|oriund* de|en|aqui|del|aca ..2",
                    "citizen|citizens|ciudadan* only|please|americano|american|estadounidense|$",
                    "from|out ..3 country|countries {~alone}",
                    "raised|brought|grew up? speaking|with|in|talking ..",
                    "came|come|comes|moved|arrived here|over|to|from ..3 country|countries|abroad|overseas|africa|asia|mexico",
                    "another|other|foreign|different|some|third country|countries|nationality|nationalities {~alone}",
                    "nacionalidad|nacionalidades|procedencia|origen {~alone}",
                    "nationality|citizenship|passport|ancestry|heritage|descent {~alone}"),
            new Line(
                    Trait.PREGNANCY,
                    "a|an|any|no|another|these|young|single|working|new|some mother|mothers|mom|moms|mum|mums|mommy|father|fathers|parent|parents with|of|who|that|to|because|please|always|$ ..",
                    "single|unwed|unmarried|divorced mother|mom|mum|mothers|moms|father|man|men|woman|women|person|people",
                    "someone|somebody|anyone|anybody|nobody|noone|one|technician|tech|woman|person|lady|girl|man ..2 with|has|have|having|without|no|raising ..3 {children}",
                    "someone|somebody|anyone|anybody|nobody|noone|one|technician|tech|woman|person|lady|girl|man|women ..4 having|expecting|carrying|due ..2 {children}",
                    "on|from|for|take|taking|after maternity|paternity|parental leave",
                    "with a|her baby|big bump|belly",
                    "baby bump",
                    "he|she|hes|shes|technician|tech|one|lady|girl|woman|person|ella|tecnica|muchacha|senora ..3 pregnant|embarazada|encinta|prenada",
                    "someone|somebody|anyone|nobody|one|technician|tech|man|woman|person who|whos|is|that|thats|not|isnt ..2 married|single|divorced|childless|unmarried",
                    "que|si|no no|ya|este|esten? tenga|tengan|tiene ..3 {children}",
                    "una|ninguna|ningun|otra|mama|alguna|las|nada|ni mama|mamas|madre|madres|mamita|de con|de|solteras|soltera|que|madres|mamas",
                    "madre|mama|madres|mamas solter*",
                    "a punto de parir|dar",
                    "baja|licencia|permiso por|de maternidad|paternidad|embarazo",
                    "panza|barriga|panzona|barrigona|barrigon|prenada|encinta|embaraz* {~alone}",
                    "alguien|nadie|uno|una|tecnico|tecnica|persona|mujer|sea|que casad*|solter*|divorciad*"),
            new Line(
                    Trait.AGE,
                    "gray|grey|white|silver haired|hair|hairs|beard",
                    "past|beyond|in his|her|their|its prime|teens|eighties|seventies|sixties|fifties|forties|thirties|twenties",
                    "over the hill",
                    "long in the tooth",
                    "wet behind ..",
                    "near|nearing|close|approaching|ready|around|past|old|at|almost|of to|enough|for|my|the|his|her? retire|retirement|retired|pension|age",
                    "grandpa|grandad|granddad|gramps|granny|grandma|oldtimer|oldtimers|fossil|fossils|geriatric|geriatrics|codger|codgers|whippersnapper|whippersnappers|oldie|oldies|senile|ancient {~alone}",
                    "chavo|chavos|chava|chavas|muchachito|muchachitos|morro|morros {~alone}",
                    "old timer|timers|fogey|fart|coot|geezer",
                    "senior|seniors citizen|citizens|$|please|for",
                    "a|any|no|another|some|these|those|send|sent|little|young kid|kids|teenager|youngster|youngsters|child|boy to|do|doing|again|fresh|straight|in|who|out|instead|playing|$|just|please|know|knows|for",
                    "fresh|straight|just|right ..1 out of ..1 school|college|highschool|high",
                    "fresh|young college|school|high kid|kids|boy|boys|school",
                    "my|around|about|closer|near|own|their ..1 own|my|our age|generation {~alone}",
                    "of|a certain|that|younger|older|my|another|different|right generation|age",
                    "least|over|about|nearly|almost|around|past|like|looks|be|hes|shes|is|was|pushing|turning ..1 {n} years|or|send|give|get|too|and|so|please|$ ..",
                    "somebody|someone|anyone|anybody|nobody|person|technician|tech|guy|man|woman|one ..3 between|around|about|over|under|near {n} and|or|please|years|$|to|would ..",
                    "los|las|^ menores|mayores de {n} {~alone}",
                    "^ menores|mayores de {n} {~alone}",
                    "un|una|algun|otro|ningun {who} de|que|con ..2 mas|menos|mayor|menor de|que {n} {~alone}",
                    "a|an|any|some|another {who} over|under|above|below|past {n} {~alone}",
                    "half|twice my|his|her age",
                    "canas|canos*|arrugas|arrugad*|vejestorio*|carcamal*|veteran*|viejit*|viejecit*|abuelit*|ruco|ruca|rucos|decrepit* {~alone}",
                    "chiquill*|chavit*|chaval|chavales|chavala|ninat*|pibe|pibes|mocos*|escuincle*|crio|crios|jovencit*|chamac* {~alone}",
                    "entrad* en|de anos|edad",
                    "un|una|algun|ningun|otro|otra|esos|esas|nada|de|puros abuelo|abuela|abuelos|nino|ninos|nina que|de|por|ya|para|a|no|con|$ ..",
                    "edad|anos de|para jubil*|retir*|pension*",
                    "por|a|de|casi|cerca jubil*|retirar*|retirarse",
                    "de mi|nuestra|esa|cierta|su|mas edad|generacion",
                    "que|no|nadie|alguien|uno ..3 pase|supere|llegue|rebase|baje ..2 de|los|a ..1 {n} {~alone}",
                    "que|no|nadie|alguien|uno ..3 pase|supere|llegue|rebase|baje ..2 de|los|a ..1 {n} anos",
                    "alguien|nadie|uno|tecnico|senor|mayor|menor|joven|persona|muchacho ..3 de|menos|mas|entre ..2 {n} anos|o|y|para|arriba|abajo|$"),
            new Line(
                    Trait.DISABILITY,
                    "hearing|speech|prosthetic|artificial aid|aids|impaired|problem|problems|impediment|leg|arm|hand|limb",
                    "wheelchair|crutches|walker|walking|guide stick|cane|bound|user|$|dog",
                    "with|has|had|have|having|without|missing|only|one ..2 limp|stutter|stammer|lisp|tic|tics|tremor|tremors|epilepsy|seizures|autism|diabetes|hiv|aids|depression|bipolar|disability|disabilities|handicap|arm|leg|hand|eye|finger|fingers {~alone}",
                    "cant|cannot|doesnt|hardly|barely|half|not hear|see|walk|speak|talk|blind|deaf properly|well|right|straight|me|$",
                    "mentally|physically|developmentally ill|disabled|handicapped|challenged|slow|impaired|fit|sound|retarded",
                    "mental|psychiatric|nervous illness|illnesses|problem|problems|issues|condition|disorder|case|patient",
                    "special needs",
                    "down|downs syndrome",
                    "bipolar|schizophrenic*|autistic|epileptic*|retard|retards|retarded|spastic|midget|midgets|dwarf|dwarfs|hunchback*|stutterer|stutterers|amputee* {~alone}",
                    "tullid*|lisiad*|tuert*|sordomud*|tartamud*|jorobad*|paralitic*|autista*|epileptic*|esquizofrenic*|bipolar*|retrasad*|subnormal* {~alone}",
                    "con|sin|tiene|tenga|usa|use|lleva|lleve|anda|de|en ..2 muletas|baston|silla|protesis|audifono|audifonos|audifon|discapacidad|discapacidades|minusvalia|epilepsia|ataques|autismo|down|vih|sida|tics|cojera|tartamudeo|retraso",
                    "falta|faltan|faltaba|le un|una|dos|la|el ..1 mano|brazo|pierna|dedo|dedos|ojo {~alone}",
                    "problemas|enfermedad|enfermedades|trastorno|enfermo|enferma mental|mentales|psiquiatric*|de|nervios*|del ..",
                    "no|apenas ve|oye|escucha|camina bien|nada|casi|ni",
                    "medio sord*|cieg*|cojo|coja|retrasad*|lel*"),
            new Line(
                    Trait.ORIENTATION,
                    "other|another|same team|side|sex|way {~alone}",
                    "plays|bats|play|bat for ..2 team|side",
                    "that|this|his|her|their|gay|alternative lifestyle|persuasion|orientation",
                    "rainbow|pride|lgbt|lgbtq flag|pin|badge|people|person|crowd|types|folks|$",
                    "flamboyant|effeminate|girly|butch|limp|mannish|sissy|feminine|swishy|unmanly|womanish {~alone}",
                    "he|him|hes|guy|man has|with|got|and|living a|his|another? boyfriend|husband",
                    "she|her|shes|woman|lady has|with|got|and|living a|her|another? girlfriend|wife",
                    "tiene|con|vive|su novio|marido {~alone}",
                    "likes|loves|dates|sleeps|married|living|lives with|to? other|a|another|men|women ..1 men|women|man|woman|husband|boys {~alone}",
                    "otro|contrario bando|equipo {~alone}",
                    "acera de|del enfrente|frente",
                    "gay*|homosexual*|lesbian*|bisexual*|maric*|mariquita*|joto*|puto|loca|locas|marimach*|machorr*|bollera*|tortiller*|afeminad*|amanerad*|rarito*|plumer* {~alone}",
                    "con|tiene|mucha|suelta pluma",
                    "orientacion|preferencia|preferencias|vida|inclinacion sexual|sexuales|de|esa ..",
                    "con|casado con|otro otro|un hombre|marido"),
            new Line(
                    Trait.GENDER_IDENTITY,
                    "sex|gender change|changed|reassignment|identity|bender|confused|fluid|neutral",
                    "they them {~alone}",
                    "that|the|a|no|this|any|some|ese|esa|un|una he|el she|ella|shes {~alone}",
                    "goes|go|going by they|them|he|she",
                    "really|actually|de a|una|un|verdad? woman|man|mujer|hombre not|no|de",
                    "real|actual|true|genuine|natural|proper|biological|not ..1 man|woman|male|female {~alone}",
                    "dresses|dressed|dressing|dress as|like|up ..1 man|woman|girl|boy|lady",
                    "used|turned|became|was|born to|into|be|a|as ..2 man|woman|girl|boy|male|female|lady|guy {~alone}",
                    "trans*|shemale*|ladyboy*|crossdress*|nonbinary|transexual*|transgener*|travesti*|travelo* {~alone}",
                    "cambi* de sexo|genero",
                    "operad*|cambiad*|disfrazad*|vestid* de|del|como mujer|hombre|sexo",
                    "antes|era|fue|naci* era|fue|hombre|mujer|un|una|como ..1 hombre|mujer|varon {~alone}",
                    "mujer|hombre|mujeres|hombres|senora|varon de verdad|verdadera|verdadero|biologic*|autentic*|nacid*|trans"),
            new Line(
                    Trait.SEX,
                    "no|only|any|some|with|send|want|prefer|get|have|a|an|another|all|just|strictly women|lady|ladies|female|male|men|girl|woman {who} {~alone}",
                    "women|lady|ladies|female|male|men {who} only|exclusively|please|preferred|instead|if|or|$ ..",
                    "opposite|same|fairer|weaker|other|stronger|female|male sex|gender {~alone}",
                    "sexo femenino|masculino|opuesto|fuerte|debil",
                    "masculine|manly|macho|feminine|womanly {who}|$",
                    "woman|man|girl|lady|womans|mans doing|do|to|for|s ..3 job|work|trade",
                    "no|not for|a ..1 woman|women|girls|girl|ladies|man|men job|work|$|thing|place|like|can",
                    "no|es|cosa|oficio|labor|trabajo|tarea cosa|cosas|oficio|para|de|es ..1 mujeres|hombres|mujer|hombre|machos|senoras|senoritas|damas",
                    "lo|la|me|nos atienda|revise|haga|fumigue|hiciera|atendiera un|una ..1 hombre|mujer|varon|senora|muchacha|chica {~alone}",
                    "personal|tecnico|alguien|persona|plantilla|trabajador femenin*|masculin*|del|de ..2 sexo|$|genero|femenin*|masculin*",
                    "femenino|femenina|masculino|masculina|varon|varones {~alone}"),
            new Line(
                    Trait.UNNAMED,
                    "diversity|dei|quota|affirmative hire|hires|case|cases|action|pick|picks|candidate|candidates",
                    "tambien lo sea|sean|fuera|es",
                    "habl* como|igual nosotros|uno|aqui|que|la|gente",
                    "our|my|your|their|his own|that|those kind|people|sort|type|ilk {~alone}",
                    "more|someone|somebody|people|person|one ..1 like|of|similar us|ours|me|ourselves|myself|to {~alone}",
                    "we|i|you know what|who|which|how i|you|they|mean ..1 mean|people|are",
                    "fits|fit|belongs|blends|blend in|with|here|into ..2",
                    "of|esa|ese|otra|otro|esos|misma|mismo|nuestra|nuestro clase|calana|ralea|tipo|condicion|sangre|estirpe {~alone}",
                    "mas|alguien|uno|gente|persona ..1 como|parecid*|similar yo|nosotros|uno|a|nos ..1",
                    "los|uno|alguien|gente|una de los nuestros|mios",
                    "buena|gente|familia cristiana|decente|bien|como|de ..1 nosotros|aqui|bien|decente"));

    private LawFrames() {}

    /** All that begins at this word, in a text that wishes or refuses. */
    static List<Hit> read(Words words, int at) {
        var hits = new ArrayList<Hit>();
        for (var phrase : OF_A_CLASS) {
            var match = phrase.at(words, at, READERS);
            if (match != null && LawFrames.of(match) instanceof Trait trait) {
                hits.add(new Hit(trait, match));
            }
        }
        for (var line : DESCRIBED) {
            for (var phrase : line.phrases()) {
                var match = phrase.at(words, at, READERS);
                if (match != null) {
                    hits.add(new Hit(line.trait(), match));
                }
            }
        }
        return hits;
    }

    /** A word that stands in one of the phrases, or is a thing: no slip of another. */
    static boolean knows(String word) {
        return PHRASED.contains(word) || THINGS.contains(word) || WORN.contains(word) || LawWords.knows(word);
    }

    private static final Set<String> PHRASED = Stream.of(
                    OF_A_CLASS.stream(),
                    DESCRIBED.stream().flatMap(line -> line.phrases().stream()),
                    LawWords.LINES.stream().flatMap(line -> line.phrases().stream()))
            .flatMap(phrases -> phrases)
            .flatMap(Phrase::words)
            .collect(Collectors.toUnmodifiableSet());

    private static @Nullable Trait of(Match match) {
        for (var name : List.of("class", "many", "group", "colour")) {
            if (match.has(name)) {
                return match.get(name, Trait.class);
            }
        }
        return null;
    }

    /** A class, of one or of many, with or without a person behind it. */
    private static @Nullable Reading readClass(Words words, int at) {
        var group = readGroup(words, at);
        if (group != null) {
            return group;
        }
        var quality = LawClasses.quality(words.at(at));
        if (quality != null && LawWords.isPerson(words.at(at + 1)) && !words.startsClause(at + 1)) {
            return new Reading(quality, at + 2);
        }
        var trait = LawClasses.noun(words.at(at));
        return trait != null && LawWords.goesOn(words, at + 1) ? new Reading(trait, at + 1) : null;
    }

    /** A colour, as people are called by. */
    private static @Nullable Reading readColour(Words words, int at) {
        var group = LawWords.group(words, at);
        return group != null && group.trait() == Trait.RACE ? new Reading(group.trait(), at + 1) : null;
    }

    /** Several of them: "women", "los haitianos", "old people". */
    private static @Nullable Reading readMany(Words words, int at) {
        var read = readClass(words, at);
        if (read == null) {
            return null;
        }
        var last = words.at(read.end() - 1);
        return last.endsWith("s") || MANY_BY_THEMSELVES.contains(last) ? read : null;
    }

    /** A class that is no sex and no age alone: those words are said of people of all kinds. */
    private static @Nullable Reading readGroup(Words words, int at) {
        var word = words.at(at);
        boolean person = LawWords.isPerson(words.at(at + 1)) && at + 1 < words.count() && !words.startsClause(at + 1);
        var group = LawWords.group(words, at);
        if (group != null && LawWords.isSpokenOf(words, at)) {
            return null;
        }
        if (group != null) {
            boolean open = LawWords.isOfAPerson(words, at, group) && !THINGS.contains(words.at(at + 1));
            return open || person ? new Reading(group.trait(), person ? at + 2 : at + 1) : null;
        }
        var quality = LawClasses.quality(word);
        if (quality != null && person && quality != Trait.AGE && quality != Trait.SEX) {
            return new Reading(quality, at + 2);
        }
        if (quality == Trait.DISABILITY || quality == Trait.PREGNANCY || quality == Trait.RELIGION) {
            return LawWords.goesOn(words, at + 1) ? new Reading(quality, at + 1) : null;
        }
        var noun = LawClasses.noun(word);
        return noun != null && noun != Trait.SEX && noun != Trait.AGE && LawWords.goesOn(words, at + 1)
                ? new Reading(noun, at + 1)
                : null;
    }
}
