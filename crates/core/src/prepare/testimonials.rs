//! Checks of what people said: it is printed with their authorization, and with what keeps it from misleading.

use super::Check;
use crate::Diagnostic;
use crate::fields::Fields;
use crate::leaf::Leaf;
use crate::model::{ServiceLine, Testimonial};

impl Check<'_> {
    pub(super) fn testimonials(&mut self, service: &ServiceLine) {
        let given = service.testimonials.iter().enumerate().filter(|(_, testimonial)| !testimonial.is_gap());
        for (index, testimonial) in given {
            for (field, message, help) in self.unsafe_about(testimonial) {
                let problem = Diagnostic::error("unsafe-testimonial", message).help(help);
                self.problem(&format!("testimonials[{index}].{field}"), problem);
            }
        }
    }

    /// The field of each fault, what is wrong, and what to do.
    fn unsafe_about(&self, testimonial: &Testimonial) -> Vec<(&'static str, String, &'static str)> {
        let mut faults = Vec::new();
        if testimonial.consent.as_deref().unwrap_or_default().trim().is_empty() {
            let help = "get the person's written authorization, and write in `consent` where it is kept";
            faults.push((
                "consent",
                "expected where the person's authorization is kept, found nothing".to_owned(),
                help,
            ));
        }
        let today = self.setting.today;
        if let Some(last) = testimonial.authorization_expires.filter(|last| *last < today) {
            let message = format!("the person's authorization ended on {last}, and it is {today}");
            faults.push(("authorization_expires", message, "ask the person again, or take the quote out"));
        }
        let tells_result = testimonial.tells_result != Some(false);
        if tells_result && testimonial.typical_result.is_empty() && testimonial.typical_result.gap().is_none() {
            let help = "say in `typical_result` what most people can expect, or write `tells_result: false` if the quote tells of \
                        no result";
            faults.push(("typical_result", "expected what most people can expect, found nothing".to_owned(), help));
        }
        faults
    }
}
