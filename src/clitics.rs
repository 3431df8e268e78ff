//! The grammar of attached particles: و ف before ب ل ك before ال before the word itself.
