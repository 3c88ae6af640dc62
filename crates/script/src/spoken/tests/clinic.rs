//! What is written in and around a hospital.

use super::check;

#[test]
fn medicines_and_measurements() {
    check(&[
        ("Take 2 tablets every 4-6 hours", "Take two tablets every four to six hours"),
        ("Take 1-2 pills 3x a day", "Take one to two pills three times a day"),
        ("3x/day", "three times per day"),
        ("2X", "two times"),
        ("1/2 tsp", "a half teaspoon"),
        ("2 tbsp.", "two tablespoons."),
        ("8 oz", "eight ounces"),
        ("0.5-1 mg", "zero point five to one milligrams"),
        ("a fever of 101.5 F", "a fever of one hundred one point five degrees Fahrenheit"),
        ("a fever of 101.5\u{b0}", "a fever of one hundred one point five degrees"),
        ("5\u{b0} F", "five degrees Fahrenheit"),
        ("98.6 degrees", "ninety-eight point six degrees"),
        ("blood pressure over 140/90", "blood pressure over one hundred forty over ninety"),
        ("120/80.", "one hundred twenty over eighty."),
        ("a BMI of 30+", "a B M I of thirty plus"),
        ("5'6\"", "five feet six inches"),
        ("5 ft. 6 in.", "five feet six inches."),
        ("every 2-3 wks", "every two to three weeks"),
        ("a 45-min visit", "a forty-five-minute visit"),
        ("a 1-hr class", "a one-hour class"),
        ("3.5-hour", "three-point-five-hour"),
        ("24 hrs/day", "twenty-four hours per day"),
        ("7 days/week", "seven days per week"),
        ("w/ food, w/o milk", "with food, without milk"),
    ]);
}

#[test]
fn numbers_of_people() {
    check(&[
        ("18-64 years old", "eighteen to sixty-four years old"),
        ("65 and older", "sixty-five and older"),
        ("65+", "sixty-five plus"),
        ("1 out of 5", "one out of five"),
        ("1.2 million", "one point two million"),
        ("1,000-2,000", "one thousand to two thousand"),
        ("50/50", "fifty-fifty"),
        ("a 2-for-1 offer", "a two-for-one offer"),
        ("10-fold", "ten-fold"),
        ("min. 2 people", "minimum two people"),
        ("max. 10", "maximum ten"),
        ("p < 0.05", "p less than zero point zero five"),
        ("95% CI", "ninety-five percent C I"),
        ("5-year survival is 60%", "five-year survival is sixty percent"),
    ]);
}

#[test]
fn conditions_genes_and_scans() {
    check(&[
        ("Type 2 diabetes", "Type two diabetes"),
        ("stage 0", "stage zero"),
        ("Level I trauma center", "Level one trauma center"),
        ("Phase III trial", "Phase three trial"),
        ("vitamin D3", "vitamin D three"),
        ("omega-3", "omega-three"),
        ("p53", "p fifty-three"),
        ("CA-125", "C A-one twenty-five"),
        ("A1C", "A one C"),
        ("HIV/AIDS", "H I V or aids"),
        ("an EKG/ECG", "an E K G or E C G"),
        ("C-section", "C-section"),
        ("T1-weighted", "T one-weighted"),
        ("the OR", "the O R"),
        ("CTs and X-rays", "C Ts and X-rays"),
        ("non-Hodgkin's", "non-Hodgkin's"),
        ("HIPAA", "hip-uh"),
        ("LGBTQ+ care", "L G B T Q plus care"),
    ]);
}

#[test]
fn ways_in() {
    check(&[
        ("Rm. 310", "Room three ten"),
        ("Bldg 4, Ste. 200", "Building four, Suite two hundred"),
        ("Apt. 5B", "Apartment five B"),
        ("4th floor", "fourth floor"),
        ("I-71", "I-seventy-one"),
        ("Exit 110B", "Exit one hundred ten B"),
        ("Lot C2", "Lot C two"),
        ("ZIP code 43000", "zip code four three zero zero zero"),
        ("43000-1234", "four three zero zero zero ... one two three four"),
        ("P.O. Box 123", "P O Box one hundred twenty-three"),
        ("at St. Mary's", "at Saint Mary's"),
        ("St. John St.", "Saint John Street."),
        ("on High St. in town", "on High Street in town"),
        ("Mt. Carmel", "Mount Carmel"),
        ("Ft. Wayne", "Fort Wayne"),
    ]);
}

#[test]
fn when_to_come() {
    check(&[
        ("9 a.m. \u{2013} noon", "nine A M to noon"),
        ("12 p.m.", "noon."),
        ("12 a.m.", "midnight."),
        ("12:00 p.m. to 1 p.m.", "noon to one P M."),
        ("12:30 p.m.", "twelve thirty P M."),
        ("Mon - Fri", "Monday through Friday"),
        ("Mon. - Thurs.", "Monday through Thursday."),
        ("M-F", "Monday through Friday"),
        ("Weds.", "Wednesday."),
        ("Jan 1", "January first"),
        ("Jan. 1st, 2026", "January first, twenty twenty-six"),
        ("1 January 2026", "January first, twenty twenty-six"),
        ("Dec. 24-26", "December twenty-fourth to twenty-sixth"),
        ("12/25", "December twenty-fifth"),
        ("June-August", "June through August"),
        ("2019\u{2013}2024", "twenty nineteen to twenty twenty-four"),
        ("24/7/365", "twenty-four hours a day, every day of the year"),
        ("at 8 a.m., 1 p.m. and 5 p.m.", "at eight A M, one P M and five P M."),
    ]);
}

#[test]
fn what_it_costs() {
    check(&[
        ("$1.5M", "one point five million dollars"),
        ("$10K", "ten thousand dollars"),
        ("$50/month", "fifty dollars per month"),
        ("$25 per visit", "twenty-five dollars per visit"),
        ("20% off", "twenty percent off"),
    ]);
}

#[test]
fn numbers_that_callers_write() {
    check(&[
        ("614 555 0142", "six one four ... five five five ... zero one four two"),
        ("614/555-0142", "six one four ... five five five ... zero one four two"),
        ("1 (888) 555-0123", "one ... eight eight eight ... five five five ... zero one two three"),
        ("614-555-0142 x 5", "six one four ... five five five ... zero one four two, extension five"),
        ("call 311", "call three one one"),
        ("We saw 311 people", "We saw three hundred eleven people"),
        ("text 741741", "text seven four one seven four one"),
        ("text 741-741", "text seven four one ... seven four one"),
        ("100-200 people", "one hundred to two hundred people"),
        ("dial 0", "dial zero"),
        ("TTY/TDD 711", "T T Y or T D D seven one one"),
    ]);
}
