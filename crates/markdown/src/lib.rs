//! The CommonMark text of a service line.
