package io.github.camelbitrix24.im.cookbook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class DocumentsRecipeTest extends Recipe {

    private final Map<String, byte[]> bucket = new ConcurrentHashMap<>();
    private final Map<String, String> described = new ConcurrentHashMap<>();

    @Test
    void everyDocumentIsStoredUnderItsKey() {
        bind("aws2-s3", new BucketComponent());
        bind("s3", new Object());
        property("documents.bucket", "documents");
        portal.fail("download", Fault.cutBody());
        portal.user(12).sends("chat5", FileDraft.of("plan.txt", new byte[] { 1, 2 }),
                FileDraft.of("plan.txt", new byte[] { 3 }));
        portal.user(12).says("chat5", "no document");
        start("to-s3");
        awaitAllAcknowledged();

        String key = "chat5/" + portal.disk().files().get(0).id() + "/plan.txt";
        assertEquals(2, bucket.size());
        assertArrayEquals(new byte[] { 1, 2 }, bucket.get(key));
        assertArrayEquals(new byte[] { 3 }, bucket.get("chat5/" + portal.disk().files().get(1).id() + "/plan.txt"));
        assertEquals("documents 2 text/plain", described.get(key));
    }

    /** Stands in for the component of camel-aws2-s3: takes what that reads. */
    private final class BucketComponent extends DefaultComponent {

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            parameters.remove("amazonS3Client");
            return new DefaultEndpoint(uri, this) {

                @Override
                public Producer createProducer() {
                    return new DefaultProducer(this) {
                        @Override
                        public void process(Exchange exchange) {
                            String key = exchange.getMessage().getHeader("CamelAwsS3Key", String.class);
                            bucket.put(key, exchange.getMessage().getBody(byte[].class));
                            described.put(key,
                                    remaining + " " + exchange.getMessage().getHeader("CamelAwsS3ContentLength", Long.class)
                                               + " " + exchange.getMessage().getHeader("CamelAwsS3ContentType"));
                        }
                    };
                }

                @Override
                public Consumer createConsumer(Processor processor) {
                    throw new UnsupportedOperationException("nothing is read from the bucket");
                }

                @Override
                public boolean isSingleton() {
                    return true;
                }
            };
        }
    }
}
