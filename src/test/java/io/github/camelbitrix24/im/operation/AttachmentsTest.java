package io.github.camelbitrix24.im.operation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.StoredFile;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.activation.FileDataSource;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class AttachmentsTest extends ConversationTest {

    @TempDir
    Path directory;

    private record InMemory(byte[] bytes) implements DataSource {

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getContentType() {
            return "text/plain";
        }

        @Override
        public String getName() {
            return "a.txt";
        }
    }

    private Exchange upload() {
        return template.request("bitrix24-im:upload?dialogId=chat5&caption=from a mail", exchange -> {
            exchange.getMessage().setBody("the text of the mail");
            AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
            message.addAttachment("a.txt", new DataHandler(new InMemory("one".getBytes())));
            Path file = Files.writeString(directory.resolve("b"), "two");
            message.addAttachment("dir/b.txt", new DataHandler(new FileDataSource(file.toFile())));
        });
    }

    private List<StoredMessage> files() {
        return portal.transcript().of("chat5").stream().filter(message -> !message.files().isEmpty()).toList();
    }

    private String contents(List<String> ids) {
        StringBuilder contents = new StringBuilder();
        for (String id : ids) {
            StoredFile file = portal.disk().file(Long.parseLong(id));
            contents.append(file.name()).append('=').append(new String(file.bytes())).append(' ');
        }
        return contents.toString();
    }

    @Test
    void theyAreOneMessage() {
        reader.scopes("im", "disk");
        portal.fail("im.disk.file.commit", Fault.droppedAfterActing(), 1);
        Exchange done = upload();

        assertNull(done.getException());
        assertEquals(1, files().size());
        assertEquals("a.txt=one b.txt=two ", contents(files().get(0).files()));
        assertEquals("from a mail", files().get(0).text());
        assertEquals(files().get(0).id(), done.getMessage().getBody());
        assertEquals(files().get(0).files().toString(), done.getMessage().getHeader(Bitrix24ImConstants.FILE_ID).toString());
    }

    @Test
    void withoutTheScopeDiskTheyAreAMessageEach() {
        reader.scopes("im");
        Exchange done = upload();

        assertNull(done.getException());
        assertEquals(List.of("from a mail", ""), files().stream().map(StoredMessage::text).toList());
        assertEquals("a.txt=one ", contents(files().get(0).files()));
        assertEquals("b.txt=two ", contents(files().get(1).files()));
        assertEquals(files().get(1).id(), done.getMessage().getBody());
    }
}
