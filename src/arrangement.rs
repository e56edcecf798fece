//! Decides which items of a list may stay where they are while the others move.

/// Returns for each item whether it stays. `places` lists the current positions of the items in their new order; the items
/// that stay are a longest increasing subsequence. Takes O(n log n) steps.
pub fn staying(places: &[usize]) -> Vec<bool> {
    // For each length, the index of the item with the lowest position that ends an increasing subsequence of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (index, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places[*end] < *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut stays = vec![false; places.len()];
    let mut item = ends.last().copied();
    while let Some(index) = item {
        stays[index] = true;
        item = before[index];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::staying;

    #[test]
    fn a_longest_ascending_run_stays() {
        assert_eq!(staying(&[]), [false; 0]);
        assert_eq!(staying(&[0, 1, 2]), [true; 3]);
        assert_eq!(staying(&[3, 0, 1, 2]), [false, true, true, true]);
        assert_eq!(staying(&[1, 2, 3, 0]), [true, true, true, false]);
        assert_eq!(staying(&[2, 1, 0]).iter().filter(|stays| **stays).count(), 1);
    }
}
