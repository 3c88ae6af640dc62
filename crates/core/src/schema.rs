//! The JSON Schemas of the two sources, from the same types that read them.
//!
//! `required` comes from the classes of the fields; a gap (`{ todo: ... }`) may stand wherever the loader takes one.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::model::{Organization, ServiceLine};

/// The schema of a service file.
#[must_use]
pub fn service_schema() -> Schema {
    finish::<ServiceLine>("service line")
}

/// The schema of an organization's file.
#[must_use]
pub fn organization_schema() -> Schema {
    finish::<Organization>("organization")
}

fn finish<T: schemars::JsonSchema>(title: &str) -> Schema {
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".into(), json!(format!("Serviceline {title}")));
        if let Some(Value::Object(defs)) = object.get_mut("$defs") {
            for definition in defs.values_mut() {
                admit_gap(definition);
            }
        }
        properties(object);
    }
    schema
}

/// A group may be a gap as a whole.
fn admit_gap(definition: &mut Value) {
    let Value::Object(object) = definition else { return };
    if object.get("type") != Some(&json!("object")) || !object.contains_key("properties") {
        return;
    }
    properties(object);
    let group = std::mem::take(object);
    object.insert("anyOf".into(), json!([group, gap()]));
}

/// The fields of a group: nothing is `null`, and a list may be a gap as a whole.
fn properties(object: &mut Map<String, Value>) {
    let Some(Value::Object(fields)) = object.get_mut("properties") else { return };
    for field in fields.values_mut() {
        let Value::Object(field) = field else { continue };
        field.remove("default");
        if field.get("type") == Some(&json!("array")) {
            let list = std::mem::take(field);
            *field = serde_json::from_value(json!({ "anyOf": [list, gap()] })).unwrap_or_default();
        }
    }
}

fn gap() -> Value {
    json!({ "type": "object", "properties": { "todo": { "type": "string" } }, "required": ["todo"], "additionalProperties": false })
}
