//! The edge: the same value with offsets in UTF-16 units, as JavaScript counts them.
