//! Looks up lines and columns by byte offset.

/// The beginning of each line, and stops about every [`STRIDE`] bytes within longer lines, so that a lookup reads no more
/// text than that.
#[derive(Clone, Debug)]
pub(crate) struct LineIndex(Vec<Stop>);

/// A byte offset whose line and column are known.
#[derive(Clone, Copy, Debug)]
struct Stop {
    offset: usize,
    line: usize,
    column: usize,
}

const STRIDE: usize = 256;

impl LineIndex {
    pub(crate) fn new(text: &str) -> Self {
        let mut last = Stop { offset: 0, line: 1, column: 1 };
        let mut stops = vec![last];
        let mut column = 1;
        for (offset, letter) in text.char_indices() {
            let next = offset + letter.len_utf8();
            column += 1;
            if letter == '\n' {
                column = 1;
                last = Stop { offset: next, line: last.line + 1, column };
                stops.push(last);
            } else if next - last.offset >= STRIDE {
                last = Stop { offset: next, column, ..last };
                stops.push(last);
            }
        }
        Self(stops)
    }

    /// Returns the line and the column of `offset` in `text`, which must be the text from which the index was made. Both
    /// count from 1, columns in characters. An offset inside a character counts as its start, and one past the end as the
    /// end.
    pub(crate) fn line_and_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = text.floor_char_boundary(offset);
        // The first stop is at 0, so at least one stop is at or before the offset.
        let stop = self.0[self.0.partition_point(|stop| stop.offset <= offset) - 1];
        (stop.line, stop.column + text[stop.offset..offset].chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_has_the_line_and_column_that_counting_gives() {
        let long = "Kamenew – Каменев 🙂 ".repeat(40);
        for text in ["", "\n", "a", "a\r\nb", "\n\nü\n", long.as_str(), &format!("{long}\n{long}x\n")] {
            let index = LineIndex::new(text);
            for offset in 0..text.len() + 2 {
                let before = &text[..text.floor_char_boundary(offset)];
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                assert_eq!(index.line_and_column(text, offset), (line, column), "{offset} in {text:?}");
            }
        }
    }

    #[test]
    fn a_lookup_reads_a_bounded_part_of_a_long_line() {
        let index = LineIndex::new(&"ü".repeat(100_000));
        assert!(index.0.windows(2).all(|pair| pair[1].offset - pair[0].offset <= STRIDE + 4));
    }
}
