package io.github.camelbitrix24.im.recording;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;

/**
 * Replaces in events what people said and what they are called, so that a recording of them can be handed to somebody:
 * names, texts, links, addresses, numbers of telephones, parameters of buttons and commands, and every field that is
 * not known as harmless. Ids, dates, kinds, flags and the structure of texts stay, so that the events play as before.
 * The same name always gets the same stand-in. It may be used by several threads at once.
 */
public final class EventAnonymiser {

    private final StandIns standIns;
    private volatile Set<String> kept = Set.of();

    /** With a key that nobody knows: after a restart, stand-ins are others. */
    public EventAnonymiser() {
        this(UUID.randomUUID().toString());
    }

    /**
     * With a key of one's own, by which stand-ins are the same after a restart.
     *
     * @param  key                      a secret: who has it can try out whether a name is among those that were
     *                                  replaced
     * @throws IllegalArgumentException if it is empty
     */
    public EventAnonymiser(String key) {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException(
                    "The key of an EventAnonymiser is empty: give it one that nobody can guess, or none at all");
        }
        this.standIns = new StandIns(key);
    }

    /**
     * Words that tell nothing about anybody, separated by commas, say the names of commands: a field that has such a
     * word as its value keeps it, and so does the command at the beginning of a text.
     */
    public void setKeep(String words) {
        kept = Arrays.stream(words.split(",")).map(String::strip).filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The event without what people said and are called. As JSON it is one line. */
    public Bitrix24ImEvent anonymise(Bitrix24ImEvent event) {
        return Bitrix24ImEvent.of(new AnonymousJson(standIns, kept).of(event.toJsonNode()));
    }
}
