package io.github.camelbitrix24.im.rest;

import java.time.Duration;

/**
 * What somebody's calls have come to so far.
 */
public interface Traffic {

    /** How many requests were made. */
    long requests();

    /** How long requests to the same portal, of all who make them, had to wait for its budget. */
    Duration throttled();

    /** How many times the access token was refreshed, for all who use it; 0 without one. */
    long refreshes();
}
