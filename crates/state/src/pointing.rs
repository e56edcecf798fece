//! Which mark of a drawing the reader points at, with a pointer, a finger or the focus.

/// A drawing of the whole time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The time rail beside the article.
    Rail,
    /// The chart of the timeline.
    Chart,
}

/// What the reader points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pointing {
    /// Nothing.
    Nothing,
    /// A place on a drawing, with a pointer or a finger.
    At(Spot),
    /// The mark of the event with this id on the rail, which has the focus.
    Mark(String),
}

/// A place on a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// On which.
    pub line: Line,
    /// The position on its line.
    pub position: i32,
    /// The length of the line around it within which a mark is meant.
    pub reach: i32,
    /// The id of whose life the line is; empty for that of all events.
    pub person: String,
    /// How far down the drawing the line lies, in CSS pixels.
    pub top: i32,
}

/// The mark that the reader points at, with those that lie on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// On which drawing.
    pub line: Line,
    /// The indices of their events, the nearest first.
    pub events: Vec<usize>,
    /// How far down the drawing its line lies, in CSS pixels.
    pub top: i32,
}
