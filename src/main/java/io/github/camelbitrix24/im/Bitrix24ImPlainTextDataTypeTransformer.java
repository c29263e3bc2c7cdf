package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.exchange.BbBody;
import io.github.camelbitrix24.im.text.BbText;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Turns the text of an event's message, or a text with BB codes, into plain text, without any markup. The header
 * {@code Content-Type} says {@code text/plain}.
 */
@DataTypeTransformer(name = "bitrix24-im:text-plain",
                     description = "Transforms the text of a message from BB codes to plain text, without any markup")
public class Bitrix24ImPlainTextDataTypeTransformer extends Transformer {

    @Override
    public void transform(Message message, DataType from, DataType to) {
        BbBody.transform(message, getName(), "text/plain", BbText::toPlain);
    }
}
