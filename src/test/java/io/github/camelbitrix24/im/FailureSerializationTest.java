package io.github.camelbitrix24.im;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A failure that travels, in a queue or a repository of exchanges, says there what it said here. */
class FailureSerializationTest extends ProducerTest {

    private static Bitrix24ImException thereAndBack(Bitrix24ImException failure) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Bitrix24ImException) in.readObject();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyGetterSaysTheSame(FailureKind kind) throws Exception {
        Bitrix24ImException failure = Bitrix24ImException.of(RestException.refused(kind, "im.chat.get", "CODE", "why", 503));
        Bitrix24ImException read = thereAndBack(failure);

        assertEquals(failure.getClass(), read.getClass());
        assertEquals(failure.getMessage(), read.getMessage());
        long compared = 0;
        for (Method getter : Arrays.stream(Bitrix24ImException.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic()).toList()) {
            assertEquals(getter.invoke(failure), getter.invoke(read), getter.getName());
            compared++;
        }
        assertTrue(compared >= 9, "getters compared: " + compared);
    }

    @Test
    void alsoAfterACallThatFailed() throws Exception {
        portal.fail("im.chat.get", Fault.error("OPERATION_TIME_LIMIT"), 3);
        Exception failure = send("bitrix24-im:call?method=im.chat.get", null, Map.of()).getException();
        Bitrix24ImException read = thereAndBack((Bitrix24ImException) failure);

        assertEquals("im.chat.get", read.getMethod());
        assertEquals("OPERATION_TIME_LIMIT", read.getCode());
        assertTrue(read.isRetryable());
        assertEquals(((Bitrix24ImException) failure).getRetryAfter(), read.getRetryAfter());
        assertTrue(read.getRetryAfter() == null || read.getRetryAfter().compareTo(Duration.ZERO) >= 0);
    }
}
