//! A channel of one's own: a fax of headings and dates. Nothing in the library changes for it.

#![allow(clippy::print_stdout, reason = "a program that shows what it does")]

use serviceline::{
    Channel, ChannelInfo, Date, File, Leaf, Manuscript, Notes, Purpose, Report, Selection, Variant, Words,
    coverage::Status, fields::Fields,
};

#[derive(Debug)]
struct Fax;

/// What a hospital may set under `fax:` in `serviceline.yaml`.
#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct FaxOptions {
    /// A line at the top.
    header: Option<String>,
}

impl Channel for Fax {
    type Options = FaxOptions;
    type Document = Vec<Words>;

    fn info(&self) -> ChannelInfo {
        ChannelInfo {
            id: "fax",
            selects: "fax",
            prefers: Variant::Short,
            staff: false,
            about: "headings and dates for a fax",
            suffix: "-fax.txt",
            media_type: "text/plain",
        }
    }

    fn compose(
        &self,
        selection: &Selection<'_>,
        options: &FaxOptions,
        notes: &mut Notes,
    ) -> Result<Vec<Words>, Report> {
        let mut lines: Vec<Words> = options.header.iter().map(|header| selection.own(header.as_str())).collect();
        lines.push(selection.say(&selection.title));
        lines.push(selection.fact(&selection.review.next_review, |date| selection.locale().date(*date)));
        lines.extend(selection.reasons.iter().map(|reason| selection.say(&reason.title)));
        lines.extend(selection.gaps());
        // Everything that is not said is left out by name; what was said stays placed.
        let mut rest: Vec<&dyn Leaf> = vec![];
        selection.leaves(&mut |leaf| rest.push(leaf));
        selection.organization().leaves(&mut |leaf| rest.push(leaf));
        for leaf in rest {
            notes.leave_out(leaf, "a fax has room for headings only");
        }
        Ok(lines)
    }

    fn words<'d>(&self, document: &'d Vec<Words>, see: &mut dyn FnMut(&'d Words)) {
        document.iter().for_each(see);
    }

    fn encode(&self, document: &Vec<Words>) -> Result<Vec<File>, Report> {
        let lines: Vec<String> = document.iter().map(Words::text).collect();
        Ok(vec![File { suffix: "-fax.txt".into(), media_type: "text/plain", bytes: lines.join("\n").into_bytes() }])
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let publisher = serviceline::standard().with(Fax);
    let manuscript = Manuscript::load("examples/content/services/spine-cancer.yaml")?;
    let today = Date::new(2026, 11, 24).ok_or("no such day")?;
    let edition = publisher.prepare(&manuscript, Purpose::Publication, today)?;
    let fax = publisher.publish("fax", &edition)?;
    println!("{}", String::from_utf8_lossy(fax.files()[0].bytes()));
    let placed = fax.coverage().fields().iter().filter(|(_, status)| *status == Status::Placed).count();
    println!("{placed} of {} fields are on the fax", fax.coverage().fields().len());
    Ok(())
}
