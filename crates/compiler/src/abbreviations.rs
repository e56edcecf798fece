//! What distinguishes the stop of an abbreviation from the end of a sentence, by language. The lists cover what magazines
//! write; rules that need no list are in `segments`.

/// The conventions of a language. Words are separated by spaces and without their stops. Those in lowercase may also have a
/// capital; the others are abbreviations with a capital alone, such as “Mag.”, because “mag” is a word.
pub(crate) struct Conventions {
    /// The language, without region or script.
    language: &'static str,
    /// Abbreviations that precede a name or an example. No sentence ends after one.
    titles: &'static str,
    /// Abbreviations that may end a sentence.
    others: &'static str,
    /// Endings of abbreviated words, such as names of streets. Those with a hyphen are endings of lowercase words alone.
    endings: &'static str,
    /// Abbreviations that precede a number. Elsewhere, they are ordinary words.
    numbered: &'static str,
    /// Words that begin a sentence if they are capitalized, because no name begins with them.
    starters: &'static str,
    /// Words that precede the number of a thing, as in “World War I”.
    counted: &'static str,
    /// Verbs that say who spoke the words before them.
    saying: &'static str,
    /// Whether a stop makes the number before it an ordinal.
    pub ordinals: bool,
}

const NONE: Conventions = Conventions {
    language: "",
    titles: "",
    others: "",
    endings: "",
    numbered: "",
    starters: "",
    counted: "",
    saying: "",
    ordinals: false,
};

/// Abbreviations of languages that have no list, in scripts that no other language has.
const ANYWHERE: &str = "डॉ श्री श्रीमती प्रो पं";

const ALL: [Conventions; 8] = [
    Conventions {
        language: "en",
        titles: "mr mrs ms mx messrs dr drs prof Profs revd rev hon pres gov sen Sens rep Reps gen Gens col Cols maj capt \
                 cpt cmdr lt sgt adm brig cpl pvt pfc det insp mme mmes mlle msgr supt cmdt amb asst atty abp bp ven ste \
                 Wm Geo Chas Thos Jas Fr Sec e.g i.e vs viz cf",
        others: "jan feb apr jul aug sep sept oct nov dec st mt ft etc al jr sr inc ltd co corp bros dept univ ibid approx ca ed eds ave blvd rd Ala Ariz Ark Calif \
                 Colo Conn Del Fla Ga Ill Kan Ky Mass Md Mich Minn Miss Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash \
                 Wis Wyo",
        numbered: "no nos p pp vol vols fig figs ch chap art arts sec par pt pl est ca c b d fl r op n cat jan feb mar apr \
                   jun jul aug sep sept oct nov dec",
        starters: "the a an in on at by for from with within without after before during when while as if although though \
                   because since until but and or so yet nor he she it they we you i his her its their our your my this \
                   that these those there here then thus however meanwhile not no nobody nothing now only one once some \
                   many most all both each every everyone such even still also perhaps indeed finally later soon today \
                   yesterday let what who why how where which under over between against among despite according through \
                   instead another other others few several nearly almost about to of",
        counted: "war part act book volume chapter section phase type appendix figure plan class group",
        saying: "asked said cried replied shouted whispered answered wrote exclaimed called demanded added continued told \
                 remarked muttered yelled screamed declared thought wondered recalled asks says cries replies shouts \
                 answers writes",
        ..NONE
    },
    Conventions {
        language: "de",
        titles: "hr fr frl frhr frh dr prof dipl ing st gen hl ew sr se abg bgm hptm oblt uffz lt gebr präs bf kard \
                 Mag z.b d.h vgl bzw sog lfd insb",
        others: "chr mio mrd tsd jhs usw usf etc ca evtl ggf inkl geb gest verh verw jh jhdt jahrh ebd hrsg hg aufl anm \
                 abb bd bde tel bes allg dt engl frz russ österr öst preuß sowj ung ital span poln jüd röm griech lat hebr \
                 amerik europ ev evang kath em ehem eigtl urspr zit fa co rd lt hd kgl gegr verst ders dies str std sek \
                 min bhf hbf gf diss univ übers",
        endings: "str -bl -tl -dl -gl -chl",
        numbered: "nr s bd abs art kap abb anm tab ziff ca um jg jb h z bl sp taf fol rn tel jan jän feb febr mrz apr aug \
                   sep sept okt nov dez",
        starters: "der die das den dem des ein eine einen einem einer er sie es ihr wir ich man sein seine im in am an auf \
                   aus bei mit nach von vor zu zum zur für gegen ohne um unter über durch während als wenn weil da dann \
                   danach doch aber und oder denn so auch nur noch nun hier dort dies diese dieser dieses damit dabei \
                   daher deshalb jedoch später heute gestern bald ebenso trotz laut bis seit ab alle viele jeder jede kein \
                   keine niemand nichts nicht was wer wie wo warum",
        saying: "rief fragte sagte schrie antwortete flüsterte brüllte meinte schrieb ruft fragt sagt",
        ordinals: true,
        ..NONE
    },
    Conventions {
        language: "fr",
        titles: "exc m mm mme mmes mlle mlles dr pr me mgr st ste gal gén cdt lt cne lieut capit prof sgt sén dép p.ex cf",
        others: "etc av ap apr env ibid éd coll bd boul ex col cap cie ets sté fr",
        numbered: "p pp n no nos vol chap art fig t liv fasc fol ms janv févr avr juil août sept oct nov déc",
        starters: "le la les un une des du de il elle ils elles on ce cet cette ces son sa ses leur leurs mais et ou ni \
                   donc or car en dans sur sous avec sans pour par après avant pendant depuis dès selon malgré lorsque \
                   quand si comme puis alors ensuite enfin ainsi cependant toutefois aujourd hier ici là tout tous toutes \
                   chaque plusieurs certains aucun rien personne au aux à nous vous je qui que quoi où pourquoi l c j n s \
                   d qu",
        saying: "cria dit demanda écria répondit lança crie demande",
        ..NONE
    },
    Conventions {
        language: "es",
        titles: "sr sra srta sres dr dra prof d dña fr st sto sta gral cnel lic ing arq excmo excma ilmo ilma mons pbro \
                 tte cmdte cmte alm gob pdte hno hna vda ee ntra ntro p.ej cf cfr",
        others: "uu etc aprox ud uds vd vds av avda pza apdo fco ed ej cap cía hnos ltda",
        numbered: "pág págs p pp cap vol núm art n fig t lib fol ene feb mar abr jun jul ago sep sept oct nov dic",
        starters: "el la los las un una unos unas él ella ellos ellas lo se en de del al a con sin por para según sobre \
                   tras ante pero y o ni si cuando como mientras después luego antes durante desde hasta entonces así \
                   aunque porque ahora hoy ayer allí aquí su sus este esta estos estas ese esa esto eso todo todos cada \
                   otro otra nadie nada no ya más muchos también que qué quién cómo dónde",
        saying: "gritó dijo preguntó exclamó respondió",
        ..NONE
    },
    Conventions {
        language: "it",
        titles: "sig sigg dott prof avv ing on sen gen s ss",
        others: "ecc etc ed",
        numbered: "p pp pag pagg cap vol art n fig",
        starters: "il lo la i gli le un uno una egli lui lei essi loro nel nella nei in di del della a al alla con senza \
                   per ma e o se quando come dopo prima durante dal dalla poi allora così tuttavia perché suo sua questo \
                   questa quello quella non già anche che chi dove",
        ..NONE
    },
    Conventions {
        language: "ru",
        titles: "проф акад ген тов тт чл гр св им г-н г-жа ул пл дер лейт адм митр архиеп еп прот преп патр имп инж доц \
                 подполк т.е т.н т.к ср",
        others: "г гг в вв др пр тыс чел экз млн млрд руб коп изд ред зам зав пред напр обл губ ст соч полк кап ок оз пос \
                 гор просп наб бул пер вел кн марш бар газ журн псевд цит см англ нем фр франц лат греч ит итал исп польск укр \
                 белор евр",
        numbered: "стр с рис табл гл ст ч т д кв корп род ум оп хр вып прим стб янв февр апр авг сент окт нояб дек",
        starters: "он она оно они я мы вы ты его её ее их в во на по за из от до при для без под над между после перед \
                   когда если но и а или что как так там тут здесь это этот эта эти тот та те с со к ко о об у не ни уже \
                   ещё затем потом однако тогда поэтому вскоре сегодня вчера все всё весь каждый никто ничто",
        saying: "крикнул сказал спросил ответил закричал воскликнул",
        ..NONE
    },
    Conventions {
        language: "ar",
        titles: "د أ م أد ط هـ ه ق",
        others: "إلخ الخ",
        numbered: "ص صص ج مج ت",
        starters: "في كان كانت ثم لكن ولكن وقد وكان وكانت فقد قد لقد إن أن هو هي هم هذا هذه ذلك تلك بعد قبل منذ حتى لم لا \
                   ما من إلى على عن عندما بينما حين لما أما كما لأن إذا وفي ومن وبعد وقبل ومنذ وهو وهي وهم ولم ولا",
        ..NONE
    },
    // Stops in Chinese follow UAX #29. The titles are for names in Latin letters within Chinese text.
    Conventions { language: "zh", titles: "mr mrs dr st", ..NONE },
];

impl Conventions {
    /// Returns the conventions for a language tag, or empty ones if the language has no list.
    pub(crate) fn of(language: &str) -> &'static Self {
        let language = language.split('-').next().unwrap_or_default();
        ALL.iter().find(|known| known.language.eq_ignore_ascii_case(language)).unwrap_or(&NONE)
    }

    pub(crate) fn is_title(&self, word: &str) -> bool {
        // Arabic writes “and” in one word with what follows.
        let joined = word.strip_prefix('و').filter(|_| self.language == "ar");
        has(self.titles, word) || has(ANYWHERE, word) || joined.is_some_and(|word| has(self.titles, word))
    }

    pub(crate) fn is_abbreviation(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let ends = |ending: &str| {
            let (is_lowercase, ending) = (ending.starts_with('-'), ending.trim_start_matches('-'));
            lower.strip_suffix(ending).is_some_and(|rest| rest.chars().count() > 1) && !(is_lowercase && word != lower)
        };
        has(self.others, word) || self.endings.split_whitespace().any(ends)
    }

    pub(crate) fn is_numbered(&self, word: &str) -> bool {
        has(self.numbered, word)
    }

    pub(crate) fn is_starter(&self, word: &str) -> bool {
        has(self.starters, word)
    }

    pub(crate) fn is_saying(&self, word: &str) -> bool {
        has(self.saying, word)
    }

    pub(crate) fn is_counted(&self, word: &str) -> bool {
        has(self.counted, word)
    }
}

fn has(list: &str, word: &str) -> bool {
    let lower = word.to_lowercase();
    list.split_whitespace().any(|known| known == lower || known == word)
}
