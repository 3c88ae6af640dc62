//! Phone numbers, web and e-mail addresses.

use super::check;

#[test]
fn phone_numbers() {
    check(&[
        ("614-555-0142", "six one four ... five five five ... zero one four two"),
        ("Call 614-555-0142.", "Call six one four ... five five five ... zero one four two."),
        ("614.555.0142", "six one four ... five five five ... zero one four two"),
        ("(614) 555-0142", "six one four ... five five five ... zero one four two"),
        ("555-0142", "five five five ... zero one four two"),
        ("1-800-555-0100", "one ... eight hundred ... five five five ... zero one zero zero"),
        ("800-555-0100", "eight hundred ... five five five ... zero one zero zero"),
        ("+1-614-555-0142", "one ... six one four ... five five five ... zero one four two"),
        (
            "1-833-TLC-MAMA",
            "one ... eight three three ... T L C ... M A M A, that is eight five two ... six two six two",
        ),
        ("614-555-0134, ext. 213", "six one four ... five five five ... zero one three four, extension two one three"),
        (
            "614-555-0134 x213 to sign up",
            "six one four ... five five five ... zero one three four, extension two one three to sign up",
        ),
        ("ext. 213", "extension two one three"),
        ("Dial 911 now", "Dial nine one one now"),
        ("988", "nine eight eight"),
        ("Call 711.", "Call seven one one."),
        ("911 patients", "nine one one patients"),
    ]);
}

#[test]
fn addresses_of_the_web() {
    check(&[
        ("larkmere.example.org", "larkmere dot example dot org"),
        ("https://larkmere.example.org/spine-cancer/", "larkmere dot example dot org slash spine dash cancer"),
        ("www.example.org", "example dot org"),
        ("See www.example.com.", "See example dot com."),
        ("info@example.org", "info at example dot org"),
        ("cancer-content@larkmere.example.org", "cancer dash content at larkmere dot example dot org"),
        ("my.example.org", "my dot example dot org"),
        ("example.us", "example dot u s"),
        ("team2_a@example.org", "team two underscore a at example dot org"),
        ("end.Then", "end.Then"),
    ]);
}
