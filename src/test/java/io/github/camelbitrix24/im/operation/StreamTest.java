package io.github.camelbitrix24.im.operation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A text that is posted while it is still being written. */
class StreamTest extends ConversationTest {

    private static final String STREAM = "bitrix24-im:stream?dialogId=chat5&editInterval=1";

    private StoredMessage streamed(String uri, Object body) {
        return message((Long) result(uri, body, Map.of()));
    }

    /** Each piece when the one before was shown, if the portal shows it. */
    private static Iterator<String> pieces(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i + " ").iterator();
    }

    @Test
    void theFirstWordsArePostedAndTheMessageGrows() {
        StoredMessage message = streamed(STREAM, List.of("Room ", "4 is ", "free ", "today."));

        assertEquals("Room", message.texts().get(0));
        assertEquals("Room 4 is free today.", message.text());
        assertEquals(1, texts("chat5").size());
    }

    @Test
    void theIntervalIsKeptAndTheEndIsShown() {
        StoredMessage message = streamed("bitrix24-im:stream?dialogId=chat5&editInterval=1h", pieces(500));

        assertEquals(2, message.texts().size());
        assertTrue(message.text().endsWith("word499"), message.text());
    }

    @Test
    void whatIsPostedAtOnceIsNotEdited() {
        assertEquals(List.of("Yes"), streamed(STREAM, List.of("Yes")).texts());
    }

    @Test
    void everyKindOfSourceIsTaken() throws Exception {
        for (Object body : List.of(List.of("one ", "two"), List.of("one ", "two").iterator(), Stream.of("one ", "two"),
                new ByteArrayInputStream("one two".getBytes(StandardCharsets.UTF_8)), "one two",
                published("one ", "two"), FlowAdapters.toPublisher(published("one ", "two")))) {
            assertEquals("one two", streamed(STREAM, body).text(), body.getClass().getName());
        }
    }

    private static Flow.Publisher<String> published(String... pieces) {
        return subscriber -> {
            SubmissionPublisher<String> publisher = new SubmissionPublisher<>(Runnable::run, 16);
            publisher.subscribe(subscriber);
            List.of(pieces).forEach(publisher::submit);
            publisher.close();
        };
    }

    @Test
    void whereTheTextBreaksOffTheMessageSaysSo() {
        Iterator<String> broken = Stream.of("Room ", "4 is ", "fr").map(piece -> {
            if (piece.equals("fr")) {
                throw new IllegalStateException("the model has gone");
            }
            return piece;
        }).iterator();

        Exchange exchange = send(STREAM, broken, Map.of());

        assertTrue(exchange.getException().getMessage().contains("the model has gone"), exchange.getException().getMessage());
        assertEquals(List.of("Room 4 is \n\n(The answer breaks off here.)"), texts("chat5"));
    }

    @Test
    void aPublisherThatFailsBreaksOffAsWell() {
        Flow.Publisher<String> failing = subscriber -> {
            SubmissionPublisher<String> publisher = new SubmissionPublisher<>(Runnable::run, 16);
            publisher.subscribe(subscriber);
            publisher.submit("Room 4 ");
            publisher.closeExceptionally(new IllegalStateException("the model has gone"));
        };

        assertNotNull(send(STREAM, failing, Map.of()).getException());
        assertTrue(texts("chat5").get(0).contains("breaks off"), texts("chat5")::toString);
    }

    @Test
    void anEditThatFailsMeanwhileIsMadeUpForByTheLast() {
        portal.fail("im.message.update", Fault.html(502), 2);

        assertEquals("one two three four", streamed(STREAM, List.of("one ", "two ", "three ", "four")).text());
    }

    @Test
    void aLostAnswerBringsNoSecondMessage() {
        portal.fail("im.message.add", Fault.droppedAfterActing(), 1);

        assertEquals("one two", streamed(STREAM, List.of("one ", "two")).text());
        assertEquals(1, texts("chat5").size());
    }

    @Test
    void buttonsAreUnderTheWholeText() {
        Long id = (Long) result(STREAM, List.of("one ", "two"), Map.of(Bitrix24ImConstants.KEYBOARD,
                "[{\"TEXT\":\"Open\",\"LINK\":\"https://acme.example/t/9\"}]"));

        assertEquals(1, message(id).keyboard().size());
    }

    @Test
    void aTextThatBecomesTooLongIsSplitAtTheEnd() {
        List<String> pieces = new ArrayList<>();
        IntStream.range(0, 3_000).forEach(i -> pieces.add("word" + i + (i % 10 == 9 ? "\n" : " ")));

        result("bitrix24-im:stream?dialogId=chat5&editInterval=1h&longText=split", pieces, Map.of());

        assertEquals(2, texts("chat5").size());
        assertTrue(texts("chat5").get(1).endsWith("word2999"), texts("chat5").get(1));
    }

    @Test
    void whatIsNoTextIsRefusedByName() {
        assertTrue(why(STREAM, Map.of("a", 1), Map.of()).contains("Iterator, Iterable, Stream, Publisher or InputStream"));
        assertFalse(texts("chat5").iterator().hasNext());
    }
}
