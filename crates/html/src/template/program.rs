//! A template as it is run: names are places in the data, and every partial stands where it is used.
//!
//! handlebars reads the templates. It does not run them: it looks every name up as text, in a copy of the data that it
//! makes again for every block, which takes longer than all else that a page is made of. What is checked before need not
//! be looked up.

use std::collections::BTreeMap;

use handlebars::template::{HelperTemplate, Parameter, Subexpression, Template, TemplateElement};
use serde_json::Value;

use super::path::{From, TemplatePath};
use super::trail::marked;
use super::{Parsed, Root, Shape, written};
use crate::scan::Stretch;

/// What is done one after the other.
pub(super) type Program = Vec<Op>;

/// A part of a program.
#[derive(Debug)]
pub(super) enum Op {
    /// Writes text of the template.
    Text(Stretch),
    /// Notes the tag that is written next, by the number of its place.
    Note(usize),
    /// Writes what stands in the data.
    Print(Place),
    /// Runs the one if something holds, else the other.
    Choose { test: Test, then: Program, otherwise: Program },
    /// Runs the body for each item of a list, or once in its place if there is none.
    Each { list: Place, body: Program, otherwise: Program },
    /// Runs the body within a group, or in its place if it is absent.
    With { group: Place, body: Program, otherwise: Program },
    /// Says that something is left out.
    Omit { what: Place, reason: String },
}

/// A place in the data.
#[derive(Debug)]
pub(super) enum Place {
    /// The fields to go through, by their number in their group, from the block that is so many further out.
    Here(usize, Vec<usize>),
    /// The same from the whole document.
    Root(Vec<usize>),
    /// What the loop tells of itself.
    Loop(Variable),
}

/// What a loop tells of itself.
#[derive(Clone, Copy, Debug)]
pub(super) enum Variable {
    First,
    Last,
    Index,
}

/// What is asked.
#[derive(Debug)]
pub(super) enum Test {
    Place(Place),
    Literal(Literal),
    Call(Helper, Vec<Test>),
}

/// What is written in a template as a value.
#[derive(Debug)]
pub(super) enum Literal {
    Nothing,
    Flag(bool),
    Number(f64),
    Text(String),
}

/// The tests that may stand in brackets.
#[derive(Clone, Copy, Debug)]
pub(super) enum Helper {
    Eq,
    Ne,
    And,
    Or,
    Not,
    Len,
}

impl Helper {
    /// Each with its name and how many values it takes, at least and at most.
    pub(super) const ALL: [(&'static str, Self, usize, usize); 6] = [
        ("eq", Self::Eq, 2, 2),
        ("ne", Self::Ne, 2, 2),
        ("and", Self::And, 2, usize::MAX),
        ("or", Self::Or, 2, usize::MAX),
        ("not", Self::Not, 1, 1),
        ("len", Self::Len, 1, 1),
    ];
}

/// The program of a document. Its templates have been checked: what could not be understood is not there.
/// With `marks`, their text has marks of places.
pub(super) fn compile(parsed: &BTreeMap<String, Parsed>, root: Root, marks: bool) -> Program {
    let mut compiler = Compiler { parsed, root: root.shape, blocks: vec![root.shape], marks };
    parsed.get(root.name).map(|file| compiler.program(&file.template)).unwrap_or_default()
}

struct Compiler<'t> {
    parsed: &'t BTreeMap<String, Parsed>,
    root: Shape,
    /// What `this` is in each open block.
    blocks: Vec<Shape>,
    marks: bool,
}

impl Compiler<'_> {
    fn program(&mut self, template: &Template) -> Program {
        let mut program = Program::new();
        for element in &template.elements {
            self.element(element, &mut program);
        }
        program
    }

    fn element(&mut self, element: &TemplateElement, program: &mut Program) {
        match element {
            TemplateElement::RawString(text) => self.text(&narrow(text), program),
            TemplateElement::Expression(expression) => program.extend(self.expression(expression)),
            TemplateElement::HelperBlock(block) => program.extend(self.block(block)),
            TemplateElement::PartialExpression(partial) => {
                let file = self.parsed.get(written(&partial.name));
                let (Some(file), Some(here)) = (file, self.blocks.last().copied()) else { return };
                let outer = std::mem::replace(&mut self.blocks, vec![here]);
                for element in &file.template.elements {
                    self.element(element, program);
                }
                self.blocks = outer;
            }
            _ => {}
        }
    }

    fn text(&self, text: &str, program: &mut Program) {
        let mark = text.char_indices().find_map(|(at, character)| Some((at, character, marked(character)?)));
        let Some((at, character, number)) = mark.filter(|_| self.marks) else { return write(text, program) };
        write(&text[..at], program);
        program.push(Op::Note(number));
        self.text(&text[at + character.len_utf8()..], program);
    }

    fn expression(&self, expression: &HelperTemplate) -> Option<Op> {
        if let [what, Parameter::Literal(reason)] = expression.params.as_slice() {
            return Some(Op::Omit { what: self.place(written(what))?, reason: reason.as_str()?.to_owned() });
        }
        self.place(written(&expression.name)).map(Op::Print)
    }

    fn block(&mut self, block: &HelperTemplate) -> Option<Op> {
        let param = block.params.first()?;
        let name = written(&block.name);
        let opens = matches!(name, "each" | "with").then(|| self.shape(written(param))).flatten();
        let inside = match opens {
            Some(Shape::List(item)) => Some(item()),
            other => other,
        };
        let opened = inside.map(|shape| self.blocks.push(shape)).is_some();
        let body = block.template.as_ref().map(|template| self.program(template)).unwrap_or_default();
        if opened {
            self.blocks.pop();
        }
        let otherwise = block.inverse.as_ref().map(|template| self.program(template)).unwrap_or_default();
        match name {
            "each" => Some(Op::Each { list: self.place(written(param))?, body, otherwise }),
            "with" => Some(Op::With { group: self.place(written(param))?, body, otherwise }),
            "unless" => Some(Op::Choose { test: self.test(param)?, then: otherwise, otherwise: body }),
            _ => Some(Op::Choose { test: self.test(param)?, then: body, otherwise }),
        }
    }

    fn test(&self, param: &Parameter) -> Option<Test> {
        Some(match param {
            Parameter::Literal(value) => Test::Literal(literal(value)),
            Parameter::Subexpression(test) => self.call(test)?,
            name => Test::Place(self.place(written(name))?),
        })
    }

    fn call(&self, test: &Subexpression) -> Option<Test> {
        let TemplateElement::Expression(expression) = test.as_element() else { return None };
        let name = written(&expression.name);
        let (_, helper, ..) = Helper::ALL.into_iter().find(|(known, ..)| *known == name)?;
        let values: Option<Vec<Test>> = expression.params.iter().map(|param| self.test(param)).collect();
        Some(Test::Call(helper, values?))
    }

    fn place(&self, name: &str) -> Option<Place> {
        let path = TemplatePath::new(name);
        Some(match path.from {
            From::Loop("first") => Place::Loop(Variable::First),
            From::Loop("last") => Place::Loop(Variable::Last),
            From::Loop(_) => Place::Loop(Variable::Index),
            From::Root => Place::Root(walk(self.root, &path.steps)?.0),
            From::Here(up) => Place::Here(up, walk(*self.blocks.iter().rev().nth(up)?, &path.steps)?.0),
        })
    }

    /// What stands under a name.
    fn shape(&self, name: &str) -> Option<Shape> {
        let path = TemplatePath::new(name);
        let start = match path.from {
            From::Loop(_) => None,
            From::Root => Some(self.root),
            From::Here(up) => self.blocks.iter().rev().nth(up).copied(),
        };
        Some(walk(start?, &path.steps)?.1)
    }
}

fn write(text: &str, program: &mut Program) {
    match program.last_mut() {
        Some(Op::Text(before)) => before.push_str(text),
        _ if text.is_empty() => {}
        _ => program.push(Op::Text(Stretch::new(text))),
    }
}

/// The numbers of the fields that a path goes through, and what stands at its end.
fn walk(mut shape: Shape, steps: &[&str]) -> Option<(Vec<usize>, Shape)> {
    let mut numbers = Vec::with_capacity(steps.len());
    for step in steps {
        let number = shape.fields().iter().position(|field| field.name == *step)?;
        numbers.push(number);
        shape = (shape.fields()[number].shape)();
    }
    Some((numbers, shape))
}

fn literal(value: &Value) -> Literal {
    match value {
        Value::Bool(flag) => Literal::Flag(*flag),
        Value::Number(number) => number.as_f64().map_or(Literal::Nothing, Literal::Number),
        Value::String(text) => Literal::Text(text.clone()),
        Value::Null | Value::Array(_) | Value::Object(_) => Literal::Nothing,
    }
}

/// White space with a line break in it becomes that line break alone, so that templates can be indented for those who read
/// them without making the page longer.
fn narrow(text: &str) -> String {
    let mut narrowed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_whitespace) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_whitespace()).unwrap_or(from.len());
        let (space, after) = from.split_at(end);
        narrowed.push_str(before);
        narrowed.push_str(if space.contains('\n') { "\n" } else { space });
        rest = after;
    }
    narrowed.push_str(rest);
    narrowed
}
