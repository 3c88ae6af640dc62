//! Years, dates, times of day, hours of a week.

use super::check;

#[test]
fn years() {
    check(&[
        ("in 2025", "in twenty twenty-five"),
        ("2026 to 2027", "twenty twenty-six to twenty twenty-seven"),
        ("2026-2027", "twenty twenty-six to twenty twenty-seven"),
        ("1905", "nineteen oh five"),
        ("1900", "nineteen hundred"),
        ("2000", "two thousand"),
        ("2005", "two thousand five"),
        ("2010", "twenty ten"),
        ("1998.", "nineteen ninety-eight."),
    ]);
}

#[test]
fn dates() {
    check(&[
        ("January 5, 2026", "January fifth, twenty twenty-six"),
        ("On May 1, 2026, we open", "On May first, twenty twenty-six, we open"),
        ("September 1", "September first"),
        ("Jan. 5", "January fifth"),
        ("Sept. 30, 2026.", "September thirtieth, twenty twenty-six."),
        ("March 3rd", "March third"),
        ("June 2026", "June twenty twenty-six"),
        ("Aug. 2026", "August twenty twenty-six"),
        ("May we call you?", "May we call you?"),
        ("March 5-7", "March fifth to seventh"),
        ("2026-08-20", "August twentieth, twenty twenty-six"),
        ("8/20/2026", "August twentieth, twenty twenty-six"),
        ("Thursday, May 27, 2027", "Thursday, May twenty-seventh, twenty twenty-seven"),
        ("From January through June 2026, about", "From January through June twenty twenty-six, about"),
        ("July 4", "July fourth"),
    ]);
}

#[test]
fn times_of_day() {
    check(&[
        ("8 a.m.", "eight A M."),
        ("at 8 a.m. and later", "at eight A M and later"),
        ("8:30 a.m.", "eight thirty A M."),
        ("8:05 pm", "eight oh five P M"),
        ("8am", "eight A M"),
        ("8:30PM", "eight thirty P M"),
        ("10 AM", "ten A M"),
        ("8 a.m. to 5 p.m.", "eight A M to five P M."),
        ("8 a.m.-5 p.m.", "eight A M to five P M."),
        ("8 a.m. \u{2013} 5 p.m., daily", "eight A M to five P M, daily"),
        ("8am-5pm", "eight A M to five P M"),
        ("8-5 p.m.", "eight to five P M."),
        ("8:30-4:30", "eight thirty to four thirty"),
        ("noon to 1 p.m.", "noon to one P M."),
        ("9:00", "nine o'clock"),
        ("13:30", "thirteen thirty"),
        ("from 9 a.m. to 8 p.m. We are open", "from nine A M to eight P M. We are open"),
        ("at 8 a.m. Monday", "at eight A M Monday"),
        ("7 a.m.?", "seven A M?"),
    ]);
}

#[test]
fn hours_of_a_week() {
    check(&[
        ("Mon-Fri", "Monday through Friday"),
        ("Mon.-Fri.", "Monday through Friday."),
        ("Mon\u{2013}Fri, 8 a.m. to 5 p.m.", "Monday through Friday, eight A M to five P M."),
        ("Monday through Friday, 8 a.m. to 6 p.m.", "Monday through Friday, eight A M to six P M."),
        ("Tuesday and Thursday, 9 a.m. to 4 p.m.", "Tuesday and Thursday, nine A M to four P M."),
        ("Mon, Wed, Fri", "Monday, Wednesday, Friday"),
        ("on Tues. and Thurs. only", "on Tuesday and Thursday only"),
        ("24/7", "twenty-four hours a day, seven days a week"),
        ("We answer 24/7.", "We answer twenty-four hours a day, seven days a week."),
        ("24 hours a day, 7 days a week", "twenty-four hours a day, seven days a week"),
        ("Every Thursday, noon to 1 p.m.", "Every Thursday, noon to one P M."),
        (
            "The first Tuesday of each month, 6 p.m. to 7:30 p.m.",
            "The first Tuesday of each month, six P M to seven thirty P M.",
        ),
        ("The sun sat low", "The sun sat low"),
    ]);
}
