//! Writes the table of data files that `src/lib.rs` embeds.
//!
//! Every folder beside `src` is data, and every file in it is embedded under its path. So a new template needs no line in
//! the code, and none can be forgotten.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Folders of this package that hold code.
const CODE: &[&str] = &["src", "tests", "target"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=.");
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let mut files = Vec::new();
    for folder in children(&root)? {
        let is_code = CODE.iter().any(|code| folder.ends_with(code));
        if folder.is_dir() && !is_code {
            walk(&folder, &mut files)?;
        }
    }
    let mut entries = files.iter().map(|file| Ok((name(&root, file)?, file))).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    let table = PathBuf::from(variable("OUT_DIR")?).join("files.rs");
    fs::write(table, source(&entries)?)
}

/// The table as Rust source, sorted by name.
fn source(entries: &[(String, &PathBuf)]) -> io::Result<String> {
    let mut source = String::from("&[\n");
    for (name, file) in entries {
        let path = file.to_str().ok_or_else(|| io::Error::other("the path of a data file is not Unicode"))?;
        let is_text = String::from_utf8(fs::read(file)?).is_ok();
        let contents = if is_text { "Text(include_str!" } else { "Bytes(include_bytes!" };
        let _ = writeln!(source, "    ({name:?}, Contents::{contents}({path:?}))),");
    }
    source.push_str("]\n");
    Ok(source)
}

/// All files under a folder, hidden ones and editors' backups left out.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for path in children(folder)? {
        if path.is_dir() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn children(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let file_name = entry.file_name();
        let file_name = file_name.to_string_lossy();
        if !file_name.starts_with('.') && !file_name.ends_with('~') {
            paths.push(entry.path());
        }
    }
    Ok(paths)
}

/// The name of a file: its path inside the package, with `/` on every system.
fn name(root: &Path, file: &Path) -> io::Result<String> {
    let inside = file.strip_prefix(root).map_err(io::Error::other)?;
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    Ok(parts.join("/"))
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}
