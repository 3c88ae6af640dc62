//! Examples at the end of each help text.

pub(super) const ALL: &str = "\
Examples:
  serviceline check content                   every problem, with its place and what to do
  serviceline build content --out site        all service lines to all channels
  serviceline explain unknown-reference       what a problem means

Exit codes: 0 fine, 1 the content has errors, 2 wrong use, or a file that can't be read or written.";

pub(super) const BUILD: &str = "\
Examples:
  serviceline build content --out site
  serviceline build content/services/spine-cancer.yaml --out site --channel brochure
  serviceline build content --out preview --draft
  serviceline build content --out public --site
  serviceline build content --out site --date 2026-11-24 --deny warnings

Exit codes: 0 all were published, 1 some were refused, 2 wrong use, or a file that can't be read or written.";

pub(super) const CHECK: &str = "\
Examples:
  serviceline check content
  serviceline check content/services/spine-cancer.yaml --deny warnings
  serviceline check content --format json | jq .message
  serviceline check content --format github      in a workflow, beside the lines of a pull request

Exit codes: 0 fine, 1 the content has errors, 2 wrong use, or a file that can't be read.";

pub(super) const COVERAGE: &str = "\
Examples:
  serviceline coverage content/services/spine-cancer.yaml
  serviceline coverage content/services/spine-cancer.yaml --path reasons[2]
  serviceline coverage content/services/spine-cancer.yaml --channel brochure --format json";

pub(super) const SCHEMA: &str = "\
Examples:
  serviceline schema service > service.schema.json
  serviceline schema organization > organization.schema.json
  serviceline schema dialogue > dialogue.schema.json
  serviceline schema brochure                    what serviceline.yaml may say under `brochure`";

pub(super) const EXPLAIN: &str = "\
Examples:
  serviceline explain
  serviceline explain unknown-reference";

pub(super) const CHANNELS: &str = "\
Examples:
  serviceline channels
  serviceline channels --format json";

pub(super) const TEMPLATES: &str = "\
Examples:
  serviceline templates list html
  serviceline templates fields html/team.hbs
  serviceline templates eject html/team.hbs --out content/templates
  serviceline templates eject html script --out content/templates
  serviceline templates eject html/team.hbs --out content/templates --overwrite     back to the built-in one";

#[cfg(feature = "script")]
pub(super) const SCRIPT: &str = "\
Examples:
  serviceline script walk content/services/spine-cancer.yaml";

#[cfg(feature = "script")]
pub(super) const WALK: &str = "\
Examples:
  serviceline script walk content/services/spine-cancer.yaml
  serviceline script walk content/services/spine-cancer.yaml --through S0A
  serviceline script walk content/services/spine-cancer.yaml --all > calls.txt

Exit codes: 0 fine, 1 the content has errors, 2 wrong use, or a file that can't be read.";

pub(super) const COMPLETIONS: &str = "\
Examples:
  serviceline completions bash > ~/.local/share/bash-completion/completions/serviceline
  serviceline completions zsh > ~/.zfunc/_serviceline";

pub(super) const MAN: &str = "\
Examples:
  serviceline man | man -l -
  serviceline man build > serviceline-build.1";
