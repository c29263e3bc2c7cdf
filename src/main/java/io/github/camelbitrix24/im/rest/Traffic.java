package io.github.camelbitrix24.im.rest;

import java.time.Duration;

/**
 * What somebody's calls have come to so far.
 */
public interface Traffic {

    /** Of somebody who has made no call. */
    Traffic NONE = new Traffic() {
        @Override
        public long requests() {
            return 0;
        }

        @Override
        public Duration throttled() {
            return Duration.ZERO;
        }

        @Override
        public long refreshes() {
            return 0;
        }
    };

    /** How many requests were made. */
    long requests();

    /** How long requests had to wait for the portal's budget, in all. */
    Duration throttled();

    /** How many times an access token was refreshed. */
    long refreshes();
}
