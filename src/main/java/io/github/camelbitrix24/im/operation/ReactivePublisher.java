package io.github.camelbitrix24.im.operation;

import java.util.concurrent.Flow;

import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** Publishers of Reactive Streams, which need not be on the class path. */
final class ReactivePublisher {

    private ReactivePublisher() {
    }

    static Flow.Publisher<?> of(Object publisher) {
        return FlowAdapters.toFlowPublisher((Publisher<?>) publisher);
    }
}
