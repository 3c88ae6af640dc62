//! Nodes by their path.

use super::{Data, Key, Node};

impl Node {
    /// The node at a path such as `reasons[2].body`; the empty path is this node.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&Node> {
        let end = walk(self, path);
        end.rest.is_empty().then_some(end.node)
    }

    /// The node at a path or, where it isn't in the file, the innermost node around it that is.
    ///
    /// A gap that stands for a list is found by the path of a field in it, and so is a text by the path of its variant.
    #[must_use]
    pub fn find_nearest(&self, path: &str) -> &Node {
        walk(self, path).node
    }

    /// The name of the field at a path.
    #[must_use]
    pub fn find_key(&self, path: &str) -> Option<&Key> {
        let end = walk(self, path);
        end.key.filter(|_| end.rest.is_empty())
    }
}

/// How far a path leads.
struct End<'n, 'p> {
    node: &'n Node,
    /// The name under which `node` stands, if it is a field.
    key: Option<&'n Key>,
    rest: &'p str,
}

fn walk<'n, 'p>(root: &'n Node, path: &'p str) -> End<'n, 'p> {
    let mut end = End { node: root, key: None, rest: path };
    while let Some(next) = step(end.node, end.rest) {
        end = next;
    }
    end
}

fn step<'n, 'p>(node: &'n Node, rest: &'p str) -> Option<End<'n, 'p>> {
    match &node.data {
        Data::List(items) => {
            let (index, rest) = rest.strip_prefix('[')?.split_once(']')?;
            let node = items.get(index.parse::<usize>().ok()?)?;
            Some(End { node, key: None, rest })
        }
        Data::Map(fields) => {
            let path = rest.strip_prefix('.').unwrap_or(rest);
            // The longest name that fits: a name may hold dots itself.
            let fits =
                |name: &str| path.strip_prefix(name).filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
            let found = fields.iter().filter_map(|(key, node)| Some((key, node, fits(&key.name)?)));
            let (key, node, rest) = found.min_by_key(|(.., rest)| rest.len())?;
            Some(End { node, key: Some(key), rest })
        }
        Data::Null | Data::Scalar(_) => None,
    }
}
