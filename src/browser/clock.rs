//! The date on the device.

use js_sys::Date;

/// Returns today's date: the year, the month and the day of the month.
pub fn today() -> [i32; 3] {
    let now = Date::new_0();
    // The numbers are small and whole.
    [now.get_full_year(), now.get_month() + 1, now.get_date()].map(|number| i32::try_from(number).unwrap_or_default())
}
