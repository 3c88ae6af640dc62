//! Acronyms, abbreviations, codes, signs.

use super::check;

#[test]
fn words_of_the_glossary() {
    check(&[
        ("CT and MRI scanners", "C T and M R I scanners"),
        ("a CT-guided biopsy", "a C T-guided biopsy"),
        ("PET scan", "pet scan"),
        ("MRIs", "M R Is"),
        ("our LVAD clinic.", "our el-vad clinic."),
        ("a PET/CT scan", "a pet or C T scan"),
    ]);
}

#[test]
fn acronyms() {
    check(&[
        ("photo ID", "photo I D"),
        ("IDs", "I Ds"),
        ("an ICU bed", "an I C U bed"),
        ("the NICU", "the nick-you"),
        ("DO NOT EAT", "do not E A T"),
        ("You must NOT drive", "You must not drive"),
        ("IMPORTANT", "Important"),
        ("CBT-I", "C B T-I"),
        ("mRNA", "m R N A"),
        ("MyLarkmere", "MyLarkmere"),
        ("RLS", "R L S"),
        ("COVID-19", "covid nineteen"),
        ("an X-ray", "an X-ray"),
        ("A plan", "A plan"),
    ]);
}

#[test]
fn letters_with_numbers() {
    check(&[
        ("HER2", "H E R two"),
        ("T4", "T four"),
        ("L4-L5", "L four to L five"),
        ("C41.2", "C forty-one point two"),
        ("B12", "B twelve"),
        ("stage II", "stage two"),
        ("Stage IIIB", "Stage three B"),
        ("type I and type II", "type one and type two"),
        ("grade IV.", "grade four."),
        ("I see", "I see"),
        ("part X", "part ten"),
    ]);
}

#[test]
fn abbreviations() {
    check(&[
        ("Dr. Whitlock", "Doctor Whitlock"),
        ("Mr. and Mrs. Lee", "Mister and Missus Lee"),
        ("e.g., a scan", "for example, a scan"),
        ("scans, etc.", "scans, and so on."),
        ("scans, etc. We", "scans, and so on. We"),
        ("A vs. B", "A versus B"),
        ("approx. 10", "about ten"),
        ("Dana Whitlock, MD, leads", "Dana Whitlock leads"),
        ("Priya Raman, RN, OCN.", "Priya Raman."),
        ("the U.S. average", "the U S average"),
        ("U.S. News & World Report", "U S News and World Report"),
        ("in the U.S.", "in the U S."),
        ("Wi-Fi", "wye fye"),
        ("an M.D.", "an M D."),
    ]);
}

#[test]
fn signs() {
    check(&[
        ("Harper & Lowe", "Harper and Lowe"),
        ("and/or", "or"),
        ("his/her", "his or her"),
        ("<5", "less than five"),
        ("~10", "about ten"),
        ("≥18", "at least eighteen"),
        ("2 × 3", "two by three"),
        ("Da Vinci®", "Da Vinci"),
        ("one \u{2014} two", "one, two"),
        ("care\u{2014}now", "care, now"),
        ("prior authorization (an okay from your plan).", "prior authorization, an okay from your plan."),
        ("contrast (a liquid) may", "contrast, a liquid, may"),
        ("contrast (a liquid), may", "contrast, a liquid, may"),
        ("\"Hello,\" she said.", "\"Hello,\" she said."),
    ]);
}
