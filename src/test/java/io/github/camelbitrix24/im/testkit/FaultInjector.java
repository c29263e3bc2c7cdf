package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.Body;
import io.github.camelbitrix24.im.testkit.http.Reply;

/** Lets a fault happen to a call. */
final class FaultInjector {

    private final RestAnswers answers;
    private final PortalState portal;

    FaultInjector(RestAnswers answers, PortalState portal) {
        this.answers = answers;
        this.portal = portal;
    }

    Outcome inject(Fault fault, Incoming incoming, Supplier<Outcome> execution) throws InterruptedException {
        if (fault instanceof Fault.Fixed fixed) {
            return Outcome.of(fixed(fixed, incoming.request().target()));
        }
        if (fault instanceof Fault.Stalled stalled) {
            String templateId = TemplateIds.of(incoming.params());
            portal.monitor.run(() -> portal.templateIds.begin(templateId));
            stalled.begun().countDown();
            stalled.latch().await();
            portal.monitor.run(() -> portal.templateIds.end(templateId));
            return execution.get();
        }
        if (fault instanceof Fault.RestError error) {
            return answers.failure(RestFailure.of(error));
        }
        if (fault instanceof Fault.Dropped dropped) {
            return dropped.executed() ? execution.get().lostIn(new Reply.Dropped()) : Outcome.lost(new Reply.Dropped());
        }
        if (fault instanceof Fault.Reset reset) {
            return reset.executed() ? execution.get().lostIn(new Reply.Reset()) : Outcome.lost(new Reply.Reset());
        }
        if (fault instanceof Fault.Hang hang) {
            hang.latch().await();
            return execution.get();
        }
        return onTop(fault, execution.get());
    }

    private static Outcome onTop(Fault fault, Outcome outcome) throws InterruptedException {
        Answer answer = outcome.answer();
        if (fault instanceof Fault.CutBody) {
            return outcome.lostIn(new Reply.Cut(answer));
        }
        if (fault instanceof Fault.WrongLength wrong) {
            return outcome.lostIn(new Reply.Misstated(answer, Math.max(0, answer.body().length() + wrong.difference())));
        }
        if (fault instanceof Fault.Chunked chunked) {
            return outcome.in(new Reply.Chunked(answer, chunked.bytes(), chunked.pause()));
        }
        if (fault instanceof Fault.Gzipped) {
            return outcome.with(answer.with("Content-Encoding", "gzip").with(Body.of(gzipped(answer))));
        }
        if (fault instanceof Fault.Slow slow) {
            pause(slow.duration().toNanos());
        } else if (fault instanceof Fault.Oversized oversized) {
            return outcome.with(answer.with(Body.padded(new byte[0], bytes(answer), oversized.bytes())));
        } else if (fault instanceof Fault.Rewritten rewritten) {
            String text = new String(bytes(answer), StandardCharsets.UTF_8)
                    .replaceAll(rewritten.pattern(), rewritten.replacement());
            return outcome.with(answer.with(Body.of(text.getBytes(StandardCharsets.UTF_8))));
        }
        return outcome;
    }

    private static Answer fixed(Fault.Fixed fixed, String target) {
        Map<String, String> headers = new HashMap<>(fixed.headers());
        headers.computeIfPresent("Location", (name, location) -> URI.create(location).getPath().isEmpty()
                ? location + target
                : location);
        return new Answer(fixed.status(), headers, Body.of(fixed.body().getBytes(StandardCharsets.UTF_8)));
    }

    /** Ends early only by the interruption that comes when the portal closes. */
    private static void pause(long nanos) throws InterruptedException {
        new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
    }

    private static byte[] gzipped(Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            answer.body().writeTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            answer.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
