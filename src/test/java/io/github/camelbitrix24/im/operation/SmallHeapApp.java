package io.github.camelbitrix24.im.operation;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Fetches files, as an application with Camel's defaults does, and tells their SHA-256. */
public final class SmallHeapApp {

    private SmallHeapApp() {
    }

    /** @param args the URL of the webhook, and the ids of files */
    public static void main(String[] args) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration()
                    .setCredentials(new WebhookCredentials(args[0]));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:fetch").to("bitrix24-im:download").process(exchange -> System.out
                            .println(digest(exchange.getMessage().getBody(InputStream.class))));
                }
            });
            context.start();
            for (int i = 1; i < args.length; i++) {
                context.createProducerTemplate().sendBody("direct:fetch", args[i]);
            }
        }
    }

    static String digest(InputStream in) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] piece = new byte[64 * 1024];
        for (int count; (count = in.read(piece)) >= 0;) {
            digest.update(piece, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
