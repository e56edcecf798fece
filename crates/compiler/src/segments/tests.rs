use super::*;

fn split<'a>(words: &'a str, language: &str) -> Vec<&'a str> {
    bounds(words, language, &[]).windows(2).map(|pair| words[pair[0]..pair[1]].trim_end()).collect()
}

/// Asserts that texts are split exactly where `|` stands.
fn assert_split(language: &str, texts: &[&str]) {
    for text in texts {
        let expected: Vec<&str> = text.split('|').map(str::trim_end).collect();
        assert_eq!(split(&text.replace('|', ""), language), expected, "{language}");
    }
}

#[test]
fn english() {
    assert_split(
        "en",
        &[
            "He fled. 16 of his allies died.",
            "He blamed the government. |16 of his allies died.",
            "It is no. 16 of them. |Then came more.",
            "Dr. Smith of the U.S. Army met J. R. R. Tolkien. |They ate.",
            "“Who goes there?” he asked. |Nobody.",
            "He fought in World War I. |The peace was bad.",
            "He fought in World War I. |Lenin did not.",
            "He came to St. Petersburg in 1917. |Lenin came too.",
            "He left the U.S. |The war went on.",
            "So Avrich et al. |The others differ.",
            "So Avrich et al. Getzler differs.",
            "See p. 5 and vol. 3. |Then read on.",
            "Lenin (cf. Avrich, p. 5) left. |He went.",
            "He waited… |Then he left.",
            "The party … Lenin said … was split. |He left.",
            "He waited ... and left.",
            "The answer is no. |Lenin left.",
            "He died.[1] |Then it began.",
            "He died.¹ |Then it began.",
            "Yahoo!’s rise was quick.",
            "See https://example.org/?q=1 for more. |Then go.",
            "He left (in 1921.) |Then he died.",
            "“Go.” |He went. |“Where?”",
            "He met George W. Bush. |Then he left.",
            "The Rev. Martin Luther King, Jr. spoke. |He won.",
            "He cost $5.50 in all. |Cheap!",
            "V. I. Lenin wrote. |A. Bubnov read.",
            "He ate a fig. |Lenin slept.",
            "See vol. II, ch. IV. |Then go.",
            "The answer is no. |I left.",
            "Brig.-Gen. Smith met Vice-Adm. Jones. |They ate.",
            "Am 8. März 1921 begann es.",
            "He quoted: “Am 8. April 1921 und am 9. August, vom 3. September bis 5. November”. |So it was.",
            "He was 8. |April came, then May 9. |August did not.",
            "Mme. Roland met Msgr. Lefebvre, Fr. Brown and Sec. Rusk ca. January 1890. |They ate.",
            "He left New Haven, Conn. Lenin stayed. |He lived in Hartford, Conn. |The rest did not.",
            "He was ill. |Lenin went to wash. |Brown would miss. |Smith came.",
            "В 1921 г. Ленин победил.",
            "M. Brandt left.",
            "“Who goes there?” Lenin asked. |Nobody answered.",
            "“Who goes there?” |The guard ran.",
            "Born on 2. 3. 1900, he left.",
        ],
    );
}

#[test]
fn german() {
    assert_split(
        "de",
        &[
            "Am 8. März 1921 begann es. |Am 18. März endete es.",
            "Am 8. April 1921 kam er. |Am 9. August, am 3. September und am 5. November ging er.",
            "Die Gebr. Grimm trafen Präs. Wilson und Mag. Huber. |Das ist, was ich mag. |Brandt auch.",
            "Im 19. Jahrhundert lebte Friedrich II. von Preußen. |Er starb.",
            "Es endete 1921. |Lenin blieb.",
            "Er sagte „Geh.“ |Dann ging er. |„Komm!“, rief sie.",
            "Das gilt z. B. für Dr. Brandt bzw. St. Gallen. |So war es.",
            "Er kam am 8. |Danach ging er.",
            "Die Fa. Krupp u. Co. KG zahlte rd. 20 Mio. Mark. |Das war viel.",
            "Am 15. März 44 v. Chr. starb Cäsar. |Rom blieb.",
            "Er wohnte Hauptstr. 5 und Berliner Str. 12. |Dann Bahnhofstr. 3a. |Die Hauptstr. Berlins war leer.",
            "Geboren am 2. 3. 1900, gestorben am 2. III. 1961 in Bonn. |Am 8. 3. 21 begann es.",
            "Am 25. Okt. 1917 schrieb Abg. Müller an Ew. Majestät. |Im Okt. |Danach nichts.",
            "Siehe Jg. 5, H. 3, Bl. 7, Taf. 2 und Jb. 1921. |Der hl. Petrus kam.",
            "Er war 16. |3 Leute kamen.",
            "Am 8. 3. kam er. |Am 9. 3. 1921 ging er.",
            "Im Jahr 44 v. Chr. Cäsar tot, 5 Mio. Tote. |Das Ende kam am 1. Januar.",
            "Die KPdSU (s. S. 5, Nr. 3) tagte vom 8. bis 16. März. |Dann war Schluss.",
            "»Wer da?«, fragte er. |»Ich.« |Er ging.",
        ],
    );
}

#[test]
fn french_spanish_russian() {
    assert_split(
        "fr",
        &[
            "« Partez ! » dit-il. |M. Brandt partit.",
            "Il a dit : « Non. » |Puis il partit.",
            "« Qui ? » |Elle rit. |« Moi. »",
            "En 44 av. J.-C. César mourut. |Le 1er mars 1917, Mme Brandt écrivit à Mgr Léon.",
            "En 44 ap. J.-C. César mourut. |Le 3 sept. 1939, le col. Brandt et le gén. Léon partirent.",
            "Voir col. 3, fasc. 2 et liv. II, par ex. Avrich. |Le 2. 3. 1900 il partit.",
            "Le prof. Léon vit le sgt. Brandt. |Il partit.",
            "Voir p. 5, t. II, chap. IV et chap. 3. |Il partit. |M. et Mme Brandt restèrent.",
        ],
    );
    assert_split(
        "es",
        &[
            "¿Quién es? |El Sr. García vino. |¡No!",
            "Los EE. UU. Mandaron al Gral. Pershing. |El 8 de marzo de 1921 llegó a Sta. Cruz.",
            "El 3 sept. 1939 el cap. García vio a Mons. Pérez (cf. Avrich, p. ej. Getzler, t. II). |El 2. 3. 1900 llegó.",
            "En Ntra. Sra. de la Paz vio a García. |Murió.",
            "Murió en 44 a. C. |Los demás huyeron (pág. 5).",
        ],
    );
    assert_split(
        "ru",
        &[
            "В 1921 г. Ленин победил. |В 1924 г. |Он умер.",
            "В. И. Ленин, т. е. Ульянов. |— Кто там? — спросил он.",
            "Он жил на ул. Горького и пл. Ленина, см. с. 5 и т. д. |Потом уехал.",
            "Зам. пред. Петров жил на ул. Ленина, д. 5, кв. 3. |Он умер.",
            "В окт. 1917 г. полк. Петров (РГАСПИ, ф. 5, оп. 1, ед. хр. 3, вып. 2) уехал. |Он умер 2. 3. 1900.",
            "Тт. Ленин и Троцкий, тт. Каменев и чл. ЦК Бухарин уехали на ст. Перово. |Он умер.",
            "По ст. ст. Ленин родился 10 апр. 1870 г. |Он умер.",
            "В 44 г. до н. э. Цезарь умер. |«Кто?» |«Я».",
        ],
    );
}

#[test]
fn scripts_without_blanks_and_others() {
    assert_split(
        "zh",
        &[
            "成立。|随后毛泽东宣布。|“好！”|他说。",
            "1921年3月8日，大会开幕。|J. R. R. 托尔金也来了！|“谁？”",
            "他是J. R. R. 托尔金。|C. S. 刘易斯（C. S. Lewis）也来了。|完。",
            "《V. I. 列宁》出版了。|作者是V. Serge。|完。",
        ],
    );
    assert_split("ja", &["終わった。|そして始まった。", "著者はJ. R. R. トールキン。|次に進む。"]);
    assert_split(
        "ar",
        &[
            "هل جاء؟ |نعم. |ذهب.",
            "قال د. أحمد في ص. 5. |ثم ذهب. |«من هناك؟» |لا أحد!",
            "في عام 44 ق.م. كان قيصر حيا. |ثم مات.",
            "في سنة 5 هـ. كان ذلك، وفي 44 ق. م. قتل قيصر. |وكان ص.ب. 55 في القاهرة.",
            "قال أ.د. أحمد في ط. 2 وفي ج. 3. |ثم ذهب.",
            "في 8 مارس 1921 م. انعقد المؤتمر؛ ثم انتهى. |وكان ذلك كله.",
        ],
    );
    assert_split("hi", &["वह आया। |वह गया।"]);
    assert_split("el", &["Ποιος ήρθε; |Ο Λένιν."]);
    assert_split("ja", &["「行け。」と彼は言った。|彼は去った。"]);
}

#[test]
fn a_title_ends_no_sentence() {
    let text = "In What Is to Be Done? Lenin answers.";
    let title = "In ".len()..text.find(" Lenin").unwrap_or_default();
    assert_eq!(bounds(text, "en", &[title]), [0, text.len()]);
    assert_eq!(bounds(text, "en", &[]).len(), 3);
}

#[test]
fn the_bounds_are_those_of_the_text() {
    for text in ["", " ", ".", "…", "a.", "a. ", "\u{a0}.\u{a0}", "A.\nB. ", "[1] .[2] X", "é. É"] {
        let bounds = bounds(text, "en", &[]);
        assert_eq!((bounds.first(), bounds.last()), (Some(&0), Some(&text.len())), "{text:?}");
        assert!(bounds.iter().all(|at| text.is_char_boundary(*at)));
    }
}
