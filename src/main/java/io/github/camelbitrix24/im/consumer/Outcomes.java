package io.github.camelbitrix24.im.consumer;

import java.time.Duration;

import io.github.camelbitrix24.im.delivery.Handout;

/**
 * Who is told how a handout ended, once each.
 */
interface Outcomes {

    void done(Handout handout);

    /**
     * @return after how long the handout comes again
     */
    Duration failed(Handout handout);
}
