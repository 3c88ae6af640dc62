//! The typed content of a service line, its checks, and the contract of a channel.

pub mod codes;
pub mod diagnostic;
pub mod path;
pub mod source;
