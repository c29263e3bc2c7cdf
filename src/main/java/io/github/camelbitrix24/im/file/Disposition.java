package io.github.camelbitrix24.im.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.apache.hc.core5.net.PercentCodec;

/**
 * The header that names a file (RFC 6266, RFC 8187), as portals and what stands before them write it.
 */
public final class Disposition {

    private static final Pattern EXTENDED = Pattern.compile("([\\w-]+)'[^']*'(.*)", Pattern.DOTALL);
    private static final Pattern PERCENT = Pattern.compile("(?:[^%]|%[0-9a-fA-F]{2})*", Pattern.DOTALL);

    private Disposition() {
    }

    /**
     * @param  header {@code null} if there is none
     * @return        the name as it was given, however odd; {@code null} if none is
     */
    public static String fileName(String header) {
        if (header == null) {
            return null;
        }
        List<NameValuePair> parameters = Arrays.asList(
                BasicHeaderValueParser.INSTANCE.parseParameters(header, new ParserCursor(0, header.length())));
        String extended = value(parameters, "filename*");
        String name = extended == null ? null : decoded(extended);
        if (name == null || name.isEmpty()) {
            String plain = value(parameters, "filename");
            name = plain == null ? null : mended(plain);
        }
        return name;
    }

    private static String value(List<NameValuePair> parameters, String name) {
        return parameters.stream().filter(parameter -> parameter.getName().equalsIgnoreCase(name))
                .map(NameValuePair::getValue).filter(value -> value != null).findFirst().orElse(null);
    }

    private static String decoded(String value) {
        Matcher extended = EXTENDED.matcher(value);
        if (!extended.matches() || !PERCENT.matcher(extended.group(2)).matches()) {
            return null;
        }
        try {
            return PercentCodec.decode(mended(extended.group(2)), Charset.forName(extended.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Bytes of UTF-8 that were read as letters of Latin-1, as headers are. */
    private static String mended(String text) {
        if (text.chars().noneMatch(letter -> letter >= 0x80) || text.chars().anyMatch(letter -> letter > 0xFF)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }
}
