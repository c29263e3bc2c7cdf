package io.github.camelbitrix24.im.operation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** Goes on only when everybody can read what it has brought. */
    private Iterator<String> silentUntilShown(String shown, String... pieces) {
        Iterator<String> all = List.of(pieces).iterator();
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                boolean more = all.hasNext();
                if (!more) {
                    portal.await(p -> texts("chat5").equals(List.of(shown)), SOON);
                }
                return more;
            }

            @Override
            public String next() {
                return all.next();
            }
        };
    }

    @Test
    void whatComesBeforeASilenceIsShownDuringTheSilence() {
        String uri = "bitrix24-im:stream?dialogId=chat5&editInterval=200";

        assertEquals("Room 4 is", streamed(uri, silentUntilShown("Room 4 is", "Room ", "4 ", "is")).text());
    }

    @Test
    void oneWordBeforeASilenceIsPosted() {
        assertEquals("Yes", streamed(STREAM, silentUntilShown("Yes", "Yes")).text());
    }

    /** A model may think for longer than the interval before its first letter. */
    @Test
    void theFirstLetterAfterALongSilenceIsNoBeginning() {
        Iterator<String> pieces = Stream.of("R", "oom ", "4").map(piece -> {
            if (piece.equals("R")) {
                LockSupport.parkNanos(100_000_000);
            }
            return piece;
        }).iterator();

        assertEquals("Room", streamed("bitrix24-im:stream?dialogId=chat5&editInterval=50", pieces).texts().get(0));
    }

    @Test
    void anEditThatFailsBeforeASilenceIsMadeAgainDuringTheSilence() {
        portal.fail("im.message.update", Fault.html(502), 3);

        assertEquals("Room 4", streamed(STREAM, silentUntilShown("Room 4", "Room ", "4")).text());
        assertEquals(4, portal.calls("im.message.update").size());
    }

    @Test
    void anEditThatIsRefusedDuringASilenceEndsTheStream() {
        portal.fail("im.message.update", Fault.error("CANT_EDIT_MESSAGE"), 100);
        Iterator<String> refused = Stream.of("Room ", "4 ", "is ").map(piece -> {
            if (piece.equals("is ")) {
                portal.await(p -> !p.calls("im.message.update").isEmpty(), SOON);
            }
            return piece;
        }).iterator();

        assertTrue(String.valueOf(send("bitrix24-im:stream?dialogId=chat5&editInterval=200", refused, Map.of())
                .getException().getMessage()).contains("CANT_EDIT_MESSAGE"));
    }

    /** However pieces and silences come, the whole text is the last that is shown, and nothing is changed after it. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 5 })
    void theWholeTextIsTheLastThatIsShown(long seed) {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        for (int message = 0; message < 10; message++) {
            List<String> pieces = IntStream.range(0, 1 + random.nextInt(12)).mapToObj(i -> "w" + random.nextInt(100) + " ")
                    .toList();
            expected.add(String.join("", pieces).strip());
            streamed("bitrix24-im:stream?dialogId=chat5&editInterval=" + (1 + random.nextInt(3)), pieces.stream().map(piece -> {
                LockSupport.parkNanos(random.nextInt(4_000_000));
                return piece;
            }).iterator());
        }
        int edits = portal.calls("im.message.update").size();
        context.stop();

        assertEquals(expected, texts("chat5"), "seed " + seed);
        assertEquals(edits, portal.calls("im.message.update").size(), "seed " + seed);
    }
}
