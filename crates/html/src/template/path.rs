//! A name in a template, taken apart: how far up it reaches, and the fields that it goes through.

/// A path such as `../tests.title` or `@root.title`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TemplatePath<'t> {
    /// Where it begins.
    pub(super) from: From<'t>,
    /// The fields that it goes through.
    pub(super) steps: Vec<&'t str>,
}

/// Where a path begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum From<'t> {
    /// So many blocks further out.
    Here(usize),
    /// At the page.
    Root,
    /// It is a variable of the loop, such as `@first`.
    Loop(&'t str),
}

impl<'t> TemplatePath<'t> {
    pub(super) fn new(raw: &'t str) -> Self {
        let mut rest = raw.trim();
        if let Some(local) = rest.strip_prefix('@') {
            return match local.strip_prefix("root") {
                Some(steps) if steps.is_empty() || steps.starts_with(['.', '/']) => {
                    Self { from: From::Root, steps: steps_of(steps) }
                }
                _ => Self { from: From::Loop(local), steps: Vec::new() },
            };
        }
        let mut up = 0;
        while let Some(outer) = rest.strip_prefix("..") {
            up += 1;
            rest = outer.strip_prefix('/').unwrap_or(outer);
        }
        Self { from: From::Here(up), steps: steps_of(rest) }
    }
}

fn steps_of(path: &str) -> Vec<&str> {
    path.split(['.', '/']).filter(|step| !step.is_empty() && *step != "this").collect()
}

#[cfg(test)]
mod tests {
    use super::{From, TemplatePath};

    #[test]
    fn paths_are_taken_apart() {
        let check = |raw, from, steps: &[&str]| {
            assert_eq!(TemplatePath::new(raw), TemplatePath { from, steps: steps.to_vec() }, "{raw}");
        };
        check("title", From::Here(0), &["title"]);
        check("this", From::Here(0), &[]);
        check(".", From::Here(0), &[]);
        check("this.title", From::Here(0), &["title"]);
        check("../../a.b", From::Here(2), &["a", "b"]);
        check("..", From::Here(1), &[]);
        check("@root.a/b", From::Root, &["a", "b"]);
        check("@first", From::Loop("first"), &[]);
    }
}
