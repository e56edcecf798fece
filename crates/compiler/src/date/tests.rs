use super::*;

fn parsed(edtf: &str) -> Result<Date, (usize, String)> {
    parse(edtf, &Words::default())
}

#[test]
fn dates_read_as_precisely_as_they_are_written() {
    for (edtf, words) in [
        ("1921", "1921"),
        ("1921-03", "March 1921"),
        ("1921-03-08", "8 March 1921"),
        ("1922-12~", "about December 1922"),
        ("1917?", "1917 (uncertain)"),
        ("1917%", "about 1917 (uncertain)"),
        ("1921-23", "autumn 1921"),
        ("192X", "the 1920s"),
        ("19XX", "the 20th century"),
        ("20XX", "the 21st century"),
        ("10XX", "the 11th century"),
        ("01XX", "the 2nd century"),
        ("02XX", "the 3rd century"),
        ("1921/", "from 1921, end unknown"),
        ("/1921", "until 1921, start unknown"),
        ("1921-XX", "1921"),
        ("1921-03-XX", "March 1921"),
        ("-0043", "44 BC"),
        ("1921-03-08/1921-03-16", "8–16 March 1921"),
        ("1929-01-18/1929-02-12", "18 January – 12 February 1929"),
        ("1922-12-23/1923-01-04", "23 December 1922 – 4 January 1923"),
        ("1917-10/1917-12", "October–December 1917"),
        ("1920-11/1921-03", "November 1920 – March 1921"),
        ("1925/1929", "1925–1929"),
        ("1926/1927-12", "1926 – December 1927"),
        ("1922-12~/1925", "about December 1922 – 1925"),
        ("1922-04-03/..", "since 3 April 1922"),
        ("../1921", "until 1921"),
        ("1902/1928~", "1902 – about 1928"),
        ("1917~/1920?", "about 1917 – 1920 (uncertain)"),
        ("1921/1921", "1921"),
        ("1921-03-08/1921-03-08", "8 March 1921"),
        ("1921-XX/1921", "1921"),
        ("1921-03/1921-03-XX", "March 1921"),
        ("1921/1921~", "about 1921"),
        ("1921?/1921", "1921 (uncertain)"),
        ("1921~/1921?", "about 1921 (uncertain)"),
        ("192X/192X~", "about the 1920s"),
        ("-0043/-0043", "44 BC"),
        ("192X/1921", "the 1920s – 1921"),
        ("000X", "between 1 BC and AD 9"),
        ("001X", "between AD 10 and AD 19"),
        ("009X~", "about between AD 90 and AD 99"),
        ("010X", "the 100s"),
        ("[1921,1921-XX]", "1921"),
        ("[1921..1921]", "1921"),
        ("[1921,1921,1922]", "1921 or 1922"),
        ("192X-21", "spring in the 1920s"),
        ("19XX-12", "December in the 20th century"),
        ("156X-12-25", "25 December in the 1560s"),
        ("15XX-12-25", "25 December in the 16th century"),
        ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"),
        ("-0005/0014", "6 BC – AD 14"),
        ("-0048/-0043", "49 BC – 44 BC"),
        ("[1921,1922]", "1921 or 1922"),
        ("[1921-03,1921-05,1922]", "March 1921, May 1921 or 1922"),
        ("[1921..1923]", "between 1921 and 1923"),
        ("[-0043..0005]", "between 44 BC and AD 5"),
        ("[-0001,0002]", "2 BC or AD 2"),
        ("1921-XX-XX", "1921"),
        ("Y12000", "12000"),
        ("Y-12000", "12001 BC"),
        ("1917-10-25 OS", "7 November 1917 (25 October 1917 Old Style)"),
        ("1700-02-29 OS", "11 March 1700 (29 February 1700 Old Style)"),
        ("1917-10-25/1917-10-25 OS", "7 November 1917 (25 October 1917 Old Style)"),
        ("1917-10-25/1917-10-25~ OS", "about 7 November 1917 (25 October 1917 Old Style)"),
        ("1917-10-24/1917-10-26 OS", "6–8 November 1917 (24 October 1917 – 26 October 1917 Old Style)"),
    ] {
        assert_eq!(parsed(edtf).map(|date| date.text()), Ok(words.to_owned()), "{edtf}");
    }
}

#[test]
fn every_word_for_dates_is_used() {
    let words = Words::default();
    let months = (1..=12).chain(21..=24).map(|month| format!("1921-{month:02}"));
    let ranges =
        ["1921-01-02/1921-02-03", "1921-01-02/1921-01-03", "1921/1922", "1921/..", "../1921", "1921/", "/1921"]
            .map(str::to_owned);
    let others = ["1921-03-08", "1921%", "-0043", "-0043/0014", "192X", "19XX", "192X-21"];
    let others = others.into_iter().chain(["[1921,1922,1923..1924]", "1917-10-25 OS"]).map(str::to_owned);
    for edtf in months.chain(ranges).chain(others) {
        assert!(parse(&edtf, &words).is_ok(), "{edtf}");
    }
    assert_eq!(words.check(), Ok(()));
    let unused = words.unused().into_iter().filter(|key| key.starts_with("edtf-") || key.starts_with("month-"));
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn a_range_gives_html_both_its_ends() {
    let parts = parsed("1921-03-08/1921-03-16").map(|date| date.parts);
    let values = parts.map(|parts| parts.into_iter().map(|part| part.datetime).collect::<Vec<_>>());
    assert_eq!(values, Ok(vec![Some("1921-03-08".into()), None, Some("1921-03-16".into())]));
}

#[test]
fn bounds_are_the_first_and_the_last_possible_day() {
    let date = parsed("1921-03").map(|date| (date.earliest, date.latest));
    let day = |day| Some(CalendarDay { year: 1921, month: 3, day });
    assert_eq!(date, Ok((day(1), day(31))));
}

#[test]
fn an_extent_has_ends_as_open_as_they_are_known() {
    let extent = |edtf| {
        let extent = parsed(edtf).ok()?.extent?;
        Some([extent.first, extent.rising, extent.length, extent.falling])
    };
    assert_eq!(extent("1970-01-01"), Some([0, 0, 1, 0]));
    assert_eq!(extent("1970-02"), Some([31, 0, 28, 0]), "a month in which something happened is sharp");
    assert_eq!(extent("1970/1971-03-01"), Some([0, 212, 425, 0]), "a year as a start is open, at most by half");
    assert_eq!(extent("1970-01-01/1971"), Some([0, 0, 730, 365]));
    assert_eq!(extent("1969-01-01/1971-12~"), Some([-365, 0, 1095, 365]), "an approximate month is a year open");
    assert_eq!(extent("1917-11-07"), Some([-19_048, 0, 1, 0]));
    assert_eq!(extent("1970/.."), None);
    assert_eq!(extent("[1970-01-01,1970-01-03]"), Some([0, 0, 3, 0]));
    assert_eq!(extent("1917-10-25 OS"), extent("1917-11-07"));
    assert_eq!(extent("1970-XX/1970"), extent("1970"));
    assert_eq!(extent("1970/1970~"), extent("1970~"));
}

#[test]
fn malformed_dates_are_refused_with_the_offset_of_the_mistake() {
    assert_eq!(parsed("1921-03-16/1921-03-08").map_err(|(at, _)| at), Err(11));
    assert!(parsed("1921-02-30").is_err());
    assert!(parsed("1921-13").is_err());
    assert_eq!(parsed("1920/1921-1X").map_err(|(at, _)| at), Err(5));
    for edtf in ["1921-1X", "1921-03-1X", "1921-XX-08", "[1920,1921-0X]"] {
        assert!(parsed(edtf).is_err(), "{edtf}");
    }
    assert!(parsed("1921-03-08T10:00:00").is_err());
    for edtf in ["{1921,1922}", "{..}", "[..1921]", "Y17E7", "Y999999999999", "Y-1000000", "1950S2", "-004X"] {
        assert!(parsed(edtf).is_err(), "{edtf}");
    }
    for edtf in ["1917 OS", "1917-10 OS", " OS", "1900-02-30 OS", "1917-13-01 OS", "/1917-10-25 OS", "-0043-03-15 OS"] {
        assert!(parsed(edtf).is_err(), "{edtf}");
    }
    for (edtf, at) in [("-0043-03-15 OS", 0), ("-0043-03-15/-0043-03-16 OS", 0), ("0001-01-01/-0043-03-15 OS", 11)] {
        let told = parsed(edtf).map(|date| date.text());
        let reason = "a day before Christ is written as the sources give it, without OS".to_owned();
        assert_eq!(told, Err((at, reason)), "{edtf}");
    }
    assert!(parsed("").is_err());
}

#[test]
fn every_example_of_the_edtf_specification_has_its_meaning() {
    for (edtf, words) in [
        ("1985-04-12", "12 April 1985"),
        ("1985-04", "April 1985"),
        ("1964/2008", "1964–2008"),
        ("2004-06/2006-08", "June 2004 – August 2006"),
        ("2004-02-01/2005-02-08", "1 February 2004 – 8 February 2005"),
        ("2004-02-01/2005-02", "1 February 2004 – February 2005"),
        ("2004-02-01/2005", "1 February 2004 – 2005"),
        ("2005/2006-02", "2005 – February 2006"),
        ("Y170002", "170002"),
        ("Y-170002", "170003 BC"),
        ("2001-21", "spring 2001"),
        ("1984?", "1984 (uncertain)"),
        ("2004-06~", "about June 2004"),
        ("2004-06-11%", "about 11 June 2004 (uncertain)"),
        ("201X", "the 2010s"),
        ("20XX", "the 21st century"),
        ("2004-XX", "2004"),
        ("1985-04-XX", "April 1985"),
        ("1985-XX-XX", "1985"),
        ("1985-04-12/..", "since 12 April 1985"),
        ("1985-04/..", "since April 1985"),
        ("../1985-04-12", "until 12 April 1985"),
        ("1985-04-12/", "from 12 April 1985, end unknown"),
        ("/1985", "until 1985, start unknown"),
        ("-1985", "1986 BC"),
        ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
        ("[1667,1760-12]", "1667 or December 1760"),
        ("2004-06~-11", "about 11 June 2004"),
        ("2004?-06-11", "11 June 2004 (uncertain)"),
        ("?2004-06-~11", "about 11 June 2004 (uncertain)"),
        ("2004-%06-11", "about 11 June 2004 (uncertain)"),
        ("156X-12-25", "25 December in the 1560s"),
        ("2004-06-~01/2004-06-~20", "about 1 June 2004 – about 20 June 2004"),
        ("2004-06-XX/2004-07-03", "June 2004 – 3 July 2004"),
    ] {
        assert_eq!(parsed(edtf).map(|date| date.text()), Ok(words.to_owned()), "{edtf}");
    }
    for (edtf, reason) in [
        ("1985-04-12T23:20:30", "times of day"),
        ("1985-04-12T23:20:30Z", "times of day"),
        ("1985-04-12T23:20:30+04:30", "times of day"),
        ("Y170000002", "years reach"),
        ("Y-17E7", "years reach"),
        ("1950S2", "significant digits"),
        ("2001-34", "a season 21 to 24"),
        ("[..1760-12-03]", "on both sides"),
        ("[1760-12..]", "on both sides"),
        ("{1667,1668,1670..1672}", "several dates"),
        ("{1960,1961-12}", "several dates"),
        ("{..1984}", "several dates"),
        ("XXXX-12-XX", "last one or two digits"),
        ("1XXX-XX", "last one or two digits"),
        ("1XXX-12", "last one or two digits"),
        ("1984-1X", "known or not at all"),
    ] {
        let told = parsed(edtf).map(|date| date.text()).map_err(|(_, told)| told);
        assert!(told.as_ref().is_err_and(|told| told.contains(reason)), "{edtf}: {told:?}");
    }
}
