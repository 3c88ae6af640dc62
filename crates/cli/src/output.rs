//! Writing files into a folder, whole or not at all.
//!
//! Everything is written to a hidden folder inside first and then moved to its place, so that a reader never sees half a
//! file. When a step fails, the steps before it are undone.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::failure::Failure;

/// A file to be written: its name from the folder, with `/` between its parts, and its bytes.
pub(crate) struct NewFile<'b> {
    pub(crate) name: &'b str,
    pub(crate) bytes: &'b [u8],
}

/// Writes `files` into `folder`, in this order, and removes the `stale` ones before the last is written. The folder is
/// made if it isn't there.
///
/// # Errors
///
/// The first file or folder that can't be written. The folder is then as it was.
pub(crate) fn write(folder: &Path, files: &[NewFile<'_>], stale: &[String]) -> Result<(), Failure> {
    let mut made = vec![];
    let result = make_folders(folder, &mut made).and_then(|()| {
        let staging = tempfile::Builder::new().prefix(".serviceline-").tempdir_in(folder);
        let staging = staging.map_err(|error| Failure::writing(folder, &error))?;
        let mut change = Change { folder, staging, done: vec![], number: 0 };
        match change.run(files, stale) {
            Ok(()) => {
                change.prune(stale);
                Ok(())
            }
            Err(failure) => Err(change.undo(failure)),
        }
    });
    if result.is_err() {
        remove_folders(&made);
    }
    result
}

/// A change of a folder under way.
struct Change<'f> {
    folder: &'f Path,
    /// Where new files wait and old ones are kept until all is done. It goes with this value.
    staging: TempDir,
    done: Vec<Step>,
    number: usize,
}

/// What has been done, and how to undo it.
enum Step {
    Made(Vec<PathBuf>),
    Added(PathBuf),
    Replaced { file: PathBuf, kept: PathBuf },
}

impl Change<'_> {
    fn run(&mut self, files: &[NewFile<'_>], stale: &[String]) -> Result<(), Failure> {
        let mut waiting = vec![];
        for file in files {
            let place = self.place(file.name);
            if fs::read(&place).is_ok_and(|bytes| bytes == file.bytes) {
                continue;
            }
            let fresh = self.next();
            fs::write(&fresh, file.bytes).map_err(|error| Failure::writing(&place, &error))?;
            waiting.push((fresh, place));
        }
        let last = waiting.pop();
        for (fresh, place) in waiting {
            self.put(&fresh, place)?;
        }
        for name in stale {
            self.remove(self.place(name))?;
        }
        last.map_or(Ok(()), |(fresh, place)| self.put(&fresh, place))
    }
    fn place(&self, name: &str) -> PathBuf {
        name.split('/').fold(self.folder.to_owned(), |path, part| path.join(part))
    }
    fn next(&mut self) -> PathBuf {
        self.number += 1;
        self.staging.path().join(self.number.to_string())
    }

    fn put(&mut self, fresh: &Path, place: PathBuf) -> Result<(), Failure> {
        let mut made = vec![];
        let result = place.parent().map_or(Ok(()), |parent| make_folders(parent, &mut made));
        self.done.push(Step::Made(made));
        result?;
        let failed = |error: io::Error| Failure::writing(&place, &error);
        let kept = self.next();
        let replaces = keep(&place, &kept).map_err(failed)?;
        fs::rename(fresh, &place).map_err(failed)?;
        self.done.push(if replaces { Step::Replaced { file: place, kept } } else { Step::Added(place) });
        Ok(())
    }
    fn remove(&mut self, place: PathBuf) -> Result<(), Failure> {
        let kept = self.next();
        match fs::rename(&place, &kept) {
            Ok(()) => self.done.push(Step::Replaced { file: place, kept }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::writing(&place, &error)),
        }
        Ok(())
    }
    /// Removes the folders that have become empty.
    fn prune(&self, stale: &[String]) {
        for name in stale {
            let place = self.place(name);
            for folder in place.ancestors().skip(1).take_while(|folder| *folder != self.folder) {
                // A folder that isn't empty stays.
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
    }
    fn undo(self, failure: Failure) -> Failure {
        let mut lost = vec![];
        for step in self.done.into_iter().rev() {
            match step {
                Step::Made(folders) => remove_folders(&folders),
                Step::Added(file) => lost.extend(fs::remove_file(&file).is_err().then_some(file)),
                Step::Replaced { file, kept } => lost.extend(fs::rename(kept, &file).is_err().then_some(file)),
            }
        }
        match lost.as_slice() {
            [] => failure.help("nothing was changed; make room for it, or choose another folder, and try again"),
            [first, ..] => failure.help(format!("{} could not be put back as it was; build again", first.display())),
        }
    }
}

/// Keeps the file at `place` under the name `kept`; false if there is none.
fn keep(place: &Path, kept: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
        Ok(kind) if kind.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => {}
    }
    // A link leaves the file where it is, so that readers find it all the time; not every file system has links.
    fs::hard_link(place, kept).or_else(|_| fs::copy(place, kept).map(drop))?;
    Ok(true)
}

/// Makes a folder and those above it, and notes which ones weren't there.
fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let missing: Vec<&Path> =
        folder.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists()).collect();
    for above in missing.into_iter().rev() {
        fs::create_dir(above).map_err(|error| Failure::writing(above, &error))?;
        made.push(above.to_owned());
    }
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    Err(Failure::writing(folder, &io::ErrorKind::NotADirectory.into()))
}

/// Removes folders that were made and are empty again, the innermost first.
fn remove_folders(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        // What somebody else has put there in the meantime stays.
        let _ = fs::remove_dir(folder);
    }
}
