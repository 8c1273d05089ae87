package org.dorothydispatch.listening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.listening.LawLine.Trait;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The words of {@link LawLine}: groups of people, the one who comes, wishing and refusing, and whole turns of phrase.
 * Some are ugly. They stand here so that they are caught, and nowhere else.
 */
final class LawWords {

    /** A word for a group of people and the word after it. */
    record Group(Trait trait, int end, boolean slur, boolean spanish) {}

    /** Turns of phrase that say it by themselves. */
    record Line(Trait trait, List<Phrase> phrases) {
        Line(Trait trait, String... phrases) {
            this(trait, Phrase.all(phrases));
        }
    }

    private record Named(Trait trait, boolean slur, boolean spanish) {}

    private static final Map<String, Named> GROUPS = new HashMap<>();

    static {
        english(Trait.RACE, "black blacks white whites colored coloured brown caucasian caucasians mulatto biracial");
        english(Trait.ORIGIN, """
                african africans asian asians oriental orientals hispanic hispanics latino latinos latina latinas latinx
                mexican mexicans chinese indian indians pakistani pakistanis arab arabs haitian haitians jamaican jamaicans
                cuban cubans rican ricans dominican dominicans colombian colombians venezuelan venezuelans salvadoran
                salvadorans guatemalan guatemalans honduran hondurans nicaraguan nicaraguans brazilian brazilians filipino
                filipinos vietnamese korean koreans japanese russian russians ukrainian ukrainians romanian romanians pole
                poles polish irish italian italians greek greeks albanian albanians gypsy gypsies turk turks turkish iranian
                iranians iraqi iraqis syrian syrians afghan afghans somali somalis nigerian nigerians ethiopian ethiopians
                moroccan moroccans palestinian palestinians lebanese israeli israelis saudi saudis yemeni yemenis kurd kurds kurdish
                armenian armenians bosnian bosnians serb serbs serbian serbians croatian croatians bulgarian bulgarians
                hungarian hungarians czech slovak slavic slav slavs ghanaian ghanaians kenyan kenyans eritrean eritreans
                sudanese congolese senegalese liberian liberians ugandan ugandans thai burmese cambodian cambodians laotian
                hmong nepali nepalese tamil indonesian indonesians malaysian taiwanese mongolian chilean chileans bolivian
                bolivians argentinian argentinians panamanian panamanians chicano chicanos romani egyptian egyptians american americans european europeans foreigner foreigners foreign
                immigrant immigrants migrant migrants illegal illegals minority minorities refugee refugees bangladeshi
                bangladeshis peruvian peruvians ecuadorian ecuadorians portuguese german germans french spaniard spaniards
                westerner westerners easterner easterners persian persians swede swedes swedish norwegian norwegians danish dane
                danes finnish belgian belgians austrian austrians swiss dutch dutchman scottish scotsman welsh welshman irishman
                englishman frenchman canadian canadians australian australians zimbabwean zimbabweans rwandan rwandans cameroonian
                gambian gambians lankan lankans bengali bengalis punjabi punjabis uzbek uzbeks kazakh chechen chechens georgian
                georgians belarusian belarusians lithuanian lithuanians latvian latvians estonian estonians moldovan moldovans
                macedonian macedonians kosovar roma traveller travellers traveler islander islanders tunisian tunisians algerian
                algerians libyan libyans jordanian jordanians uruguayan uruguayans paraguayan paraguayans belizean bahamian
                bahamians trinidadian guyanese tongan samoan samoans hawaiian hawaiians maori aborigine aborigines eskimo yankee
                yankees gringo gringos anglo anglos nonwhite nonwhites nonnative
                paisa chicana chicanas angolan angolans sicilian southerner slovenian tibetan uyghur moor moors""");
        english(Trait.RELIGION, """
                muslim muslims moslem moslems jew jews jewish hindu hindus sikh sikhs buddhist buddhists catholic catholics
                christian christians protestant protestants baptist baptists mormon mormons evangelical evangelicals
                atheist atheists islamic islamist islamists sunni shia shiite hebrew hebrews zionist zionists lutheran lutherans methodist
                methodists presbyterian presbyterians pentecostal pentecostals adventist adventists amish mennonite mennonites
                quaker quakers anglican anglicans episcopalian orthodox scientologist scientologists wiccan wiccans agnostic
                agnostics hasidic hasidim rastafarian rastafarians papist papists pagan pagans nonchristian nonchristians""");
        english(Trait.ORIENTATION, "gay gays lesbian lesbians queer queers homosexual homosexuals bisexual bisexuals");
        english(Trait.GENDER_IDENTITY, "transgender transgendered transsexual transsexuals trans nonbinary");
        spanish(Trait.RACE, "negro blanco mulato mestizo prieto zambo trigueno");
        spanish(Trait.ORIGIN, """
                africano asiatico indio chino mexicano colombiano venezolano dominicano haitiano cubano puertorriqueno
                salvadoreno guatemalteco hondureno ecuatoriano peruano boliviano argentino rumano gringo americano europeo
                extranjero gitano polaco ruso turco hispano latino moro coreano filipino paraguayo uruguayo chileno
                brasileno ucraniano palestino sirio iraqui irani afgano argelino egipcio panameno guero moreno ghanes
                nepali libio turquito cubano italiano jamaicano centroamericano sudamericano suramericano latinoamericano
                caribeno antillano norteamericano afroamericano afrocolombiano subsahariano eslavo sirio griego sueco noruego
                australiano canadiense checo hungaro bulgaro albano serbio croata armenio judio indito persa angoleno congoleno
                guineano surcoreano norcoreano refugiado exiliado asilado desplazado tailandes camboyano indonesio europeo yugoslavo tunecino forastero""");
        spanishAsTheyAre(Trait.ORIGIN, """
                arabe arabes indigena indigenas japones japonesa japoneses japonesas libanesa senegalesa nicaraguense nicaraguenses marroqui marroquies
                estadounidense estadounidenses inmigrante inmigrantes ilegal ilegales migrante migrantes paquistani
                paquistanies libanes libaneses senegales senegaleses israeli israelies vietnamita vietnamitas somali somalies
                etiope etiopes nigeriano nigeriana nigerianos nigerianas costarricense costarricenses boricua boricuas magrebi magrebies espanol espanola espanoles frances francesa franceses
                ingles inglesa ingleses aleman alemana alemanes portugues portuguesa portugueses irlandes irlandesa holandes
                holandesa bengali bangladesi pakistani subsaharianos canadienses belga belgas keniano keniana congoles moldavo
                croatas persas catalan catalana vasco vasca andaluz gabacho gabachos guiri guiris cholo chola cholos chilango""");
        spanish(
                Trait.RELIGION,
                "musulman judio cristiano catolico evangelico mormon ateo luterano ortodoxo agnostico hebreo");
        spanishAsTheyAre(
                Trait.RELIGION,
                "islamista islamistas adventista adventistas pentecostal pentecostales metodista metodistas musulmana musulmanas musulmanes protestante protestantes budista budistas hindu hindues mormones");
        spanish(Trait.ORIENTATION, "lesbiano");
        spanishAsTheyAre(Trait.ORIENTATION, "gay gays homosexual homosexuales bisexual bisexuales");
        spanishAsTheyAre(
                Trait.GENDER_IDENTITY, "trans transexual transexuales transgenero transgeneros travesti travestis");
        slurs(
                Trait.RACE,
                "nigger niggers nigga niggas darkie darkies darky negrata negratas redskin redskins halfbreed halfbreeds honky honkies");
        slurs(
                Trait.ORIGIN,
                "spic spics wetback wetbacks beaner beaners chink chinks gook gooks paki pakis sudaca sudacas mojados panchito panchitos frijolero frijoleros polack polacks wop wops chinaman chinamen moraco moracos");
        slurs(Trait.RELIGION, "kike kikes raghead ragheads towelhead towelheads");
        slurs(
                Trait.ORIENTATION,
                "fag fags faggot faggots dyke dykes maricon maricones marica maricas joto jotos tortillera");
        slurs(
                Trait.DISABILITY,
                "cripple cripples retard retards spastic spastics spaz mongolito mongolitos subnormal subnormales");
        slurs(Trait.GENDER_IDENTITY, "tranny trannies");
    }

    private static void english(Trait trait, String words) {
        for (var word : words.strip().split("\\s+")) {
            GROUPS.put(word, new Named(trait, false, false));
        }
    }

    private static void spanish(Trait trait, String words) {
        for (var word : words.strip().split("\\s+")) {
            var stem = word.endsWith("o") ? word.substring(0, word.length() - 1) : word;
            // "Un chinito", "los negritos": smaller, and no kinder.
            for (var ending : List.of("o", "a", "os", "as", "ito", "ita", "itos", "itas")) {
                // Words of both languages keep the English manner: it looks at both sides as well.
                GROUPS.putIfAbsent(stem + ending, new Named(trait, false, true));
            }
            GROUPS.putIfAbsent(word, new Named(trait, false, true));
        }
    }

    private static void spanishAsTheyAre(Trait trait, String words) {
        for (var word : words.strip().split("\\s+")) {
            GROUPS.putIfAbsent(word, new Named(trait, false, true));
        }
    }

    private static void slurs(Trait trait, String words) {
        for (var word : words.split(" ")) {
            GROUPS.put(word, new Named(trait, true, false));
        }
    }

    /** The one who comes, without a word about who it is. */
    private static final Set<String> PERSON = set("""
            technician technicians tech techs guy guys man men woman women lady ladies girl girls boy boys fellow fellows
            fella gentleman person persons people folk folks one ones worker workers employee employees kid kids exterminator
            somebody someone anybody anyone dude chap contractor serviceman repairman handyman lad lads lass bloke blokes chaps fellas dudes mate helper helpers applicator inspector sprayer installer operative agent rep representative staff crew team personnel employe
            tecnico tecnicos tecnica tecnicas hombre hombres mujer mujeres persona personas gente muchacho muchacha
            muchachos muchachas senor senora senores senoras chico chica chicos chicas alguien tipo tipos tipa uno
            personal paisano paisanos empleado empleados trabajador trabajadores trabajadora trabajadoras fumigador fumigadora fumigadores operario operaria operarios obrero obreros ayudante ayudantes aplicador plaguero
            inspector instalador individuo sujeto fulano senorita senoritas chavo chavos""");

    /** What may follow a word for a group where it is said of a person: another noun makes it a thing. */
    private static final Set<String> GOES_ON = set("""
            in on to at around please and or who that this again anymore near for from with if here coming is either instead
            over working because so thank thanks but then as today tomorrow ever any no not next when like will would can
            cleaning spraying inside into of these than only under my our crawling touching the knocking driving serving
            handling doing walking fixing carrying drilling looking standing treating wearing climbing living up unless until while through always cannot do does are were arent dont wont from round be back
            out away off nearby alone whatsoever came past beyond too also son estan
            por en a que y o u ni aqui si de con otra como la esa ese porque pero para otro otros gracias entre mas hoy
            trabajando no en va ya nunca jamas siquiera tampoco mi cerca hasta desde cuando para gracias haciendo tocando
            entrando atendiendo me le nos estaria seria haria podria puede vendria""");

    /** More of the small words that go on behind a person. */
    private static final Set<String> WITHIN = set("""
            after before during since where while which though although whether per upon via against among between without outside
            upstairs downstairs yet still just even maybe perhaps really sir madam ok okay sorry have has had does doesnt did didnt
            isnt wasnt werent might may shouldnt couldnt wouldnt comes works touches goes gets makes takes you we i they he she it exclusively whenever twice
            cuando donde aunque mientras antes despues durante sobre segun ser estar ha han fue vino vinieron viene vienen hizo
            hace trabaja trabajan entra toque toquen quien cual alla ahi alli entonces verdad cada tiene tienen sabe saben va van
            should must drives bothers annoys scares upsets disgusts gives wants needs work come handle speaks talks sounds shows exclusivamente necesariamente tal vez pues claro ok eh oiga""");

    /** What those people would do here. */
    private static final Set<String> COMES = set("""
            work works come comes do does enter touch crawl spray clean walk make makes scare scares frighten frightens drives
            keeps came is was has had looks smells cannot should must you knows know talks""");

    /** What may come before a word for a group in Spanish, where the adjective follows its noun. */
    private static final Set<String> LEADS = set("""
            un una otro otra unos unas los las el la al a de ni y o sea es son fuera no mas menos solo solamente muy ese esa
            esos esas este esta estos ver vea mande manden mandame mandeme quiero queremos prefiero ningun ninguna algun
            alguna tan puro pura puros puras sean eran era tambien mejor ser nada como entran entren entra aceptamos acepto permito traigan traiga quiere contraten dejo
            manda contrato contratamos atiendo dejar dejamos mandaron mandan pusieron necesito busco tienen tiene hay sin persona gente sr confio soporto abro recibo acepten traer mandar
            contratar cualquier cualquiera exijo pido con por para como ante entre contra tener mandarme enviarme seria siendo sino pero cuando si esperan prefieren quieren exigen piden buscan aceptan necesitan odian contratan""");

    private static final Set<String> TITLES =
            set("mr mrs ms miss dr father senor senora sr sra don dona doctor san st");

    /** First or last names as well: they need an article before or a person behind. */
    private static final Set<String> ALSO_NAMES = set("""
            christian german french polish brown white black rose english dane welsh dutch swiss southerner traveler traveller orthodox
            ingles frances aleman espanol portugues holandes catalan vasco orthodox paisa""");

    private static final Set<String> SPEAKING = set("""
            speak speaks speaking spoken understand understands in en habla hablan hable hablar hablo hablamos hablen
            entiende entienden sabe talk talks learn language little idioma""");

    private static final Set<String> SELF =
            set("i im we were my our us me soy somos estoy estamos mi mis nuestro nuestra");

    private static final Set<String> HOUSEHOLD = set("""
            wife husband mother father mom mum dad son daughter grandmother grandfather grandma grandpa baby child children
            kids neighbor neighbors neighbour neighbours tenant tenants roommate partner brother sister aunt uncle nurse
            nanny caretaker boss owner manager landlord customers clients guests family parents friend employees staff
            esposo esposa marido mujer madre padre mama papa hijo hija abuelo abuela bebe nino nina ninos ninas vecino vecina
            inquilinos suegra suegro suegros nieto nieta nietos nuera yerno cunado cunada sobrino sobrina primo prima novio novia ahijado grandson granddaughter grandchild grandchildren niece nephew cousin girlfriend boyfriend fiance fiancee stepson stepdaughter toddler residents teacher pastor priest gardener cleaner housekeeper hermano hermana tia tio enfermera jefe duena dueno familia padres amigo amiga
            clientes""");

    private static final Set<String> WISH = set("""
            send sending sent prefer preferred rather want wants wanted need needs wish like no not dont never nobody none
            noone without only make sure anyone somebody someone let letting comfortable keep better instead cancel cancelling
            canceling again asked ask wont isnt another else stop change else have prefers cant feel trust refuse allow
            manda mande manden mandar mandame mandeme mandenme mandes mandaron mandeme envie envien quiero queremos quiere
            quieren quisiera prefiero preferimos prefiere mejor venga vengan vuelva vuelvan sea sean nada nadie ni
            solo solamente menos sin alguien cancelo gustaria dejo deja acepto aceptamos cualquiera mandenos busco necesito
            ningun ninguna nunca jamas evite eviten get find replace swap switch happier book give whoever deal request
            hire bring avoid insist insists demand stand hate uneasy uncomfortable nervous afraid scared object assign must
            should tired unless accept tolerate safe safer welcome best ease skip
            cambie cambieme cambien cambiame cambiar cambienlo cambienla entran entren entra puede pueden tiene tienen miedo
            abro confio confianza soporto exijo pido pedi solicito recibo recibimos asigne asignen asignar consigan traigan
            traer contraten odio incomoda incomodo segura seguro atienda atiendan acepten permito
            quiten quitenme quita quitar desconfianza temor asusta asustan mandan envian molesta molestan""");

    static final List<Line> LINES = List.of(
            new Line(
                    Trait.SEX,
                    "male|female|lady|woman|women|girl|man technician|technicians|tech|techs|worker|workers|exterminator|employee|person only|please|if|for|would|to",
                    "a|an|any|another|some|no|only|with|have|prefer male|female technician|tech|worker|exterminator|person|employee|one",
                    "a|an|any|another lady|woman|girl technician|tech|exterminator",
                    "send|sends|sending|want|wants|prefer|prefers|rather|need|needs|like|asked|ask|request|requested|requesting|get|book ..3 a|an|another|real|any man|woman|lady|gentleman|male|female|girl {~alone}",
                    "can|could|should|must|has it|they|he|she|to be a|an male|female|man|woman|lady|girl|guy",
                    "asked for a guy|man not|no",
                    "no|not|dont|never|wont|without|stop .. a|any|some|the? woman|women|girl|girls|lady|ladies|females|female|men|males {~alone}",
                    "no women|girls|ladies|females|men|males|woman please|allowed|in|on|around|here|this|for|at|and|or",
                    "no women|girls|ladies|females|men|males|woman $",
                    "no women|girls|ladies|females|men|males|woman ^",
                    "^ not|no a|the|another woman|girl|lady|man please|again|this|for",
                    "dont|wont|not|never|cant|rather ..3 a|another|any woman|girl|lady|man in|crawling|working|spraying|coming|around|here|at|on|doing|near|alone|to",
                    "not|no some|a girl|woman|man",
                    "dont|not|wont|never want|send|have|need|let|like|trust|allow a|any|another|the|me|us? women|woman|girl|girls|ladies|females|men|males",
                    "if its|it|they|you|he a|is|send|s|another? a|another|me? a? woman|man|girl|lady|female|male",
                    "rather|prefer|only|want|send|just|strictly|like|trust have|send|us|me|accept|with|let|be|to|deal|by? men|women|males|females|ladies|gentlemen only|please|in|on|working|for|to|at|with|here",
                    "rather|prefer|only|just|strictly have|send|us|me|accept|let|be|want|allow|trust? men|women|males|females|ladies $",
                    "men|women|males|females|ladies only",
                    "comfortable|better|safer|easier|safe with|around|having a|another? woman|women|female|females|man|men|male|lady|ladies",
                    "a|an|another|any|real man|woman|girl|lady|male|female came|comes|come|coming|did|do|does|instead|please|this|again|to|could|can|would|for|as",
                    "happier|safer|better|rather|prefer|wish|hope|replace|swap ..5 a|an|another|by|with|any man|woman|male|female|men|women",
                    "only|just ..5 men|women|males|females {~alone}",
                    "no more women|men|girls|females|males|ladies",
                    "has|have|must|should|needs|better to? be a? male|female|man|woman|men|women",
                    "real man",
                    "man|mans|womans|woman job|work",
                    "job|work for men|women|a man|woman",
                    "was a? woman|girl and she",
                    "prefiero|quiero|mejor|atienda|mande|manden|mandeme|cambieme|cambien|cambie|venga|vengan|tiene|tienen|gustaria|necesito|pueda|quisiera|busco ..5 un|una|otro|otra|ningun|ninguna mujer|hombre|varon|senora|muchacha|chica|dama|senorita {~alone}",
                    "tecnica mujer",
                    "que sea|fuera|venga|vengan|viniera|manden|mande|mandes|sean|atienda|no|un|una|me|lo|la? una|un|unas|puro|puros? mujer|hombre|varon|senora|muchacha|chica|mujeres|hombres|varones|dama|senorita|nina {~alone}",
                    "quiero|quisiera|prefiero|preferimos|prefiere|mande|mandeme|manden|mejor|necesito|gustaria|busco|mandame|queremos|solicito que|a|mas? venga|sea|si? a? un|una|otro|otra|puros|puras mujer|hombre|varon|senora|muchacha|chica|dama|senorita|hombres|mujeres",
                    "quiero|queremos|prefiero|mejor|mande|manden|acepto|aceptamos a? varon|varones|hombres|mujeres|hombre|mujer",
                    "no|nunca|ni .. mande|mandes|manden|quiero|queremos|quiere|acepto|dejo|vuelva|vuelvan|venga|traiga|mandar|envie|envien que|a|me|mas|otra|una|entrar|venga|lo? a|una|otra|venga|atienda? mujer|mujeres|hombres|muchachas|muchacha|chicas|ninas|senoras|varones",
                    "no ..4 atienda|atiendan una|un|otra? mujer|hombre|mujeres|hombres",
                    "no|nunca .. una|otra|ninguna|ningun|un mujer|hombre|muchacha|chica",
                    "solo|solamente|unicamente|nada|puros|puras de|a|acepto|queremos|manden|mande? mujeres|hombres|varones|senoras|damas|ninas|muchachas",
                    "si es|viene|mandan|manda una|un|otra? mujer|hombre|muchacha|chica",
                    "hombre de verdad",
                    "trabajo|cosa|cosas para|de hombres|mujeres|hombre|mujer|machos",
                    "mujeres|hombres|mujer|hombre no $",
                    "de|del sexo masculino|femenino|opuesto",
                    "tecnico|tecnica|persona|personal|gente hombre|varon|mujer|masculino|femenina"),
            new Line(
                    Trait.AGE,
                    "he|she|hes|shes|one|ones|technician|tech|guy|man|woman|they|theyre|him|her|person|lady|fellow is|are|was|looks|look|seems|way|a|bit|little|much? is|way|a|bit|much? too old|young",
                    "too old|young to|for climb|work|do|be|crawl|lift|this|that|the|carry|know",
                    "someone|somebody|anyone|anybody|nobody|noone|no|one|person|technician|tech|people|man|guy one|who|is|thats|whos|aged|a|bit|not|isnt|i|can|slightly|little? is|bit|little|aged? under|over|below|above|past|beyond {n}",
                    "someone|somebody|anyone|anybody|nobody|person|technician|tech|one|people|guy|man who|thats|is|whos|a|bit|not|isnt|so|too|much|little|slightly? is|bit|too|so|little? younger|older|old|young|elderly|youthful|middle",
                    "younger|older|elderly|young|mature|youthful technician|tech|gentleman|guy|person|people|fellow|lady|technicians|techs|folks|worker|workers|man|woman please|instead|with|for|on|only|would|this|next|if|to|around",
                    "a|an|any|some|no|another|these|those|with|trust younger|older|elderly|young|old technician|tech|gentleman|guy|person|people|fellow|lady|technicians|techs|folks|man|woman|kid|men|kids|geezer|timer",
                    "dont|not|never ..3 young|old|older|younger|elderly technician|technicians|people|folks|men|women|person|guys|techs|kids",
                    "is|are he|she|they over|under|past|above {n}",
                    "replace|swap|change|exchange ..3 old|young|older|elderly man|woman|guy|lady|girl|kid|fellow",
                    "no|not un abuelo|anciano|viejo|vieja|viejito|nino",
                    "in|into|past his|her|their early|late|mid? twenties|thirties|forties|fifties|sixties|seventies",
                    "no old|elderly|young people|men|folks|guys|technicians|techs|kids|women|ones|timers",
                    "no seniors|teenagers|youngsters|millennials|boomers|geezers|retirees",
                    "too|so|very old for|to|a? this|the|climb|ladder|be|do|job",
                    "not|nobody|noone|none|no ..3 past|over|above|older|younger|under than? {n} years|please|$",
                    "alguien|uno|una|tecnico|persona|muchacho|muchacha|chico|chica|hombre|mujer|gente que? sea|mas|muy|no|tan? mas|muy|tan? joven|jovenes|viejo|vieja|jovencito|mayor {~alone}",
                    "un|una|otro|ningun|algun muchacho|muchacha|tecnico|persona|chico|chica|hombre|senor|mujer|senora mas? joven|viejo|vieja|jovencito|jovencita|anciano|mayor",
                    "senor|senora|el|ella|ese|esa|tecnico|muchacho|muchacha|tipo|hombre esta|es|era|ya|parece|se|ve? muy|demasiado|tan|ya|bastante viejo|vieja|mayor|joven|viejito|anciano|viejita|grande",
                    "nadie|alguien|uno|tecnico|persona|sea|ninguno|sean que|no|sea|tenga? sea|tenga|pase|mas? mayor|menor|mayores|menores|mas|menos de {n}",
                    "gente|personas|nadie|alguien de la|su? tercera edad",
                    "pase|pasen|tenga|tengan mas|de|menos de? {n} anos",
                    "muchacho|muchacha|alguien|tecnico|persona|hombre|joven de {n} o|a|y|anos",
                    "de {n} o|a|y {n} anos",
                    "de mas|menos de {n} ..2 ninguno|ninguna|nadie|no",
                    "no|nada|nunca|ni|basta|menos .. mande|manden|quiero|queremos|de|mandes|envien|traigan mas|a|otro|otra|esos|esas|un|una? viejo|viejos|viejito|viejitos|ancianos|anciano|viejas|vieja|jovencitos|jovenes|chamacos|chamaco|mocosos|mocoso|chavos|abuelos|abuelo",
                    "quiero|prefiero|mejor|mande|manden|mandeme|busco que|a|sea|venga|si|es? sea|un|una|mas|alguien|uno|gente? mas? joven|jovenes|jovencito|jovencita"),
            new Line(
                    Trait.PREGNANCY,
                    "pregnant|expecting woman|lady|girl|technician|tech|person|women|one",
                    "technician|tech|she|shes|girl|lady|her|woman|one is|looks|was|very|obviously|so|isnt|seems? pregnant",
                    "is the|that|your|she technician|tech|girl|lady|woman|one? pregnant|expecting",
                    "^ shes|she is? expecting $",
                    "^ shes|she is? expecting ^",
                    "^ shes|she is? expecting isnt|and|so|right",
                    "^ shes|she is? expecting a baby|child",
                    "not|no|dont|isnt|nobody .. pregnant technician|technicians|women|ladies|girls|workers|people|one|person|please",
                    "if she|shes|the technician? is? pregnant",
                    "si esta embarazada",
                    "muchacha|ella|tecnica|chica|senora|mujer|esa|senorita que? esta|anda|estaba|viene|parece|sigue embarazada|prenada|encinta",
                    "no|nada|ninguna|ni .. embarazada|embarazadas|prenada please|por|$",
                    "una embarazada",
                    "que no este|sea embarazada"),
            new Line(
                    Trait.DISABILITY,
                    "the|that|a|any|no|another deaf|blind|lame|crippled|disabled|handicapped|mute|autistic|retarded|stuttering|limping fellow|guy|man|woman|one|tech|technician|person|people|girl|lady|kid ..5 not|never|dont|no|again|anymore|else|instead",
                    "dont|not|no|never|stop|without|nobody|wont|rather ..4 deaf|blind|lame|crippled|disabled|handicapped|mute|autistic|retarded fellow|guy|man|woman|one|tech|technician|person|people|girl|lady|$",
                    "someone|somebody|anyone|person|technician|one|tech|guy|who|that who|that|thats|is|whos? isnt|not|is disabled|deaf|blind|lame|crippled|handicapped|sick|autistic",
                    "he|she|hes|shes|technician|tech|guy ..3 is|was|looks|s? deaf|disabled|crippled|handicapped|lame|autistic|retarded",
                    "one|guy|man|woman|fellow|technician|tech|person|lady|girl|nobody|anyone|noone|somebody|someone|anybody with|in|has|who|on a|the|that|his|her|no|any|has|walks? bad|with|missing|one|no|the|a? limp|leg|stutter|wheelchair|crutches|cane|prosthesis|prosthetic|disability|disabilities|handicap|arm|hand|condition|lisp",
                    "bad leg or|and ..",
                    "one armed|legged|handed|eyed",
                    "prosthetic|wooden|artificial leg|arm|hand|foot",
                    "without|no|any|with|has .. mental illness|illnesses|disorder|condition|problems",
                    "al|el|la|del de la|las? silla|muletas|baston",
                    "one|nobody|anyone|noone|somebody|someone|anybody|technician|tech|person|guy|worker with|who|that|has|whos|thats has|is|a|an|the|any|prone|to? a|an|to? epilepsy|epileptic|seizures|diabetes|prosthetic|prosthesis|hearing",
                    "technician|tech|he|she|guy|person|fellow|hes|shes is|was|one? hard of hearing",
                    "he|she|technician|tech|guy|lady|who|someone|nobody|anyone has|had|with a|the|that? bad? stammer|stutter|lisp|limp|tic|tremor|hump|hunchback|prosthesis|disability",
                    "he|she|who|technician|tech|one|guy|lady|that limps|stutters|stammers|lisps",
                    "que|el|ella|tecnico|muchacho cojea|tartamudea|renguea|renquea",
                    "tecnico|tecnica|alguien|nadie|uno|persona|al|el|la|ese|esa que|en|con usa|lleva|anda|en|una|un|con? en? muletas|silla|baston|protesis|audifonos|epilepsia",
                    "someone|somebody|anyone|person healthy|ablebodied",
                    "able bodied",
                    "send|want|need|prefer|get|with .. healthy technician|person|man|one|guy|$",
                    "not|no|nobody|without .. disability|disabilities|handicap|handicaps",
                    "no|nunca|otro|menos|nadie .. al|el|la|a|ese|esa|un|una|este|los cojo|coja|sordo|sorda|ciego|ciega|mudo|muda|tullido|manco|lisiado|tuerto|invalido|invalida|discapacitado|discapacitada|minusvalido|tartamudo|cojos|sordos|tartamuda",
                    "el|la|al|ese|esa|del cojo|coja|sordo|sorda|mudo|muda|tullido|manco|lisiado|tuerto|invalido|invalida|discapacitado|discapacitada|tartamudo ..3 no|otro|otra|nunca",
                    "alguien|tecnico|persona|uno|muchacho que|no|sea|este|tenga? este|no|sea? sano|sana|completo|normalito",
                    "no|ninguna|ningun|sin|nadie .. discapacidad|minusvalia|impedimento|discapacidades {~alone}",
                    "que no sea|este|tenga discapacitado|discapacitada|sordo|ciego|cojo|enfermo|sorda|ciega|coja|invalido|autista",
                    "persona|gente|alguien|nadie|tecnico con discapacidad|muletas|baston"),
            new Line(
                    Trait.RELIGION,
                    "someone|somebody|anyone|anybody|people|person|woman|guy|man|technician|tech|girl|lady|one|those|the|nobody|noone|fellow|with|in|that|no|wearing|wears a|an|the|in|wearing|with|who|wears|his|her|that|their|one|women? a|the|in|wearing|with|wears|his|her? hijab|hijabs|veil|turban|turbans|headscarf|headscarves|burqa|burka|yarmulke|kippah|niqab|skullcap",
                    "no|not|dont|never|nobody|without|take ..5 hijab|veil|turban|headscarf|headscarves|burqa|yarmulke|turbans|hijabs|crucifix",
                    "church going|goer|goers",
                    "a|an|no|any|another|some|fellow|be jehovah|jehovahs s? witness|witnesses",
                    "goes|go to church|mosque|temple|synagogue",
                    "prays|praying in|on|five|at|during the|my|our|times|work|a? ..",
                    "same religion|faith",
                    "our|my|own|right|same|good|true religion|faith {~alone}",
                    "de|con|testigo|testigos testigo|de jehova",
                    "nadie|alguien|no|mujer|hombre|senor|con|otro|esa|ese|sin|una|uno .. con|de|usa|lleva|ese|el|un|la|traiga|use turbante|velo|hiyab|burka|kipa|chador",
                    "rezan|reza|rezando cinco|en|todo",
                    "de|con misma|nuestra|mi|la|otra|buena? misma|nuestra? religion|fe",
                    "hable|hablar|predica|predique|predican de? dios|biblia|luego|religion",
                    "creyente|creyentes {~alone}"),
            new Line(
                    Trait.RACE,
                    "same|own|another|different|my|our|his|right|other race",
                    "own|same|my|our|another|different|right skin? color|colour {~alone}",
                    "lighter|darker|light|dark|fair|white|black|brown skin|skinned|complexion",
                    "people|person|man|men|woman|guy|someone|somebody|technician of color|colour",
                    "skin color|colour",
                    "gente|persona|hombre|mujer|alguien|tecnico|personas de color",
                    "piel clara|oscura|blanca|negra|morena",
                    "color de piel",
                    "misma|nuestra|otra|mi|su raza",
                    "de|sea raza"),
            new Line(
                    Trait.ORIGIN,
                    "born|raised in|here this|the|america|usa|our|country|states? ..",
                    "native born",
                    "from this|my|our|own country ",
                    "only|just|strictly|be|is|a us|american|u citizen|citizens|s",
                    "citizens only",
                    "solo|solamente|unicamente|sea|sean ciudadano|ciudadanos|ciudadana",
                    "green card|cards",
                    "nobody|noone|anyone|anybody|someone|somebody|not|no|isnt|people|those|guys|guy|technician|technicians|tech|man|men|woman|women|lady|fellow|person|worker|folks|one|ones|he|she|hes|shes|they .. from the? {land} {~alone}",
                    "not|no|isnt|someone who .. from here|around",
                    "where .. he|she|they|family|technician|guy|parents is|are|comes|from|come|was|were ..",
                    "go back to ..",
                    "nacido|nacida|nacidos en|aqui",
                    "sea|sean de aqui|este|otro pais?",
                    "de otro|este|mi|nuestro|su pais",
                    "de esta tierra",
                    "de donde es|viene|son ese|el|la|su|esa|ella|usted?",
                    "tiene|tienen|tenga|con|sin papeles ..",
                    "nadie|alguien|uno|no|ninguno|ninguna|gente|tecnico|tecnicos|personas|sea|sean|venga .. de el|la|los? {land} {~alone}",
                    "nadie|alguien|uno|no|ninguno de fuera {~alone}"),
            new Line(
                    Trait.ORIENTATION,
                    "a|be|is|someone|somebody|only|prefer straight man|woman|guy|person|technician|one|please|$",
                    "heterosexual|heterosexuals"),
            new Line(
                    Trait.GENDER_IDENTITY,
                    "man|woman|boy|girl dressed as|like",
                    "used to be a man|woman|boy|girl|guy",
                    "born a|as a? man|woman|male|female|boy|girl",
                    "antes|era era|antes hombre|mujer",
                    "biological man|woman|male|female",
                    "hombre|mujer vestido|vestida de"),
            new Line(
                    Trait.ACCENT,
                    "without|no|not|with|has|his|her|thick|heavy|foreign|strong|that|their|such|less an|a|so|thick|heavy|strong|foreign|much|any|of? an|thick|heavy|strong|foreign|such? accent|accents",
                    "proper|decent|good|real|normal|perfect|clean english",
                    "native speaker|speakers",
                    "that|his|her|their|an|a|any .. accent|accents {~alone}",
                    "whose|with|has|have|is first|native|mother english|language|tongue",
                    "whose|with|english as? a|his|their|the? first|native|mother language|tongue",
                    "accent|accents is|are|was|were too|so|very|thick|heavy|strong|hard",
                    "cuyo|cuya|con|tenga|su primer|primera|lengua idioma|lengua|materna",
                    "american sounding",
                    "tecnico|tecnica|el|ella|ese|esa|muchacho|persona|que tiene|tienen|habla|hablan ..3 acento|tonito|dejo",
                    "sin|con|ese|su|mucho|fuerte|tanto|tenga|ningun acento",
                    "no .. entiendo|entiende|entienden|entendemos|gusta|aguanto|soporto el|su|ese acento"),
            new Line(
                    Trait.UNNAMED,
                    "one|some|somebody|someone of|from ours|us|our own|kind|people?",
                    "like us|ourselves {~alone}",
                    "those|these|that|such|that kind|sort|type of? people make|makes|are|scare|scares|again|dont|here|around|near|there",
                    "those|these|that|such|that kind|sort|type of people",
                    "not|no|dont|keep ..3 those|these people",
                    "that|those|his|her|their|such type|kind|sort again|you|of",
                    "you know the|what|which type|kind|sort|i|one mean?",
                    "not|no that|those|these type|kind|sort|types|kinds",
                    "one|ones|some of those|them {~alone}",
                    "not|no one of those|them",
                    "belong|belongs in this|our|the neighborhood|neighbourhood|area|place",
                    "other|different|right|another|wrong kind|sort of? person|people|technician|$",
                    "someone|somebody|person|man|technician|one more? normal|traditional|cleancut",
                    "clean cut",
                    "normal|regular|american|pronounceable|weird|strange|foreign|funny|english|spanish|proper name",
                    "name i|we can pronounce|say",
                    "share|shares|has|sharing our|my|the|same? same? values|culture|background",
                    "from around here",
                    "speak|speaks|sound|sounds|look|looks like|american us|me|we|one|they ..",
                    "de|a|como los|nosotros nuestros {~alone}",
                    "alguien|uno|gente|tecnico|persona|evangelico como nosotros",
                    "los nuestros",
                    "esa|esas|ese tipo|clase de? gente|persona",
                    "esa gente",
                    "uno|una|alguien de esos|esas|ellos",
                    "alguien|persona|gente|uno normal|decente|bien|igual",
                    "gente bien",
                    "usted|ya|tu me|ya|sabe? entiende|sabe|entiendes a que|quien|me? ..",
                    "me entiende|entiendes",
                    "buena|mejor presencia|familia|apariencia|pinta",
                    "nombre|apellido tan|conocido|raro|normal|extrano|decente|cristiano raro|extranjero|extrano?"));

    private LawWords() {}

    static Set<String> set(String words) {
        return Set.copyOf(new HashSet<>(List.of(words.strip().split("\\s+"))));
    }

    /** The words that a slip of the finger may have been meant for. */
    static Set<String> lexicon() {
        var all = new HashSet<>(GROUPS.keySet());
        all.addAll(PERSON);
        all.addAll(WISH);
        return all;
    }

    /** Words that are no slips. */
    static boolean knows(String word) {
        return GOES_ON.contains(word)
                || WITHIN.contains(word)
                || HOUSEHOLD.contains(word)
                || LANDS.contains(word)
                || COMES.contains(word)
                || LEADS.contains(word);
    }

    /** "The technician should know that our nanny is deaf". */
    static boolean namesTheHouse(Words words, int start, int end) {
        if (OURS.contains(words.at(start - 1)) && !words.startsClause(start) && !SAME.contains(words.at(start))) {
            return true;
        }
        if (HOUSEHOLD.contains(words.at(start - 1)) && OURS.contains(words.at(start - 2))) {
            return true;
        }
        if (CANNOT.contains(words.at(start)) && BY_US.contains(words.at(start - 1))) {
            return true;
        }
        boolean safeFor = false;
        for (int at = Math.max(words.sentenceStart(start), start - 4); at < end; at++) {
            safeFor |= SAFE_FOR.contains(words.at(at));
            if (at > start && HOUSEHOLD.contains(words.at(at)) && OURS.contains(words.at(at - 1))
                    || safeFor && FOR.contains(words.at(at))) {
                return true;
            }
        }
        return false;
    }

    private static final Set<String> SAME = set("own misma mismo race raza color colour skin religion faith fe");

    private static final Set<String> OURS = set("my our mi mis nuestra nuestro nuestras nuestros");

    /** "Hay un señor que no oye bien": a sentence that says who is there. */
    static boolean opensWithWhoIsThere(Words words, int start) {
        int sentence = words.sentenceStart(start);
        for (int at = sentence + 1; at <= start; at++) {
            if (words.startsClause(at)) {
                return false;
            }
        }
        var first = words.at(sentence);
        return first.equals("hay") || first.equals("there") || first.equals("theres");
    }

    /** Asked about what is sprayed: "is it safe for pregnant women?" */
    private static final Set<String> SAFE_FOR =
            set("safe seguro segura harmful dangerous toxic peligroso danino toxico okay bad malo");

    private static final Set<String> FOR = set("for para to");

    static @Nullable Group group(Words words, int at) {
        var named = GROUPS.get(words.at(at));
        return named == null ? null : new Group(named.trait, at + 1, named.slur, named.spanish);
    }

    /** "Speaks Korean", "Mr. White". */
    static boolean isSpokenOf(Words words, int at) {
        var before = words.startsSentence(at) ? "" : words.at(at - 1);
        return TITLES.contains(before) || SPEAKING.contains(before);
    }

    /** "A white technician" is of a person, "the white door" is not; in Spanish "puerta negra" is not. */
    static boolean isOfAPerson(Words words, int at, Group group) {
        var before = words.startsSentence(at) ? "" : words.at(at - 1);
        if (TITLES.contains(before)
                || SPEAKING.contains(before)
                || words.at(at + 1).equals("speaking")) {
            return false;
        }
        if (ALSO_NAMES.contains(words.at(at)) && !hasArticleOrPerson(words, at, before)) {
            return false;
        }
        if (group.trait == Trait.RACE && alsoOfAThing(words, at)) {
            return false;
        }
        if (manyPeople(words, at, group, before)) {
            return true;
        }
        if (group.spanish || !group.slur && isSpanish(words)) {
            return (before.isEmpty() || LEADS.contains(before) || PERSON.contains(before) || words.startsClause(at))
                    && goesOn(words, at + 1);
        }
        int next = at + 1;
        if (!words.startsClause(next) && GROUPS.containsKey(words.at(next))) {
            next++;
        }
        boolean colour = group.trait == Trait.RACE;
        if (colour && (words.at(next).equals("one") || words.at(next).equals("ones"))) {
            return false;
        }
        if (!words.startsClause(next) && PERSON.contains(words.at(next))) {
            return goesOn(words, next + 1) || COMES.contains(words.at(next + 1));
        }
        // "An African comes", "a Somali showed up": behind one of them, such an ending is that of a verb.
        var behind = words.at(next);
        boolean one = before.equals("a") || before.equals("an") || before.equals("another");
        if (one
                && !colour
                && (behind.endsWith("s") && !behind.endsWith("ss")
                        || behind.endsWith("ed")
                        || COMES.contains(behind))) {
            return true;
        }
        // An English word may stand in a Spanish sentence behind its noun: "el señor White", "cucaracha american".
        return goesOn(words, next);
    }

    /**
     * "Mexicans", "musulmanes": several of them are people, whatever comes behind. In Spanish the same word may stand behind
     * its noun, which then is of several too: "productos chinos", "cucarachas negras".
     */
    private static boolean manyPeople(Words words, int at, Group group, String before) {
        var word = words.at(at);
        // "Japonés" is one, "japoneses" are several.
        if (!word.endsWith("s") || word.endsWith("ss") || GROUPS.containsKey(word + "es")) {
            return false;
        }
        if (group.spanish) {
            return before.isEmpty()
                    || words.startsClause(at)
                    || LEADS.contains(before)
                    || PERSON.contains(before)
                    || !before.endsWith("s") && !before.endsWith("n") && before.length() > 1;
        }
        // "Whites" and "browns" are laundry and spiders too.
        return group.trait != Trait.RACE && GROUPS.containsKey(word.substring(0, word.length() - 1));
    }

    /** "Prefiero la puerta negra, la blanca no abre": a colour before it in the sentence was that of a thing. */
    private static boolean alsoOfAThing(Words words, int at) {
        for (int other = words.sentenceStart(at); other < at; other++) {
            var named = GROUPS.get(words.at(other));
            if (named != null
                    && named.trait == Trait.RACE
                    && !isOfAPerson(words, other, new Group(named.trait, other + 1, named.slur, named.spanish))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasArticleOrPerson(Words words, int at, String before) {
        return switch (before) {
            case "a",
                    "an",
                    "nobody",
                    "noone",
                    "anyone",
                    "anybody",
                    "everyone",
                    "any",
                    "another",
                    "only",
                    "some",
                    "be",
                    "isnt",
                    "someone",
                    "somebody",
                    "not",
                    "un",
                    "una",
                    "otro",
                    "sea",
                    "es",
                    "tecnico",
                    "tecnicos",
                    "no" -> true;
            default -> !words.startsClause(at + 1) && PERSON.contains(words.at(at + 1));
        };
    }

    static boolean goesOn(Words words, int at) {
        return words.startsClause(at)
                || WITHIN.contains(words.at(at))
                || GOES_ON.contains(words.at(at))
                || PERSON.contains(words.at(at))
                || words.at(at).length() > 5
                        && (words.at(at).endsWith("ando") || words.at(at).endsWith("iendo"));
    }

    /** "I'm pregnant", "my husband is deaf", "the owner, an old man", "somos judíos": said of the customer's own people. */
    static boolean aboutThemselves(Words words, int start, int end) {
        int sentence = words.sentenceStart(start);
        if (words.startsClause(start) && start > sentence) {
            for (int at = start - 1; at >= Math.max(sentence, start - 2); at--) {
                if (HOUSEHOLD.contains(words.at(at)) || OWN.contains(words.at(at))) {
                    return true;
                }
            }
        }
        for (int at = start - 1; at >= Math.max(sentence, start - 3); at--) {
            if (words.startsClause(at + 1) && at + 1 > sentence) {
                return false;
            }
            var word = words.at(at);
            if (AWAY.contains(word)) {
                return false;
            }
            if (word.equals("im")
                    || word.equals("soy")
                    || word.equals("somos")
                    || word.equals("estoy")
                    || word.equals("eres")) {
                return true;
            }
            boolean linking = switch (word) {
                case "is", "are", "am", "es", "esta", "son", "estan", "was", "has", "were", "wears" -> true;
                default -> false;
            };
            if (linking) {
                var subject = at == sentence ? "" : words.at(at - 1);
                return HOUSEHOLD.contains(subject)
                        || subject.equals("i")
                        || subject.equals("we")
                        || word.equals("were") && subject.isEmpty();
            }
        }
        return false;
    }

    private static final Set<String> OWN = Set.of("my", "our", "mi", "nuestro", "nuestra");

    /** What comes behind one of these is said of somebody else: "we are against", "I was told she". */
    private static final Set<String> AWAY = set("""
            with around against by from about of told she he they con contra de ante""");

    /** "He is too old for stairs, my father": whom they speak of is named behind it. */
    static boolean namedBehind(Words words, int start, int end) {
        for (int at = end; at < words.sentenceEnd(start) - 1; at++) {
            boolean own = words.at(at).equals("my")
                    || words.at(at).equals("mi")
                    || words.at(at).equals("our");
            if (own && words.startsClause(at) && HOUSEHOLD.contains(words.at(at + 1)) && words.startsClause(at + 2)) {
                return true;
            }
        }
        return false;
    }

    /** "There is a man", "no hay un hombre": somebody is there, and nobody is wished for. */
    static boolean saysWhoIsThere(Words words, int start, int end) {
        for (int at = Math.max(words.sentenceStart(start), start - 1); at < end; at++) {
            if (words.at(at).equals("hay")
                    || words.at(at).equals("there")
                    || words.at(at).equals("theres")) {
                return true;
            }
        }
        return false;
    }

    /**
     * "My mother is deaf in one ear", "a newborn in our house": the customer's own people are spoken of in this sentence, and
     * nobody who comes.
     */
    static boolean ofTheHouse(Words words, int start, int end) {
        int from = words.sentenceStart(start);
        int to = words.sentenceEnd(end - 1);
        boolean house = false;
        for (int at = from; at < to; at++) {
            var word = words.at(at);
            if (COMERS.contains(word)) {
                return false;
            }
            house |= OF_OURS.contains(word)
                    || HOUSEHOLD.contains(word) && !BESIDE_THEM.contains(words.at(at - 2))
                    || (word.equals("my") || word.equals("mi")) && BODY.contains(words.at(at + 1))
                    || CANNOT.contains(word) && SENSES.contains(words.at(at + 1)) && BY_US.contains(words.at(at - 1))
                    || (word.equals("i") || word.equals("we")) && OURSELVES.contains(words.at(at + 1));
        }
        return house;
    }

    /** "Near my sons", "cerca de mis hijos": where it would be, and not who is spoken of. */
    private static final Set<String> BESIDE_THEM = set("near around with by beside to at from in con de a junto");

    private static final Set<String> OF_OURS = set("im weve ive soy somos tengo tenemos estoy estamos");

    private static final Set<String> BODY = set("""
            skin hair hearing eyes legs leg hip knee heart back lungs pregnancy wheelchair cane crutches bebe piel oido vista cadera
            rodilla pierna espalda embarazo silla baston condition religion faith""");

    private static final Set<String> CANNOT = set("cant cannot dont hardly barely");

    private static final Set<String> SENSES = set("hear see walk speak read smell climb");

    private static final Set<String> BY_US = set("i we");

    private static final Set<String> OURSELVES =
            set("am are have use wear speak keep live go celebrate observe run own grow serve sell teach");

    /** Whoever comes, or that they come. */
    private static final Set<String> COMERS = set("""
            technician technicians tech techs worker workers exterminator guy guys fellow send sends sending sent someone somebody anyone
            anybody nobody noone whoever he she hes shes they theyre one ones him her crew staff your personnel assign employ hire
            tecnico tecnica tecnicos tecnicas fumigador venga vengan viene vino mande manden mandan mandaron mandar envie envien
            alguien nadie uno quien ese esa muchacho muchacha trabajador personal cambien cambie atienda entren entran entra let lets letting allow allows want wants queremos prefers likes trusts deja dejan
            dejar abre abren quiere quieren prefiere confia gusta acepta permite""");

    /** One of the customer's own people. */
    static boolean isOfTheHouse(String word) {
        return HOUSEHOLD.contains(word);
    }

    /** Somebody speaks of their own English or accent, or of that of their own people. */
    static boolean speaksOfTheirs(Words words, int start) {
        for (int at = start; at >= Math.max(words.sentenceStart(start), start - 5); at--) {
            var word = words.at(at);
            if (HOUSEHOLD.contains(word) || word.equals("my") || word.equals("mi") || word.equals("our")) {
                return true;
            }
            if ((word.equals("i") || word.equals("we")) && !WISH.contains(words.at(at + 1))
                    || (word.equals("i") || word.equals("we"))
                            && words.at(at + 1).equals("dont")
                            && words.at(at + 2).startsWith("speak")) {
                return true;
            }
        }
        return false;
    }

    static boolean isPerson(String word) {
        return PERSON.contains(word);
    }

    static boolean wishes(Words words, int from, int to) {
        for (int at = from; at < to; at++) {
            if (WISH.contains(words.at(at))) {
                return true;
            }
        }
        // "A Christian, please." is a wish and nothing more.
        return to - from <= SHORT
                && (words.at(to - 1).equals("please") || words.at(to - 1).equals("favor"));
    }

    private static final int SHORT = 5;

    /** Whether anything in the whole text wishes, refuses, fears or complains, in whatever form of the word. */
    static boolean wishesAnywhere(Words words) {
        for (int at = 0; at < words.count(); at++) {
            var word = words.at(at);
            if (WISH.contains(word) || FEELS.contains(word)) {
                return true;
            }
            for (var stem : WISHING) {
                if (word.startsWith(stem)) {
                    return true;
                }
            }
        }
        return wishes(words, 0, words.count());
    }

    private static final Set<String> FEELS = set("""
            out off away back stay go gone enough please favor fix anybody except anything problem problems trouble mad angry creeps how which
            does is are was ever fine okay thanks thank todos todas hasta basta harto harta fuera lejos es son hay puede deberia
            debe debo gracias""");

    private static final List<String> WISHING = List.of(
            "send",
            "prefer",
            "want",
            "request",
            "refus",
            "accept",
            "allow",
            "permit",
            "replac",
            "swap",
            "chang",
            "trust",
            "insist",
            "hire",
            "hiring",
            "assign",
            "choos",
            "pick",
            "avoid",
            "reject",
            "demand",
            "expect",
            "hope",
            "hoping",
            "wish",
            "tolerat",
            "comfort",
            "scare",
            "frighten",
            "nerv",
            "upset",
            "different",
            "should",
            "must",
            "appreciat",
            "mand",
            "envi",
            "prefier",
            "quier",
            "quis",
            "dese",
            "agrade",
            "acept",
            "cambi",
            "busc",
            "necesit",
            "contrat",
            "asign",
            "confi",
            "evit",
            "rechaz",
            "molest",
            "asust",
            "espant",
            "incomod",
            "pid",
            "pedi",
            "exij",
            "exig",
            "solicit",
            "deje",
            "dejo",
            "dejar",
            "quit",
            "pong",
            "traig",
            "veng",
            "vini",
            "vuelv",
            "atiend",
            "atend",
            "espero",
            "ojala",
            "tengan",
            "tenga",
            "prohib");

    /** "An Indian came last week. Never again." */
    static boolean refusesBehind(Words words, int sentence) {
        if (sentence >= words.count()) {
            return false;
        }
        int end = words.sentenceEnd(sentence);
        var first = words.at(sentence);
        return end - sentence <= SHORT && (first.equals("never") || first.equals("not") || first.equals("nunca"));
    }

    /** Countries and larger parts of the world, as people come from them. */
    private static final Set<String> LANDS = set("""
            india pakistan bangladesh nepal china taiwan japan korea vietnam cambodia laos thailand philippines filipinas
            indonesia africa asia nigeria ghana kenya ethiopia etiopia eritrea somalia sudan congo senegal liberia uganda morocco
            marruecos algeria argelia egypt egipto israel palestine palestina lebanon libano syria siria iraq irak iran
            afghanistan afganistan arabia yemen turkey turquia russia rusia ukraine ucrania poland polonia romania rumania
            bulgaria bosnia serbia albania armenia mexico guatemala honduras salvador nicaragua panama cuba haiti jamaica
            dominicana colombia venezuela ecuador peru bolivia chile argentina brazil brasil overseas abroad extranjero
            republica""");

    static @Nullable Reading readLand(Words words, int at) {
        if (LANDS.contains(words.at(at))) {
            return new Reading("", at + 1);
        }
        boolean two = words.at(at).equals("middle") && words.at(at + 1).equals("east")
                || words.at(at).equals("medio") && words.at(at + 1).equals("oriente")
                || words.at(at).equals("puerto") && words.at(at + 1).equals("rico");
        return two ? new Reading("", at + 2) : null;
    }

    /** Reads nothing, but holds only where the words go on as after a person: another noun would make it a thing. */
    static @Nullable Reading readAlone(Words words, int at) {
        return goesOn(words, at) ? new Reading("", at) : null;
    }

    /** 19 to 99, as an age at work: younger ones are the children of the house. */
    static @Nullable Integer age(String word) {
        var known = switch (word) {
            case "twenty", "twenties", "veinte", "veintitantos" -> 20;
            case "thirty", "treinta", "treintaitantos" -> 30;
            case "forty", "cuarenta" -> 40;
            case "fifty", "cincuenta" -> 50;
            case "sixty", "sesenta" -> 60;
            case "seventy", "setenta" -> 70;
            case "eighty", "ochenta" -> 80;
            case "ninety", "noventa" -> 90;
            default -> 0;
        };
        if (known > 0) {
            return known;
        }
        if (word.length() == 2 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = Integer.parseInt(word);
            return number >= 19 ? number : null;
        }
        return null;
    }

    private static final Set<String> SPANISH = set("""
            que no el la los las un una por favor de en es y mi me se con para quiero mande manden nada alguien solo si nadie
            como esta esa ese del al prefiero sea venga mejor muy usted somos soy""");
    private static final Set<String> ENGLISH = set("""
            the a an please i im my send not dont want somebody someone in is it to of and you we with for no one he she that
            this have who be can could would will me if only prefer id wed nobody""");

    static boolean isSpanish(Words words) {
        int spanish = 0;
        int english = 0;
        for (int at = 0; at < words.count(); at++) {
            spanish += SPANISH.contains(words.at(at)) ? 1 : 0;
            english += ENGLISH.contains(words.at(at)) ? 1 : 0;
        }
        return spanish > english;
    }
}
