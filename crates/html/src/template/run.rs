//! Programs, run over the data of a document.

use super::program::{Helper, Literal, Op, Place, Program, Test, Variable};
use crate::scan::Stretch;
use crate::view::Data;

/// What programs write into.
pub(crate) trait Sink {
    /// Text of a template.
    fn stretch(&mut self, stretch: &Stretch);
    /// The number of the place of the tag that comes next.
    fn note(&mut self, place: usize);
    /// Text of the data, in which signs of HTML are escaped.
    fn text(&mut self, text: &str);
    /// The number of an entry.
    fn entry(&mut self, index: usize);
    /// Entries that the template leaves out, and why.
    fn omit(&mut self, entries: Vec<usize>, reason: &str);
}

/// Writes what a program makes of some data.
pub(super) fn run(program: &Program, data: &Data<'_>, sink: &mut impl Sink) {
    Runner { sink, blocks: vec![Block { data, turn: None }] }.program(program);
}

/// An open block: what it is open for, and the item it is at, if it is a loop.
#[derive(Clone, Copy)]
struct Block<'r, 'd> {
    data: &'r Data<'d>,
    turn: Option<Turn>,
}

#[derive(Clone, Copy)]
struct Turn {
    index: usize,
    count: usize,
}

/// What a test looks at.
#[derive(Clone, Copy, PartialEq)]
enum Value<'r> {
    Nothing,
    Flag(bool),
    Number(f64),
    Text(&'r str),
    /// Words, or a list or a group, of which all that counts is how much there is.
    Many(usize),
}

struct Runner<'r, 'd, 's, S> {
    sink: &'s mut S,
    blocks: Vec<Block<'r, 'd>>,
}

impl<'r, 'd, S: Sink> Runner<'r, 'd, '_, S> {
    fn program(&mut self, program: &'r Program) {
        for op in program {
            self.op(op);
        }
    }

    fn op(&mut self, op: &'r Op) {
        match op {
            Op::Text(stretch) => self.sink.stretch(stretch),
            Op::Note(place) => self.sink.note(*place),
            Op::Print(place) => self.print(place),
            Op::Choose { test, then, otherwise } => {
                let holds = self.value(test).holds();
                self.program(if holds { then } else { otherwise });
            }
            Op::Each { list, body, otherwise } => match self.data(list) {
                Some(Data::List(items)) if !items.is_empty() => {
                    for (index, data) in items.iter().enumerate() {
                        self.within(data, Some(Turn { index, count: items.len() }), body);
                    }
                }
                _ => self.program(otherwise),
            },
            Op::With { group, body, otherwise } => match self.data(group) {
                Some(data @ Data::Group(_)) => self.within(data, None, body),
                _ => self.program(otherwise),
            },
            Op::Omit { what, reason } => {
                let mut omitted = Vec::new();
                if let Some(data) = self.data(what) {
                    entries(data, &mut omitted);
                }
                self.sink.omit(omitted, reason);
            }
        }
    }

    fn within(&mut self, data: &'r Data<'d>, turn: Option<Turn>, body: &'r Program) {
        self.blocks.push(Block { data, turn });
        self.program(body);
        self.blocks.pop();
    }

    fn print(&mut self, place: &Place) {
        match self.data(place) {
            Some(Data::Entry(index)) => self.sink.entry(*index),
            Some(Data::Text(text)) if text.contains(SIGNS) => self.sink.text(&handlebars::html_escape(text)),
            Some(Data::Text(text)) => self.sink.text(text),
            _ => {
                if let Value::Number(number) = self.value_at(place) {
                    self.sink.text(&number.to_string());
                }
            }
        }
    }

    fn data(&self, place: &Place) -> Option<&'r Data<'d>> {
        let (start, fields) = match place {
            Place::Here(up, fields) => (self.blocks.iter().rev().nth(*up)?, fields),
            Place::Root(fields) => (self.blocks.first()?, fields),
            Place::Loop(_) => return None,
        };
        let step = |data: &'r Data<'d>, number: &usize| match data {
            Data::Group(fields) => fields.get(*number),
            _ => None,
        };
        fields.iter().try_fold(start.data, step)
    }

    fn value_at(&self, place: &Place) -> Value<'r> {
        let Place::Loop(variable) = place else {
            return self.data(place).map_or(Value::Nothing, Value::of);
        };
        let Some(turn) = self.blocks.iter().rev().find_map(|block| block.turn) else { return Value::Nothing };
        match variable {
            Variable::First => Value::Flag(turn.index == 0),
            Variable::Last => Value::Flag(turn.index + 1 == turn.count),
            Variable::Index => Value::Number(turn.index as f64),
        }
    }

    fn value(&self, asked: &'r Test) -> Value<'r> {
        match asked {
            Test::Place(place) => self.value_at(place),
            Test::Literal(Literal::Nothing) => Value::Nothing,
            Test::Literal(Literal::Flag(flag)) => Value::Flag(*flag),
            Test::Literal(Literal::Number(number)) => Value::Number(*number),
            Test::Literal(Literal::Text(text)) => Value::Text(text),
            Test::Call(helper, values) => self.call(*helper, values),
        }
    }

    fn call(&self, helper: Helper, values: &'r [Test]) -> Value<'r> {
        let mut all = values.iter().map(|test| self.value(test));
        let mut next = || all.next().unwrap_or(Value::Nothing);
        match helper {
            Helper::Eq => Value::Flag(next() == next()),
            Helper::Ne => Value::Flag(next() != next()),
            Helper::And => Value::Flag(all.all(Value::holds)),
            Helper::Or => Value::Flag(all.any(Value::holds)),
            Helper::Not => Value::Flag(!next().holds()),
            Helper::Len => Value::Number(next().len() as f64),
        }
    }
}

/// What has another meaning in HTML.
const SIGNS: [char; 7] = ['<', '>', '"', '&', '\'', '`', '='];

/// Collects the numbers of all entries in some data.
fn entries(data: &Data<'_>, all: &mut Vec<usize>) {
    match data {
        Data::Entry(index) => all.push(*index),
        Data::List(items) | Data::Group(items) => items.iter().for_each(|item| entries(item, all)),
        Data::Absent | Data::Flag(_) | Data::Text(_) => {}
    }
}

impl<'r> Value<'r> {
    fn of(data: &'r Data<'_>) -> Self {
        match data {
            Data::Absent => Self::Nothing,
            Data::Flag(flag) => Self::Flag(*flag),
            Data::Text(text) => Self::Text(text),
            Data::Entry(_) => Self::Many(1),
            Data::List(items) | Data::Group(items) => Self::Many(items.len()),
        }
    }

    fn holds(self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Flag(flag) => flag,
            Self::Number(number) => number.is_normal(),
            Self::Text(text) => !text.is_empty(),
            Self::Many(count) => count > 0,
        }
    }

    fn len(self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Many(count) => count,
            Self::Nothing | Self::Flag(_) | Self::Number(_) => 0,
        }
    }
}
