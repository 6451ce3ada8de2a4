//! The groups that the places of `access.json` stand in, each a test of its own so that they run side by side.

/// A test for each group, by a function that looks at its places, and one that no place is in another group.
macro_rules! in_each_group {
    ($look_at:ident) => { in_each_group! { $look_at: views details finding dialogs lab stage } };
    ($look_at:ident: $($group:ident)*) => {
        $(
            #[tokio::test]
            async fn $group() {
                $look_at(stringify!($group)).await;
            }
        )*

        #[test]
        fn every_place_is_in_one_of_these() {
            let groups = [$(stringify!($group)),*];
            for place in browser_tests::Access::read().places {
                assert!(groups.contains(&place.group.as_str()), "{} is of {:?}", place.name, place.group);
            }
        }
    };
}
