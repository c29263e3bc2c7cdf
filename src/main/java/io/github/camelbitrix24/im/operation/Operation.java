package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;

/**
 * What a producer does with an exchange. Bad input is a {@link RuntimeException} that names the header or option.
 */
@FunctionalInterface
public interface Operation {

    /**
     * @throws RestException     when the portal refuses, cannot be reached, or answers something unreadable
     * @throws LoopException     when it is posted too often in a dialog
     * @throws DoubtfulException when nobody knows whether a file was posted
     */
    void process(Exchange exchange) throws RestException, LoopException, DoubtfulException;
}
