package io.github.camelbitrix24.im.crash;

import java.io.IOException;
import java.nio.file.Path;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.processor.state.FileStateRepository;

/**
 * An application that keeps one message for each key up to date: what is said in a chat as {@code key: text} becomes
 * the message of the key in another one. It ends itself when its standard input does.
 */
public final class AlertVictim extends RouteBuilder {

    /**
     * @param args the webhook of the user, and the file that keeps the messages of keys
     */
    public static void main(String[] args) throws Exception {
        Thread orphan = new Thread(AlertVictim::endWithStandardInput, "standard input");
        orphan.setDaemon(true);
        orphan.start();
        Main main = new Main();
        main.configure().withJmxEnabled(false).addRoutesBuilder(new AlertVictim());
        main.bind("reader", new WebhookCredentials(args[0]));
        main.bind("alerts", FileStateRepository.fileStateRepository(Path.of(args[1]).toFile()));
        main.run();
    }

    private static void endWithStandardInput() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes there
            }
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(1);
    }

    @Override
    public void configure() {
        String reader = "credentials=#reader&requestsPerSecond=0";
        from("bitrix24-im:events?" + reader + "&includeOwn=false&initialDelay=0&delay=100&busyDelay=100&settleTime=0")
                .setHeader("CamelBitrix24ImMessageKey", simple("${body.message.text.split(':')[0]}"))
                .setBody(simple("${body.message.text}"))
                .to("bitrix24-im:send?" + reader + "&dialogId=chat9&messageStore=#alerts");
    }
}
