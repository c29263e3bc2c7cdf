package io.github.camelbitrix24.im.crash;

/**
 * An event that a route finished.
 *
 * @param chatId 0 for an event without a chat
 */
record FinishedEvent(long id, long chatId) {

    String line() {
        return id + "\t" + chatId + "\n";
    }

    static FinishedEvent parse(String line) {
        String[] fields = line.split("\t");
        return new FinishedEvent(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
    }
}
