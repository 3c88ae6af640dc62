//! Every name in every template, looked up in what a page has.

use std::collections::BTreeMap;

use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, Subexpression, Template, TemplateElement};
use serviceline_core::diagnostic::Diagnostic;
use serviceline_core::nearest::advice;

use super::path::{From, TemplatePath};
use super::program::Helper;
use super::{Parsed, Root, Shape, place, written};

/// The blocks that a template may open.
const BLOCKS: [&str; 4] = ["if", "unless", "each", "with"];
/// The variables of a loop.
const LOOP: [&str; 3] = ["first", "last", "index"];

/// What checking found.
pub(super) struct Checked {
    pub(super) faults: Vec<Diagnostic>,
    /// Whether words are left out somewhere.
    pub(super) omits: bool,
    /// What each template is given where it is used first.
    pub(super) given: BTreeMap<String, Shape>,
}

/// Checks the templates of whole documents, all that they use, and that all templates are used.
pub(super) fn check(parsed: &BTreeMap<String, Parsed>, roots: &[Root]) -> Checked {
    let mut checker = Checker {
        parsed,
        page: Shape::Group(&[]),
        faults: Vec::new(),
        omits: false,
        file: String::new(),
        open: Vec::new(),
        given: BTreeMap::new(),
        blocks: Vec::new(),
    };
    for root in roots {
        checker.root(*root);
    }
    // Where a document could not be read, what it uses is not known.
    if roots.iter().all(|root| parsed.contains_key(root.name)) {
        checker.report_unused();
    }
    Checked { faults: checker.faults, omits: checker.omits, given: checker.given }
}

/// What `this` is inside a block.
struct Block {
    shape: Shape,
    is_loop: bool,
}

struct Checker<'t> {
    parsed: &'t BTreeMap<String, Parsed>,
    page: Shape,
    faults: Vec<Diagnostic>,
    omits: bool,
    /// The template that is being read.
    file: String,
    /// The templates that use it, from the page inwards.
    open: Vec<String>,
    given: BTreeMap<String, Shape>,
    /// The blocks that are open in this template.
    blocks: Vec<Block>,
}

/// Where in its file something stands: line and column.
type At = (usize, usize);

impl<'t> Checker<'t> {
    fn root(&mut self, root: Root) {
        let Some(parsed) = self.parsed.get(root.name) else {
            let message = format!("there is no template `{}`", root.name);
            return self.faults.push(Diagnostic::error("template-syntax", message));
        };
        self.page = root.shape;
        root.name.clone_into(&mut self.file);
        self.blocks = vec![Block { shape: root.shape, is_loop: false }];
        self.given.insert(self.file.clone(), root.shape);
        self.elements(&parsed.template);
    }

    fn elements(&mut self, template: &'t Template) {
        for (element, at) in template.elements.iter().zip(&template.mapping) {
            self.element(element, (at.0, at.1));
        }
    }

    fn element(&mut self, element: &'t TemplateElement, at: At) {
        match element {
            TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
            TemplateElement::Expression(expression) => self.expression(expression, at),
            TemplateElement::HelperBlock(block) => self.block(block, at),
            TemplateElement::PartialExpression(partial) => self.partial(partial, at),
            TemplateElement::HtmlExpression(_) => {
                self.fault(at, "words can't be printed without escaping them", "write two braces instead of three");
            }
            _ => self.fault(
                at,
                "this part of handlebars can't be used in a page",
                "write {{#with name}}{{> partial}}{{/with}}",
            ),
        }
    }

    fn expression(&mut self, expression: &'t HelperTemplate, at: At) {
        let name = written(&expression.name);
        if name == "omit" {
            self.omit(expression, at);
        } else if expression.params.is_empty() && expression.hash.is_empty() {
            if let Some(shape) = self.look_up(name, at)
                && matches!(shape, Shape::Group(_) | Shape::List(_) | Shape::Flag)
            {
                let message = format!("`{name}` is {} and can't be printed", shape.noun());
                self.fault(at, &message, &fields_help(shape));
            }
        } else {
            self.unknown("helper", name, &["omit"], at);
        }
    }

    fn omit(&mut self, expression: &'t HelperTemplate, at: At) {
        self.omits = true;
        match expression.params.as_slice() {
            [field @ Parameter::Path(_), Parameter::Literal(reason)]
                if reason.as_str().is_some_and(|reason| !reason.trim().is_empty()) =>
            {
                self.look_up(written(field), at);
            }
            _ => self.fault(
                at,
                "`omit` takes a field and a reason",
                "write {{omit field \"why it is not on the page\"}}",
            ),
        }
    }

    fn block(&mut self, block: &'t HelperTemplate, at: At) {
        let name = written(&block.name);
        if !BLOCKS.contains(&name) {
            return self.unknown("block", name, &BLOCKS, at);
        }
        let [param] = block.params.as_slice() else {
            return self.fault(at, &format!("`{name}` takes one name"), "");
        };
        if block.block_param.is_some() || !block.hash.is_empty() {
            self.fault(at, &format!("`{name}` takes nothing but a name"), "");
        }
        let inside = match name {
            "each" | "with" => self.inside(name, param, at),
            _ => {
                self.condition(param, at);
                None
            }
        };
        if let Some(template) = &block.template {
            self.body(template, inside);
        }
        if let Some(template) = &block.inverse {
            self.elements(template);
        }
    }

    /// The block that `each` or `with` opens.
    fn inside(&mut self, name: &str, param: &'t Parameter, at: At) -> Option<Block> {
        let Parameter::Path(_) = param else {
            self.fault(at, &format!("`{name}` takes a name"), "");
            return None;
        };
        let shape = self.look_up(written(param), at)?;
        match (name, shape) {
            ("each", Shape::List(item)) => Some(Block { shape: item(), is_loop: true }),
            ("with", Shape::Group(_)) => Some(Block { shape, is_loop: false }),
            _ => {
                let takes = if name == "each" { "a list" } else { "a group of fields" };
                self.fault(at, &format!("`{name}` takes {takes}, but `{}` is {}", written(param), shape.noun()), "");
                None
            }
        }
    }

    fn body(&mut self, template: &'t Template, inside: Option<Block>) {
        let opened = inside.map(|block| self.blocks.push(block)).is_some();
        self.elements(template);
        if opened {
            self.blocks.pop();
        }
    }

    fn condition(&mut self, param: &'t Parameter, at: At) -> Option<Shape> {
        match param {
            Parameter::Path(_) => self.look_up(written(param), at),
            Parameter::Subexpression(test) => {
                self.test(test, at);
                None
            }
            _ => None,
        }
    }

    fn test(&mut self, test: &'t Subexpression, at: At) {
        let TemplateElement::Expression(expression) = test.as_element() else { return };
        let name = written(&expression.name);
        let Some((_, _, least, most)) = Helper::ALL.into_iter().find(|(known, ..)| *known == name) else {
            return self.unknown("test", name, &Helper::ALL.map(|(name, ..)| name), at);
        };
        if !(least..=most).contains(&expression.params.len()) {
            let takes = if least == 1 { "one value" } else { "two values" };
            self.fault(at, &format!("`{name}` takes {takes}, found {}", expression.params.len()), "");
        }
        for param in &expression.params {
            let shape = self.condition(param, at);
            // A template holds no words, only marks that stand for them: two are never the same.
            if let Some(shape @ (Shape::Words | Shape::Passage)) = shape.filter(|_| ["eq", "ne"].contains(&name)) {
                let message = format!("`{name}` can't compare {}", shape.noun());
                self.fault(at, &message, "compare texts such as `level` or `id`, or ask with `if` whether it is there");
            }
        }
    }

    fn partial(&mut self, partial: &'t DecoratorTemplate, at: At) {
        let name = written(&partial.name);
        if !partial.params.is_empty() || !partial.hash.is_empty() {
            self.fault(
                at,
                "a partial takes nothing but the block it stands in",
                "write {{#with name}}{{> partial}}{{/with}}",
            );
        }
        let Some(found) = self.parsed.get(name) else {
            let names: Vec<_> = self.parsed.keys().map(String::as_str).collect();
            return self.unknown("template", name, &names, at);
        };
        if self.file == name || self.open.iter().any(|open| open == name) {
            return self.fault(at, &format!("the template `{name}` uses itself"), "");
        }
        let Some(block) = self.blocks.last() else { return };
        self.given.entry(name.to_owned()).or_insert(block.shape);
        let inner = vec![Block { shape: block.shape, is_loop: block.is_loop }];
        let outer = std::mem::replace(&mut self.blocks, inner);
        self.open.push(std::mem::replace(&mut self.file, name.to_owned()));
        self.elements(&found.template);
        self.file = self.open.pop().unwrap_or_default();
        self.blocks = outer;
    }

    /// What stands under a name here.
    fn look_up(&mut self, name: &str, at: At) -> Option<Shape> {
        let path = TemplatePath::new(name);
        let start = match path.from {
            From::Root => Some(self.page),
            From::Loop(variable) => {
                self.loop_variable(variable, at);
                return Some(Shape::Text);
            }
            From::Here(up) => self.blocks.iter().rev().nth(up).map(|block| block.shape),
        };
        let Some(mut shape) = start else {
            self.fault(
                at,
                &format!("`{name}` reaches out of the template"),
                "a template sees only the block it stands in",
            );
            return None;
        };
        let mut optional = false;
        for (index, step) in path.steps.iter().enumerate() {
            if optional {
                let open = path.steps[..index].join(".");
                self.fault(at, &format!("`{open}` may be absent"), &format!("open it first: {{{{#with {open}}}}}"));
            }
            let Some(field) = shape.field(step) else {
                let names: Vec<_> = shape.fields().iter().map(|field| field.name).collect();
                self.unknown("name", step, &names, at);
                return None;
            };
            (shape, optional) = ((field.shape)(), field.optional);
        }
        Some(shape)
    }

    fn loop_variable(&mut self, name: &str, at: At) {
        if !LOOP.contains(&name) {
            self.unknown("variable", name, &LOOP, at);
        } else if !self.blocks.iter().any(|block| block.is_loop) {
            self.fault(at, &format!("`@{name}` has a meaning only inside `each`"), "");
        }
    }

    fn unknown(&mut self, kind: &str, name: &str, known: &[&str], at: At) {
        let help = advice(name, known).unwrap_or_default();
        self.report("template-name", at, &format!("no {kind} `{name}` is known here"), &help);
    }

    fn fault(&mut self, at: At, message: &str, help: &str) {
        self.report("template-syntax", at, message, help);
    }

    fn report(&mut self, code: &'static str, (line, column): At, message: &str, help: &str) {
        let mut fault = Diagnostic::error(code, message);
        if !help.is_empty() {
            fault = fault.help(help);
        }
        if let Some(file) = self.parsed.get(&self.file) {
            fault = fault.at(place(&file.source, line, column));
        }
        self.faults.push(fault);
    }

    fn report_unused(&mut self) {
        for (name, file) in self.parsed {
            if !self.given.contains_key(name) {
                let fault = Diagnostic::error("template-name", format!("no template uses `{name}`"));
                self.faults.push(fault.at(place(&file.source, 1, 1)));
            }
        }
    }
}

fn fields_help(shape: Shape) -> String {
    match shape {
        Shape::Group(fields) => {
            let names: Vec<_> = fields.iter().map(|field| field.name).collect();
            format!("name one of its fields: {}", names.join(", "))
        }
        Shape::List(_) => "open it with {{#each}}".to_owned(),
        _ => "ask for it with {{#if}}".to_owned(),
    }
}
