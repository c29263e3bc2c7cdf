package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.ExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** Threads that are there while there is work for them, and gone ten seconds after. */
final class WorkerThreads {

    private WorkerThreads() {
    }

    /**
     * @param source for whom they work
     * @param size   how many there are at most
     */
    static ExecutorService of(CamelContext context, Object source, String name, int size) {
        ThreadPoolProfile profile = new ThreadPoolProfile("bitrix24-im");
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        // whoever asks for work to be done must not do it himself: he may hold a lock of the route's
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        profile.setKeepAliveTime(10L);
        profile.setAllowCoreThreadTimeOut(true);
        return context.getExecutorServiceManager().newThreadPool(source, name, profile);
    }
}
