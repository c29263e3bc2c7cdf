package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.exchange.EventBody;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.MimeType;
import org.apache.camel.spi.Transformer;

/**
 * Turns an event into its JSON as the portal sent it, and a batch of events into a JSON array of them. The body becomes
 * a {@code byte[]} in UTF-8, and the header {@code Content-Type} says {@code application/json}.
 */
@DataTypeTransformer(name = "bitrix24-im:application-json",
                     description = "Transforms an event, or a list of events, to its JSON as the portal sent it")
public class Bitrix24ImJsonDataTypeTransformer extends Transformer {

    @Override
    public void transform(Message message, DataType from, DataType to) {
        message.setBody(EventBody.of(message, getName()).json());
        message.setHeader(Exchange.CONTENT_TYPE, MimeType.JSON.type());
    }
}
