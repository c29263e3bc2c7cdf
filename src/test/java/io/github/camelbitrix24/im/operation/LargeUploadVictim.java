package io.github.camelbitrix24.im.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** An application with little memory that sends a large file, as a file and as a stream that can be read once. */
final class LargeUploadVictim {

    private LargeUploadVictim() {
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        try (CamelContext context = new DefaultCamelContext()) {
            Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);
            component.getConfiguration().setCredentials(new WebhookCredentials(args[0]));
            context.start();
            try (ProducerTemplate template = context.createProducerTemplate()) {
                Map<String, Object> headers
                        = Map.of(Exchange.FILE_NAME, "large.bin", Bitrix24ImConstants.DIALOG_ID, "chat5");
                template.sendBodyAndHeaders("bitrix24-im:upload", file.toFile(), headers);
                template.sendBodyAndHeaders("bitrix24-im:upload", Files.newInputStream(file), headers);
            }
        }
    }
}
