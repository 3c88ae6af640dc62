//! The model as data: which fields are settings, and the schemas.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use serviceline_core::model::classes;

#[test]
fn no_content_hides_among_the_settings() {
    let settings = |fields: &[(&str, &str)]| -> Vec<String> {
        fields
            .iter()
            .filter(|(_, class)| matches!(*class, "setting" | "key"))
            .map(|(field, _)| (*field).to_owned())
            .collect()
    };
    let lines: Vec<String> =
        classes().iter().map(|(name, fields)| format!("{name}: {}", settings(fields).join(", "))).collect();
    insta::assert_snapshot!("settings", lines.join("\n"));
}

#[test]
fn the_schema_of_a_service_line_requires_what_publication_does() {
    let schema = serviceline_core::service_schema();
    let required = &schema.as_value()["required"];
    assert!(required.as_array().unwrap().contains(&"one_line".into()), "{required}");
    insta::assert_snapshot!("service_schema", serde_json::to_string_pretty(schema.as_value()).unwrap());
}
