#![allow(clippy::print_stdout, missing_docs, reason = "x")]
use serviceline_core::Purpose; use serviceline_html::Html; use std::time::{Duration, Instant};
use serviceline_core::{Channel, Selection, Notes, ChannelInfo, Report, Words, channel::File};
#[path = "../tests/support/mod.rs"] mod support;
use std::sync::Mutex;
static T: Mutex<[Duration; 3]> = Mutex::new([Duration::MAX; 3]);
#[derive(Debug)] struct Timed(Html);
fn put(i: usize, t: Instant) { let mut all = T.lock().unwrap(); all[i] = all[i].min(t.elapsed()); }
impl Channel for Timed {
    type Options = <Html as Channel>::Options; type Document = <Html as Channel>::Document;
    fn info(&self) -> ChannelInfo { self.0.info() }
    fn compose(&self, s: &Selection<'_>, o: &Self::Options, n: &mut Notes) -> Result<Self::Document, Report> { let t = Instant::now(); let r = self.0.compose(s, o, n); put(0, t); r }
    fn words<'d>(&self, d: &'d Self::Document, see: &mut dyn FnMut(&'d Words)) { let t = Instant::now(); self.0.words(d, see); put(1, t); }
    fn encode(&self, d: &Self::Document) -> Result<Vec<File>, Report> { let t = Instant::now(); let r = self.0.encode(d); put(2, t); r }
}
fn main() {
    let edition = support::edition("spine-cancer", Purpose::Publication);
    let p = serviceline_core::Publisher::default().with(Timed(Html::default()));
    let mut best = Duration::MAX;
    for _ in 0..400 { let t = Instant::now(); std::hint::black_box(p.publish("html", &edition).unwrap()); best = best.min(t.elapsed()); }
    println!("publish min {best:?}; compose, words, encode {:?}", T.lock().unwrap());
}
