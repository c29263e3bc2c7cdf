package com.example.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The table that the route fills.
 */
final class EventTable implements AutoCloseable {

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    void create() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
             InputStream schema = EventTable.class.getResourceAsStream("/schema.sql")) {
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    long rows() throws SQLException {
        try (Statement statement = connection.createStatement();
             ResultSet result = statement.executeQuery("select count(*) from events")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The id of every row's event. */
    List<Long> ids() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
             ResultSet result = statement.executeQuery("select event_id from events")) {
            while (result.next()) {
                ids.add(result.getLong(1));
            }
        }
        return ids;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
