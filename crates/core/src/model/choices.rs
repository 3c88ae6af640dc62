//! Facts with a fixed set of values. In a source they are single words in snake case.

/// An enum of content: one word each, in snake case.
macro_rules! choice {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),* $(,)? })*) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[non_exhaustive]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant),* }
        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The word that stands for it in a source.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
        impl $crate::leaf::FactValue for $name {}
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }
    )* };
}
pub(crate) use choice;

choice! {
    /// Whom a text is written for.
    pub enum Audience {
        /// The person who is cared for.
        Patient = "patient",
        /// Family and others who help.
        Caregiver = "caregiver",
        /// A doctor's office or another hospital.
        Clinician = "clinician",
    }
    /// How far an edition has come.
    pub enum Status {
        /// Being written.
        Draft = "draft",
        /// Being read by its reviewers.
        Review = "review",
        /// Approved.
        Published = "published",
    }
    /// What kind of condition it is.
    pub enum ConditionKind {
        /// Began where it is.
        Primary = "primary",
        /// Spread from elsewhere.
        Metastatic = "metastatic",
        /// Not cancer.
        Benign = "benign",
        /// Came on quickly.
        Acute = "acute",
        /// Lasts.
        Chronic = "chronic",
    }
    /// What kind of test it is.
    pub enum TestKind {
        /// A look or a touch.
        Exam = "exam",
        /// Pictures.
        Imaging = "imaging",
        /// Tissue.
        Pathology = "pathology",
        /// Blood and other fluids.
        Lab = "lab",
        /// Any other.
        Other = "other",
    }
    /// What kind of treatment it is.
    pub enum TreatmentKind {
        /// An operation.
        Surgery = "surgery",
        /// Radiation.
        Radiation = "radiation",
        /// Medicine.
        Drug = "drug",
        /// A procedure that is no operation.
        Procedure = "procedure",
        /// A device that is worn or used.
        Device = "device",
        /// Exercise and therapy.
        Rehab = "rehab",
        /// Talking treatment.
        Counseling = "counseling",
        /// Watching and waiting.
        Observation = "observation",
        /// Care for comfort and daily life.
        Supportive = "supportive",
    }
    /// How quickly help is needed.
    pub enum Level {
        /// Call the emergency number.
        Emergency = "emergency",
        /// Call the crisis lifeline.
        Crisis = "crisis",
        /// Call a nurse today.
        Urgent = "urgent",
        /// Call when the desk is open.
        NonUrgent = "non_urgent",
    }
    /// Whether a visit needs an appointment.
    pub enum Appointment {
        /// A visit must be booked.
        Required = "required",
        /// Nobody needs to book.
        WalkIn = "walk_in",
        /// Either.
        Both = "both",
    }
    /// Whether a visit needs a referral.
    pub enum ReferralNeed {
        /// A referral is needed.
        Required = "required",
        /// No referral is needed.
        NotRequired = "not_required",
        /// It depends, for example on the health plan.
        Depends = "depends",
    }
    /// Whether visits can be by video.
    pub enum Telehealth {
        /// No video visits.
        NotOffered = "not_offered",
        /// Some visits, by appointment.
        ByAppointment = "by_appointment",
        /// A visit may be by video.
        MayBeAvailable = "may_be_available",
    }
    /// What kind of claim it is.
    pub enum ClaimKind {
        /// A place on a list.
        Ranking = "ranking",
        /// A count.
        Volume = "volume",
        /// A result of care.
        Outcome = "outcome",
        /// A seal or a certificate.
        Accreditation = "accreditation",
        /// Best, first, only.
        Superlative = "superlative",
        /// How soon or how easily.
        Access = "access",
        /// Equipment.
        Technology = "technology",
    }
    /// What a phone line is for.
    pub enum PhonePurpose {
        /// The public emergency number.
        Emergency = "emergency",
        /// A crisis lifeline.
        Crisis = "crisis",
        /// Relay service for people who are deaf or hard of hearing.
        Tty = "tty",
        /// The operator.
        Main = "main",
        /// Booking.
        Appointment = "appointment",
        /// Nurses who advise callers.
        TriageNurse = "triage_nurse",
        /// Referrals from doctors' offices.
        Referral = "referral",
        /// Moving a patient from another hospital.
        Transfer = "transfer",
        /// Outside office hours.
        AfterHours = "after_hours",
        /// Bills and costs.
        Billing = "billing",
        /// Medical records.
        Records = "records",
        /// Interpreters.
        Interpreter = "interpreter",
        /// Classes and support groups.
        ClassRegistration = "class_registration",
        /// Text messages.
        Sms = "sms",
        /// Fax.
        Fax = "fax",
    }
    /// Where a group meets.
    pub enum PlaceType {
        /// In one of the organization's places.
        Facility = "facility",
        /// Somewhere else.
        Other = "other",
        /// On the internet.
        Online = "online",
    }
    /// Where a term is explained.
    pub enum FirstUse {
        /// In the sentence that first uses it, and in the word list.
        Inline = "inline",
        /// In the word list, or its own section, alone.
        List = "list",
    }
    /// How a script says four-digit thousands.
    pub enum Thousands {
        /// Twelve hundred.
        Hundreds = "hundreds",
        /// One thousand two hundred.
        Thousands = "thousands",
    }
    /// Who calls the emergency number.
    pub enum CallPolicy {
        /// The caller.
        CallerCalls = "caller_calls",
        /// The call-centre agent.
        AgentCalls = "agent_calls",
        /// The agent transfers the caller.
        Transfer = "transfer",
    }
    /// When a caller's identity is checked.
    pub enum VerifyWhen {
        /// Before a record is opened.
        BeforeRecord = "before_record",
    }
    /// How a call is handed over.
    pub enum TransferKind {
        /// The agent stays until somebody answers, and says what it is about.
        Warm = "warm",
        /// The agent sends the call on.
        Cold = "cold",
        /// Somebody joins the call.
        Conference = "conference",
    }
    /// A holiday whose date a rule computes.
    pub enum Holiday {
        /// January 1.
        NewYearsDay = "new_years_day",
        /// Third Monday of January.
        MartinLutherKingDay = "martin_luther_king_day",
        /// Third Monday of February.
        PresidentsDay = "presidents_day",
        /// Last Monday of May.
        MemorialDay = "memorial_day",
        /// June 19.
        Juneteenth = "juneteenth",
        /// July 4.
        IndependenceDay = "independence_day",
        /// First Monday of September.
        LaborDay = "labor_day",
        /// Second Monday of October.
        ColumbusDay = "columbus_day",
        /// November 11.
        VeteransDay = "veterans_day",
        /// Fourth Thursday of November.
        ThanksgivingDay = "thanksgiving_day",
        /// December 24.
        ChristmasEve = "christmas_eve",
        /// December 25.
        ChristmasDay = "christmas_day",
    }
    /// A medical specialty, as schema.org's `MedicalSpecialty` names them.
    pub enum Specialty {
        /// Anesthesia.
        Anesthesia = "anesthesia",
        /// Heart and vessels.
        Cardiovascular = "cardiovascular",
        /// Skin.
        Dermatologic = "dermatologic",
        /// Nutrition.
        DietNutrition = "diet_nutrition",
        /// Emergency care.
        Emergency = "emergency",
        /// Hormones.
        Endocrine = "endocrine",
        /// Stomach and bowel.
        Gastroenterologic = "gastroenterologic",
        /// Genes.
        Genetic = "genetic",
        /// Old age.
        Geriatric = "geriatric",
        /// Women's health.
        Gynecologic = "gynecologic",
        /// Blood.
        Hematologic = "hematologic",
        /// Infection.
        Infectious = "infectious",
        /// Muscles, bones, joints.
        Musculoskeletal = "musculoskeletal",
        /// Nerves and brain.
        Neurologic = "neurologic",
        /// Nursing.
        Nursing = "nursing",
        /// Birth.
        Obstetric = "obstetric",
        /// Cancer.
        Oncologic = "oncologic",
        /// Eyes.
        Optometric = "optometric",
        /// Ear, nose, throat.
        Otolaryngologic = "otolaryngologic",
        /// Tissue.
        Pathology = "pathology",
        /// Children.
        Pediatric = "pediatric",
        /// Physical therapy.
        Physiotherapy = "physiotherapy",
        /// Plastic surgery.
        PlasticSurgery = "plastic_surgery",
        /// Feet.
        Podiatric = "podiatric",
        /// First contact.
        PrimaryCare = "primary_care",
        /// Mind.
        Psychiatric = "psychiatric",
        /// Public health.
        PublicHealth = "public_health",
        /// Lungs.
        Pulmonary = "pulmonary",
        /// Pictures.
        Radiography = "radiography",
        /// Kidneys.
        Renal = "renal",
        /// Breathing therapy.
        RespiratoryTherapy = "respiratory_therapy",
        /// Rheumatic disease.
        Rheumatologic = "rheumatologic",
        /// Speech.
        SpeechPathology = "speech_pathology",
        /// Surgery.
        Surgical = "surgical",
        /// Poisons.
        Toxicologic = "toxicologic",
        /// Urinary tract.
        Urologic = "urologic",
    }
}
