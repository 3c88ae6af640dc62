//! `build --site`: the list of all services and the map, made of everything that was published.

use std::{collections::BTreeSet, path::Path};

use serviceline::{
    Edition, Report, Templates,
    html::{Html, site::Site},
};

use crate::{
    failure::Failure,
    publishing::{Issue, Run},
    release::Common,
    templates,
};

/// The run for pages of a site, and the channel that makes the site's own files.
///
/// # Errors
///
/// Channels without pages, service lines of more than one organization, a template that can't be read.
pub(crate) fn prepare(mut run: Run, staff: bool, is_every_channel: bool) -> Result<(Run, Option<Html>), Failure> {
    // A folder that is put on the web must not have what staff alone should read, unless that was asked for by name. Nor
    // does it need what shows the same content once more, for other hands than a reader's: the file for the press.
    if !staff && is_every_channel {
        run.channels.retain(|channel| !channel.staff && channel.id == channel.selects);
    }
    if !run.channels.iter().any(|channel| channel.media_type.starts_with("text/html")) {
        return Err(Failure::new("a site consists of pages, and no channel of this run makes pages")
            .help("leave out --channel, or add `--channel html`"));
    }
    let folders: BTreeSet<Option<&Path>> = run.submissions.iter().map(|line| line.manuscript.folder()).collect();
    if folders.len() > 1 {
        return Err(Failure::new(format!("these service lines belong to {} organizations", folders.len()))
            .help("build a site for each of them"));
    }
    let own = folders.first().copied().flatten().map(templates::beside).transpose()?.flatten();
    // Faults of the hospital's own templates are reported with each service line.
    let Ok(html) = Html::new(&own.unwrap_or_else(Templates::builtin)) else { return Ok((run, None)) };
    let html = html.in_site(site(&run, staff));
    run.publishers = run.publishers.with(&html);
    Ok((run, Some(html)))
}

/// What the pages have to know of the site: its first language is the organization's own, if a service line is in it.
fn site(run: &Run, staff: bool) -> Site {
    let manuscripts = || run.submissions.iter().map(|line| &line.manuscript);
    let own = manuscripts().map(|manuscript| &manuscript.organization().language).next();
    let languages = || manuscripts().map(|manuscript| &manuscript.service().language);
    let language = own.filter(|own| languages().any(|language| language == *own)).or_else(|| languages().min());
    let offered = run.channels.iter().filter(|channel| staff || !channel.staff);
    Site {
        language: language.cloned().unwrap_or_default(),
        files: offered.map(|channel| channel.suffix.to_owned()).collect(),
        staff,
    }
}

/// The site's own files; none while a service line is refused, for the list has to be whole.
///
/// # Errors
///
/// What the templates of the site are refused for.
pub(crate) fn files(html: &Html, issues: &[Issue]) -> Result<Vec<Common>, Report> {
    let editions: Option<Vec<&Edition>> =
        issues.iter().map(|issue| issue.published.as_ref().map(|published| &published.edition)).collect();
    let files = editions.map_or(Ok(Vec::new()), |editions| html.site_files(&editions))?.into_iter();
    let common = files.map(|file| Common {
        name: file.name,
        language: file.language.map(|language| language.to_string()).unwrap_or_default(),
        media_type: file.media_type,
        bytes: file.bytes,
    });
    Ok(common.collect())
}
