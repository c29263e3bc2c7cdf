package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.List;

/** What applications have done in chats that no message tells of. */
final class Footprints {

    private final List<TypingNotice> typing = new ArrayList<>();
    private final List<ReadMark> reading = new ArrayList<>();
    private final List<ButtonPress> presses = new ArrayList<>();

    void add(TypingNotice notice) {
        typing.add(notice);
    }

    void add(ReadMark mark) {
        reading.add(mark);
    }

    void add(ButtonPress press) {
        presses.add(press);
    }

    List<TypingNotice> typing() {
        return List.copyOf(typing);
    }

    List<ReadMark> reading() {
        return List.copyOf(reading);
    }

    List<ButtonPress> presses() {
        return List.copyOf(presses);
    }
}
