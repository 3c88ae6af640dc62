//! The JSON Schemas of the two sources, from the same types that read them.
//!
//! `required` comes from the classes of the fields; a gap (`{ todo: ... }`) may stand wherever the loader takes one.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::model::{Organization, ServiceLine};

/// The schema of a service file.
#[must_use]
pub fn service_schema() -> Schema {
    finish::<ServiceLine>("ServiceLine", "service line")
}

/// The schema of an organization's file.
#[must_use]
pub fn organization_schema() -> Schema {
    finish::<Organization>("Organization", "organization")
}

fn finish<T: schemars::JsonSchema>(root: &str, title: &str) -> Schema {
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".into(), json!(format!("Serviceline {title}")));
        if let Some(Value::Object(defs)) = object.get_mut("$defs") {
            for (name, definition) in defs {
                admit_gap(name, definition);
            }
        }
        properties(root, object);
        object.values_mut().for_each(unquote);
    }
    schema
}

/// A group may be a gap as a whole.
fn admit_gap(name: &str, definition: &mut Value) {
    let Value::Object(object) = definition else { return };
    if object.get("type") != Some(&json!("object")) || !object.contains_key("properties") {
        return;
    }
    properties(name, object);
    let group = std::mem::take(object);
    object.insert("anyOf".into(), json!([group, gap()]));
}

/// The fields of a group: those that must be there are required, and a list may be a gap as a whole.
fn properties(name: &str, object: &mut Map<String, Value>) {
    let classes = crate::model::classes().into_iter().find(|(known, _)| *known == name);
    let needed = |(_, class): &&(&str, &str)| matches!(*class, "required" | "key");
    let required: Vec<&str> =
        classes.iter().flat_map(|(_, fields)| fields.iter()).filter(needed).map(|(field, _)| *field).collect();
    if !required.is_empty() {
        object.insert("required".into(), json!(required));
    }
    let Some(Value::Object(fields)) = object.get_mut("properties") else { return };
    for field in fields.values_mut() {
        let Value::Object(field) = field else { continue };
        field.remove("default");
        let of_content = field.get("items").is_some_and(|items| items.get("$ref").is_some());
        if of_content && field.get("type") == Some(&json!("array")) {
            let list = std::mem::take(field);
            *field = serde_json::from_value(json!({ "anyOf": [list, gap()] })).unwrap_or_default();
        }
    }
}

/// Text that is only digits needs no quotes: the loader reads every scalar as it is written.
fn unquote(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(unquote),
        Value::Object(object) => {
            let free = !["pattern", "format", "enum", "const"].iter().any(|key| object.contains_key(*key));
            let text = match object.get("type") {
                Some(Value::String(kind)) => kind == "string",
                Some(Value::Array(kinds)) => {
                    kinds.iter().any(|kind| kind == "string") && !kinds.iter().any(|kind| kind == "number")
                }
                _ => false,
            };
            if free && text {
                let null = object.get("type").is_some_and(Value::is_array);
                object.insert(
                    "type".into(),
                    if null {
                        json!(["string", "number", "boolean", "null"])
                    } else {
                        json!(["string", "number", "boolean"])
                    },
                );
            }
            object.values_mut().for_each(unquote);
        }
        _ => {}
    }
}

fn gap() -> Value {
    json!({ "type": "object", "properties": { "todo": { "type": "string" } }, "required": ["todo"], "additionalProperties": false })
}
