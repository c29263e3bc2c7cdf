package io.github.camelbitrix24.im;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.EventBody;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.MimeType;
import org.apache.camel.spi.Transformer;

/**
 * Turns an event into its JSON as the portal sent it, and sets Camel's headers for a CloudEvent: the id is made of the
 * portal and the event's id, which is unique there whoever reads it; the source is the portal, the subject the dialog,
 * the time that of the event. An id and a version that are set already are left as they are.
 */
@DataTypeTransformer(name = "bitrix24-im:application-cloudevents",
                     description = "Adds CloudEvent headers to the Camel message with details of the event, whose JSON"
                                   + " becomes the body")
public class Bitrix24ImCloudEventDataTypeTransformer extends Transformer {

    private static final String SCHEME = "bitrix24-im";
    private static final String TYPE = CloudEvent.DEFAULT_CAMEL_CLOUD_EVENT_TYPE + "." + SCHEME;

    @Override
    public void transform(Message message, DataType from, DataType to) {
        Bitrix24ImEvent event = EventBody.of(message, getName()).single();
        String portal = message.getHeader(Bitrix24ImConstants.PORTAL, String.class);
        CloudEvent version = CloudEvents.v1_0;

        message.getHeaders().putIfAbsent(CloudEvent.CAMEL_CLOUD_EVENT_ID,
                portal == null ? String.valueOf(event.getId()) : portal + "/" + event.getId());
        message.getHeaders().putIfAbsent(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, version.version());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, joined(TYPE, event.getType()));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, joined(SCHEME, portal));
        if (event.getDialogId() != null) {
            message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, event.getDialogId());
        }
        OffsetDateTime date = event.getDate();
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME, date == null
                ? version.getEventTime(message.getExchange()) : DateTimeFormatter.ISO_INSTANT.format(date));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, MimeType.JSON.type());
        message.setBody(event.toByteArray());
    }

    private static String joined(String prefix, String rest) {
        return rest == null ? prefix : prefix + "." + rest;
    }
}
