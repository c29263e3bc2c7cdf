package io.github.camelbitrix24.im.exchange;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.Json;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.util.IOHelper;

/**
 * The parameters of a call, from whatever the body is. Text must be a JSON object: the portal runs a method without
 * parameters, and without a word, when it cannot read them. Bytes are read alike wherever they come from: in the
 * charset that the exchange names, or else in the one of Unicode's that they are in.
 */
public final class CallParameters {

    private static final ObjectReader WHOLE = Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final BeanMapper beans;

    public CallParameters(BeanMapper beans) {
        this.beans = beans;
    }

    /**
     * @throws IllegalArgumentException if the body is no object
     */
    public ObjectNode of(Message message) {
        JsonNode node;
        try {
            node = read(message);
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw notAnObject(" Its bytes are not in a charset that the exchange property " + Exchange.CHARSET_NAME
                              + ", the header of this name or the header Content-Type names.",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw notAnObject("", e);
        }
        if (node.isMissingNode()) {
            return Json.MAPPER.createObjectNode();
        }
        if (node instanceof ObjectNode params) {
            return params;
        }
        throw notAnObject("", null);
    }

    private JsonNode read(Message message) throws IOException {
        Object body = message.getBody();
        if (body == null) {
            return Json.MAPPER.createObjectNode();
        }
        String charset = charset(message);
        // Camel reads a file in the charset of its endpoint, and gives its bytes in another one
        if (body instanceof CharSequence || body instanceof Reader || body instanceof WrappedFile<?> && charset != null) {
            return readText(message.getBody(String.class));
        }
        if (body instanceof byte[] || body instanceof ByteBuffer || body instanceof InputStream || body instanceof StreamCache
                || body instanceof File || body instanceof WrappedFile<?>) {
            byte[] bytes = message.getBody(byte[].class);
            return charset == null ? WHOLE.readTree(bytes) : readText(decode(bytes, charset));
        }
        return new ParameterTree(beans).of(body);
    }

    private static JsonNode readText(String text) throws IOException {
        return WHOLE.readTree(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    /** @return {@code null} if nothing names one */
    private static String charset(Message message) {
        String named = ExchangeHelper.getCharsetName(message.getExchange(), false);
        if (named != null) {
            return named;
        }
        String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        return type != null && type.contains("charset=") ? IOHelper.getCharsetNameFromContentType(type) : null;
    }

    private static String decode(byte[] bytes, String charset) throws CharacterCodingException {
        return Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static IllegalArgumentException notAnObject(String why, Exception cause) {
        return new IllegalArgumentException(
                "The body of a call must be its parameters: a Map, a bean, the text of a JSON object, or nothing." + why,
                cause);
    }
}
