//! Content from a database or a content management system: the model's structs are plain data.

#![allow(clippy::print_stdout, reason = "a program that shows what it does")]

use serviceline::{
    Date, Fact, Manuscript, Organization, Purpose, Report, ServiceLine, Text,
    model::{
        Address, HoursRef, Level, Location, LocationRef, Phone, PhoneNumber, PhonePurpose, PhoneRef, Reason,
        ReferralNeed, Reviewer, UrgentCard,
    },
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let manuscript = Manuscript::new(service()?, organization()?);
    let publisher = serviceline::standard();
    let today = Date::new(2026, 11, 24).ok_or("no such day")?;
    match publisher.prepare(&manuscript, Purpose::Publication, today) {
        Ok(edition) => show(&publisher.publish("markdown", &edition)?),
        Err(report) => show_report(&report),
    }
    Ok(())
}

fn service() -> Result<ServiceLine, Box<dyn std::error::Error>> {
    let desk = PhoneRef::new(&"desk".parse()?);
    let place = LocationRef::new(&"clinic".parse()?);
    let mut service = ServiceLine {
        id: "hand-care".parse()?,
        title: "Hand care".into(),
        one_line: "Therapists and surgeons look after hands together.".into(),
        main_message: "We help you use your hands again. Call {phone:desk} to begin.".into(),
        reasons: vec![Reason {
            title: "One team".into(),
            body: Text::from("Surgeons and therapists plan your care together.").with_short("One plan for you."),
            ..Reason::default()
        }],
        urgent: vec![UrgentCard {
            level: Some(Level::Emergency),
            action: "Call {phone:emergency} now if:".into(),
            items: vec!["TEST FIXTURE: a sign that a clinician has approved".into()],
            source: "TEST FIXTURE. Not clinical guidance.".into(),
            clinically_approved_by: "Nobody (TEST FIXTURE)".into(),
            approved_on: day(2026),
            ..UrgentCard::default()
        }],
        locations: vec![place.into()],
        ..ServiceLine::default()
    };
    service.contact.appointments = desk.into();
    service.access.referral_required = ReferralNeed::NotRequired.into();
    service.review.owner.team = "Hand team".into();
    service.review.reviewed_by = vec![Reviewer { name: "A reviewer".into(), ..Reviewer::default() }];
    (service.review.last_reviewed, service.review.next_review) = (day(2026), day(2027));
    Ok(service)
}

fn organization() -> Result<Organization, Box<dyn std::error::Error>> {
    let always = HoursRef::new(&"24x7".parse()?);
    let phone = |id: &str, purpose, number: &str, label: &str| -> Result<Phone, Box<dyn std::error::Error>> {
        Ok(Phone {
            id: id.parse()?,
            purpose: Some(purpose),
            number: number.parse::<PhoneNumber>()?.into(),
            label: label.into(),
            hours: always.clone().into(),
            ..Phone::default()
        })
    };
    let address = Address {
        street: "1 First Street".into(),
        city: "Larkmere".into(),
        region: "OH".into(),
        postal_code: "43000".into(),
        ..Address::default()
    };
    let clinic = Location {
        id: "clinic".parse()?,
        name: "Hand clinic".into(),
        address,
        hours: always.clone().into(),
        ..Location::default()
    };
    Ok(Organization {
        fictional: true,
        name: "Larkmere Health".into(),
        phones: vec![
            phone("emergency", PhonePurpose::Emergency, "911", "Emergency")?,
            phone("desk", PhonePurpose::Appointment, "614-555-0142", "Appointments")?,
        ],
        locations: vec![clinic],
        ..Organization::default()
    })
}

fn day(year: i16) -> Fact<Date> {
    Date::new(year, 9, 1).map(Fact::from).unwrap_or_default()
}

fn show(artifact: &serviceline::Artifact) {
    for file in artifact.files() {
        println!("{}: {} bytes", file.name(), file.bytes().len());
    }
}

fn show_report(report: &Report) {
    for problem in report.diagnostics() {
        println!("{problem}");
    }
}
