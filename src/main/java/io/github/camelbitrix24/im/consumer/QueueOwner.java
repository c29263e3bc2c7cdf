package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * Whose events a fetcher reads: all that differs between a user and a bot. Its methods are called by one caller at a
 * time.
 */
interface QueueOwner {

    /** Whether there is a call to make before the queue is read. */
    boolean isUnprepared();

    /**
     * Makes that call.
     *
     * @return whether the next one follows at once
     */
    boolean prepare(Permit permit) throws RestException;

    /** Whether the portal is to be asked as whom it acts. */
    boolean isUnidentified();

    void identify(Permit permit) throws RestException;

    /** Something has happened that is explained by another user. */
    void identifySoon();

    EventQueue queue();

    /** What is wanted of events of this kind of owner. */
    EventFilter filter(Bitrix24ImEvent event);

    /**
     * Who the owner is in an event: what he does there is his own, and what mentions him speaks to him.
     *
     * @return a user's id, or {@code null} if that is not known
     */
    Long self(Bitrix24ImEvent event);
}
