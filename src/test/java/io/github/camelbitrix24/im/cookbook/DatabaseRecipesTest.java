package io.github.camelbitrix24.im.cookbook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DatabaseRecipesTest extends Recipe {

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void createDatabase() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        bind("chatDatabase", database);
    }

    @Test
    void aMessageIsOneRowHoweverOftenItComes() throws SQLException {
        execute("create table chat_message (portal varchar(100), event_id bigint, event_date timestamp with time zone,"
                + " dialog varchar(50), author varchar(200), text varchar(20000),"
                + " primary key (portal, event_id, event_date))");
        String event
                = "{\"message\":{\"id\":1,\"chatId\":5,\"authorId\":12,\"text\":\"it's 'quoted'; drop table chat_message\"},"
                  + "\"chat\":{\"id\":5,\"dialogId\":\"chat5\"},\"user\":{\"id\":12,\"name\":\"Marco Silva\"}}";
        portal.clock().freeze();
        portal.record(7, 1000, "ONIMV2MESSAGEADD", event);
        start("to-database");
        awaitAllAcknowledged();
        portal.record(7, 1000, "ONIMV2MESSAGEADD", event);
        portal.await(p -> p.acknowledged(7).size() == 2, SOON);

        assertEquals(List.of("chat5 Marco Silva it's 'quoted'; drop table chat_message"),
                rows("select dialog, author, text from chat_message"));
    }

    @Test
    void whatWasFinishedIsRemembered() throws SQLException {
        portal.user(12).says("chat5", "hello");
        start("remember-events", "direct:sink");
        awaitAllAcknowledged();

        assertEquals(1, sunk.size());
        assertEquals(1, rows("select messageid from camel_messageprocessed where processorname = 'chat-events'").size());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
             ResultSet found = statement.executeQuery(query)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(found.getString(column));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }
}
