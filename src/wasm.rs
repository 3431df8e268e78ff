//! The edge to JavaScript: one exported function.
