//! Which mark of a drawing the reader points at, with a pointer, a finger or the focus.

/// A drawing of the whole period.
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
    /// The drawing.
    pub line: Line,
    /// The position on the drawing's line.
    pub position: i32,
    /// The distance on the line within which a mark counts as pointed at.
    pub reach: i32,
    /// The id of the person whose life the line shows; empty for the line of all events.
    pub person: String,
    /// The vertical position of the line on the drawing, in CSS pixels.
    pub top: i32,
}

/// The mark that the reader points at, together with the marks that overlap it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// The drawing.
    pub line: Line,
    /// The indices of their events, the nearest first.
    pub events: Vec<usize>,
    /// The vertical position of the line on the drawing, in CSS pixels.
    pub top: i32,
}
