use super::*;
use crate::date::parse;

fn text(language: &str, edtf: &str) -> String {
    let words = Words::load(language).unwrap_or_else(|error| panic!("{error}"));
    let date = parse(edtf, &words).unwrap_or_else(|(_, error)| panic!("{edtf}: {error}"));
    assert_eq!(words.check(), Ok(()), "{language}: {edtf}");
    date.text().replace('\u{a0}', " ")
}

#[test]
fn dates_have_the_form_of_each_language() {
    for (language, dates) in [
        ("en-US", ["March 8, 1921", "March 8–16, 1921", "since April 3, 1922", "44 BC"]),
        ("en-GB", ["8 March 1921", "8–16 March 1921", "since 3 April 1922", "44 BC"]),
        ("de", ["8. März 1921", "8.–16. März 1921", "seit 3. April 1922", "44 v. Chr."]),
        ("fr", ["8 mars 1921", "8–16 mars 1921", "depuis le 3 avril 1922", "44 av. J.-C."]),
        ("es", ["8 de marzo de 1921", "8–16 de marzo de 1921", "desde el 3 de abril de 1922", "44 a. C."]),
        ("ru", ["8 марта 1921 года", "8–16 марта 1921 года", "с 3 апреля 1922 года", "44 до н. э."]),
        ("ar-EG", ["٨ مارس ١٩٢١", "٨–١٦ مارس ١٩٢١", "منذ ٣ أبريل ١٩٢٢", "٤٤ ق.م"]),
        ("zh", ["1921年3月8日", "1921年3月8日—16日", "1922年4月3日起", "公元前44年"]),
    ] {
        let written = ["1921-03-08", "1921-03-08/1921-03-16", "1922-04-03/..", "-0043"];
        assert_eq!(written.map(|edtf| text(language, edtf)), dates, "{language}");
    }
}

#[test]
fn words_within_others_have_their_own_form() {
    for (language, edtf, expected) in [
        ("en-US", "1929-01-18/1929-02-12", "January 18 – February 12, 1929"),
        ("en-US", "1922-12-23/1923-01-04", "December 23, 1922 – January 4, 1923"),
        ("en-US", "1917-10/1917-12", "October–December 1917"),
        ("en-US", "-0043-03-15/-0043-03-17", "March 15–17, 44 BC"),
        ("en-US", "0014", "AD 14"),
        ("en-US", "0014~", "about AD 14"),
        ("en-US", "0014/0037", "AD 14–37"),
        ("en-US", "0098/0117", "AD 98–117"),
        ("en-US", "0100/0117", "100–117"),
        ("en-US", "0014-08-19", "August 19, AD 14"),
        ("en-GB", "0014-08-17/0014-08-19", "17–19 August AD 14"),
        ("en-US", "0014-08-17/0014-08-19", "August 17–19, AD 14"),
        ("en-US", "0014-08/0014-09", "August–September AD 14"),
        ("en-US", "0014-08-19/0037-03-16", "August 19, AD 14 – March 16, AD 37"),
        ("en-US", "0014/..", "since AD 14"),
        ("en-US", "[0014,0015]", "AD 14 or AD 15"),
        ("en-US", "0014-08-19 OS", "August 17, AD 14 (August 19, AD 14 Old Style)"),
        ("de", "0014/0037", "14–37 n. Chr."),
        ("de", "0098/0117", "98–117 n. Chr."),
        ("de", "0014-08-19", "19. August 14 n. Chr."),
        ("ru", "0014/0037", "14–37 н. э."),
        ("ru", "0014-08-19", "19 августа 14 года н. э."),
        ("zh", "0014/0037", "公元14年—37年"),
        ("en-US", "1953-03-05~/..", "since about March 5, 1953"),
        ("en-US", "[1953-03-05,1953-03-07]", "March 5, 1953 or March 7, 1953"),
        ("en-US", "1917-10-25 OS", "November 7, 1917 (October 25, 1917 Old Style)"),
        ("fr", "1917-03-01", "1er mars 1917"),
        ("fr", "1917-03-01/1917-03-15", "1er–15 mars 1917"),
        ("ru", "1921-03", "март 1921 года"),
        ("ru", "1921", "1921"),
        ("ru", "1921-03~", "около марта 1921 года"),
        ("ru", "-0043-03-15", "15 марта 44 года до н. э."),
        ("ru", "192X-21", "весна 1920-х годов"),
        ("ru", "19XX~", "около XX века"),
        ("ru", "1917-10/1917-12", "октябрь–декабрь 1917 года"),
        ("de", "19XX", "20. Jahrhundert"),
        ("de", "192X/..", "seit den 1920er Jahren"),
        ("de", "192X~/..", "seit etwa den 1920er Jahren"),
        ("de", "../192X", "bis zu den 1920er Jahren"),
        ("de", "192X~", "etwa 1920er Jahre"),
        ("de", "19XX/..", "seit dem 20. Jahrhundert"),
        ("de", "192X-21", "Frühling in den 1920er Jahren"),
        ("de", "1921-03~/..", "seit etwa März 1921"),
        ("fr", "1921-03~/..", "depuis environ mars 1921"),
        ("fr", "1921-03~", "vers mars 1921"),
        ("fr", "1921-03-01~", "vers le 1er mars 1921"),
        ("fr", "../1921-03-08", "jusqu’au 8 mars 1921"),
        ("fr", "../1921-04", "jusqu’à avril 1921"),
        ("fr", "../1921", "jusqu’à 1921"),
        ("fr", "../1921-21", "jusqu’au printemps 1921"),
        ("fr", "1921-22/..", "depuis l’été 1921"),
        ("fr", "../1921~", "jusqu’environ à 1921"),
        ("fr", "../-0043", "jusqu’à 44 av. J.-C."),
        ("fr", "192X/..", "depuis les années 1920"),
        ("fr", "../19XX", "jusqu’au XXe siècle"),
        ("fr", "192X", "années 1920"),
        ("es", "1921-03~/..", "desde aproximadamente marzo de 1921"),
        ("es", "1921-03~", "hacia marzo de 1921"),
        ("es", "../1921-03-08~", "hasta aproximadamente el 8 de marzo de 1921"),
        ("es", "1921-21/..", "desde la primavera de 1921"),
        ("es", "192X/..", "desde la década de 1920"),
        ("ru", "1921-03~/..", "с приблизительно марта 1921 года"),
        ("ru", "192X/..", "с 1920-х годов"),
        ("ru", "192X-21/..", "с весны 1920-х годов"),
        ("ru", "../19XX", "до XX века"),
        ("de", "1917-10-25 OS", "7. November 1917 (25. Oktober 1917 im julianischen Kalender)"),
        ("zh", "1921-03-08/1921-04-02", "1921年3月8日—4月2日"),
        ("zh", "1917-10/1917-12", "1917年10月—12月"),
        ("zh", "1925/1929", "1925年—1929年"),
        ("zh", "192X", "1920年代"),
        ("zh", "-0005/0014", "公元前6年—公元14年"),
        ("ar-EG", "[1921,1922]", "١٩٢١ أو ١٩٢٢"),
        ("ar", "[1921,1922]", "1921 أو 1922"),
    ] {
        assert_eq!(text(language, edtf), expected, "{language}: {edtf}");
    }
}
