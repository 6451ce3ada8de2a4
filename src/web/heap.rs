//! Room for what an application holds, asked for at once.

/// Has room for so many mebibytes from now on. The allocator asks for a page of 64 KiB whenever it wants one, 190 times
/// until the map is there; and memory for which WebKit has no room to grow in place it copies each time, whole
/// (<https://bugs.webkit.org/show_bug.cgi?id=288526>). Where there is no such room, memory grows as it did.
pub(crate) fn reserve(mebibytes: usize) {
    let mut room: Vec<u8> = Vec::new();
    let _ = room.try_reserve_exact(mebibytes << 20);
    // Room that nobody could have seen would not be asked for.
    std::hint::black_box(room);
}
