//! Numbers and what they count.

use super::check;

#[test]
fn cardinals() {
    check(&[
        ("0", "zero"),
        ("7 days", "seven days"),
        ("13", "thirteen"),
        ("21", "twenty-one"),
        ("40", "forty"),
        ("100", "one hundred"),
        ("105", "one hundred five"),
        ("999", "nine hundred ninety-nine"),
        ("1,000", "one thousand"),
        ("1,200", "twelve hundred"),
        ("1,900 studies", "nineteen hundred studies"),
        ("1,234", "one thousand two hundred thirty-four"),
        ("2,000", "two thousand"),
        ("2400", "twenty-four hundred"),
        ("10,000", "ten thousand"),
        ("12,345", "twelve thousand three hundred forty-five"),
        ("1,000,000", "one million"),
        ("2,500,001", "two million five hundred thousand one"),
        ("3,000,000,000", "three billion"),
        ("more than 1,200 spine operations in 2025", "more than twelve hundred spine operations in twenty twenty-five"),
        ("007", "zero zero seven"),
        ("We saw 12. Then 3.", "We saw twelve. Then three."),
        ("It grew. 30 people came.", "It grew. Thirty people came."),
        ("-5", "minus five"),
        ("5+", "five plus"),
    ]);
}

#[test]
fn ordinals_and_fractions() {
    check(&[
        ("1st", "first"),
        ("2nd floor", "second floor"),
        ("3rd", "third"),
        ("5th", "fifth"),
        ("8th", "eighth"),
        ("9th", "ninth"),
        ("12th", "twelfth"),
        ("20th", "twentieth"),
        ("21st", "twenty-first"),
        ("22nd", "twenty-second"),
        ("30th", "thirtieth"),
        ("100th", "one hundredth"),
        ("101st", "one hundred first"),
        ("1/2", "a half"),
        ("1/2 cup", "a half cup"),
        ("1/4", "one quarter"),
        ("3/4", "three quarters"),
        ("2/3", "two thirds"),
        ("1/8", "one eighth"),
        ("2 1/2 hours", "two and a half hours"),
        ("½", "a half"),
        ("1½ hours", "one and a half hours"),
        ("2 ¾", "two and three quarters"),
    ]);
}

#[test]
fn decimals_ranges_and_ratios() {
    check(&[
        ("2.5", "two point five"),
        ("0.05", "zero point zero five"),
        (".5", "zero point five"),
        ("10-12 weeks", "ten to twelve weeks"),
        ("10\u{2013}12 weeks", "ten to twelve weeks"),
        ("10 - 12 weeks", "ten to twelve weeks"),
        ("1 to 5 visits", "one to five visits"),
        ("10-20%", "ten to twenty percent"),
        ("1.5-2.5 mg", "one point five to two point five milligrams"),
        ("5th-7th", "fifth to seventh"),
        ("3:1", "three to one"),
        ("1 in 7", "one in seven"),
        ("about 8 in 10 new patients", "about eight in ten new patients"),
        ("12 of 100", "twelve of one hundred"),
    ]);
}

#[test]
fn words_with_numbers_in_them() {
    check(&[
        ("3-D pictures", "three-D pictures"),
        ("a 2-D image", "a two-D image"),
        ("10-day course", "ten-day course"),
        ("a 2-year-old", "a two-year-old"),
        ("24-hour care", "twenty-four-hour care"),
        ("10-12-week plan", "ten to twelve-week plan"),
        ("1990s", "nineteen nineties"),
        ("2020s", "twenty twenties"),
        ("in their 40s", "in their forties"),
        ("100-bed hospital", "one-hundred-bed hospital"),
    ]);
}

#[test]
fn units() {
    check(&[
        ("2%", "two percent"),
        ("2.5%", "two point five percent"),
        ("2 percent", "two percent"),
        ("5 mg", "five milligrams"),
        ("1 mg", "one milligram"),
        ("5mg", "five milligrams"),
        ("0.5 mL", "zero point five milliliters"),
        ("500 mcg", "five hundred micrograms"),
        ("120 mg/dL", "one hundred twenty milligrams per deciliter"),
        ("2 mg/kg", "two milligrams per kilogram"),
        ("10 lbs.", "ten pounds."),
        ("10 lbs. or more", "ten pounds or more"),
        ("150 lb", "one hundred fifty pounds"),
        ("6 ft. 2 in.", "six feet two inches."),
        ("3 cm", "three centimeters"),
        ("100.4°F", "one hundred point four degrees Fahrenheit"),
        ("38 °C", "thirty-eight degrees Celsius"),
        ("30 min.", "thirty minutes."),
        ("2 hrs", "two hours"),
        ("1 hr", "one hour"),
        ("60 Gy", "sixty gray"),
        ("140 mmHg", "one hundred forty millimeters of mercury"),
        ("6 yrs. old", "six years old"),
    ]);
}

#[test]
fn money() {
    check(&[
        ("$1", "one dollar"),
        ("$20", "twenty dollars"),
        ("$1,200", "twelve hundred dollars"),
        ("$1,200.50", "twelve hundred dollars and fifty cents"),
        ("$0.75", "seventy-five cents"),
        ("$5.01", "five dollars and one cent"),
        ("$5 million", "five million dollars"),
        ("$2.5 billion", "two point five billion dollars"),
        ("$20-$30", "twenty to thirty dollars"),
        ("$20-30.", "twenty to thirty dollars."),
        ("€15", "fifteen euros"),
        ("Pay $20, please", "Pay twenty dollars, please"),
    ]);
}

#[test]
fn numbers_on_doors_and_lists() {
    check(&[
        ("Room 210", "Room two ten"),
        ("Room 205", "Room two oh five"),
        ("Room 200", "Room two hundred"),
        ("Suite 1250", "Suite twelve fifty"),
        ("Suite 45", "Suite forty-five"),
        ("floor 2", "floor two"),
        ("Garage B", "Garage B"),
        ("Bus 12", "Bus twelve"),
        ("#1", "number one"),
        ("ranked #1 in Ohio", "ranked number one in Ohio"),
        ("No. 1", "number one"),
        ("No. I said no.", "No. I said no."),
        ("top 50", "top fifty"),
    ]);
}
