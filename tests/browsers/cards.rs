//! A name in a sentence opens the person beside the sentence.
