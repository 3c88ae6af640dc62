//! The page as one template, with every partial written where it is used.
//!
//! handlebars copies the data of a partial each time that it is used; a page of many small partials then costs more than
//! its words. Written in place they cost nothing. White space at the ends of lines goes too, so that the templates can be
//! indented for those who read them without making the page longer.

use std::collections::BTreeMap;

use handlebars::template::{HelperTemplate, Parameter, Template, TemplateElement};

use super::Parsed;

/// The template of this name with its partials written in place. The templates have been checked.
pub(super) fn inline(parsed: &BTreeMap<String, Parsed>, name: &str) -> Option<Template> {
    parsed.get(name).map(|file| whole(parsed, &file.template))
}

fn whole(parsed: &BTreeMap<String, Parsed>, template: &Template) -> Template {
    let mut made = template.clone();
    made.elements.clear();
    made.mapping.clear();
    for (element, mapping) in template.elements.iter().zip(&template.mapping) {
        match element {
            TemplateElement::PartialExpression(partial) => {
                if let Some(part) = name_of(&partial.name).and_then(|name| inline(parsed, name)) {
                    made.elements.extend(part.elements);
                    made.mapping.extend(part.mapping);
                }
                continue;
            }
            TemplateElement::RawString(text) => made.elements.push(TemplateElement::RawString(narrow(text))),
            TemplateElement::HelperBlock(block) => {
                made.elements.push(TemplateElement::HelperBlock(Box::new(opened(parsed, block))));
            }
            TemplateElement::Comment(_) => continue,
            other => made.elements.push(other.clone()),
        }
        made.mapping.push(mapping.clone());
    }
    made
}

fn opened(parsed: &BTreeMap<String, Parsed>, block: &HelperTemplate) -> HelperTemplate {
    let mut made = block.clone();
    made.template = block.template.as_ref().map(|template| whole(parsed, template));
    // Strict handlebars takes `with` and `each` of what is absent for a mistake, unless there is something to do instead.
    made.inverse = Some(block.inverse.as_ref().map_or_else(Template::new, |template| whole(parsed, template)));
    made
}

fn name_of(name: &Parameter) -> Option<&str> {
    match name {
        Parameter::Name(name) => Some(name),
        Parameter::Path(handlebars::Path::Relative((_, raw))) => Some(raw),
        _ => None,
    }
}

/// White space with a line break in it becomes that line break alone.
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
