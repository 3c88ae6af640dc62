//! A folder of content for one test, and runs of the command in it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

const ORGANIZATION: &str = r#"
fictional: true
name: Pinefield Health
language: en-US
region: US-OR
time_zone: America/Los_Angeles
web: { base_url: https://pinefield.example.org }
hours:
  - id: week
    weekly: [{ days: mon-fri, open: "08:00", close: "17:00" }]
phones:
  - { id: emergency, purpose: emergency, number: "911", label: Emergency, hours: 24x7 }
  - { id: desk, purpose: appointment, primary: true, number: 503-555-0102, label: Appointments, hours: week }
locations:
  - id: clinic
    name: Pinefield Clinic
    address: { street: 9 Cone Street, city: Pinefield, region: OR, postal_code: "97000", country: US }
    hours: week
"#;

const SERVICE: &str = r#"id: foot-care
language: en-US
title: Foot care
one_line: Care for sore feet.
main_message: We look after your feet. Call us for a visit.
review:
  owner: { team: Web team }
  reviewed_by: [{ name: Ada Reyes }]
  last_reviewed: 2026-09-01
  next_review: 2027-09-01
urgent:
  - level: emergency
    action: "Call {phone:emergency} now if:"
    items: [your foot turns white and cold]
    source: TEST FIXTURE. Sample wording for software tests, not clinical guidance.
    clinically_approved_by: Foot surgeon (TEST FIXTURE)
    approved_on: 2026-09-01
contact: { appointments: phone:desk }
locations: [clinic]
access: { referral_required: not_required }
"#;

/// What a run printed and ended with.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// The same run, which has to have ended with this code.
    #[track_caller]
    pub(crate) fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "\n{}\n{}", self.out, self.err);
        self
    }
    /// Every line of the output as JSON.
    pub(crate) fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
    /// The output holds this.
    #[track_caller]
    pub(crate) fn says(self, part: &str) -> Self {
        assert!(self.out.contains(part) || self.err.contains(part), "{part:?} is not in\n{}\n{}", self.out, self.err);
        self
    }
}

/// A folder with an organization.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = Self(TempDir::new().unwrap());
        folder.write("content/organization.yaml", ORGANIZATION);
        folder
    }
    /// A folder with these service lines.
    pub(crate) fn with(ids: &[&str]) -> Self {
        let folder = Self::new();
        for id in ids {
            folder.write(&format!("content/{id}.yaml"), &service(id));
        }
        folder
    }
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{from:?} is not in {name}");
        self.write(name, &text.replacen(from, to, 1));
    }
    /// Every file below a folder with its bytes, hidden ones too.
    pub(crate) fn tree(&self, name: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(name), "", &mut files);
        files
    }
    pub(crate) fn manifest(&self) -> Value {
        serde_json::from_str(&self.read("out/manifest.json")).unwrap()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_serviceline"));
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null()).env_remove("COLUMNS");
        command
    }
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        ran(&mut self.command(arguments))
    }
    /// Builds the content into `out`, on a day on which nothing has expired.
    pub(crate) fn build(&self, more: &[&str]) -> Ran {
        self.run(&[&["build", "content", "--out", "out", "--date", "2026-11-24"], more].concat())
    }
}

pub(crate) fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// The smallest service line that can be published, under this id.
pub(crate) fn service(id: &str) -> String {
    SERVICE.replace("foot-care", id)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().into_string().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files.insert(format!("{name}/"), vec![]);
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}
