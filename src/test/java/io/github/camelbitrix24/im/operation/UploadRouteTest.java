package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UploadRouteTest extends RouteTest {

    /** Whichever of the requests hangs: for the one chat, while another chat and another user of the portal go on. */
    @ParameterizedTest
    @ValueSource(strings = { "im.disk.folder.get", "disk.folder.uploadfile", "im.disk.file.commit" })
    void anUploadThatHangsHoldsUpNoPollAndNoAcknowledgement(String method) throws Exception {
        configuration().setRequestsPerSecond(50);
        configuration().setRequestBurst(20);
        configuration().setConcurrency(2);
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).setMaxConcurrentPolls(1);
        reader.scopes("im", "disk").subscribed();
        portal.chat("chat6").members(7, 12);
        portal.chat("chat8").members(9, 12);
        portal.user(9).subscribed();
        context.getRegistry().bind("nine", new WebhookCredentials(portal.user(9).webhook()));
        CountDownLatch begun = new CountDownLatch(1);
        Fault.Hang hang = Fault.hang();
        portal.fail(method, hang);
        routes(r -> {
            r.from("bitrix24-im:events?ackInterval=0&includeOwn=false&" + FAST).choice().when()
                    .simple("${header.CamelBitrix24ImDialogId} == 'chat5'")
                    .process(exchange -> begun.countDown()).setHeader(Exchange.FILE_NAME, r.constant("a.txt"))
                    .setBody(r.constant("x")).to("bitrix24-im:upload").end().process(this::note);
            r.from("bitrix24-im:events?ackInterval=0&credentials=#nine&" + FAST).process(this::note);
        });
        portal.user(12).says("chat6", "before");
        portal.user(12).says("chat5", "the file");
        await("the upload begins", () -> begun.getCount() == 0);
        for (int i = 0; i < 20; i++) {
            portal.user(12).says("chat6", "m" + i);
            portal.user(12).says("chat8", "n" + i);
        }
        await("the others are done", () -> seen.size() == 41);
        // what is above the event that waits is acknowledged when that is done
        portal.await(p -> p.pending(7).size() == 21 && p.pending(9).isEmpty(), SOON);
        hang.release();
        await("the file is there", () -> seen.size() == 42);
        portal.await(p -> p.pending(7).isEmpty(), SOON);

        assertEquals(List.of("a.txt"), portal.transcript().of("chat5").stream().flatMap(message -> message.files().stream())
                .map(id -> portal.disk().file(Long.parseLong(id)).name()).toList());
    }
}
