//! From the text to an event and back, and straight to a place by its address.
